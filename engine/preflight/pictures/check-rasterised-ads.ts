import { type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import { effectivePpi } from '#engine/preflight/picture-resolution.ts';
import type { Finding } from '#engine/units/finding.ts';
import { printedPictures } from './printed-pictures.ts';

/** Ads that became pictures: their small type is soft, and of several inks (R0017, R0033). */
export function checkRasterisedAds(checked: CheckedPage): readonly Finding[] {
  return printedPictures(checked).flatMap(({ block, item, picture }) => {
    if (picture.rasterised === undefined) return [];
    const values = { ppi: Math.floor(effectivePpi(item, picture.widthPx)) };
    const where = { text: `picture:${picture.id}` };
    return placedAt({ block }, [{ code: 'ad-rasterised', severity: 'warns', where, values }]);
  });
}
