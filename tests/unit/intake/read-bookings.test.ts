import { expect, test } from 'vitest';
import { readBookings } from '#engine/intake/read-bookings.ts';

const HEADING = '编号,广告主,尺寸/规格,版面,日期,色彩,文件名,备注';

function problemsOf(rows: string): readonly (readonly [number, string])[] {
  return readBookings(`${HEADING}\n${rows}`).problems.map(({ line, code }) => [line, code]);
}

test('a row of the list becomes a booking, its page and date in one form', () => {
  const { bookings, problems } = readBookings(
    `\uFEFF${HEADING}\r\nA-01,金荣集团,半版,a06版,2021年6月18日,彩色,jr.pdf,靠右\r\n`,
  );
  expect(problems).toEqual([]);
  expect(bookings).toEqual([
    {
      number: 'A-01',
      advertiser: '金荣集团',
      size: '半版',
      page: 'A06',
      date: '2021-06-18',
      colour: 'colour',
      file: 'jr.pdf',
      note: '靠右',
    },
  ]);
});

test('columns stand in any order, headed in either language, parted by semicolons or tabs', () => {
  const semicolons = readBookings('Date;Size;Number\n2021/6/18;1/4;7');
  const tabs = readBookings('规格\t编号\t日期\n1/4\t7\t20210618');
  expect(tabs.bookings).toEqual(semicolons.bookings);
  expect(tabs.bookings[0]).toMatchObject({ number: '7', size: '1/4', date: '2021-06-18' });
  expect(tabs.bookings[0]).toMatchObject({ advertiser: '', page: '', colour: 'unsaid' });
});

test('quotes hold commas, line ends and quotes', () => {
  const { bookings } = readBookings(
    `${HEADING}\n1,"甲,乙",半版,,2021-6-18,黑白,,"上下\n两行""引号"""\n2,丙,半版,,2021-6-18,,,`,
  );
  expect(bookings[0]).toMatchObject({ advertiser: '甲,乙', note: '上下\n两行"引号"' });
  expect(bookings[1]).toMatchObject({ number: '2', advertiser: '丙' });
});

test('a row that is no booking is named with its line and what is wrong', () => {
  expect(problemsOf(',甲,半版,,2021-06-18,,,')).toEqual([[2, 'no number']]);
  expect(problemsOf('1,甲,半版,,2021-02-29,,,')).toEqual([[2, 'not a date']]);
  expect(problemsOf('1,甲,半版,,2021-06-18,绿色,,')).toEqual([[2, 'not a colour']]);
  expect(problemsOf('1,甲,半版,,2021-06-18,,,,多')).toEqual([[2, 'too many fields']]);
  expect(problemsOf('1,甲,半版,,2021-06-18,,,\n1,乙,半版,,2021-06-18,,,')).toEqual([
    [3, 'number twice'],
  ]);
  expect(problemsOf('\n1,"甲,半版\n2,乙')).toEqual([[3, 'quote not closed']]);
});

test('a table without number, size or date is refused whole; an unknown column is named', () => {
  expect(readBookings('').problems[0]?.code).toBe('no heading');
  expect(readBookings('编号,规格\n1,半版').problems[0]?.code).toBe('no heading');
  expect(readBookings('编号,编号,规格,日期\n').problems[0]?.code).toBe('column twice');
  const { bookings, unknownColumns } = readBookings('编号,规格,日期,价格\n1,半版,2021-06-18,9');
  expect([bookings.length, unknownColumns]).toEqual([1, ['价格']]);
});
