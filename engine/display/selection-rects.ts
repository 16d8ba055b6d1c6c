import type { Rect } from '#engine/units/rect.ts';
import type { DisplayList } from './display-list.ts';
import type { TextPosition } from './hit-text.ts';
import type { Extent } from './placed-runs.ts';
import { rangeOnLines } from './range-on-lines.ts';
import type { StoryLine, StoryLines } from './story-lines.ts';
import { extentLength, gapBetween } from './story-lines.ts';

/** Width of the box that shows a selected empty paragraph, in em: seen, but not a character. */
const SLIVER_EM = 0.25;

/**
 * Boxes that cover a range of texts, one for each visual line in text order, in points of the
 * page. Boxes of lines that follow one another in a column meet half way between the lines and
 * never overlap, so that they may be painted with one translucent ink. The range runs within one
 * field or across the paragraphs of one story, `from` and `to` in either order.
 */
export function selectionRects(
  list: DisplayList,
  from: TextPosition,
  to: TextPosition,
): readonly Rect[] {
  const { story, parts } = rangeOnLines(list, from, to);
  if (parts.length === 0) return [];
  const bands = lineBands(story);
  return parts.map(({ line, number, along }) => {
    const across = bands.get(number) ?? line.across;
    const sliver = SLIVER_EM * extentLength(line.across);
    const length = line.start === line.end ? sliver : extentLength(along);
    const [start, width] = [across.from, extentLength(across)];
    return line.vertical
      ? { x: start, y: along.from, width, height: length }
      : { x: along.from, y: start, width: length, height: width };
  });
}

/** What of the page each line covers across, with its share of the gaps between lines. */
function lineBands({ lines, columns }: StoryLines): ReadonlyMap<number, Extent> {
  const bands = new Map<number, Extent>();
  for (const { rows } of columns) {
    for (const [index, row] of rows.entries()) {
      const lineOf = (numbers: readonly number[] | undefined) => lines[numbers?.[0] ?? -1];
      const line = lineOf(row);
      if (line === undefined) continue;
      const band = bandOf(line, lineOf(rows[index - 1]), lineOf(rows[index + 1]));
      for (const number of row) bands.set(number, band);
    }
  }
  return bands;
}

function bandOf(
  line: StoryLine,
  before: StoryLine | undefined,
  after: StoryLine | undefined,
): Extent {
  const head = shareOfGap(line, before);
  const foot = shareOfGap(line, after);
  // The first line of a column reaches as far up as down; so does the last.
  const lead = head ?? Math.max(0, foot ?? 0);
  const trail = foot ?? Math.max(0, head ?? 0);
  // Vertical lines follow one another from right to left.
  const [low, high] = line.vertical ? [trail, lead] : [lead, trail];
  return { from: line.across.from - low, to: line.across.to + high };
}

/** Half the gap to a neighbour; undefined when it is too far off to be met. */
function shareOfGap(line: StoryLine, neighbour: StoryLine | undefined): number | undefined {
  if (neighbour === undefined) return undefined;
  const gapPt = gapBetween(line.across, neighbour.across);
  return gapPt < extentLength(line.across) ? gapPt / 2 : undefined;
}
