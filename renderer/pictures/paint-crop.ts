import type { Rect } from '#engine/units/rect.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';
import { wholePhotograph } from './crop-geometry.ts';
import { type CropPlace, cornersOf, focusPoint } from './crop-place.ts';

const HIDDEN_ALPHA = 0.38;
const LINE = '#1d5fc4';
const LIGHT = '#ffffff';
const HANDLE_PX = 8;
const FOCUS_PX = 7;

/** Draws what the crop hides, the edge of the photograph with its corners, and the focus. */
export function paintCrop(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  {
    place,
    photograph,
  }: { readonly place: CropPlace; readonly photograph: ImageBitmap | undefined },
): void {
  const { painted, picture } = place;
  const frame = inView(view, painted.frame);
  const whole = inView(view, wholePhotograph(painted));
  if (photograph !== undefined) {
    canvas.save();
    canvas.beginPath();
    outline(canvas, whole);
    outline(canvas, frame);
    canvas.clip('evenodd');
    canvas.globalAlpha = HIDDEN_ALPHA;
    if (picture.greyscale) canvas.filter = 'grayscale(1)';
    canvas.drawImage(photograph, whole.x, whole.y, whole.width, whole.height);
    canvas.restore();
  }
  canvas.lineWidth = 1;
  canvas.strokeStyle = LINE;
  canvas.strokeRect(whole.x, whole.y, whole.width, whole.height);
  canvas.lineWidth = 2;
  canvas.strokeRect(frame.x, frame.y, frame.width, frame.height);
  canvas.lineWidth = 1;
  for (const { at } of cornersOf(whole)) paintHandle(canvas, at);
  paintFocus(canvas, windowPointAt(view, focusPoint(place)));
}

function inView(view: Viewport, rect: Rect): Rect {
  const { x, y } = windowPointAt(view, rect);
  return { x, y, width: rect.width * view.zoom, height: rect.height * view.zoom };
}

function outline(canvas: CanvasRenderingContext2D, { x, y, width, height }: Rect): void {
  canvas.rect(x, y, width, height);
}

interface At {
  readonly x: number;
  readonly y: number;
}

function paintHandle(canvas: CanvasRenderingContext2D, { x, y }: At): void {
  const half = HANDLE_PX / 2;
  canvas.fillStyle = LIGHT;
  canvas.fillRect(x - half, y - half, HANDLE_PX, HANDLE_PX);
  canvas.strokeRect(x - half, y - half, HANDLE_PX, HANDLE_PX);
}

/** Dark within light, so that it shows on every photograph. */
function paintFocus(canvas: CanvasRenderingContext2D, { x, y }: At): void {
  for (const [width, style] of [[4, LIGHT] as const, [2, LINE] as const]) {
    canvas.lineWidth = width;
    canvas.strokeStyle = style;
    canvas.beginPath();
    canvas.arc(x, y, FOCUS_PX, 0, 2 * Math.PI);
    canvas.stroke();
    canvas.beginPath();
    canvas.arc(x, y, 1, 0, 2 * Math.PI);
    canvas.stroke();
  }
}
