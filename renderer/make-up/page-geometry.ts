import type { PageGrid } from '#engine/compose/page-grid.ts';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { GridArea } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Rect } from '#engine/units/rect.ts';

/** A stretch of the grid, in characters across or lines down. */
export interface CellSpan {
  readonly from: number;
  readonly to: number;
}

/** A place on the grid, in characters and lines from the corner of the type area. */
export interface GridPlace {
  readonly column: number;
  readonly line: number;
}

/** The grid of a page with what blocks are laid out by. */
export interface PageGeometry extends PageGrid {
  /** In points of the page. */
  readonly typeArea: Rect;
  /** Left to right; they seldom begin and end on whole characters. */
  readonly baseColumns: readonly CellSpan[];
}

/** Narrowest step of the grid across; down it is one line. */
export const HALF_CHARACTER = 0.5;

/** The geometry of all pages of a template. */
export function pageGeometry(template: PageTemplate): PageGeometry {
  const grid = pageGrid(template);
  const { columns, lines } = grid;
  const { count, gutter } = template.baseColumns;
  const width = (columns - gutter * (count - 1)) / count;
  const baseColumns = Array.from({ length: count }, (_, index) => {
    const from = index * (width + gutter);
    return { from, to: from + width };
  });
  return { ...grid, typeArea: areaRect(grid, { column: 0, line: 0, columns, lines }), baseColumns };
}

/** An area in points of the page. */
export function rectOf(geometry: PageGrid, area: GridArea): Rect {
  return areaRect(geometry, area);
}

/** A place of the grid in points of the page. */
export function pointOf(geometry: PageGrid, { column, line }: GridPlace): PagePoint {
  return {
    x: geometry.originX + column * geometry.cellPt,
    y: geometry.originY + line * geometry.leadingPt,
  };
}

/** A point of the page on the grid, in broken characters and lines. */
export function placeAt(geometry: PageGrid, { x, y }: PagePoint): GridPlace {
  return {
    column: (x - geometry.originX) / geometry.cellPt,
    line: (y - geometry.originY) / geometry.leadingPt,
  };
}

/** A way over the page in characters and lines. */
export function distanceInCells(geometry: PageGrid, way: PagePoint): GridPlace {
  return { column: way.x / geometry.cellPt, line: way.y / geometry.leadingPt };
}

/** The whole cells, within the type area, that a box drawn from one point to another touches. */
export function areaBetween(geometry: PageGrid, a: PagePoint, b: PagePoint): GridArea | undefined {
  const [first, second] = [placeAt(geometry, a), placeAt(geometry, b)];
  const across = coveredCells(first.column, second.column, geometry.columns);
  const down = coveredCells(first.line, second.line, geometry.lines);
  if (across.to <= across.from || down.to <= down.from) return undefined;
  return {
    column: across.from,
    line: down.from,
    columns: across.to - across.from,
    lines: down.to - down.from,
  };
}

function coveredCells(a: number, b: number, count: number): CellSpan {
  const from = Math.max(0, Math.floor(Math.min(a, b)));
  const to = Math.min(count, Math.ceil(Math.max(a, b)));
  return { from, to };
}

/** The span of an area across. */
export function acrossOf(area: GridArea): CellSpan {
  return { from: area.column, to: area.column + area.columns };
}

/** The span of an area down. */
export function downOf(area: GridArea): CellSpan {
  return { from: area.line, to: area.line + area.lines };
}

/** The area of two spans. */
export function areaOf(across: CellSpan, down: CellSpan): GridArea {
  return {
    column: across.from,
    line: down.from,
    columns: across.to - across.from,
    lines: down.to - down.from,
  };
}
