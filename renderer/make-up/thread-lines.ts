import type { PageGrid } from '#engine/compose/page-grid.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Page } from '#engine/model/issue.ts';
import type { BlockShape } from './block-shape.ts';
import { tidyShape } from './block-shape.ts';
import type { GridPlace } from './page-geometry.ts';
import { pointOf } from './page-geometry.ts';
import type { ThreadBlock } from './thread-blocks.ts';

/** A line from the foot of one block to the head of the next, for drawing a thread. */
export interface ThreadLine {
  /** Ids of the blocks it joins. */
  readonly from: string;
  readonly to: string;
  /** Corners of the line in points of the page; the arrowhead stands at the last one. */
  readonly points: readonly PagePoint[];
  /** The page that the story comes from or goes on to, when that is another one. */
  readonly elsewhere: Page | undefined;
}

/** Length of the stump that points to another page, in characters. */
const STUMP = 2;

/** The lines of a thread that show on one page, stumps to other pages included. */
export function threadLines(
  geometry: PageGrid,
  thread: readonly ThreadBlock[],
  page: string,
): readonly ThreadLine[] {
  return thread.slice(1).flatMap((next, index): readonly ThreadLine[] => {
    const own = thread[index];
    if (own === undefined) return [];
    const ids = { from: own.block.id, to: next.block.id };
    const leaves = own.page.id === page;
    const arrives = next.page.id === page;
    if (!leaves && !arrives) return [];
    const foot = footOf(own.block);
    const head = headOf(next.block);
    const line = (places: readonly GridPlace[], elsewhere: Page | undefined): ThreadLine => {
      return { ...ids, points: places.map((place) => pointOf(geometry, place)), elsewhere };
    };
    if (leaves && arrives) return [line(pathBetween(foot, head), undefined)];
    if (leaves) return [line([foot, { ...foot, column: foot.column + STUMP }], next.page)];
    return [line([{ ...head, column: head.column - STUMP }, head], own.page)];
  });
}

/** Where the story leaves a block: the end of its last line. */
export function footOf(shape: BlockShape): GridPlace {
  const { area, cutouts } = tidyShape(shape) ?? { area: shape.area, cutouts: [] };
  const line = area.line + area.lines;
  let column = area.column + area.columns;
  // From the right: cutouts that end at the edge take the end of the line with them.
  for (const cutout of cutouts.toSorted((a, b) => b.column - a.column)) {
    const isAtFoot = cutout.line + cutout.lines === line;
    if (isAtFoot && cutout.column + cutout.columns === column) column = cutout.column;
  }
  return { column, line };
}

/** Where the story enters a block: the start of its first line. */
export function headOf(shape: BlockShape): GridPlace {
  const { area, cutouts } = tidyShape(shape) ?? { area: shape.area, cutouts: [] };
  let { column } = area;
  for (const cutout of cutouts.toSorted((a, b) => a.column - b.column)) {
    if (cutout.line === area.line && cutout.column === column) column += cutout.columns;
  }
  return { column, line: area.line };
}

/** Down, across and down to what lies below; else across, up and across. */
function pathBetween(foot: GridPlace, head: GridPlace): readonly GridPlace[] {
  if (head.line >= foot.line) {
    const line = (foot.line + head.line) / 2;
    return withoutRepeats([foot, { ...foot, line }, { ...head, line }, head]);
  }
  const column = (foot.column + head.column) / 2;
  return withoutRepeats([foot, { ...foot, column }, { ...head, column }, head]);
}

function withoutRepeats(places: readonly GridPlace[]): readonly GridPlace[] {
  return places.filter(({ column, line }, index) => {
    const before = places[index - 1];
    return before === undefined || before.column !== column || before.line !== line;
  });
}
