import { isAreaWithin, sharedArea } from '#engine/model/grid-areas.ts';
import { told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { onAdSlots, type PageOfAds } from './ad-slots.ts';

/** Ads that hide other matter. Furniture that is only a line may touch an ad. */
export function checkAdOverBlocks(checked: PageOfAds): readonly Finding[] {
  return onAdSlots(checked, (own) => {
    const isOver = checked.page.blocks.some((other) => {
      if (other.id === own.id || other.kind === 'rule') return false;
      if (sharedArea(other.area, own.area) === undefined) return false;
      return !other.cutouts.some((cutout) => isAreaWithin(own.area, cutout));
    });
    return isOver ? [told('ad-over-block', 'blocks press')] : [];
  });
}
