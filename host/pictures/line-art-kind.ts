import type { LineArtKind } from '#engine/model/issue.ts';
import type { LineArt } from './line-art.ts';

/** Curves and slopes have steps of one and two pixels somewhere; squares have none. */
const LEAST_SQUARE_PX = 3;

/** The largest QR code has 177 squares a side: with fewer pixels each square may be one. */
const MOST_SQUARES = 200;

/** Whether line art is a code of squares or something that was drawn. */
export function lineArtKind(drawn: LineArt): LineArtKind {
  const { heightPx, widthPx } = drawn;
  const isTiny = Math.max(widthPx, heightPx) <= MOST_SQUARES;
  const isOfSquares = isTiny || (isOfLongRuns(drawn, 'across') && isOfLongRuns(drawn, 'down'));
  return isOfSquares ? 'squares' : 'strokes';
}

function isOfLongRuns({ heightPx, light, widthPx }: LineArt, way: 'across' | 'down'): boolean {
  const [lines, length] = way === 'across' ? [heightPx, widthPx] : [widthPx, heightPx];
  const [lineStep, step] = way === 'across' ? [widthPx, 1] : [1, widthPx];
  for (let line = 0; line < lines; line += 1) {
    // The first and the last run may be cut off by the edge.
    let run = LEAST_SQUARE_PX;
    let before = (light[line * lineStep] ?? 0) < 128;
    for (let place = 1; place < length; place += 1) {
      const isBlack = (light[line * lineStep + place * step] ?? 0) < 128;
      if (isBlack !== before && run < LEAST_SQUARE_PX) return false;
      run = isBlack === before ? run + 1 : 1;
      before = isBlack;
    }
  }
  return true;
}
