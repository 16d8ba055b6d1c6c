import type { GridArea } from '#engine/model/issue.ts';
import type { ColumnSpan } from './inner-columns.ts';
import { NARROWEST_TEXT_CHARS } from './inner-columns.ts';

/** Room for one line of text in a block. */
export interface Slot {
  /** Body lines from the top of the block. */
  readonly line: number;
  /** Characters from the block's left edge. */
  readonly x: number;
  /** Length of the line, in characters. */
  readonly width: number;
}

/** One inner column with its lines, top to bottom. */
export interface SlotColumn extends ColumnSpan {
  readonly slots: readonly Slot[];
}

/** What text keeps out of: a cutout, the room of a headline, a picture that text runs around. */
export interface Obstacle {
  /** In page cells. */
  readonly area: GridArea;
  /** Clear space left and right of it, in characters. */
  readonly gap: number;
  /** Body lines kept clear above and below it. */
  readonly gapLines: number;
}

/** A block about to be filled. Areas in page cells, columns from the block's left edge. */
export interface SlotRequest {
  readonly area: GridArea;
  readonly columns: readonly ColumnSpan[];
  readonly obstacles: readonly Obstacle[];
}

/** Half a thousandth of a character or line: a touch is no overlap. */
const TOLERANCE = 5e-4;

/** Shortened lines are whole or half characters long, so that their type stays on the grid. */
const GRID_STEPS = 2;

/**
 * The lines of each inner column, in reading order.
 *
 * A line beside an obstacle is rounded down to whole or half characters, and keeps to the edge of
 * its column. What is left of a line is used only from 6 characters on. An obstacle inside a column
 * leaves two places on one line, read left then right; if one of them is too narrow, the other is
 * used alone. A column that nothing cuts keeps its own width, however narrow it is.
 */
export function columnSlots(request: SlotRequest): readonly SlotColumn[] {
  const barriers = request.obstacles
    .filter(({ area }) => area.columns > 0 && area.lines > 0)
    .map((obstacle) => barrierOf(obstacle, request.area));
  return request.columns.map((column) => {
    const inColumn = barriers.filter((barrier) => crosses(barrier, column));
    const slots: Slot[] = [];
    for (let line = 0; line + 1 <= request.area.lines + TOLERANCE; line++) {
      slots.push(...slotsOnLine(line, column, inColumn));
    }
    return { ...column, slots };
  });
}

/** An obstacle with its gaps, in characters and lines from the block's upper left corner. */
interface Barrier {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function barrierOf(obstacle: Obstacle, block: GridArea): Barrier {
  const { area, gap, gapLines } = obstacle;
  return {
    left: area.column - block.column - gap,
    right: area.column + area.columns - block.column + gap,
    top: area.line - block.line - gapLines,
    bottom: area.line + area.lines - block.line + gapLines,
  };
}

function crosses(barrier: Barrier, column: ColumnSpan): boolean {
  const isBeside =
    barrier.right <= column.x + TOLERANCE || barrier.left >= column.x + column.width - TOLERANCE;
  return !isBeside;
}

function slotsOnLine(
  line: number,
  column: ColumnSpan,
  barriers: readonly Barrier[],
): readonly Slot[] {
  const onLine = barriers.filter(
    (barrier) => barrier.top < line + 1 - TOLERANCE && barrier.bottom > line + TOLERANCE,
  );
  if (onLine.length === 0) return [{ line, x: column.x, width: column.width }];
  return openSpans(column, onLine)
    .map((span) => onGrid(span, column))
    .filter((span) => span.width >= NARROWEST_TEXT_CHARS - TOLERANCE)
    .map((span) => ({ line, ...span }));
}

/** What the barriers leave of a column, left to right. */
function openSpans(column: ColumnSpan, barriers: readonly Barrier[]): readonly ColumnSpan[] {
  const spans: ColumnSpan[] = [];
  const end = column.x + column.width;
  let x = column.x;
  for (const barrier of barriers.toSorted((a, b) => a.left - b.left)) {
    if (barrier.left > x + TOLERANCE) spans.push({ x, width: barrier.left - x });
    x = Math.max(x, barrier.right);
  }
  if (end > x + TOLERANCE) spans.push({ x, width: end - x });
  return spans;
}

/** Rounds a shortened line down; one that ends with its column is flush at the right. */
function onGrid(span: ColumnSpan, column: ColumnSpan): ColumnSpan {
  const end = span.x + span.width;
  const isFlushRight = Math.abs(end - column.x - column.width) < TOLERANCE;
  if (isFlushRight) {
    const width = wholeSteps(span.width);
    return { x: end - width, width };
  }
  const offset = Math.ceil((span.x - column.x) * GRID_STEPS - TOLERANCE) / GRID_STEPS;
  const x = column.x + offset;
  return { x, width: wholeSteps(end - x) };
}

function wholeSteps(width: number): number {
  return Math.floor(width * GRID_STEPS + TOLERANCE) / GRID_STEPS;
}
