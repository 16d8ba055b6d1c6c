import type { CaretSegment } from './caret-segment.ts';
import type { DisplayList } from './display-list.ts';
import type { TextPosition } from './hit-text.ts';
import { rangeOnLines } from './range-on-lines.ts';
import { extentLength } from './story-lines.ts';

/** A line drawn under text that an input method is still composing. */
export interface CompositionUnderline extends CaretSegment {
  readonly thicknessPt: number;
}

/** Thickness, and clear distance from the em square, in em: it must not touch the next line. */
const UNDERLINE_EM = 0.06;

/**
 * Underlines of a range, one for each visual line: below the em squares, and in vertical text on
 * the left of them, where Chinese sets its proper name marks.
 */
export function compositionUnderlines(
  list: DisplayList,
  from: TextPosition,
  to: TextPosition,
): readonly CompositionUnderline[] {
  return rangeOnLines(list, from, to).parts.flatMap(({ line, along }) => {
    if (line.start === line.end) return [];
    const thicknessPt = UNDERLINE_EM * extentLength(line.across);
    if (line.vertical) {
      const x = line.across.from - thicknessPt;
      return [{ x1: x, y1: along.from, x2: x, y2: along.to, thicknessPt }];
    }
    const y = line.across.to + thicknessPt;
    return [{ x1: along.from, y1: y, x2: along.to, y2: y, thicknessPt }];
  });
}
