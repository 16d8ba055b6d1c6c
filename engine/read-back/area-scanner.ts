import { type CellSums, createCellSums, type Side } from './cell-sums.ts';
import type { Box } from './matrix.ts';

/** How much of each cell of a window an area covers, 0 to 1, row by row from the foot. */
export interface CellShares {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columns: number;
  readonly rows: number;
  readonly shares: Float32Array;
}

/** Cells of a raster, in points. */
export interface CellGrid {
  readonly area: Box;
  readonly cellPt: number;
  readonly columns: number;
  readonly rows: number;
}

/** Tells inside from outside: by how often a line runs round it, or whether that is odd. */
export type WindingRule = 'nonzero' | 'odd';

/** Measures how much of each cell an area covers that straight lines bound. */
export interface AreaScanner {
  /** Starts an area that is cut by a box; false where the box lies outside the raster. */
  open(box: Box): boolean;
  /** A side of the area. Every piece has to be closed. */
  side(x0: number, y0: number, x1: number, y1: number): void;
  /** The shares, which are overwritten when the next area is measured. */
  close(rule: WindingRule): CellShares;
}

interface Window {
  firstColumn: number;
  firstRow: number;
  columns: number;
  rows: number;
  /** The box that cuts, in cells of the window. */
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A scanner over the cells of a raster. */
export function createAreaScanner(grid: CellGrid): AreaScanner {
  const { area, cellPt } = grid;
  const sums = createCellSums();
  let shares = new Float32Array(1024);
  let window = windowOn(grid, area);

  return {
    open(box) {
      const opened = windowOn(grid, box);
      if (opened === undefined) return false;
      window = opened;
      sums.clear(opened.columns, opened.rows);
      return true;
    },
    side(fromX, fromY, toX, toY) {
      if (window === undefined) return;
      const x0 = (fromX - area.left) / cellPt - window.firstColumn;
      const x1 = (toX - area.left) / cellPt - window.firstColumn;
      const y0 = (fromY - area.bottom) / cellPt - window.firstRow;
      const y1 = (toY - area.bottom) / cellPt - window.firstRow;
      if (y0 === y1 || !Number.isFinite(x0 + x1 + y0 + y1)) return;
      const isUp = y1 > y0;
      const side = isUp ? { x0, y0, x1, y1 } : { x0: x1, y0: y1, x1: x0, y1: y0 };
      const kept = betweenRows(side, window);
      if (kept) cut(sums, window, kept, isUp ? 1 : -1);
    },
    close(rule) {
      const { columns = 0, firstColumn = 0, firstRow = 0, rows = 0 } = window ?? {};
      if (shares.length < columns * rows) shares = new Float32Array(columns * rows);
      for (let row = 0; row < rows; row += 1) {
        let along = 0;
        for (let column = 0; column < columns; column += 1) {
          along += sums.at(column, row);
          shares[row * columns + column] = share(along, rule);
        }
      }
      return { firstColumn, firstRow, columns, rows, shares };
    },
  };
}

function windowOn({ area, cellPt, ...grid }: CellGrid, box: Box): Window | undefined {
  const left = Math.max(0, (box.left - area.left) / cellPt);
  const right = Math.min(grid.columns, (box.right - area.left) / cellPt);
  const bottom = Math.max(0, (box.bottom - area.bottom) / cellPt);
  const top = Math.min(grid.rows, (box.top - area.bottom) / cellPt);
  if (!(left < right && bottom < top)) return undefined;
  const [firstColumn, firstRow] = [Math.floor(left), Math.floor(bottom)];
  return {
    ...{ firstColumn, firstRow },
    columns: Math.ceil(right) - firstColumn,
    rows: Math.ceil(top) - firstRow,
    ...{ left: left - firstColumn, right: right - firstColumn },
    ...{ bottom: bottom - firstRow, top: top - firstRow },
  };
}

/** Parts left and right of the box run along its edges. */
function cut(sums: CellSums, window: Window, side: Side, turn: number): void {
  const { left, right } = window;
  const low = Math.min(side.x0, side.x1);
  const high = Math.max(side.x0, side.x1);
  if (low >= left && high <= right) sums.add(side, turn);
  else if (high <= left) sums.add({ ...side, x0: left, x1: left }, turn);
  else if (low >= right) sums.add({ ...side, x0: right, x1: right }, turn);
  else {
    const edge = low < left ? left : right;
    const y = side.y0 + ((edge - side.x0) * (side.y1 - side.y0)) / (side.x1 - side.x0);
    const middle = Math.min(side.y1, Math.max(side.y0, y));
    if (middle > side.y0) cut(sums, window, { ...side, x1: edge, y1: middle }, turn);
    if (middle < side.y1) cut(sums, window, { ...side, x0: edge, y0: middle }, turn);
  }
}

/** The part of a side that runs up through the rows of the window. */
function betweenRows(side: Side, { bottom, top }: Window): Side | undefined {
  const { x0, x1, y0, y1 } = side;
  if (y1 <= bottom || y0 >= top) return undefined;
  if (y0 >= bottom && y1 <= top) return side;
  const slope = (x1 - x0) / (y1 - y0);
  const low = Math.max(y0, bottom);
  const high = Math.min(y1, top);
  return { x0: x0 + slope * (low - y0), y0: low, x1: x0 + slope * (high - y0), y1: high };
}

function share(winding: number, rule: WindingRule): number {
  const turns = Math.abs(winding);
  if (rule === 'nonzero') return Math.min(1, turns);
  const rest = turns % 2;
  return rest > 1 ? 2 - rest : rest;
}
