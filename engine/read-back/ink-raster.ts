import type { Inks } from './marks.ts';
import type { Box } from './matrix.ts';

/** The ink of a page in squares of 0.75 mm: twenty of them make the 15 mm of GWG 2022 R0026. */
export interface InkRaster {
  readonly columns: number;
  readonly rows: number;
  /** Mean cyan, magenta, yellow, black of each cell, row by row from the foot, four in turn. */
  readonly means: Float32Array;
  /** Heaviest ink of any point in the cell, all inks together. */
  readonly peaks: Float32Array;
  /** The same without black: black type may still come to lie on it. */
  readonly colourPeaks: Float32Array;
  readonly area: Box;
}

/** Side of a cell in points. */
export const CELL_PT = (0.75 * 72) / 25.4;

/** A bare sheet over this area. */
export function createInkRaster(area: Box): InkRaster {
  const columns = Math.max(1, Math.ceil((area.right - area.left) / CELL_PT));
  const rows = Math.max(1, Math.ceil((area.top - area.bottom) / CELL_PT));
  const cells = columns * rows;
  return {
    columns,
    rows,
    means: new Float32Array(cells * 4),
    peaks: new Float32Array(cells),
    colourPeaks: new Float32Array(cells),
    area,
  };
}

/** Ink that is laid on cells. */
export interface Layer {
  readonly inks: Inks;
  /** True when the inks that are zero leave what is beneath (overprint mode 1). */
  readonly isOver: boolean;
}

/** Covers a share of a cell, 0 to 1. */
export function coverCell(raster: InkRaster, cell: number, share: number, layer: Layer): void {
  const { colourPeaks, means, peaks } = raster;
  const { inks, isOver } = layer;
  if (share <= 0) return;
  const part = Math.min(1, share);
  for (let ink = 0; ink < 4; ink += 1) {
    const amount = inks[ink] ?? 0;
    if (isOver && amount === 0) continue;
    const at = cell * 4 + ink;
    means[at] = (means[at] ?? 0) * (1 - part) + amount * part;
  }
  const colour = inks[0] + inks[1] + inks[2];
  const before = colourPeaks[cell] ?? 0;
  const isWhole = part > WHOLE && !isOver;
  const after = isOver ? Math.max(before, colour) : colour;
  colourPeaks[cell] = isWhole ? colour : Math.max(before, after);
  const sum = (isOver ? Math.max(before, colour) : colour) + inks[3];
  peaks[cell] = isWhole ? sum : Math.max(peaks[cell] ?? 0, sum);
}

/** A cell covered so far shows nothing of what is beneath. */
const WHOLE = 0.999;

/** Covers a box evenly: `share` of every point in it. */
export function coverBox(raster: InkRaster, box: Box, share: number, layer: Layer): void {
  const { area, columns } = raster;
  const left = (box.left - area.left) / CELL_PT;
  const right = (box.right - area.left) / CELL_PT;
  const bottom = (box.bottom - area.bottom) / CELL_PT;
  const top = (box.top - area.bottom) / CELL_PT;
  const columnsIn = range(left, right, columns);
  const rowsIn = range(bottom, top, raster.rows);
  for (let row = rowsIn.first; row <= rowsIn.last; row += 1) {
    const up = Math.min(top, row + 1) - Math.max(bottom, row);
    for (let column = columnsIn.first; column <= columnsIn.last; column += 1) {
      const across = Math.min(right, column + 1) - Math.max(left, column);
      coverCell(raster, row * columns + column, share * across * up, layer);
    }
  }
}

/** Cells that a stretch touches. */
function range(from: number, to: number, count: number) {
  return {
    first: Math.max(0, Math.floor(from)),
    last: Math.min(count - 1, Math.ceil(to) - 1),
  };
}

/** Scan lines through a cell; along a line coverage is exact. */
const LINES_A_CELL = 4;

/** Covers an area bounded by pieces of straight lines, x and y in turn; the clip cuts it. */
export function coverArea(
  raster: InkRaster,
  pieces: readonly (readonly number[])[],
  { clip, layer }: { readonly clip: Box; readonly layer: Layer },
): void {
  const { area, columns, rows } = raster;
  const rowsIn = range(
    (clip.bottom - area.bottom) / CELL_PT,
    (clip.top - area.bottom) / CELL_PT,
    rows,
  );
  const shares = new Float32Array(columns);
  for (let row = rowsIn.first; row <= rowsIn.last; row += 1) {
    shares.fill(0);
    let isInked = false;
    for (let line = 0; line < LINES_A_CELL; line += 1) {
      const y = area.bottom + (row + (line + 0.5) / LINES_A_CELL) * CELL_PT;
      if (y < clip.bottom || y > clip.top) continue;
      isInked = addSpans(shares, spansAt(pieces, y), { clip, left: area.left }) || isInked;
    }
    if (!isInked) continue;
    for (let column = 0; column < columns; column += 1) {
      coverCell(raster, row * columns + column, shares[column] ?? 0, layer);
    }
  }
}

interface Crossing {
  readonly x: number;
  readonly turn: number;
}

/** Stretches inside the area along a line, by the nonzero winding rule. */
function spansAt(pieces: readonly (readonly number[])[], y: number): readonly number[] {
  const crossings: Crossing[] = [];
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 2) {
      const next = (at + 2) % piece.length;
      const [y1, y2] = [piece[at + 1] ?? 0, piece[next + 1] ?? 0];
      if (y1 > y === y2 > y) continue;
      const [x1, x2] = [piece[at] ?? 0, piece[next] ?? 0];
      crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 });
    }
  }
  crossings.sort((one, other) => one.x - other.x);
  const spans: number[] = [];
  let winding = 0;
  for (const { turn, x } of crossings) {
    if (winding === 0) spans.push(x);
    winding += turn;
    if (winding === 0) spans.push(x);
  }
  return spans;
}

function addSpans(
  shares: Float32Array,
  spans: readonly number[],
  { clip, left }: { readonly clip: Box; readonly left: number },
): boolean {
  let isInked = false;
  for (let at = 0; at + 1 < spans.length; at += 2) {
    const from = (Math.max(spans[at] ?? 0, clip.left) - left) / CELL_PT;
    const to = (Math.min(spans[at + 1] ?? 0, clip.right) - left) / CELL_PT;
    if (to <= from) continue;
    const columns = range(from, to, shares.length);
    for (let column = columns.first; column <= columns.last; column += 1) {
      const across = Math.min(to, column + 1) - Math.max(from, column);
      shares[column] = (shares[column] ?? 0) + across / LINES_A_CELL;
      isInked = true;
    }
  }
  return isInked;
}

/** Mean inks under a box. */
export function meanInks(raster: InkRaster, box: Box): Inks {
  const { area, columns, means, rows } = raster;
  const columnsIn = range(
    (box.left - area.left) / CELL_PT,
    (box.right - area.left) / CELL_PT,
    columns,
  );
  const rowsIn = range(
    (box.bottom - area.bottom) / CELL_PT,
    (box.top - area.bottom) / CELL_PT,
    rows,
  );
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  let count = 0;
  for (let row = rowsIn.first; row <= rowsIn.last; row += 1) {
    for (let column = columnsIn.first; column <= columnsIn.last; column += 1) {
      const at = (row * columns + column) * 4;
      count += 1;
      for (let ink = 0; ink < 4; ink += 1) sums[ink] = (sums[ink] ?? 0) + (means[at + ink] ?? 0);
    }
  }
  const [c, m, y, k] = sums;
  return count === 0 ? [0, 0, 0, 0] : [c / count, m / count, y / count, k / count];
}
