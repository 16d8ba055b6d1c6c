import { told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { adFit, isOfShape, stretchPercent } from './ad-fit.ts';
import { onAdSlots, type PageOfAds } from './ad-slots.ts';

/**
 * Ads of another shape than the slot that is paid for. An ad is shown whole: what its shape lacks
 * stays paper, unless it is stretched.
 */
export function checkAdShape(checked: PageOfAds): readonly Finding[] {
  return onAdSlots(checked, ({ ad, picture: id }) => {
    const picture = checked.issue.pictures[id];
    const fit = adFit(picture, ad);
    if (picture === undefined || fit === undefined || isOfShape(fit)) return [];
    const { heightMm, size, widthMm } = ad;
    if (picture.adPage?.fit === 'stretched') {
      return [told('ad-stretched', 'warns', { size, percent: stretchPercent(picture, ad) })];
    }
    const side = fit.side === 'width' ? '宽' : '高';
    const wanted = { wantedWidth: widthMm, wantedHeight: heightMm };
    return [told('ad-shape-differs', 'warns', { size, side, difference: fit.restMm, ...wanted })];
  });
}
