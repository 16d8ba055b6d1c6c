import type { CellShares } from './area-scanner.ts';
import { cutShares } from './cut-shares.ts';
import { areaShares, coverCell } from './ink-raster.ts';
import { layPaint } from './lay-paint.ts';
import type { Inks, PictureMark } from './marks.ts';
import { type Box, cornersThrough, inverse, type Matrix } from './matrix.ts';
import { coverOf, type PictureCover } from './picture-cover.ts';
import { type Sheet, takeCells } from './sheet.ts';

const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };

/** Lays a picture by its own pixels, or a stencil by its dots. */
export function layPicture(sheet: Sheet, mark: PictureMark): void {
  const { setting } = sheet;
  const facts = setting.picture(mark.stream);
  const corners = cornersThrough(mark.matrix, UNIT);
  const area = areaShares(sheet.raster, [corners], { clip: mark.box, rule: 'nonzero' });
  if (area === undefined || inverse(mark.matrix) === undefined) return;
  const { mixing } = mark;
  if (mark.maskPaint) {
    const cover = coverOf(facts);
    if (cover) sumPixels(sheet, { mark, area, cover, size: cover }).coverInto(area);
    const { maskPaint: paint, overprints } = mark;
    layPaint(sheet, area, { paint, mixing, overprints, overprintMode: 0, alpha: mixing.fillAlpha });
    return;
  }
  const mask = mark.softMask ?? mark.stencil;
  const cover = mask && coverOf(setting.picture(mask));
  if (facts.inks === undefined) return;
  const size = { widthPx: facts.inksAcross, heightPx: facts.inksDown };
  const sums = sumPixels(sheet, { mark, area, inks: facts.inks, size, cover });
  if (cover) sums.coverInto(area);
  cutShares(sheet, area, mixing);
  layCells(sheet, area, { sums, mark });
}

function layCells(
  { raster }: Sheet,
  { columns, firstColumn, firstRow, rows, shares }: CellShares,
  { mark, sums }: { readonly sums: PixelSums; readonly mark: PictureMark },
): void {
  const { blend, fillAlpha: alpha } = mark.mixing;
  for (let at = 0; at < columns * rows; at += 1) {
    const share = shares[at] ?? 0;
    const inks = share > 0 ? sums.inksOf(at) : undefined;
    if (inks === undefined) continue;
    const cell =
      (firstRow + Math.floor(at / columns)) * raster.columns + firstColumn + (at % columns);
    coverCell(raster, cell, share, { inks, isOver: false, alpha, blend });
    const peak = (sums.heaviest[at] ?? 0) * alpha;
    raster.peaks[cell] = Math.max(raster.peaks[cell] ?? 0, peak);
    const colour = (sums.heaviestColour[at] ?? 0) * alpha;
    raster.colourPeaks[cell] = Math.max(raster.colourPeaks[cell] ?? 0, colour);
  }
}

/** Pixels that fall on each cell of a window, summed. */
interface PixelSums {
  /** Heaviest pixel, with black and without, 1 for one ink. */
  readonly heaviest: Float32Array;
  readonly heaviestColour: Float32Array;
  /** Mean inks; undefined where no pixel shows. */
  inksOf(cell: number): Inks | undefined;
  /** Multiplies shares by how far the pixels show. */
  coverInto(area: CellShares): void;
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

function sumPixels(
  sheet: Sheet,
  picture: {
    readonly mark: PictureMark;
    readonly area: CellShares;
    readonly size: Size;
    readonly inks?: Uint8Array;
    readonly cover?: PictureCover | undefined;
  },
): PixelSums {
  const { area, cover, inks, mark, size } = picture;
  const cells = area.columns * area.rows;
  const sums = new Float32Array(inks ? cells * 4 : 0);
  const counts = new Float32Array(cells);
  const shown = new Float32Array(cells);
  const heaviest = new Float32Array(inks ? cells : 0);
  const heaviestColour = new Float32Array(inks ? cells : 0);

  function add(cell: number, u: number, v: number): void {
    const x = Math.min(size.widthPx - 1, Math.floor(u * size.widthPx));
    const y = Math.min(size.heightPx - 1, Math.floor((1 - v) * size.heightPx));
    const part = cover === undefined ? 1 : cover.at(u, v);
    counts[cell] = (counts[cell] ?? 0) + 1;
    shown[cell] = (shown[cell] ?? 0) + part;
    if (inks === undefined || part === 0) return;
    const at = (y * size.widthPx + x) * 4;
    const [c, m, yellow, k] = [
      (inks[at] ?? 0) / 255,
      (inks[at + 1] ?? 0) / 255,
      (inks[at + 2] ?? 0) / 255,
      (inks[at + 3] ?? 0) / 255,
    ];
    sums[cell * 4] = (sums[cell * 4] ?? 0) + c * part;
    sums[cell * 4 + 1] = (sums[cell * 4 + 1] ?? 0) + m * part;
    sums[cell * 4 + 2] = (sums[cell * 4 + 2] ?? 0) + yellow * part;
    sums[cell * 4 + 3] = (sums[cell * 4 + 3] ?? 0) + k * part;
    heaviest[cell] = Math.max(heaviest[cell] ?? 0, (c + m + yellow + k) * part);
    heaviestColour[cell] = Math.max(heaviestColour[cell] ?? 0, (c + m + yellow) * part);
  }

  eachPixel(sheet, { matrix: mark.matrix, size, area }, add);
  fillBareCells(sheet, { matrix: mark.matrix, area, counts }, add);
  return {
    heaviest,
    heaviestColour,
    inksOf(cell) {
      const part = shown[cell] ?? 0;
      if (part === 0) return undefined;
      const mean = (ink: number) => (sums[cell * 4 + ink] ?? 0) / part;
      return [mean(0), mean(1), mean(2), mean(3)];
    },
    coverInto({ shares }) {
      for (let cell = 0; cell < cells; cell += 1) {
        const count = counts[cell] ?? 0;
        const part = count === 0 ? 0 : (shown[cell] ?? 0) / count;
        shares[cell] = (shares[cell] ?? 0) * part;
      }
    },
  };
}

type AddPixel = (cell: number, u: number, v: number) => void;

/** Goes over all pixels that fall on the window, coarse ones in several steps. */
function eachPixel(
  sheet: Sheet,
  {
    area,
    matrix,
    size,
  }: { readonly matrix: Matrix; readonly size: Size; readonly area: CellShares },
  add: AddPixel,
): void {
  const { raster } = sheet;
  const [a, b, c, d, e, f] = matrix;
  const fineness = stepsAPixel(matrix, size, raster.cellPt);
  const [across, down] = [size.widthPx * fineness, size.heightPx * fineness];
  takeCells(sheet, across * down);
  for (let y = 0; y < down; y += 1) {
    // Rows of pixels go down, the unit square goes up.
    const v = 1 - (y + 0.5) / down;
    for (let x = 0; x < across; x += 1) {
      const u = (x + 0.5) / across;
      const pageX = (a * u + c * v + e - raster.area.left) / raster.cellPt;
      const pageY = (b * u + d * v + f - raster.area.bottom) / raster.cellPt;
      const column = Math.floor(pageX) - area.firstColumn;
      const row = Math.floor(pageY) - area.firstRow;
      if (column < 0 || row < 0 || column >= area.columns || row >= area.rows) continue;
      add(row * area.columns + column, u, v);
    }
  }
}

/** Pixels coarser than half a cell are counted several times, so that few cells stay bare. */
function stepsAPixel([a, b, c, d]: Matrix, { heightPx, widthPx }: Size, cellPt: number): number {
  const pixelPt = Math.max(Math.hypot(a, b) / widthPx, Math.hypot(c, d) / heightPx);
  return Math.max(1, Math.ceil((2 * pixelPt) / cellPt));
}

/** Cells at the edge that the middle of no pixel falls on take the nearest. */
function fillBareCells(
  { raster }: Sheet,
  parts: { readonly matrix: Matrix; readonly area: CellShares; readonly counts: Float32Array },
  add: AddPixel,
): void {
  const { area, counts, matrix } = parts;
  const [a, b, c, d, e, f] = inverse(matrix) ?? matrix;
  const within = (value: number) => Math.min(0.999999, Math.max(0.000001, value));
  for (let cell = 0; cell < area.columns * area.rows; cell += 1) {
    if (counts[cell] !== 0 || (area.shares[cell] ?? 0) === 0) continue;
    const column = area.firstColumn + (cell % area.columns) + 0.5;
    const row = area.firstRow + Math.floor(cell / area.columns) + 0.5;
    const x = raster.area.left + column * raster.cellPt;
    const y = raster.area.bottom + row * raster.cellPt;
    add(cell, within(a * x + c * y + e), within(b * x + d * y + f));
  }
}
