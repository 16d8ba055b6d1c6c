import {
  type AreaScanner,
  type CellGrid,
  type CellShares,
  createAreaScanner,
  type WindingRule,
} from './area-scanner.ts';
import { type Blend, blended } from './blend.ts';
import type { Pieces } from './glyph-outline.ts';
import type { Inks } from './marks.ts';
import type { Box } from './matrix.ts';

/** The ink of a page in squares of 0.75 mm: twenty of them make the 15 mm of GWG 2022 R0026. */
export interface InkRaster extends CellGrid {
  /** Mean cyan, magenta, yellow, black of each cell, row by row from the foot, four in turn. */
  readonly means: Float32Array;
  /** Heaviest ink of any point in the cell, all inks together. */
  readonly peaks: Float32Array;
  /** The same without black: black type may still come to lie on it. */
  readonly colourPeaks: Float32Array;
  /** How far each cell is covered, in a group that is mixed by itself; a page is paper all over. */
  readonly covered: Float32Array | undefined;
  readonly scanner: AreaScanner;
}

/** Side of a cell in points. */
export const CELL_PT = (0.75 * 72) / 25.4;

/** Part of a cell that is no more than how lengths are written. */
const SLIVER = 0.001;

/** A bare sheet over this area; a group begins without even paper. */
export function createInkRaster(area: Box, kind: 'sheet' | 'group' = 'sheet'): InkRaster {
  const cellsAlong = (lengthPt: number) => Math.max(1, Math.ceil(lengthPt / CELL_PT - SLIVER));
  const columns = cellsAlong(area.right - area.left);
  const rows = cellsAlong(area.top - area.bottom);
  const cells = columns * rows;
  const grid = { area, cellPt: CELL_PT, columns, rows };
  return {
    ...grid,
    means: new Float32Array(cells * 4),
    peaks: new Float32Array(cells),
    colourPeaks: new Float32Array(cells),
    covered: kind === 'group' ? new Float32Array(cells) : undefined,
    scanner: createAreaScanner(grid),
  };
}

/** Ink that is laid on cells. */
export interface Layer {
  readonly inks: Inks;
  /** True when the inks that are zero leave what is beneath (overprint mode 1). */
  readonly isOver: boolean;
  /** 1 hides what is beneath, 0 shows nothing. */
  readonly alpha: number;
  readonly blend: Blend;
}

/** Covers a share of a cell, 0 to 1. */
export function coverCell(raster: InkRaster, cell: number, share: number, layer: Layer): void {
  const { colourPeaks, covered, means, peaks } = raster;
  const { alpha, inks, isOver } = layer;
  const part = Math.min(1, share) * alpha;
  if (part <= 0) return;
  if (covered !== undefined || layer.blend !== 'Normal') mixCell(raster, cell, part, layer);
  else {
    for (let ink = 0; ink < 4; ink += 1) {
      const amount = inks[ink] ?? 0;
      if (isOver && amount === 0) continue;
      const at = cell * 4 + ink;
      means[at] = (means[at] ?? 0) * (1 - part) + amount * part;
    }
  }
  const before = colourPeaks[cell] ?? 0;
  const isWhole = share > WHOLE && !isOver;
  const own = inks[0] + inks[1] + inks[2];
  const colour = isOver || layer.blend !== 'Normal' ? Math.max(before, own) : own;
  // Through half a tint, half of what is beneath shows.
  const through = (beneath: number, laid: number) => beneath + (laid - beneath) * alpha;
  const colourNow = through(before, colour);
  const sumNow = through(peaks[cell] ?? 0, colour + inks[3]);
  colourPeaks[cell] = isWhole ? colourNow : Math.max(before, colourNow);
  peaks[cell] = isWhole ? sumNow : Math.max(peaks[cell] ?? 0, sumNow);
}

/** A cell covered so far shows nothing of what is beneath. */
const WHOLE = 0.999;

/** Lays ink on what may itself be bare or half covered (ISO 32000-1, 11.3.6). */
function mixCell({ covered, means }: InkRaster, cell: number, part: number, layer: Layer): void {
  const beneath = covered?.[cell] ?? 1;
  const after = beneath + part - beneath * part;
  if (covered) covered[cell] = after;
  for (let ink = 0; ink < 4; ink += 1) {
    const amount = layer.inks[ink] ?? 0;
    if (layer.isOver && amount === 0) continue;
    const at = cell * 4 + ink;
    const before = means[at] ?? 0;
    const mixed = amount + (blended(layer.blend, before, amount) - amount) * beneath;
    means[at] = before + (mixed - before) * (part / after);
  }
}

/** Lays ink on all cells of a window by their shares. */
export function coverShares(raster: InkRaster, area: CellShares, layer: Layer): void {
  const { columns, firstColumn, firstRow, rows, shares } = area;
  for (let row = 0; row < rows; row += 1) {
    const start = (firstRow + row) * raster.columns + firstColumn;
    for (let column = 0; column < columns; column += 1) {
      const share = shares[row * columns + column] ?? 0;
      if (share > NOTHING) coverCell(raster, start + column, share, layer);
    }
  }
}

/** Shares below this are what adding up loses. */
const NOTHING = 1e-4;

/** Shares of an area bounded by pieces of straight lines and cut by a box. */
export function areaShares(
  { scanner }: InkRaster,
  pieces: Pieces,
  { clip, rule }: { readonly clip: Box; readonly rule: WindingRule },
): CellShares | undefined {
  if (!scanner.open(clip)) return undefined;
  for (const piece of pieces) addPiece(scanner, piece);
  return scanner.close(rule);
}

function addPiece(scanner: AreaScanner, piece: readonly number[]): void {
  let [x, y] = [piece.at(-2) ?? 0, piece.at(-1) ?? 0];
  for (let at = 0; at + 1 < piece.length; at += 2) {
    const [toX, toY] = [piece[at] ?? 0, piece[at + 1] ?? 0];
    scanner.side(x, y, toX, toY);
    x = toX;
    y = toY;
  }
}

/** Shares of a box. */
export function boxShares({ scanner }: InkRaster, box: Box): CellShares | undefined {
  if (!scanner.open(box)) return undefined;
  const { bottom, left, right, top } = box;
  scanner.side(right, bottom, right, top);
  scanner.side(left, top, left, bottom);
  return scanner.close('nonzero');
}

/** Mean inks under a box. */
export function meanInks(raster: InkRaster, box: Box): Inks {
  const { area, columns, means, rows } = raster;
  const columnsIn = range(box.left - area.left, box.right - area.left, columns);
  const rowsIn = range(box.bottom - area.bottom, box.top - area.bottom, rows);
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

/** Cells that a stretch touches. */
function range(fromPt: number, toPt: number, count: number) {
  return {
    first: Math.max(0, Math.floor(fromPt / CELL_PT)),
    last: Math.min(count - 1, Math.ceil(toPt / CELL_PT) - 1),
  };
}
