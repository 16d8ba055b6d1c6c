import type { DisplayList } from './display-list.ts';
import type { TextPosition } from './hit-text.ts';
import type { Extent } from './placed-runs.ts';
import type { StoryLine, StoryLines } from './story-lines.ts';
import { caretStop, storyLines } from './story-lines.ts';
import { storyPlaceOf } from './text-index.ts';

/** The part of a visual line that lies in a range of texts. */
export interface LineInRange {
  readonly line: StoryLine;
  /** Its number in the story's lines. */
  readonly number: number;
  /** On the page; without length for an empty line. */
  readonly along: Extent;
}

/** What of a range stands on the page. */
export interface RangeOnLines {
  readonly story: StoryLines;
  readonly parts: readonly LineInRange[];
}

/**
 * The lines that a range covers, in text order. It runs within one field or across the paragraphs
 * of one story; which end comes first does not matter. Two ends in different stories are no range.
 */
export function rangeOnLines(list: DisplayList, a: TextPosition, b: TextPosition): RangeOnLines {
  const [from, to] = [placeOf(a), placeOf(b)].toSorted(compare);
  if (from === undefined || to === undefined || from.story !== to.story) return NOTHING;
  const story = storyLines(list, from.story);
  const parts = story.lines.flatMap((line, number) => {
    const along = alongInRange(line, from, to);
    return along === undefined ? [] : [{ line, number, along }];
  });
  return { story, parts };
}

const NOTHING: RangeOnLines = { story: { lines: [], columns: [] }, parts: [] };

interface Place {
  readonly story: string;
  readonly paragraph: number;
  readonly offset: number;
}

function placeOf({ text, offset }: TextPosition): Place {
  return { ...storyPlaceOf(text), offset };
}

function compare(a: Place, b: Place): number {
  return a.paragraph - b.paragraph || a.offset - b.offset;
}

function alongInRange(line: StoryLine, from: Place, to: Place): Extent | undefined {
  const { paragraph } = line;
  if (paragraph < from.paragraph || paragraph > to.paragraph) return undefined;
  // An empty paragraph has nothing but its end to be in the range.
  if (line.start === line.end) return paragraph < to.paragraph ? line.along : undefined;
  const start = paragraph === from.paragraph ? Math.max(line.start, from.offset) : line.start;
  const end = paragraph === to.paragraph ? Math.min(line.end, to.offset) : line.end;
  if (start >= end) return undefined;
  const first = caretStop(line, { paragraph, offset: start, edge: 'leading' });
  const last = caretStop(line, { paragraph, offset: end, edge: 'trailing' });
  if (first === undefined || last === undefined) return undefined;
  return { from: first.along, to: last.along };
}
