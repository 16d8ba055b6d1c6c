import { glyphPieces } from './glyph-pieces.ts';
import { areaShares, boxShares } from './ink-raster.ts';
import { type Laying, layPaint } from './lay-paint.ts';
import type { GlyphMark, TextMark } from './marks.ts';
import { scaleOf, sharedBox } from './matrix.ts';
import { boxOfPieces } from './path-pieces.ts';
import type { Sheet } from './sheet.ts';
import { strokeAreas } from './stroke-areas.ts';

/** From this size on, in cells, the steps of a curve would show. */
const FINE_FROM_CELLS = 12;

/** Lays every glyph as its outline runs; where that cannot be read, evenly in its square. */
export function layType(sheet: Sheet, mark: TextMark): void {
  if (mark.isInvisible) return;
  const { font, mixing, overprintMode, overprints, paint, stroke } = mark;
  const fill = { paint, mixing, overprints, overprintMode, alpha: mixing.fillAlpha };
  for (const glyph of mark.glyphs) {
    const isFine = scaleOf(glyph.matrix) > FINE_FROM_CELLS * sheet.raster.cellPt;
    const pieces = glyphPieces(font, glyph, isFine);
    const around = boxOfPieces(pieces);
    if (around === undefined) {
      if (font.piecesOf(glyph.code, isFine) === undefined) layEvenly(sheet, mark, { glyph, fill });
      continue;
    }
    const clip = sharedBox(around, mark.clip);
    const area = mark.fills && clip && areaShares(sheet.raster, pieces, { clip, rule: 'nonzero' });
    if (area) layPaint(sheet, area, fill);
    if (stroke === undefined) continue;
    const line = strokeAreas(pieces.map(closed), stroke.line);
    const extent = boxOfPieces(line);
    const within = extent && sharedBox(extent, mark.clip);
    const drawn = within && areaShares(sheet.raster, line, { clip: within, rule: 'nonzero' });
    if (drawn) layPaint(sheet, drawn, { ...fill, ...stroke, alpha: mixing.strokeAlpha });
  }
}

function closed(piece: readonly number[]): readonly number[] {
  return [...piece, ...piece.slice(0, 2)];
}

function layEvenly(
  sheet: Sheet,
  { clip, font }: TextMark,
  { fill, glyph }: { readonly glyph: GlyphMark; readonly fill: Laying },
): void {
  const width = font.widthOf(glyph.code) / 1000;
  const box = sharedBox(glyph.box, clip);
  const area = width > 0 && box && boxShares(sheet.raster, box);
  if (!area) return;
  const share = Math.min(1, font.coverageOf(glyph.code) / width);
  const cells = area.columns * area.rows;
  for (let cell = 0; cell < cells; cell += 1) area.shares[cell] = (area.shares[cell] ?? 0) * share;
  layPaint(sheet, area, fill);
}
