import { isAreaWithin, sharedArea } from '#engine/model/grid-areas.ts';
import type { Block, GridArea, Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { baseColumns } from './base-columns.ts';

/** Fewer lines are the space between blocks, or no room for a headline with a line below. */
export const LEAST_HOLE_LINES = 4;
/** Text keeps this far from a block above and below, in body lines. */
const CLEAR_LINES = 1;
const TOLERANCE = 1e-6;

/**
 * Where nothing stands on a page: areas of whole base columns, clear of the blocks above and below,
 * none within another, the largest first.
 */
export function freeAreas(page: Page, template: PageTemplate): readonly GridArea[] {
  const found = columnRuns(template).flatMap((run) => freeIn(page, run, template.body.lines));
  const largestFirst = found.toSorted((a, b) => b.columns * b.lines - a.columns * a.lines);
  const kept: GridArea[] = [];
  for (const area of largestFirst) {
    if (!kept.some((other) => sharedArea(area, other) !== undefined)) kept.push(area);
  }
  return kept;
}

type ColumnRun = Pick<GridArea, 'column' | 'columns'>;

/** One base column, two side by side, and so on; whole characters within them. */
function columnRuns(template: PageTemplate): readonly ColumnRun[] {
  const base = baseColumns(template);
  return base.flatMap(({ from }, first) =>
    base.slice(first).map(({ to }) => {
      const column = Math.max(0, Math.ceil(from - TOLERANCE));
      return { column, columns: Math.floor(to + TOLERANCE) - column };
    }),
  );
}

function freeIn(page: Page, run: ColumnRun, pageLines: number): readonly GridArea[] {
  const areas: GridArea[] = [];
  let from = 0;
  for (let line = 0; line <= pageLines; line++) {
    const isFree = line < pageLines && isClear(page, { ...run, line, lines: 1 });
    if (isFree) continue;
    const top = from === 0 ? 0 : from + CLEAR_LINES;
    const foot = line === pageLines ? line : line - CLEAR_LINES;
    if (foot - top >= LEAST_HOLE_LINES) areas.push({ ...run, line: top, lines: foot - top });
    from = line + 1;
  }
  return areas;
}

/** True when no block stands on the area. */
export function isClear(page: Page, area: GridArea): boolean {
  return !page.blocks.some((block) => standsOn(block, area));
}

function standsOn({ area: own, cutouts }: Block, area: GridArea): boolean {
  const shared = sharedArea(own, area);
  return shared !== undefined && !cutouts.some((cutout) => isAreaWithin(shared, cutout));
}
