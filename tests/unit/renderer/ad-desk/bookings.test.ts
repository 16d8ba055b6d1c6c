import { expect, test } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Booking, Issue, Page } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { adSizeNamed } from '#engine/model/rate-card.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { compareBookings, editsOfChanges } from '#renderer/ad-desk/booking-changes.ts';
import { bookingState } from '#renderer/ad-desk/booking-state.ts';
import { placeAdSlot } from '#renderer/ad-desk/place-slot.ts';
import { SHIPPED_RATE_CARD } from '#renderer/ad-desk/shipped-rate-card.ts';
import { pageGeometry } from '#renderer/make-up/page-geometry.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const BOOKING: Booking = {
  number: 'A-01',
  advertiser: '金荣集团',
  size: '1/16',
  page: 'A06',
  date: '2021-06-18',
  colour: 'colour',
  file: '',
  note: '',
};
const SIZE = adSizeNamed(SHIPPED_RATE_CARD, '1/16');
const GEOMETRY = pageGeometry(pageTemplate('park-broadsheet'));

function edited(issue: Issue, edit: Parameters<typeof applyEdit>[1]): Issue {
  const doc = createIssueDoc(issue, 1);
  expect(applyEdit(doc, edit).ok).toBe(true);
  return readIssue(doc);
}

function booked(page: 'full' | 'blank'): { readonly issue: Issue; readonly page: Page } {
  const sample = sampleIssue();
  const pages = sample.pages.map((one) => (page === 'blank' ? { ...one, blocks: [] } : one));
  const issue = { ...sample, pages, bookings: { 'A-01': BOOKING } };
  const [first] = pages;
  if (first === undefined) throw new Error('the sample has a page');
  return { issue, page: first };
}

function placed(on: 'full' | 'blank') {
  const { issue, page } = booked(on);
  if (SIZE === undefined) throw new Error('the rate card has the size');
  const slot = placeAdSlot({ issue, page, geometry: GEOMETRY, size: SIZE, booking: 'A-01' });
  if (slot === undefined) throw new Error('a broadsheet takes the size');
  const after = edited(issue, slot.edit);
  const block = after.pages[0]?.blocks.find(({ id }) => id === slot.block);
  return { issue: after, slot, block };
}

test('lists write sizes of the rate card in several ways', () => {
  expect(SIZE?.name).toBe('十六分之一版');
  expect(adSizeNamed(SHIPPED_RATE_CARD, '下报眉(大)')?.widthMm).toBe(250);
  expect(adSizeNamed(SHIPPED_RATE_CARD, '两版')).toBeUndefined();
});

test('a slot takes the lowest free place at the outer side, and lies over a full page', () => {
  const { block, slot } = placed('blank');
  expect(slot.isOver).toBe(false);
  expect(block?.area).toEqual({ column: 49, line: 97, columns: 50, lines: 14 });
  expect(placed('full').slot.isOver).toBe(true);
});

test('a booking comes from not placed by way of no ad yet to ready', () => {
  const before = booked('blank').issue;
  const state = (issue: Issue) => {
    const { light, stage } = bookingState(issue, SHIPPED_RATE_CARD, BOOKING);
    return [stage, light];
  };
  expect(state(before)).toEqual(['unplaced', 'amber']);
  const { issue, block } = placed('blank');
  expect(state(issue)).toEqual(['empty', 'red']);
  const picture = block?.kind === 'picture' ? block.picture : '';
  const fill = (widthPx: number) => {
    const photograph = { asset: `${'0'.repeat(64)}.jpg`, widthPx, heightPx: 600 };
    return edited(issue, { kind: 'placedPicture', picture, photograph });
  };
  expect(state(fill(1750))).toEqual(['ready', 'green']);
  expect(state(fill(1000))).toEqual(['wrong', 'amber']);
});

test('a second list changes what differs by number, and leaves what it does not name', () => {
  const other = { ...BOOKING, number: 'A-02' };
  const later = { ...BOOKING, date: '2021-06-25' };
  const fresh = { ...BOOKING, number: 'A-03' };
  const entered = { 'A-01': BOOKING, 'A-02': other };
  const changes = compareBookings(entered, [later, fresh]);
  expect(changes).toEqual({
    added: [fresh],
    changed: [{ before: BOOKING, after: later }],
    same: 0,
  });
  const edits = editsOfChanges(changes);
  const issue = edited({ ...sampleIssue(), bookings: entered }, { kind: 'editsTogether', edits });
  expect(issue.bookings).toEqual({ 'A-01': later, 'A-02': other, 'A-03': fresh });
});
