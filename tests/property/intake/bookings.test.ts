import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBookings } from '#engine/intake/read-bookings.ts';

const note = fc.string({ unit: fc.constantFrom(...'甲乙1"\',;\t\n\r ') });
const separators = fc.constantFrom(',', ';', '\t');

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

test('every row of a table that a spreadsheet saved is a booking with all its words', () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 20 }), separators, (notes, separator) => {
      const rows = notes.map((one, index) =>
        [`N${index}`, '半版', '2021-06-18', quoted(one)].join(separator),
      );
      const heading = ['编号', '规格', '日期', '备注'].join(separator);
      const { bookings, problems } = readBookings([heading, ...rows].join('\r\n'));
      expect(problems).toEqual([]);
      expect(bookings.map((booking) => booking.note)).toEqual(notes.map((one) => one.trim()));
    }),
  );
});

const line = fc.string({ unit: fc.constantFrom(...'甲1,"; -') });

test('whatever stands below the heading, no character of it is passed over in silence', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const { bookings, problems } = readBookings(['编号,规格,日期', ...lines].join('\n'));
      const said = [...bookings.flatMap(Object.values), ...problems.map(({ text }) => text)];
      const counted = (text: string) => text.replaceAll(/[^甲1]/gu, '').length;
      expect(counted(said.join(''))).toBe(counted(lines.join('')));
    }),
  );
});
