import type { PictureBlock } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { PageOfAds } from './ad-slots.ts';
import { checkAdOverBlocks } from './check-ad-over-blocks.ts';
import { checkAdShape } from './check-ad-shape.ts';
import { checkBookings } from './check-bookings.ts';
import { checkSlotMark } from './check-slot-mark.ts';

const CHECKS = [checkAdShape, checkAdOverBlocks, checkSlotMark, checkBookings];

/**
 * What the ad office would say of one ad slot: that its ad has another shape, that it hides other
 * matter, lacks 广告, or is not what was booked. That it is empty, composing says.
 */
export function slotFindings(on: PageOfAds, { id }: PictureBlock): readonly Finding[] {
  return CHECKS.flatMap((check) => check(on)).filter(({ where }) => where.block === id);
}
