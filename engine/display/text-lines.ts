import type { Rect } from '#engine/units/rect.ts';
import type { DisplayList } from './display-list.ts';
import type { TextPosition } from './hit-text.ts';
import type { StoryLine } from './story-lines.ts';
import { storyLines } from './story-lines.ts';
import { storyPlaceOf } from './text-index.ts';

/** A visual line of a text, on the page. */
export interface TextLine {
  /** Its first place, before its first character. */
  readonly from: TextPosition;
  /** Its last place, behind its last character. */
  readonly to: TextPosition;
  /** Its characters side by side, as high as their em squares; no width for an empty line. */
  readonly rect: Rect;
  /** y of the baseline; x of the column's centre in vertical text. */
  readonly baseline: number;
  readonly vertical: boolean;
}

/**
 * The visual lines of a text in text order, whatever columns and frames they stand in. The text is
 * a field (`article:ID/headline`), one paragraph (`article:ID/story:3`) or a whole story
 * (`article:ID/story`).
 */
export function textLines(list: DisplayList, text: string): readonly TextLine[] {
  const { story } = storyPlaceOf(text);
  const isWhole = story === text;
  const { lines } = storyLines(list, story);
  return lines.filter((line) => isWhole || line.text === text).map(asTextLine);
}

function asTextLine(line: StoryLine): TextLine {
  const { text, start, end, along, across, baseline, vertical } = line;
  const [h, v] = vertical ? [across, along] : [along, across];
  return {
    from: { text, offset: start, edge: 'leading' },
    to: { text, offset: end, edge: 'trailing' },
    rect: { x: h.from, y: v.from, width: h.to - h.from, height: v.to - v.from },
    baseline,
    vertical,
  };
}
