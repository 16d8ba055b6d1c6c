import { told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { onAdSlots, type PageOfAds } from './ad-slots.ts';

/** Ad slots without the word 广告, which the law asks for. */
export function checkSlotMark(checked: PageOfAds): readonly Finding[] {
  return onAdSlots(checked, ({ ad }) => (ad.mark === 'none' ? [told('ad-unmarked', 'warns')] : []));
}
