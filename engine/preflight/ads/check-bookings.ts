import type { Issue } from '#engine/model/issue.ts';
import { told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { type AdSlot, onAdSlots, type PageOfAds } from './ad-slots.ts';
import { slotsOfBooking } from './slots-of-booking.ts';

/** Ads that stand otherwise than they are booked: another day, page or colour, or twice. */
export function checkBookings(checked: PageOfAds): readonly Finding[] {
  const { issue, page } = checked;
  return onAdSlots(checked, (slot) => {
    const number = slot.ad.booking;
    if (number === undefined) return [];
    const booking = issue.bookings[number];
    if (booking === undefined) return [told('ad-booking-gone', 'blocks press', { number })];
    const { colour, date, page: wanted } = booking;
    const values = { number, page: page.number, date };
    const isTwice = slotsOfBooking(issue, number).length > 1;
    const isOtherPage = wanted !== '' && wanted !== page.number.toUpperCase();
    const isColoured = colour === 'black' && isGrey(issue, slot) === false;
    return [
      ...(isTwice ? [told('ad-booking-twice', 'blocks press', values)] : []),
      ...(date === issue.date ? [] : [told('ad-booking-other-date', 'warns', values)]),
      ...(isOtherPage ? [told('ad-booking-other-page', 'warns', { ...values, wanted })] : []),
      ...(isColoured ? [told('ad-booking-other-colour', 'warns', values)] : []),
    ];
  });
}

/** True for an ad on the black plate alone; undefined while there is none. */
function isGrey({ pictures }: Issue, { picture }: AdSlot): boolean | undefined {
  const { adPage, greyscale } = pictures[picture] ?? {};
  return adPage?.mends.includes('grey') ?? greyscale;
}
