import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import { type PlainStyle, plainLine } from '#engine/display/plain-line.ts';
import { type StoryLine, type StoryLines, storyLines } from '#engine/display/story-lines.ts';
import { storyPlaceOf } from '#engine/display/text-index.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';

/** Every fifth line bears its number, as on galleys: proofreaders count the four between. */
const EVERY = 5;
/** Two digits go into half of the narrowest gutter, 1.5 characters with a rule in its middle. */
const SIZE_PT = 6;
const CLEAR_PT = 1.5;
const NUMBER_INK = { c: 0, m: 0, y: 0, k: 0.85 };

/** Numbers beside the lines of every story on the page, counted from the story's first line. */
export function lineNumbers(
  list: DisplayList,
  face: FaceId,
  fonts: FontBook,
): readonly DisplayItem[] {
  const stories = new Set<string>();
  for (const { run } of placedRuns(list)) {
    const story = run.source && storyPlaceOf(run.source.text).story;
    if (story?.endsWith('/story')) stories.add(story);
  }
  const style = { face, sizePt: SIZE_PT, ink: NUMBER_INK };
  return [...stories].flatMap((story) => storyNumbers(storyLines(list, story), style, fonts));
}

function storyNumbers(
  { lines, columns }: StoryLines,
  style: PlainStyle,
  fonts: FontBook,
): readonly DisplayItem[] {
  const edges = new Map<number, number>();
  for (const { rows, along } of columns) {
    for (const line of rows.flat()) edges.set(line, along.from);
  }
  return lines.flatMap((line, index) => {
    const number = index + 1;
    if (number !== 1 && number % EVERY !== 0) return [];
    const { items, widthPt } = plainLine(String(number), style, fonts);
    const edge = edges.get(index) ?? line.along.from;
    // Before the indent of a paragraph, but beside the picture that a line runs around.
    const from = line.along.from - edge < WIDEST_INDENT_PT ? edge : line.along.from;
    return [{ kind: 'group', id: '', ...placeOf(line, { from, widthPt }), items }];
  });
}

/** Two characters of the largest body type, and the blank of an opening mark. */
const WIDEST_INDENT_PT = 32;

/** Before the line: to its left, or above it where it runs down the page. */
function placeOf(
  { across, baseline, vertical }: StoryLine,
  { from, widthPt }: { readonly from: number; readonly widthPt: number },
): { readonly x: number; readonly y: number } {
  if (!vertical) return { x: from - CLEAR_PT - widthPt, y: baseline };
  return { x: (across.from + across.to - widthPt) / 2, y: from - CLEAR_PT };
}
