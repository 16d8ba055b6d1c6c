import { compositionUnderlines } from '#engine/display/composition-underlines.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { ProofPlace } from '#engine/proofreading/proof-mark.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';

/** What the underlines are drawn on. */
export interface MarkBrush {
  readonly canvas: CanvasRenderingContext2D;
  readonly view: Viewport;
  readonly list: DisplayList;
}

// The accent of tokens.css on paper, which is white in the dark dress too.
const INK = '#b3261e';
/** Length and depth of a wave in window pixels, whatever the zoom is: it must be seen. */
const WAVE_PX = 4;
const DEPTH_PX = 1.25;

/** A wavy line below a stretch of text; on the left of it in vertical text. */
export function underlinePlace({ canvas, view, list }: MarkBrush, place: ProofPlace): void {
  const { text, start, end } = place;
  const lines = compositionUnderlines(
    list,
    { text, offset: start, edge: 'leading' },
    { text, offset: end, edge: 'trailing' },
  );
  canvas.strokeStyle = INK;
  canvas.lineWidth = 1;
  for (const { x1, y1, x2, y2 } of lines) {
    const from = windowPointAt(view, { x: x1, y: y1 });
    const to = windowPointAt(view, { x: x2, y: y2 });
    strokeWave(canvas, from, to);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function strokeWave(canvas: CanvasRenderingContext2D, from: Point, to: Point): void {
  const isVertical = Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
  const length = isVertical ? to.y - from.y : to.x - from.x;
  canvas.beginPath();
  for (let along = 0; along <= length; along += WAVE_PX / 2) {
    const across = (along / (WAVE_PX / 2)) % 2 === 0 ? -DEPTH_PX : DEPTH_PX;
    const x = isVertical ? from.x + across : from.x + along;
    const y = isVertical ? from.y + along : from.y + across;
    if (along === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  }
  canvas.stroke();
}
