import { isAreaWithin, sharedArea } from '#engine/model/grid-areas.ts';
import type { AdPlace, Block, Issue, Page, PictureBlock } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { adFit, isOfShape, type PlacedSlot, stretchPercent } from './ad-fit.ts';

/**
 * What the ad office would say of an ad slot: that its ad has another shape, that it hides other
 * matter, lacks 广告, or is not what was booked. That it is empty, composing says.
 */
export function checkAd(issue: Issue, page: Page, block: Block): readonly Finding[] {
  if (block.kind !== 'picture' || block.ad === undefined) return [];
  const { ad } = block;
  const unmarked = ad.mark === 'none' ? [told('ad-unmarked', 'warns')] : [];
  return [
    ...shapeFindings(issue, block, ad),
    ...overFindings(page, block),
    ...unmarked,
    ...bookingFindings(issue, page, block),
  ];
}

function told(
  code: string,
  severity: Finding['severity'],
  values: Finding['values'] = {},
): Finding {
  return { code, severity, where: {}, values };
}

/** An ad is shown whole: what its shape lacks stays paper, unless it is stretched. */
function shapeFindings(issue: Issue, block: PictureBlock, ad: AdPlace): readonly Finding[] {
  const picture = issue.pictures[block.picture];
  const fit = adFit(picture, ad);
  if (picture === undefined || fit === undefined || isOfShape(fit)) return [];
  const { size, widthMm, heightMm } = ad;
  if (picture.adPage?.fit === 'stretched') {
    return [told('ad-stretched', 'warns', { size, percent: stretchPercent(picture, ad) })];
  }
  const side = fit.side === 'width' ? '宽' : '高';
  const wanted = { wantedWidth: widthMm, wantedHeight: heightMm };
  const values = { size, side, difference: fit.restMm, ...wanted };
  return [told('ad-shape-differs', 'warns', values)];
}

/** Furniture that is only a line may touch an ad. */
function overFindings({ blocks }: Page, own: PictureBlock): readonly Finding[] {
  const isOver = blocks.some((other) => {
    if (other.id === own.id || other.kind === 'rule') return false;
    if (sharedArea(other.area, own.area) === undefined) return false;
    return !other.cutouts.some((cutout) => isAreaWithin(own.area, cutout));
  });
  return isOver ? [told('ad-over-block', 'blocks press')] : [];
}

function bookingFindings(issue: Issue, page: Page, block: PictureBlock): readonly Finding[] {
  const number = block.ad?.booking;
  if (number === undefined) return [];
  const booking = issue.bookings[number];
  if (booking === undefined) return [told('ad-booking-gone', 'blocks press', { number })];
  const isOtherPage = booking.page !== '' && booking.page !== page.number.toUpperCase();
  const picture = issue.pictures[block.picture];
  const isGrey = picture?.adPage?.mends.includes('grey') ?? picture?.greyscale;
  const values = { number, page: page.number, date: booking.date };
  return [
    ...(slotsOfBooking(issue, number).length > 1
      ? [told('ad-booking-twice', 'blocks press', values)]
      : []),
    ...(booking.date === issue.date ? [] : [told('ad-booking-other-date', 'warns', values)]),
    ...(isOtherPage
      ? [told('ad-booking-other-page', 'warns', { ...values, wanted: booking.page })]
      : []),
    ...(booking.colour === 'black' && isGrey === false
      ? [told('ad-booking-other-colour', 'warns', values)]
      : []),
  ];
}

/** The slots of an issue that are kept for a booking. */
export function slotsOfBooking({ pages }: Issue, number: string): readonly PlacedSlot[] {
  return pages.flatMap((page) =>
    page.blocks.flatMap((block) => {
      const isOwn = block.kind === 'picture' && block.ad?.booking === number;
      return isOwn ? [{ page, block }] : [];
    }),
  );
}
