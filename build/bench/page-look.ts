import type { DisplayItem, DisplayList, GroupItem } from '#engine/display/display-list.ts';
import { mmToPt } from '#engine/units/units.ts';

/** One character of a horizontal line as it was set; lengths in points along the line. */
interface SetCharacter {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly emPt: number;
}

interface ReadLine {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly characters: readonly SetCharacter[];
}

/** Every line of horizontal text on a page, in reading order. */
function linesOf(list: DisplayList): readonly ReadLine[] {
  const lines: ReadLine[] = [];
  const walk = (items: readonly DisplayItem[], x: number, y: number) => {
    for (const item of items) {
      if (item.kind !== 'group') continue;
      const characters = charactersIn(item);
      if (characters.length > 0)
        lines.push({ id: item.id, x: x + item.x, y: y + item.y, characters });
      walk(item.items, x + item.x, y + item.y);
    }
  };
  walk(list.items, 0, 0);
  return lines;
}

function charactersIn(group: GroupItem): readonly SetCharacter[] {
  return group.items.flatMap((item) => {
    if (item.kind !== 'text' || item.run.vertical) return [];
    const { run, x } = item;
    return run.glyphs.map(({ start, end, boxStart, advance }) => {
      const from = x + boxStart;
      const text = run.text.slice(start, end);
      return { text, from, to: from + advance, emPt: run.sizePt * run.horizontalScale };
    });
  });
}

/** Body lines are named after the paragraph they belong to. */
function isBodyLine({ id }: ReadLine): boolean {
  return /\/story:\d+:\d+$/u.test(id);
}

/** How evenly body lines are spaced, in em of the type size. */
export interface LineSpacing {
  /** Mean step from Han to Han in the loosest line. */
  readonly loosestEm: number;
  /** Lines with neighbouring Han, and how many of them are looser than 1.10. */
  readonly lines: number;
  readonly beyond: number;
}

const HAN = /^\p{Script=Han}$/u;
const FAR_TOO_LOOSE_EM = 1.1;

/** Measures the step between neighbouring Han characters of every body line. */
export function lineSpacing(list: DisplayList): LineSpacing {
  const means = linesOf(list)
    .filter(isBodyLine)
    .flatMap(({ characters }) => {
      const steps = characters.slice(1).flatMap((right, index) => {
        const left = characters[index];
        if (left === undefined || !HAN.test(left.text) || !HAN.test(right.text)) return [];
        return [(right.from - left.from) / left.emPt];
      });
      return steps.length === 0 ? [] : [steps.reduce((sum, step) => sum + step, 0) / steps.length];
    });
  const beyond = means.filter((mean) => mean > FAR_TOO_LOOSE_EM).length;
  return { loosestEm: Math.max(...means), lines: means.length, beyond };
}

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** Lines that differ by less stand on one line to any eye and any ruler. */
const BASELINE_TOLERANCE_PT = mmToPt(0.01);

/**
 * Body lines that stand on a common baseline with the column before them in reading order: the
 * distance to its lines is whole leadings. Lines beside a headline or picture count as well.
 */
export function sharedBaselines(list: DisplayList, leadingPt: number): Share {
  const columns: ReadLine[][] = [];
  let before: ReadLine | undefined;
  for (const line of linesOf(list).filter(isBodyLine)) {
    if (before === undefined || line.y <= before.y) columns.push([]);
    columns.at(-1)?.push(line);
    before = line;
  }
  let count = 0;
  let of = 0;
  for (const [index, column] of columns.entries()) {
    const neighbour = columns[index - 1]?.[0];
    if (neighbour === undefined) continue;
    of += column.length;
    count += column.filter(({ y }) => isWhole((y - neighbour.y) / leadingPt, leadingPt)).length;
  }
  return { count, of };
}

function isWhole(leadings: number, leadingPt: number): boolean {
  return Math.abs(leadings - Math.round(leadings)) * leadingPt < BASELINE_TOLERANCE_PT;
}

const OPENING = new Set('“‘（《〈【〔〖［｛「『');
const CLOSING = new Set('”’）》〉】〕〗］｝」』，、；：。．？！');

/**
 * Neighbouring marks between which one half-em blank was saved, out of all that have one to save:
 * as squares, two closing marks would stand half an em apart, a closing and an opening one a whole.
 */
export function tightMarks(list: DisplayList): Share {
  let count = 0;
  let of = 0;
  for (const { characters } of linesOf(list)) {
    for (const [index, right] of characters.entries()) {
      const left = characters[index - 1];
      const asSquares = left === undefined ? 0 : blankAsSquares(left.text, right.text);
      if (left === undefined || asSquares === 0) continue;
      of++;
      // A quarter of an em is half of what is saved; justification moves no gap so far.
      if ((right.from - left.to) / right.emPt < asSquares - 0.25) count++;
    }
  }
  return { count, of };
}

/** Blank between the bodies of two marks that stand in full squares, in em; 0 for none. */
function blankAsSquares(left: string, right: string): number {
  const after = CLOSING.has(left) ? 0.5 : 0;
  const before = OPENING.has(right) ? 0.5 : 0;
  const areMarks = (after > 0 || OPENING.has(left)) && (before > 0 || CLOSING.has(right));
  return areMarks ? after + before : 0;
}
