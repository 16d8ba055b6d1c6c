import type { GridArea, Page } from '#engine/model/issue.ts';
import { blocksTouching } from './block-at.ts';
import type { GridPlace, PageGeometry } from './page-geometry.ts';

/** Width in base columns and height in body lines that some matter would like to have. */
export interface WantedSize {
  readonly baseColumns: number;
  readonly lines: number;
}

/** Less than this is no place for a block. */
const LEAST_LINES = 4;

/**
 * The cells around a place that matter dropped there takes: from the base column under it to the
 * right and downwards, as far as it wants and as no other block stands. Undefined where a block
 * leaves no room.
 */
export function freeAreaAt(
  geometry: PageGeometry,
  page: Page,
  drop: { readonly at: GridPlace; readonly wanted: WantedSize },
): GridArea | undefined {
  const { at, wanted } = drop;
  const { baseColumns } = geometry;
  const first = Math.max(
    0,
    baseColumns.findLastIndex(({ from }) => from <= at.column),
  );
  const top = clamp(Math.floor(at.line), 0, geometry.lines - LEAST_LINES);
  for (let count = Math.min(wanted.baseColumns, baseColumns.length - first); count > 0; count--) {
    const area = grown(
      page,
      { ...columnsArea(geometry, first, count), line: top, lines: 1 },
      {
        wanted: wanted.lines,
        most: geometry.lines,
      },
    );
    if (area.lines >= LEAST_LINES) return area;
  }
  return undefined;
}

/** The free cells below a place, at most as many lines as wanted, of a given width. */
export function freeAreaBelow(
  geometry: PageGeometry,
  page: Page,
  { like, line, lines }: { readonly like: GridArea; readonly line: number; readonly lines: number },
): GridArea | undefined {
  const top = clamp(Math.floor(line), 0, geometry.lines - LEAST_LINES);
  const { column, columns } = like;
  const area = grown(
    page,
    { column, columns, line: top, lines: 1 },
    { wanted: lines, most: geometry.lines },
  );
  return area.lines >= LEAST_LINES ? area : undefined;
}

/**
 * The first place on a page, in reading order, at which matter has the size it wants; else the
 * largest that is free. Undefined for a full page.
 */
export function freeAreaFor(
  geometry: PageGeometry,
  page: Page,
  wanted: WantedSize,
): GridArea | undefined {
  let largest: GridArea | undefined;
  for (let line = 0; line <= geometry.lines - LEAST_LINES; line++) {
    for (const { from } of geometry.baseColumns) {
      const area = freeAreaAt(geometry, page, { at: { column: from, line }, wanted });
      if (area === undefined) continue;
      if (area.lines === wanted.lines && isWide(geometry, area, wanted)) return area;
      if (largest === undefined || cellsOf(area) > cellsOf(largest)) largest = area;
    }
  }
  return largest;
}

/** An area in the middle of a full page, over what stands there; the editor moves it on. */
export function areaOverPage(geometry: PageGeometry, wanted: WantedSize): GridArea {
  const count = Math.min(wanted.baseColumns, geometry.baseColumns.length);
  const first = Math.floor((geometry.baseColumns.length - count) / 2);
  const lines = Math.min(wanted.lines, Math.floor(geometry.lines / 2));
  const line = Math.floor((geometry.lines - lines) / 2);
  return { ...columnsArea(geometry, first, count), line, lines };
}

function isWide(geometry: PageGeometry, area: GridArea, wanted: WantedSize): boolean {
  return area.columns >= columnsArea(geometry, 0, wanted.baseColumns).columns - 1;
}

function cellsOf({ columns, lines }: GridArea): number {
  return columns * lines;
}

/** Whole characters within some base columns: text never reaches into the gutter. */
function columnsArea(
  { baseColumns }: PageGeometry,
  first: number,
  count: number,
): Pick<GridArea, 'column' | 'columns'> {
  const column = Math.ceil((baseColumns[first]?.from ?? 0) - TOLERANCE);
  const to = Math.floor((baseColumns[first + count - 1]?.to ?? column + 1) + TOLERANCE);
  return { column, columns: to - column };
}

const TOLERANCE = 1e-6;

/** The area made longer line by line until it meets a block. */
function grown(
  page: Page,
  area: GridArea,
  { wanted, most }: { readonly wanted: number; readonly most: number },
): GridArea {
  const longest = Math.min(wanted, most - area.line);
  for (let lines = longest; lines > 0; lines--) {
    if (blocksTouching(page, { ...area, lines }).length === 0) return { ...area, lines };
  }
  return { ...area, lines: 0 };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
