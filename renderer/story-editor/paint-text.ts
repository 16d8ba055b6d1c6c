import { caretSegment } from '#engine/display/caret-segment.ts';
import { compositionUnderlines } from '#engine/display/composition-underlines.ts';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { selectionRects } from '#engine/display/selection-rects.ts';
import type { ShownPage } from '#renderer/composing/composing.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';
import type { Marked, TextDevice } from './text-device.ts';

/** What of the texts is drawn over the page. */
export interface PaintedText {
  readonly list: ShownPage['list'];
  readonly device: TextDevice;
  readonly isCaretOn: boolean;
  /** Where dragged words would be dropped. */
  readonly dropAt: TextPosition | undefined;
}

const SELECTED = 'rgb(40 110 220 / 0.28)';
/** The selection of a text while the keyboard is elsewhere. */
const SELECTED_BEHIND = 'rgb(110 110 110 / 0.24)';
const CARET = '#c4261d';
const UNDERLINE = '#1d1f21';

/** Selection, composition underline and caret, and where dragged words would be dropped. */
export function paintText(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  { list, device, isCaretOn, dropAt }: PaintedText,
): void {
  const brush = { canvas, view, list };
  const selection = device.selection();
  if (selection !== undefined) {
    fillMarked(brush, selection, device.hasFocus() ? SELECTED : SELECTED_BEHIND);
    strokeComposition(brush, device);
    if (isCaretOn && dropAt === undefined) strokeCaret(brush, selection.head);
  }
  if (dropAt !== undefined) strokeCaret(brush, dropAt);
}

/** What a page is drawn on. */
export interface Brush {
  readonly canvas: CanvasRenderingContext2D;
  readonly view: Viewport;
  readonly list: ShownPage['list'];
}

/** Lays a colour over a stretch of text. */
export function fillMarked({ canvas, view, list }: Brush, marked: Marked, colour: string): void {
  canvas.fillStyle = colour;
  for (const rect of selectionRects(list, marked.anchor, marked.head)) {
    const { x, y } = windowPointAt(view, rect);
    canvas.fillRect(x, y, rect.width * view.zoom, rect.height * view.zoom);
  }
}

function strokeComposition({ canvas, view, list }: Brush, device: TextDevice): void {
  const composed = device.composition();
  if (composed === undefined) return;
  canvas.strokeStyle = UNDERLINE;
  for (const line of compositionUnderlines(list, composed.from, composed.to)) {
    canvas.lineWidth = Math.max(1, line.thicknessPt * view.zoom);
    strokeSegment(canvas, view, line);
  }
}

function strokeCaret({ canvas, view, list }: Brush, position: TextPosition): void {
  const caret = caretSegment(list, position);
  if (caret === undefined) return;
  canvas.strokeStyle = CARET;
  canvas.lineWidth = Math.max(1.5, view.zoom);
  strokeSegment(canvas, view, caret);
}

interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function strokeSegment(canvas: CanvasRenderingContext2D, view: Viewport, segment: Segment): void {
  const from = windowPointAt(view, { x: segment.x1, y: segment.y1 });
  const to = windowPointAt(view, { x: segment.x2, y: segment.y2 });
  canvas.beginPath();
  canvas.moveTo(from.x, from.y);
  canvas.lineTo(to.x, to.y);
  canvas.stroke();
}
