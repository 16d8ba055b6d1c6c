import { EMPTY_AD_CELL, isEmptyAdCell } from './ad-cells.ts';
import type { AdCell, AdGrid, MergedCells } from './issue.ts';

/** Size of a grid and its merged cells. */
export type GridShape = Pick<AdGrid, 'rows' | 'columns' | 'merged'>;

/** The rows and columns that a cell takes: its own place, or all that were merged into it. */
export function spanOfCell(grid: GridShape, cell: number): MergedCells {
  const row = Math.floor(cell / grid.columns);
  const column = cell % grid.columns;
  const found = grid.merged.find((span) => holdsPlace(span, row, column));
  return found ?? { row, column, rows: 1, columns: 1 };
}

/** The cell whose content shows at a place: itself, or the first of those it is merged with. */
export function cellInCharge(grid: GridShape, cell: number): number {
  return firstOf(grid, spanOfCell(grid, cell));
}

/** The cells that show something, row by row; those merged into another one do not. */
export function shownCells(grid: GridShape): readonly number[] {
  const all = Array.from({ length: grid.rows * grid.columns }, (_, cell) => cell);
  return all.filter((cell) => cellInCharge(grid, cell) === cell);
}

/** True when merged cells lie within the grid and none over another. */
export function mergesFit({ rows, columns, merged }: GridShape): boolean {
  return merged.every((span, index) => {
    const isInside = span.row + span.rows <= rows && span.column + span.columns <= columns;
    const isFree = merged.slice(index + 1).every((other) => !overlap(span, other));
    return isInside && isFree && span.rows * span.columns > 1;
  });
}

/** True when nothing stands in a cell that is merged into another one. */
export function mergesHideNothing(grid: GridShape & Pick<AdGrid, 'cells'>): boolean {
  const shown = new Set(shownCells(grid));
  return grid.cells.every((content, cell) => shown.has(cell) || isEmptyAdCell(content));
}

/** The way in which a cell is made larger. */
export type MergeWay = 'right' | 'down';

/** A cell merged with its neighbours. */
export interface Merging {
  /** Of the whole grid. */
  readonly merged: readonly MergedCells[];
  /** What stands in all cells of the grid. */
  readonly cells: readonly AdCell[];
}

/**
 * A cell merged with what lies to its right or below it, over its whole side. What the one filled
 * cell among them says stands in all of them. Undefined at the edge of the grid, where a neighbour
 * reaches beyond the side, and when more than one of them is filled.
 */
export function mergedWith(grid: AdGrid, cell: number, way: MergeWay): Merging | undefined {
  const own = spanOfCell(grid, cell);
  const next =
    way === 'right'
      ? { row: own.row, column: own.column + own.columns }
      : { row: own.row + own.rows, column: own.column };
  if (next.row >= grid.rows || next.column >= grid.columns) return undefined;
  const other = spanOfCell(grid, next.row * grid.columns + next.column);
  const span =
    way === 'right'
      ? { ...own, columns: own.columns + other.columns }
      : { ...own, rows: own.rows + other.rows };
  const within = placesOf(grid, span);
  const parts = new Set(within.map((place) => cellInCharge(grid, place)));
  const isWhole = [...parts].every((part) => covers(span, spanOfCell(grid, part)));
  const filled = [...parts].filter((part) => !isEmptyAdCell(grid.cells[part] ?? EMPTY_AD_CELL));
  if (!isWhole || filled.length > 1) return undefined;
  const content = grid.cells[filled[0] ?? cell] ?? EMPTY_AD_CELL;
  const first = firstOf(grid, span);
  return {
    merged: [...grid.merged.filter((one) => !covers(span, one)), span],
    cells: grid.cells.map((before, place) => {
      if (place === first) return content;
      return within.includes(place) ? EMPTY_AD_CELL : before;
    }),
  };
}

/** The merged cells of a grid without those at a cell; undefined when it is a single one. */
export function splitAt(grid: GridShape, cell: number): readonly MergedCells[] | undefined {
  const span = spanOfCell(grid, cell);
  return grid.merged.includes(span) ? grid.merged.filter((one) => one !== span) : undefined;
}

function firstOf({ columns }: GridShape, { row, column }: MergedCells): number {
  return row * columns + column;
}

function placesOf(grid: GridShape, span: MergedCells): readonly number[] {
  return Array.from({ length: span.rows * span.columns }, (_, index) => {
    const row = span.row + Math.floor(index / span.columns);
    return row * grid.columns + span.column + (index % span.columns);
  });
}

function holdsPlace(span: MergedCells, row: number, column: number): boolean {
  const isAcross = column >= span.column && column < span.column + span.columns;
  return isAcross && row >= span.row && row < span.row + span.rows;
}

function overlap(one: MergedCells, other: MergedCells): boolean {
  const isAcross =
    one.column < other.column + other.columns && other.column < one.column + one.columns;
  return isAcross && one.row < other.row + other.rows && other.row < one.row + one.rows;
}

function covers(outer: MergedCells, inner: MergedCells): boolean {
  const isAcross =
    inner.column >= outer.column && inner.column + inner.columns <= outer.column + outer.columns;
  return isAcross && inner.row >= outer.row && inner.row + inner.rows <= outer.row + outer.rows;
}
