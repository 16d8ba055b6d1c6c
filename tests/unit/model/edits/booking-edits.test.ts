import { expect, test } from 'vitest';
import type { Booking } from '#engine/model/issue.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { expectRefusal, obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { testIssue } from '#tests/unit/model/marked-story.ts';

const booking: Booking = {
  number: 'A-01',
  advertiser: '金荣集团',
  size: '半版',
  page: 'A06',
  date: '2021-06-18',
  colour: 'colour',
  file: 'jr.pdf',
  note: '',
};

test('a booking is entered, changed and struck out', () => {
  const issue = testIssue({});
  const entered = obeyFourLaws(issue, { kind: 'setBooking', number: 'A-01', booking });
  expect(entered.bookings).toEqual({ 'A-01': booking });
  const later = { ...booking, date: '2021-06-25' };
  const changed = obeyFourLaws(entered, { kind: 'setBooking', number: 'A-01', booking: later });
  expect(changed.bookings['A-01']?.date).toBe('2021-06-25');
  const gone = obeyFourLaws(changed, { kind: 'setBooking', number: 'A-01', booking: undefined });
  expect(gone).toEqual(issue);
});

test('a booking under another number, or one that is not there to strike out, is refused', () => {
  const issue = testIssue({});
  const other = { kind: 'setBooking', number: 'A-02', booking } as const;
  expectRefusal(issue, other, 'another booking number');
  expectRefusal(issue, { ...other, booking: undefined }, 'no such booking');
});

test('an issue of an earlier release has no bookings', () => {
  const { bookings, ...before } = testIssue({});
  expect(bookings).toEqual({});
  expect(parseIssue(JSON.parse(JSON.stringify(before)))).toMatchObject({
    ok: true,
    value: { bookings: {} },
  });
});
