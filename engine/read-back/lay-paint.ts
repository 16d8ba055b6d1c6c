import type { CellShares } from './area-scanner.ts';
import { cutShares } from './cut-shares.ts';
import { coverCell, coverShares } from './ink-raster.ts';
import type { Mixing, Paint } from './marks.ts';
import { type Sheet, takeCells } from './sheet.ts';
import { inksOfTone } from './tones.ts';

/** How a paint is laid. */
export interface Laying {
  readonly paint: Paint;
  readonly mixing: Mixing;
  readonly overprints: boolean;
  readonly overprintMode: number;
  readonly alpha: number;
}

/** Lays a paint on cells by their shares, which it cuts as the mark says. */
export function layPaint(sheet: Sheet, area: CellShares, laying: Laying): void {
  const { alpha, mixing, overprintMode, overprints, paint } = laying;
  const { inks, tone } = paint;
  if (inks === undefined && tone === undefined) return;
  takeCells(sheet, area.columns * area.rows);
  cutShares(sheet, area, mixing);
  // Overprint mode 1 spares the zero inks of DeviceCMYK only (ISO 32000-1, 8.6.7).
  const isOver = overprints && overprintMode === 1 && paint.space === 'cmyk';
  const layer = { isOver, alpha, blend: mixing.blend };
  if (tone === undefined) {
    if (inks) coverShares(sheet.raster, area, { ...layer, inks });
    return;
  }
  const { raster } = sheet;
  const inksAt = inksOfTone(sheet, tone);
  for (let row = 0; row < area.rows; row += 1) {
    const y = raster.area.bottom + (area.firstRow + row + 0.5) * raster.cellPt;
    for (let column = 0; column < area.columns; column += 1) {
      const share = area.shares[row * area.columns + column] ?? 0;
      if (share <= 0) continue;
      const x = raster.area.left + (area.firstColumn + column + 0.5) * raster.cellPt;
      const found = inksAt(x, y);
      if (found === undefined) continue;
      const cell = (area.firstRow + row) * raster.columns + area.firstColumn + column;
      coverCell(raster, cell, share, { ...layer, inks: found.inks, alpha: alpha * found.alpha });
    }
  }
}
