import type { Block, GridArea, Page } from '#engine/model/issue.ts';
import type { BodyGrid } from '#engine/model/template.ts';

/** Area and shape of a block. */
export interface BlockShape {
  readonly area: GridArea;
  readonly cutouts: readonly GridArea[];
}

/** The shape with its foot some lines further down, or up; cutouts at the foot go along. */
export function withFootMoved({ area, cutouts }: BlockShape, by: number): BlockShape {
  const foot = footOf(area);
  return {
    area: { ...area, lines: area.lines + by },
    cutouts: cutouts.flatMap((cut) => {
      if (footOf(cut) < foot) return [cut];
      return cut.lines + by < 1 ? [] : [{ ...cut, lines: cut.lines + by }];
    }),
  };
}

/** A block that grows leaves this many lines clear above the next one. */
const CLEAR_LINES = 1;
/** Areas begin and end at half characters. */
const STEP = 0.5;

/**
 * True when a block could take so many lines more at its foot: they are on the page, no other block
 * stands there, and a clear line is left above what follows.
 */
export function hasRoomBelow(page: Page, body: BodyGrid, block: Block, lines: number): boolean {
  const foot = footOf(block.area);
  if (foot + lines > body.lines) return false;
  const others = page.blocks.filter((other) => other.id !== block.id);
  const columns = footColumns(block);
  for (let line = foot; line < foot + lines + CLEAR_LINES; line++) {
    const isTaken = columns.some((column) => others.some((other) => covers(other, column, line)));
    if (isTaken) return false;
  }
  return true;
}

/** The half characters of the last line that belong to the block. */
function footColumns(block: Block): readonly number[] {
  const { column, columns } = block.area;
  const line = footOf(block.area) - 1;
  const all = Array.from({ length: Math.round(columns / STEP) }, (_, at) => column + at * STEP);
  return all.filter((at) => covers(block, at, line));
}

/** Does the block take the cell whose upper left corner this is? */
function covers({ area, cutouts }: BlockShape, column: number, line: number): boolean {
  return holds(area, column, line) && !cutouts.some((cut) => holds(cut, column, line));
}

function holds(area: GridArea, column: number, line: number): boolean {
  const across = column >= area.column && column < area.column + area.columns;
  return across && line >= area.line && line < footOf(area);
}

function footOf({ line, lines }: GridArea): number {
  return line + lines;
}
