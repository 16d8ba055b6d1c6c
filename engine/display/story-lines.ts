import type { DisplayList } from './display-list.ts';
import type { CharacterBox, Extent, PlacedRun } from './placed-runs.ts';
import { runBoxes } from './placed-runs.ts';
import type { FoundLine } from './text-index.ts';
import { linesOfStory } from './text-index.ts';

/** A visual line on the page. */
export interface StoryLine {
  /** As `TextSource.text`. */
  readonly text: string;
  readonly paragraph: number;
  /** UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  readonly vertical: boolean;
  /** Stretch of the page along the line: x, or y in vertical text. */
  readonly along: Extent;
  /** Stretch of the page across the line: its em squares. */
  readonly across: Extent;
  readonly baseline: number;
  /** In text order, on the page. */
  readonly runs: readonly PlacedRun[];
}

/** Lines of one column of a frame, from its head to its foot. */
export interface StoryColumn {
  /**
   * Numbers of lines, row by row: a picture inside a column parts a row into two lines, which are
   * read one after the other but stand at the same height.
   */
  readonly rows: readonly (readonly number[])[];
  /** Around all lines along their direction. */
  readonly along: Extent;
}

/** The lines of a story on one page, in text order, however they stand on it. */
export interface StoryLines {
  readonly lines: readonly StoryLine[];
  readonly columns: readonly StoryColumn[];
}

/** A place in a story as the caret takes it; see `TextPosition`. */
export interface StoryCaret {
  readonly paragraph: number;
  readonly offset: number;
  readonly edge: 'leading' | 'trailing';
}

const KNOWN = new WeakMap<DisplayList, Map<string, StoryLines>>();

/** The lines of a story, or of a text that is not a story; kept as long as the page. */
export function storyLines(list: DisplayList, story: string): StoryLines {
  const ofPage = KNOWN.get(list) ?? new Map<string, StoryLines>();
  KNOWN.set(list, ofPage);
  const known = ofPage.get(story);
  if (known !== undefined) return known;
  const lines = linesOfStory(list, story)
    .toSorted(({ line: a }, { line: b }) => a.paragraph - b.paragraph || a.start - b.start)
    .map(onPage);
  const found = { lines, columns: columnsOf(rowsOf(lines)) };
  ofPage.set(story, found);
  return found;
}

function onPage({ line, x, y }: FoundLine): StoryLine {
  const [right, down] = line.vertical ? [y, x] : [x, y];
  return {
    text: line.text,
    paragraph: line.paragraph,
    start: line.start,
    end: line.end,
    vertical: line.vertical,
    along: { from: line.along.from + right, to: line.along.to + right },
    across: { from: line.across.from + down, to: line.across.to + down },
    baseline: line.baseline + down,
    runs: line.runs.map(({ run, ...origin }) => ({ x: origin.x + x, y: origin.y + y, run })),
  };
}

interface Row {
  readonly numbers: readonly number[];
  readonly lines: readonly StoryLine[];
}

/** Lines at one height that belong to one column; nearly always one line. */
function rowsOf(lines: readonly StoryLine[]): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined) continue;
    const isParted = next !== undefined && partsRow(line, next, [lines[at - 1], lines[at + 2]]);
    if (isParted) rows.push({ numbers: [at, at + 1], lines: [line, next] });
    else rows.push({ numbers: [at], lines: [line] });
    if (isParted) at += 1;
  }
  return rows;
}

const SAME_HEIGHT_PT = 1e-3;

/**
 * Two lines at one height are parts of a row when the text comes from a line close above the
 * second or goes on close under the first; otherwise they are columns of one line each.
 */
function partsRow(
  left: StoryLine,
  right: StoryLine,
  [before, after]: readonly (StoryLine | undefined)[],
): boolean {
  if (left.vertical !== right.vertical || left.along.to > right.along.from) return false;
  if (Math.abs(left.baseline - right.baseline) > SAME_HEIGHT_PT) return false;
  const comesFromAbove = before !== undefined && isClose(before, right) && isAfter(before, right);
  const goesOnBelow = after !== undefined && isClose(left, after) && isAfter(left, after);
  return comesFromAbove || goesOnBelow;
}

/** Does the second line stand beyond the first in reading direction, in the same column? */
function isAfter(first: StoryLine, second: StoryLine): boolean {
  if (first.vertical !== second.vertical) return false;
  const step = (second.baseline - first.baseline) * (first.vertical ? -1 : 1);
  return step > SAME_HEIGHT_PT && overlaps(first.along, second.along);
}

/** Is there less than a line between them? */
function isClose(first: StoryLine, second: StoryLine): boolean {
  const heightPt = Math.max(extentLength(first.across), extentLength(second.across));
  return gapBetween(first.across, second.across) < heightPt;
}

function columnsOf(rows: readonly Row[]): readonly StoryColumn[] {
  const columns: { rows: (readonly number[])[]; along: Extent; last: StoryLine }[] = [];
  for (const { numbers, lines } of rows) {
    const [first] = lines;
    if (first === undefined) continue;
    const along = around(lines.map((line) => line.along));
    const column = columns.at(-1);
    if (column !== undefined && isAfter({ ...column.last, along: column.along }, first)) {
      column.rows.push(numbers);
      column.along = around([column.along, along]);
      column.last = first;
    } else {
      columns.push({ rows: [numbers], along, last: first });
    }
  }
  return columns;
}

function around(extents: readonly Extent[]): Extent {
  return {
    from: Math.min(...extents.map(({ from }) => from)),
    to: Math.max(...extents.map(({ to }) => to)),
  };
}

/** Do two stretches share more than an end? An empty line counts as a point. */
function overlaps(a: Extent, b: Extent): boolean {
  return Math.max(a.from, b.from) <= Math.min(a.to, b.to);
}

/** Length of a stretch. */
export function extentLength({ from, to }: Extent): number {
  return to - from;
}

/** Room between two stretches; negative when they overlap. */
export function gapBetween(a: Extent, b: Extent): number {
  return Math.max(a.from, b.from) - Math.min(a.to, b.to);
}

/**
 * Number of the line on which the caret stands; undefined for a story that is not on the page. A
 * place that is not set (overset, or on another page) counts to the nearest line before it, where
 * there is one in its paragraph, else to the first behind it.
 */
export function lineNumberAt({ lines }: StoryLines, caret: StoryCaret): number | undefined {
  const { paragraph, offset } = caret;
  let nearest: number | undefined;
  let touching: number | undefined;
  for (const [number, line] of lines.entries()) {
    if (line.paragraph > paragraph) break;
    const isOwn = line.paragraph === paragraph;
    if (isOwn && holds(line, caret)) return number;
    if (isOwn && (line.start === offset || line.end === offset)) touching ??= number;
    if (isOwn && line.start > offset) {
      const isFirst = nearest === undefined || lines[nearest]?.paragraph !== paragraph;
      if (isFirst) nearest = number;
      break;
    }
    nearest = number;
  }
  return touching ?? nearest ?? (lines.length > 0 ? 0 : undefined);
}

/** Does the neighbour that the caret stays with stand on the line? */
function holds(line: StoryLine, { offset, edge }: StoryCaret): boolean {
  if (edge === 'leading') return line.start <= offset && offset < line.end;
  return line.start < offset && offset <= line.end;
}

/** A character of a line; offsets in its text, places on the page. */
export interface LineBox extends CharacterBox {
  readonly placed: PlacedRun;
}

/** The characters of a line in text order; one box without width when it is empty. */
export function lineBoxes(line: StoryLine): readonly LineBox[] {
  return line.runs.flatMap((placed) => {
    const first = placed.run.source?.start ?? 0;
    const shift = line.vertical ? placed.y : placed.x;
    return runBoxes(placed.run).map(({ start, end, from, to }) => {
      const range = { start: start + first, end: end + first };
      return { ...range, from: from + shift, to: to + shift, placed };
    });
  });
}

/** Where the caret stands on a line. */
export interface CaretStop {
  /** Along the line, on the page. */
  readonly along: number;
  /** The run that gives the caret its height. */
  readonly placed: PlacedRun;
}

/** The caret's place on a line; an offset that is not set takes the nearest character before it. */
export function caretStop(line: StoryLine, { offset, edge }: StoryCaret): CaretStop | undefined {
  let best: CaretStop | undefined;
  let least = Number.POSITIVE_INFINITY;
  const offer = (rank: number, along: number, placed: PlacedRun) => {
    if (rank >= least) return;
    least = rank;
    best = { along, placed };
  };
  for (const { start, end, from, to, placed } of lineBoxes(line)) {
    if (start === offset) offer(edge === 'leading' ? 0 : 1, from, placed);
    if (end === offset) offer(edge === 'leading' ? 1 : 0, to, placed);
    if (end < offset) offer(2 + offset - end, to, placed);
    // Nothing stands before it: the start of the first character behind it.
    if (start > offset) offer(BEHIND + start - offset, from, placed);
  }
  return best;
}

/** Added to the rank of a character behind the position; no text has that many characters. */
const BEHIND = 1e9;
