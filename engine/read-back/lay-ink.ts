import type { InkRaster, Layer } from './ink-raster.ts';
import {
  CELL_PT,
  coverArea,
  coverBox,
  coverCell,
  createInkRaster,
  meanInks,
} from './ink-raster.ts';
import type { Inks, Mark, Paint, PathMark, PictureMark, TextMark } from './marks.ts';
import { type Box, type Matrix, scaleOf, sharedBox } from './matrix.ts';
import type { PdfStream } from './pdf-values.ts';
import { isPaper } from './read-paint.ts';
import type { PictureFacts } from './read-picture.ts';

/** A page with its ink laid on. */
export interface LaidInk {
  readonly raster: InkRaster;
  /** What lies beneath each run of white type. */
  readonly beneathWhite: ReadonlyMap<TextMark, Inks>;
}

/** What laying ink takes besides the marks. */
export interface InkSetting {
  readonly area: Box;
  readonly picture: (stream: PdfStream) => PictureFacts;
}

/** Lays the ink of all marks in paint order, coarsely: cells of 0.75 mm. */
export function layInk(marks: readonly Mark[], setting: InkSetting): LaidInk {
  const raster = createInkRaster(setting.area);
  const beneathWhite = new Map<TextMark, Inks>();
  for (const mark of marks) {
    if (sharedBox(mark.box, setting.area) === undefined) continue;
    if (mark.kind === 'text') {
      if (isPaper(mark.paint)) beneathWhite.set(mark, meanInks(raster, mark.box));
      layText(raster, mark);
    } else if (mark.kind === 'path') layPath(raster, mark);
    else if (mark.kind === 'picture') layPicture(raster, mark, setting.picture(mark.stream));
  }
  return { raster, beneathWhite };
}

function layerOf(
  paint: Paint,
  { overprints, overprintMode }: { readonly overprints: boolean; readonly overprintMode: number },
): Layer | undefined {
  if (paint.inks === undefined) return undefined;
  // Overprint mode 1 spares the zero inks of DeviceCMYK only (ISO 32000-1, 8.6.7).
  const isOver = overprints && overprintMode === 1 && paint.space === 'cmyk';
  return { inks: paint.inks, isOver };
}

/** Each glyph inks its square evenly, as much as its outline inks it. */
function layText(raster: InkRaster, mark: TextMark): void {
  const layer = layerOf(mark.paint, mark);
  if (layer === undefined || mark.isInvisible) return;
  const { font } = mark;
  for (const { box, code } of mark.glyphs) {
    const width = font.widthOf(code) / 1000;
    const inked = font.program?.coverageOf(font.glyphOf(code)) ?? UNKNOWN_COVERAGE;
    if (width > 0) coverBox(raster, box, Math.min(1, inked / width), layer);
  }
}

/** Type whose program cannot be read is taken for heavy type. */
const UNKNOWN_COVERAGE = 0.6;

function layPath(raster: InkRaster, mark: PathMark): void {
  const { box, fill, overprintMode, pieces, stroke, widthPt } = mark;
  const fillLayer = fill && layerOf(fill, { overprints: mark.fillOverprints, overprintMode });
  if (fillLayer) coverArea(raster, pieces, { clip: box, layer: fillLayer });
  const strokeLayer =
    stroke && layerOf(stroke, { overprints: mark.strokeOverprints, overprintMode });
  if (!strokeLayer) return;
  for (const piece of pieces) {
    for (let at = 0; at + 3 < piece.length; at += 2) {
      const line = bar(piece.slice(at, at + 4), widthPt);
      coverArea(raster, [line], { clip: box, layer: strokeLayer });
    }
  }
}

/** A straight line as the area that its width covers. */
function bar([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], widthPt: number) {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [u, v] = [((x2 - x1) / length) * (widthPt / 2), ((y2 - y1) / length) * (widthPt / 2)];
  return [x1 - v, y1 + u, x2 - v, y2 + u, x2 + v, y2 - u, x1 + v, y1 - u];
}

/** Sums of the pixels that fall on each cell: four inks, their number, the heaviest two ways. */
interface CellSums {
  readonly sums: Float32Array;
  readonly counts: Float32Array;
  readonly heaviest: Float32Array;
  readonly heaviestColour: Float32Array;
}

function layPicture(raster: InkRaster, mark: PictureMark, facts: PictureFacts): void {
  const { matrix, maskPaint } = mark;
  const stencil = maskPaint?.inks && { inks: maskPaint.inks, isOver: mark.overprints };
  if (facts.inks === undefined) {
    if (stencil) coverBox(raster, mark.box, 1, stencil);
    return;
  }
  const fineness = stepsAPixel(matrix, facts);
  const cells = sumPixels(raster, { mark, facts, inks: facts.inks, fineness });
  const pixels = facts.inksAcross * facts.inksDown * fineness ** 2;
  const pixelArea = scaleOf(matrix) ** 2 / pixels;
  const share = pixelArea / CELL_PT ** 2;
  for (let cell = 0; cell < cells.counts.length; cell += 1) {
    const count = cells.counts[cell] ?? 0;
    if (count === 0) continue;
    const mean = (ink: number) => (cells.sums[cell * 4 + ink] ?? 0) / count / 255;
    if (stencil) {
      coverCell(raster, cell, count * share * mean(3), stencil);
      continue;
    }
    const inks: Inks = [mean(0), mean(1), mean(2), mean(3)];
    coverCell(raster, cell, count * share, { inks, isOver: false });
    raster.peaks[cell] = Math.max(raster.peaks[cell] ?? 0, (cells.heaviest[cell] ?? 0) / 255);
    const colour = (cells.heaviestColour[cell] ?? 0) / 255;
    raster.colourPeaks[cell] = Math.max(raster.colourPeaks[cell] ?? 0, colour);
  }
}

/** Pixels coarser than half a cell are counted several times, so that no cell stays bare. */
function stepsAPixel(matrix: Matrix, { inksAcross, inksDown }: PictureFacts): number {
  const [a, b, c, d] = matrix;
  const pixelPt = Math.max(Math.hypot(a, b) / inksAcross, Math.hypot(c, d) / inksDown);
  return Math.max(1, Math.ceil((2 * pixelPt) / CELL_PT));
}

function sumPixels(
  raster: InkRaster,
  picture: {
    readonly mark: PictureMark;
    readonly facts: PictureFacts;
    readonly inks: Uint8Array;
    readonly fineness: number;
  },
): CellSums {
  const { area, columns, rows } = raster;
  const { facts, fineness, inks, mark } = picture;
  const cells: CellSums = {
    sums: new Float32Array(columns * rows * 4),
    counts: new Float32Array(columns * rows),
    heaviest: new Float32Array(columns * rows),
    heaviestColour: new Float32Array(columns * rows),
  };
  const [a, b, c, d, e, f] = mark.matrix;
  const [across, down] = [facts.inksAcross * fineness, facts.inksDown * fineness];
  for (let y = 0; y < down; y += 1) {
    // Rows of pixels go down, the unit square goes up.
    const v = 1 - (y + 0.5) / down;
    for (let x = 0; x < across; x += 1) {
      const u = (x + 0.5) / across;
      const pageX = a * u + c * v + e;
      const pageY = b * u + d * v + f;
      const column = Math.floor((pageX - area.left) / CELL_PT);
      const row = Math.floor((pageY - area.bottom) / CELL_PT);
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const pixel = fineness === 1 ? y * across + x : pixelAt(x, y, { facts, fineness });
      addPixel(cells, row * columns + column, inks, pixel * 4);
    }
  }
  return cells;
}

function pixelAt(
  x: number,
  y: number,
  { facts, fineness }: { readonly facts: PictureFacts; readonly fineness: number },
): number {
  return Math.floor(y / fineness) * facts.inksAcross + Math.floor(x / fineness);
}

function addPixel(cells: CellSums, cell: number, inks: Uint8Array, at: number): void {
  const { counts, heaviest, heaviestColour, sums } = cells;
  const [c, m, y, k] = [inks[at] ?? 0, inks[at + 1] ?? 0, inks[at + 2] ?? 0, inks[at + 3] ?? 0];
  sums[cell * 4] = (sums[cell * 4] ?? 0) + c;
  sums[cell * 4 + 1] = (sums[cell * 4 + 1] ?? 0) + m;
  sums[cell * 4 + 2] = (sums[cell * 4 + 2] ?? 0) + y;
  sums[cell * 4 + 3] = (sums[cell * 4 + 3] ?? 0) + k;
  counts[cell] = (counts[cell] ?? 0) + 1;
  heaviest[cell] = Math.max(heaviest[cell] ?? 0, c + m + y + k);
  heaviestColour[cell] = Math.max(heaviestColour[cell] ?? 0, c + m + y);
}
