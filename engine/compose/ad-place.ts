import type { AdPlace } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Rect } from '#engine/units/rect.ts';
import { mmToPt, ptToMm } from '#engine/units/units.ts';
import type { PageGrid } from './page-grid.ts';

/**
 * A slot may miss the size of the rate card by so much, in millimetres: what print shops allow for
 * trimmed sizes, and less than the plates shift on newsprint over the width of a sheet.
 */
export const AD_TOLERANCE_MM = 1;

type AdMeasure = Pick<AdPlace, 'widthMm' | 'heightMm'>;

/**
 * Characters and lines that an ad of this size takes on the grid: half characters and whole lines,
 * the next larger ones. Undefined when the type area is smaller than the ad.
 */
export function cellsOfAd(
  grid: PageGrid,
  { widthMm, heightMm }: AdMeasure,
): { readonly columns: number; readonly lines: number } | undefined {
  const columns = cells(widthMm, grid.cellPt / 2, grid.columns * 2);
  const lines = cells(heightMm, grid.leadingPt, grid.lines);
  return columns === undefined || lines === undefined ? undefined : { columns: columns / 2, lines };
}

function cells(sizeMm: number, cellPt: number, most: number): number | undefined {
  const count = Math.ceil(mmToPt(sizeMm) / cellPt);
  if (count <= most) return count;
  return mmToPt(sizeMm - AD_TOLERANCE_MM) <= most * cellPt ? most : undefined;
}

/** The ad itself within its block, relative to it: at its own size, in the middle. */
export function adWithin(block: Rect, { widthMm, heightMm }: AdMeasure): Rect {
  const width = Math.min(mmToPt(widthMm), block.width);
  const height = Math.min(mmToPt(heightMm), block.height);
  return { x: (block.width - width) / 2, y: (block.height - height) / 2, width, height };
}

/** A block that is smaller than what the advertiser pays for. */
export function adTooSmall({ width, height }: Rect, ad: AdPlace): readonly Finding[] {
  const [widthMm, heightMm] = [ptToMm(width), ptToMm(height)];
  const { size, widthMm: wantedWidth, heightMm: wantedHeight } = ad;
  const least = Math.min(widthMm - wantedWidth, heightMm - wantedHeight);
  if (least >= -AD_TOLERANCE_MM) return [];
  const own = { width: Math.round(widthMm), height: Math.round(heightMm) };
  const values = { size, ...own, wantedWidth, wantedHeight };
  return [{ code: 'ad-slot-too-small', severity: 'blocks press', where: {}, values }];
}
