import { expect, test } from 'vitest';
import type { AdPlace, Booking, Issue, Picture } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { slotFindings } from '#engine/preflight/ads/slot-findings.ts';
import { area, issueOf, pictureBlock, plainBlock } from '#tests/unit/compose/test-page.ts';

const AD: AdPlace = {
  size: '半版',
  widthMm: 350,
  heightMm: 240,
  mark: 'topRight',
  booking: 'A-01',
};
const BOOKING: Booking = {
  number: 'A-01',
  advertiser: '金荣集团',
  size: '半版',
  page: 'A06',
  date: '2021-06-18',
  colour: 'colour',
  file: '',
  note: '',
};
const PICTURE: Picture = {
  ...openSlot('one'),
  asset: `${'0'.repeat(64)}.jpg`,
  widthPx: 3500,
  heightPx: 2400,
};

interface Change {
  readonly ad?: Partial<AdPlace>;
  readonly booking?: Partial<Booking>;
  readonly picture?: Partial<Picture>;
  readonly bookings?: Issue['bookings'];
}

function codes({ ad, booking, picture, bookings }: Change): readonly string[] {
  const block = { ...pictureBlock('one', area(0, 20, 20, 10), 0), ad: { ...AD, ...ad } };
  const blocks = [plainBlock('folioLine', area(0, 0, 20, 2)), block];
  const issue: Issue = {
    ...issueOf({ blocks, pictures: [{ ...PICTURE, ...picture }] }),
    bookings: bookings ?? { 'A-01': { ...BOOKING, ...booking } },
  };
  const [page] = issue.pages;
  if (page === undefined) throw new Error('a test issue has a page');
  return slotFindings({ issue, page }, block).map(({ code }) => code);
}

test('an ad as booked, of its size, marked 广告, is well', () => {
  expect(codes({})).toEqual([]);
});

test('an ad may miss the shape of its slot by a millimetre, not by two', () => {
  expect(codes({ picture: { heightPx: 2391 } })).toEqual([]);
  expect(codes({ picture: { heightPx: 2380 } })).toEqual(['ad-shape-differs']);
});

test('an ad without 广告, for another day or page, or in colour for black is reported', () => {
  expect(codes({ ad: { mark: 'none' } })).toEqual(['ad-unmarked']);
  expect(codes({ booking: { date: '2021-06-25' } })).toEqual(['ad-booking-other-date']);
  expect(codes({ booking: { page: 'A07' } })).toEqual(['ad-booking-other-page']);
  expect(codes({ booking: { page: '' } })).toEqual([]);
  expect(codes({ booking: { colour: 'black' } })).toEqual(['ad-booking-other-colour']);
  expect(codes({ booking: { colour: 'black' }, picture: { greyscale: true } })).toEqual([]);
});

test('a slot whose booking was struck out holds the page back', () => {
  expect(codes({ bookings: {} })).toEqual(['ad-booking-gone']);
});

test('a slot over a story holds the page back; a rule may touch it', () => {
  const block = { ...pictureBlock('one', area(0, 20, 20, 10), 0), ad: AD };
  const over = (kind: 'sectionFlag' | 'rule') => {
    const blocks = [plainBlock(kind, area(5, 25, 5, 10)), block];
    const issue = { ...issueOf({ blocks, pictures: [PICTURE] }), bookings: { 'A-01': BOOKING } };
    const [page] = issue.pages;
    return (
      page && slotFindings({ issue, page }, block).map(({ code, severity }) => [code, severity])
    );
  };
  expect(over('sectionFlag')).toEqual([['ad-over-block', 'blocks press']]);
  expect(over('rule')).toEqual([]);
});
