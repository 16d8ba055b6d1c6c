import type { DisplayList } from './display-list.ts';
import type { TextPosition } from './hit-text.ts';
import { distanceOutside } from './placed-runs.ts';
import type { StoryLine, StoryLines } from './story-lines.ts';
import { caretStop, lineBoxes, lineNumberAt, storyLines } from './story-lines.ts';
import { storyPlaceOf } from './text-index.ts';

/** Keys that move the caret, as the eye sees them; Home and End are `lineStart` and `lineEnd`. */
export type CaretDirection = 'up' | 'down' | 'left' | 'right' | 'lineStart' | 'lineEnd';

/** Where a key takes the caret. */
export interface CaretMove {
  readonly position: TextPosition;
  /**
   * Place along the line that the caret keeps to while it moves from line to line: to be handed in
   * with the next move. Undefined after any other move.
   */
  readonly goalPt: number | undefined;
  /**
   * There is nothing further in this direction on this page. The story may go on on another page
   * of its thread: `caretOnEdgeLine` enters it there.
   */
  readonly isBeyond: boolean;
}

/**
 * Moves the caret as an arrow key does. In horizontal text left and right step by character, up and
 * down by visual line; in vertical text up and down step by character, left to the next line and
 * right to the one before. Lines are taken in text order: from the foot of a column to the head of
 * the next, and from frame to frame of a thread. Undefined when nothing of the story is here.
 */
export function moveCaret(
  list: DisplayList,
  position: TextPosition,
  direction: CaretDirection,
  goalPt?: number,
): CaretMove | undefined {
  const place = placeOn(list, position);
  if (place === undefined) return undefined;
  const step = (place.line.vertical ? VERTICAL : HORIZONTAL)[direction];
  switch (step) {
    case 'next character':
    case 'previous character':
      return toCharacter(place, step);
    case 'next line':
    case 'previous line':
      return toLine(place, step, goalPt);
    case 'line start':
      return { position: startOf(place.line), goalPt: undefined, isBeyond: false };
    case 'line end':
      return { position: endOf(place.line), goalPt: undefined, isBeyond: false };
  }
}

/** The caret on the visual line before, keeping its place along the line. */
export function caretAbove(
  list: DisplayList,
  position: TextPosition,
  goalPt?: number,
): CaretMove | undefined {
  const place = placeOn(list, position);
  return place && toLine(place, 'previous line', goalPt);
}

/** The caret on the visual line after, keeping its place along the line. */
export function caretBelow(
  list: DisplayList,
  position: TextPosition,
  goalPt?: number,
): CaretMove | undefined {
  const place = placeOn(list, position);
  return place && toLine(place, 'next line', goalPt);
}

/**
 * The caret on the first or last line that a page has of a text, for a story that goes on from
 * another page; without a goal at the start of the first or the end of the last. `text` names a
 * field, a story or one of its paragraphs. Undefined when nothing of the story is on the page.
 */
export function caretOnEdgeLine(
  list: DisplayList,
  text: string,
  which: 'first' | 'last',
  goalPt?: number,
): TextPosition | undefined {
  const { lines } = storyLines(list, storyPlaceOf(text).story);
  const line = lines.at(which === 'first' ? 0 : -1);
  if (line === undefined) return undefined;
  if (goalPt !== undefined) return positionAlong(line, goalPt);
  return which === 'first' ? startOf(line) : endOf(line);
}

type Step =
  | 'next character'
  | 'previous character'
  | 'next line'
  | 'previous line'
  | 'line start'
  | 'line end';

const HORIZONTAL: Readonly<Record<CaretDirection, Step>> = {
  left: 'previous character',
  right: 'next character',
  up: 'previous line',
  down: 'next line',
  lineStart: 'line start',
  lineEnd: 'line end',
};

const VERTICAL: Readonly<Record<CaretDirection, Step>> = {
  up: 'previous character',
  down: 'next character',
  left: 'next line',
  right: 'previous line',
  lineStart: 'line start',
  lineEnd: 'line end',
};

/** The caret on its line, among the lines of its story. */
interface CaretPlace {
  readonly story: StoryLines;
  readonly position: TextPosition;
  readonly paragraph: number;
  readonly number: number;
  readonly line: StoryLine;
}

function placeOn(list: DisplayList, position: TextPosition): CaretPlace | undefined {
  const { story: name, paragraph } = storyPlaceOf(position.text);
  const story = storyLines(list, name);
  const { offset, edge } = position;
  const number = lineNumberAt(story, { paragraph, offset, edge }) ?? -1;
  const line = story.lines[number];
  return line && { story, position, paragraph, number, line };
}

function toCharacter(place: CaretPlace, step: 'next character' | 'previous character'): CaretMove {
  const { story, number } = place;
  const forward = step === 'next character';
  for (let at = number; at >= 0 && at < story.lines.length; at += forward ? 1 : -1) {
    const line = story.lines[at];
    const offset = line && nextOffset(line, place, forward);
    if (line === undefined || offset === undefined) continue;
    const position = withEdge(line, offset, story.lines[at + 1]);
    return { position, goalPt: undefined, isBeyond: false };
  }
  return { position: place.position, goalPt: undefined, isBeyond: true };
}

/** The nearest place between characters of a line that lies beyond the caret. */
function nextOffset(line: StoryLine, place: CaretPlace, forward: boolean): number | undefined {
  const boxes = lineBoxes(line);
  const offsets = [line.start, ...boxes.map(({ end }) => end)];
  const { offset: own } = place.position;
  const isBeyond = (offset: number) => {
    const ahead = line.paragraph - place.paragraph || offset - own;
    return forward ? ahead > 0 : ahead < 0;
  };
  return forward ? offsets.find(isBeyond) : offsets.findLast(isBeyond);
}

/** At a soft break the caret stands at the head of the next line, unless End took it there. */
function withEdge(line: StoryLine, offset: number, next: StoryLine | undefined): TextPosition {
  const { text } = line;
  const goesOn = next?.text === text && next.start === offset && next.end > offset;
  const isAtEnd = offset === line.end && line.end > line.start && !goesOn;
  return { text, offset, edge: isAtEnd ? 'trailing' : 'leading' };
}

function toLine(
  place: CaretPlace,
  step: 'next line' | 'previous line',
  wantedPt: number | undefined,
): CaretMove {
  const { story, line, number } = place;
  const forward = step === 'next line';
  const goalPt = wantedPt ?? alongOf(place);
  const found = rowBeside(story, number, forward);
  if (found === undefined) {
    return { position: forward ? endOf(line) : startOf(line), goalPt, isBeyond: true };
  }
  const shifted = goalPt + found.shiftPt;
  const [first, ...others] = found.lines;
  let best = first;
  for (const other of others) {
    const isNearer = distanceOutside(other.along, shifted) < distanceOutside(best.along, shifted);
    if (isNearer) best = other;
  }
  return { position: positionAlong(best, shifted), goalPt: shifted, isBeyond: false };
}

function alongOf({ line, position, paragraph }: CaretPlace): number {
  const { offset, edge } = position;
  return caretStop(line, { paragraph, offset, edge })?.along ?? line.along.from;
}

interface RowBeside {
  readonly lines: readonly [StoryLine, ...StoryLine[]];
  /** From a place in the caret's column to the same place in the other one. */
  readonly shiftPt: number;
}

function rowBeside(story: StoryLines, number: number, forward: boolean): RowBeside | undefined {
  const { columns } = story;
  const own = columns.findIndex(({ rows }) => rows.some((row) => row.includes(number)));
  const column = columns[own];
  if (column === undefined) return undefined;
  const row = column.rows.findIndex((numbers) => numbers.includes(number));
  const beside = column.rows[row + (forward ? 1 : -1)];
  const other = columns[own + (forward ? 1 : -1)];
  const numbers = beside ?? other?.rows.at(forward ? 0 : -1) ?? [];
  const [first, ...others] = numbers.flatMap((one) => story.lines[one] ?? []);
  if (first === undefined) return undefined;
  const hasChanged = beside === undefined && other !== undefined;
  const shiftPt = hasChanged ? other.along.from - column.along.from : 0;
  return { lines: [first, ...others], shiftPt };
}

/** The place on a line nearest to a point along it; of equals the one farther on. */
function positionAlong(line: StoryLine, goalPt: number): TextPosition {
  let offset = line.start;
  let least = Number.POSITIVE_INFINITY;
  const offer = (at: number, along: number) => {
    const distance = Math.abs(along - goalPt);
    if (distance > least) return;
    least = distance;
    offset = at;
  };
  for (const { start, end, from, to } of lineBoxes(line)) {
    offer(start, from);
    if (end === line.end) offer(end, to);
  }
  return offset === line.end ? endOf(line) : { text: line.text, offset, edge: 'leading' };
}

function startOf({ text, start }: StoryLine): TextPosition {
  return { text, offset: start, edge: 'leading' };
}

function endOf({ text, start, end }: StoryLine): TextPosition {
  return { text, offset: end, edge: start === end ? 'leading' : 'trailing' };
}
