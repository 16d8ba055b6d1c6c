import type { GridArea } from '#engine/model/issue.ts';
import { cellInCharge, type GridShape, spanOfCell } from '#engine/model/merged-cells.ts';
import type { GridPlace } from './page-geometry.ts';

/** The cells of the page under a cell of an ad grid, in broken characters and lines. */
export function areaOfCell(grid: GridShape, area: GridArea, cell: number): GridArea {
  const [wide, high] = [area.columns / grid.columns, area.lines / grid.rows];
  const { row, column, rows, columns } = spanOfCell(grid, cell);
  return {
    column: area.column + column * wide,
    line: area.line + row * high,
    columns: columns * wide,
    lines: rows * high,
  };
}

/** The cell of an ad grid at a place within its area. */
export function cellOfGridAt(grid: GridShape, area: GridArea, at: GridPlace): number {
  const across = Math.floor(((at.column - area.column) * grid.columns) / area.columns);
  const down = Math.floor(((at.line - area.line) * grid.rows) / area.lines);
  return cellInCharge(grid, down * grid.columns + across);
}
