import type { Block, GridArea, Page } from '#engine/model/issue.ts';
import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import { HOLE_CHARACTERS } from '#engine/preflight/finding-limits.ts';
import type { Finding } from '#engine/units/finding.ts';

/** A gutter or a margin is narrower than this, and so is the air around a block. */
const LEAST_COLUMNS = 8;
const LEAST_LINES = 4;
/** More than this is a page that is still being filled, and everybody sees it. */
const MOST_HOLES = 3;

/** 开天窗: places of a page on which nothing stands. A page without blocks is not begun yet. */
export function checkHoles({ page, template }: CheckedPage): readonly Finding[] {
  if (page.blocks.length === 0) return [];
  const { columns, lines } = template.body;
  return holesOf(page, { column: 0, line: 0, columns, lines }).map((hole) => {
    const characters = Math.floor(hole.columns) * hole.lines;
    const values = {
      columns: Math.floor(hole.columns),
      lines: hole.lines,
      characters,
      column: Math.floor(hole.column) + 1,
      line: hole.line + 1,
    };
    return told('page-hole', 'warns', values);
  });
}

/** What covers a part of the page; an L shape leaves its cutouts bare. */
type Cover = Pick<Block, 'area' | 'cutouts'>;

/** The largest holes, largest first. */
function holesOf({ blocks }: Page, whole: GridArea): readonly GridArea[] {
  const holes: GridArea[] = [];
  while (holes.length < MOST_HOLES) {
    const found = holes.map((area): Cover => ({ area, cutouts: [] }));
    const hole = largestHole([...blocks, ...found], whole);
    if (hole === undefined) return holes;
    holes.push(hole);
  }
  return holes;
}

/**
 * The largest bare rectangle. All edges of blocks part the page into few fields; for each row of
 * fields the ones below it are followed down as long as they stay bare.
 */
function largestHole(covers: readonly Cover[], whole: GridArea): GridArea | undefined {
  const areas = covers.flatMap(({ area, cutouts }) => [area, ...cutouts]);
  const across = edges(
    whole.columns,
    areas.map(({ column, columns }) => [column, column + columns]),
  );
  const down = edges(
    whole.lines,
    areas.map(({ line, lines }) => [line, line + lines]),
  );
  let best: GridArea | undefined;
  for (let top = 0; top + 1 < down.length; top++) {
    let open = across.slice(1).map(() => true);
    for (let foot = top; foot + 1 < down.length; foot++) {
      const y = middle(down, foot);
      open = open.map((isOpen, at) => isOpen && !isTaken(covers, { x: middle(across, at), y }));
      if (!open.includes(true)) break;
      const line = down[top] ?? 0;
      const lines = (down[foot + 1] ?? 0) - line;
      const { from, to } = widestRun(open, across);
      const hole = { column: from, columns: to - from, line, lines };
      if (isHole(hole) && sizeOf(hole) > sizeOf(best)) best = hole;
    }
  }
  return best;
}

function isTaken(
  covers: readonly Cover[],
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  const isIn = ({ column, columns, line, lines }: GridArea) =>
    x > column && x < column + columns && y > line && y < line + lines;
  return covers.some(({ area, cutouts }) => isIn(area) && !cutouts.some(isIn));
}

function edges(size: number, stretches: readonly (readonly number[])[]): readonly number[] {
  const inside = stretches.flat().filter((edge) => edge > 0 && edge < size);
  return [...new Set([0, ...inside, size])].sort((one, other) => one - other);
}

function middle(sides: readonly number[], at: number): number {
  return ((sides[at] ?? 0) + (sides[at + 1] ?? 0)) / 2;
}

/** The widest row of open fields beside one another. */
function widestRun(open: readonly boolean[], across: readonly number[]) {
  let best = { from: 0, to: 0 };
  let from: number | undefined;
  for (const [at, isOpen] of [...open, false].entries()) {
    const edge = across[at] ?? 0;
    if (isOpen) from ??= edge;
    else if (from !== undefined) {
      if (edge - from > best.to - best.from) best = { from, to: edge };
      from = undefined;
    }
  }
  return best;
}

function isHole(area: GridArea): boolean {
  const isWide = area.columns >= LEAST_COLUMNS && area.lines >= LEAST_LINES;
  return isWide && sizeOf(area) >= HOLE_CHARACTERS;
}

function sizeOf(area: GridArea | undefined): number {
  return area === undefined ? 0 : area.columns * area.lines;
}
