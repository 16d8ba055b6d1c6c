import type { ColumnMode } from '#engine/model/issue.ts';

/** One column of a block. Characters of body size; `x` counts from the block's left edge. */
export interface ColumnSpan {
  readonly x: number;
  readonly width: number;
}

/** How a block is divided. Lengths in characters of body size. */
export interface ColumnRequest {
  /** Width of the block. */
  readonly widthChars: number;
  /** Columns wanted; fewer are made when the block cannot hold them. Not used by `automatic`. */
  readonly count: number;
  readonly mode: ColumnMode;
  readonly gutter: number;
  /** The page's base columns, with `x` from the block's left edge; used by `automatic` alone. */
  readonly baseColumns?: readonly ColumnSpan[];
}

/** Text narrower than this is a sliver, not a column (newsroom.md 2.4: no line below 6 to 7). */
export const NARROWEST_TEXT_CHARS = 6;

/** Half a thousandth of a character: sums of halves and tenths are the same length. */
const TOLERANCE_CHARS = 5e-4;

/** A column of less than one character can hold nothing. */
const NARROWEST_COLUMN_CHARS = 1;

/**
 * The inner columns of a block, left to right; the first begins at 0, the last ends at the block's
 * right edge. 20 characters in 2 columns with gutter 1:
 *
 * - `absolute` (绝对) 9+(2)+9: whole and equal columns, the gutter takes what is over;
 * - `relative` (相对) 9|10+(1): whole columns, exact gutter; the columns at the right are longer;
 * - `free` (自由) 9.5+(1)+9.5: equal columns, exact gutter, broken measures;
 * - `automatic` (自动): the page's base columns that fall in the block. A base column that the block
 *   cuts to less than 6 characters is joined to its neighbour. Without base columns: as `free`.
 *
 * A block of one column is set to its full width in every mode.
 */
export function innerColumns(request: ColumnRequest): readonly ColumnSpan[] {
  const { widthChars, mode, baseColumns } = request;
  if (mode === 'automatic' && baseColumns !== undefined) {
    return columnsOnBase(widthChars, baseColumns);
  }
  const count = columnsThatFit(request);
  if (count === 1) return [{ x: 0, width: widthChars }];
  if (mode === 'absolute') return absoluteColumns({ ...request, count });
  return mode === 'relative'
    ? relativeColumns({ ...request, count })
    : freeColumns({ ...request, count });
}

function columnsThatFit(request: ColumnRequest): number {
  let count = Math.max(1, Math.floor(request.count));
  while (count > 1 && equalShare({ ...request, count }) < NARROWEST_COLUMN_CHARS) count--;
  return count;
}

/** Width of each column when all are equal and the gutter is exact. */
function equalShare({ widthChars, count, gutter }: ColumnRequest): number {
  return (widthChars - gutter * (count - 1)) / count;
}

function absoluteColumns(request: ColumnRequest): readonly ColumnSpan[] {
  const { widthChars, count } = request;
  const width = Math.floor(equalShare(request) + TOLERANCE_CHARS);
  const gutter = (widthChars - width * count) / (count - 1);
  return columnRow(
    Array.from({ length: count }, () => width),
    gutter,
  );
}

/** The last column also takes the half character of a block that is not whole characters wide. */
function relativeColumns(request: ColumnRequest): readonly ColumnSpan[] {
  const { widthChars, count, gutter } = request;
  const characters = widthChars - gutter * (count - 1);
  const least = Math.floor(characters / count + TOLERANCE_CHARS);
  const longer = Math.floor(characters - least * count + TOLERANCE_CHARS);
  const broken = characters - least * count - longer;
  const widths = Array.from({ length: count }, (_, index) => {
    const whole = index < count - longer ? least : least + 1;
    return index === count - 1 ? whole + broken : whole;
  });
  return columnRow(widths, gutter);
}

function freeColumns(request: ColumnRequest): readonly ColumnSpan[] {
  const width = equalShare(request);
  return columnRow(
    Array.from({ length: request.count }, () => width),
    request.gutter,
  );
}

function columnRow(widths: readonly number[], gutter: number): readonly ColumnSpan[] {
  let x = 0;
  return widths.map((width) => {
    const column = { x, width };
    x += width + gutter;
    return column;
  });
}

function columnsOnBase(widthChars: number, base: readonly ColumnSpan[]): readonly ColumnSpan[] {
  const inside: { left: number; right: number }[] = [];
  for (const column of base) {
    const left = Math.max(0, column.x);
    const right = Math.min(widthChars, column.x + column.width);
    const isWhole = right - left > column.width - TOLERANCE_CHARS;
    const isWide = right - left > NARROWEST_TEXT_CHARS - TOLERANCE_CHARS;
    if (right > left + TOLERANCE_CHARS && (isWhole || isWide)) inside.push({ left, right });
  }
  const last = inside.length - 1;
  if (last < 0) return [{ x: 0, width: widthChars }];
  return inside.map(({ left, right }, index) => {
    const x = index === 0 ? 0 : left;
    return { x, width: (index === last ? widthChars : right) - x };
  });
}
