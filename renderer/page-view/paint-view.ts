import type { DisplayList } from '#engine/display/display-list.ts';
import { paintPage } from '#renderer/painter/paint-page.ts';
import type { PaintStock } from '#renderer/painter/surface.ts';
import type { Viewport } from './viewport.ts';
import { pageCorner, visiblePart } from './viewport.ts';

/** Paints the part of the page that shows onto the canvas, at the resolution of the device. */
export function paintView(
  canvas: HTMLCanvasElement,
  list: DisplayList,
  stock: PaintStock,
  view: Viewport,
): void {
  const surface = canvas.getContext('2d', { alpha: true });
  if (surface === null) return;
  sizeCanvas(canvas, view);
  const corner = pageCorner(list, view);
  const scale = view.zoom * view.density;
  surface.setTransform(1, 0, 0, 1, 0, 0);
  surface.clearRect(0, 0, canvas.width, canvas.height);
  surface.setTransform(scale, 0, 0, scale, corner.x, corner.y);
  paintPage(surface, { list, stock, visible: visiblePart(list, view) });
}

function sizeCanvas(canvas: HTMLCanvasElement, view: Viewport): void {
  const width = Math.round(view.widthPx * view.density);
  const height = Math.round(view.heightPx * view.density);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
