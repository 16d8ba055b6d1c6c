import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Rect } from '#engine/units/rect.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';

/** What is drawn over the page, which is paper in both themes. */
export const PEN = {
  chosen: '#1d5fc4',
  chosenVeil: 'rgb(29 95 196 / 0.08)',
  hover: 'rgb(29 95 196 / 0.55)',
  guide: '#c2187f',
  overset: '#c4261d',
  thread: '#0a7a55',
  paper: '#ffffff',
  label: 'rgb(31 32 35 / 0.92)',
} as const;

/** The canvas with the view that it shows; all lengths are CSS pixels. */
export interface Pen {
  readonly canvas: CanvasRenderingContext2D;
  readonly view: Viewport;
}

/** A point of the page on the middle of a pixel, where a line one pixel wide is sharp. */
export function sharpPoint({ view }: Pen, point: PagePoint): PagePoint {
  const { x, y } = windowPointAt(view, point);
  return { x: Math.round(x) + 0.5, y: Math.round(y) + 0.5 };
}

/** Strokes a line through points of the page. */
export function strokePoints(pen: Pen, points: readonly PagePoint[], isClosed = false): void {
  const { canvas } = pen;
  canvas.beginPath();
  points.forEach((point, index) => {
    const { x, y } = sharpPoint(pen, point);
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
  if (isClosed) canvas.closePath();
  canvas.stroke();
}

/** A rectangle of the page on whole pixels of the view. */
export function sharpRect(pen: Pen, { x, y, width, height }: Rect): Rect {
  const from = sharpPoint(pen, { x, y });
  const to = sharpPoint(pen, { x: x + width, y: y + height });
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}

/** A small square with paper in it. */
export function paintSquare(pen: Pen, at: PagePoint, sizePx: number): void {
  const { canvas } = pen;
  const { x, y } = sharpPoint(pen, at);
  const half = Math.floor(sizePx / 2);
  canvas.fillStyle = PEN.paper;
  canvas.fillRect(x - half, y - half, 2 * half, 2 * half);
  canvas.strokeRect(x - half, y - half, 2 * half, 2 * half);
}

const LABEL_FONT =
  '11px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Banxin Screen", sans-serif';
const LABEL_LINE_PX = 16;
const LABEL_PADDING_PX = 8;

/** Lines of words on a dark ground, kept within the view. */
export function paintLabel({ canvas, view }: Pen, lines: readonly string[], at: PagePoint): void {
  canvas.font = LABEL_FONT;
  const widths = lines.map((line) => canvas.measureText(line).width);
  const width = Math.max(...widths) + 2 * LABEL_PADDING_PX;
  const height = lines.length * LABEL_LINE_PX + LABEL_PADDING_PX;
  const x = Math.round(Math.max(4, Math.min(at.x, view.widthPx - width - 4)));
  const y = Math.round(Math.max(4, Math.min(at.y, view.heightPx - height - 4)));
  canvas.fillStyle = PEN.label;
  canvas.beginPath();
  canvas.roundRect(x, y, width, height, 4);
  canvas.fill();
  canvas.fillStyle = PEN.paper;
  canvas.textBaseline = 'middle';
  lines.forEach((line, index) => {
    const middle = y + LABEL_PADDING_PX / 2 + (index + 0.5) * LABEL_LINE_PX;
    canvas.fillText(line, x + LABEL_PADDING_PX, middle);
  });
}
