import type { GridArea } from '#engine/model/issue.ts';
import { type PageGeometry, rectOf } from '#renderer/make-up/page-geometry.ts';
import { PEN } from '#renderer/make-up/paint-pen.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';

/** Draws where a photograph would come to stand. */
export function paintTarget(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  { geometry, area }: { readonly geometry: PageGeometry; readonly area: GridArea },
): void {
  const rect = rectOf(geometry, area);
  const { x, y } = windowPointAt(view, rect);
  const [width, height] = [rect.width * view.zoom, rect.height * view.zoom];
  canvas.fillStyle = PEN.chosenVeil;
  canvas.fillRect(x, y, width, height);
  canvas.strokeStyle = PEN.chosen;
  canvas.lineWidth = 2;
  canvas.strokeRect(x, y, width, height);
}
