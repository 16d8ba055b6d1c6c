import type { CellShares } from './area-scanner.ts';
import { areaShares } from './ink-raster.ts';
import type { Mixing, SoftMask } from './marks.ts';
import { type Box, sharedBox } from './matrix.ts';
import { boxOfPieces } from './path-pieces.ts';
import { createInnerSheet, type Sheet, takeCells } from './sheet.ts';

/** Cuts shares by the shapes and the mask that hold for a mark. */
export function cutShares(sheet: Sheet, area: CellShares, mixing: Mixing): void {
  if (mixing.clips.length === 0 && mixing.softMask === undefined) return;
  const known = sheet.lastMask;
  const isKnown = known?.mixing.clips === mixing.clips && known.mixing.softMask === mixing.softMask;
  const mask = isKnown ? known.mask : makeMask(sheet, mixing);
  sheet.lastMask = { mixing, mask };
  if (mask === undefined) area.shares.fill(0, 0, area.columns * area.rows);
  else multiply(area, mask);
}

/** Multiplies shares by those of a mask; outside its window it lets nothing through. */
function multiply(area: CellShares, mask: CellShares): void {
  for (let row = 0; row < area.rows; row += 1) {
    const maskRow = area.firstRow + row - mask.firstRow;
    for (let column = 0; column < area.columns; column += 1) {
      const maskColumn = area.firstColumn + column - mask.firstColumn;
      const isIn =
        maskRow >= 0 && maskRow < mask.rows && maskColumn >= 0 && maskColumn < mask.columns;
      const at = row * area.columns + column;
      const through = isIn ? (mask.shares[maskRow * mask.columns + maskColumn] ?? 0) : 0;
      area.shares[at] = (area.shares[at] ?? 0) * through;
    }
  }
}

/** Undefined for a mask that lets nothing through. */
function makeMask(sheet: Sheet, { clips, softMask }: Mixing): CellShares | undefined {
  const boxes = clips.map(({ pieces }) => boxOfPieces(pieces));
  let extent: Box | undefined = sheet.raster.area;
  for (const box of boxes) extent = extent && box && sharedBox(extent, box);
  if (extent === undefined) return undefined;
  let mask: CellShares | undefined;
  for (const { pieces, rule } of clips) {
    const next = areaShares(sheet.raster, pieces, { clip: extent, rule });
    if (next === undefined) return undefined;
    takeCells(sheet, next.columns * next.rows);
    if (mask === undefined)
      mask = { ...next, shares: next.shares.slice(0, next.columns * next.rows) };
    else multiply(mask, next);
  }
  const soft = softMask && softShares(sheet, softMask);
  if (softMask === undefined) return mask;
  if (mask === undefined || soft === undefined) return soft;
  multiply(mask, soft);
  return mask;
}

/** What a mask lets through: its own lightness on black, or how far it is covered. */
function softShares(sheet: Sheet, { box, kind, marks }: SoftMask): CellShares | undefined {
  const inner = createInnerSheet(sheet, box);
  if (inner === undefined) return undefined;
  inner.lay(inner, marks);
  const { area, cellPt, columns, covered, means, rows } = inner.raster;
  const shares = new Float32Array(columns * rows);
  for (let cell = 0; cell < shares.length; cell += 1) {
    const cover = covered?.[cell] ?? 0;
    shares[cell] = kind === 'cover' ? cover : cover * lightnessOf(means, cell * 4);
  }
  const firstColumn = Math.round((area.left - sheet.raster.area.left) / cellPt);
  const firstRow = Math.round((area.bottom - sheet.raster.area.bottom) / cellPt);
  return { firstColumn, firstRow, columns, rows, shares };
}

/** Grey of four inks (ISO 32000-1, 10.3.4). */
function lightnessOf(means: Float32Array, at: number): number {
  const [c, m, y, k] = [means[at] ?? 0, means[at + 1] ?? 0, means[at + 2] ?? 0, means[at + 3] ?? 0];
  return 1 - Math.min(1, 0.3 * c + 0.59 * m + 0.11 * y + k);
}
