import { expect, test } from 'vitest';
import { steppedDate, weekday } from '#renderer/controls/date-field.tsx';

test('a date steps over months and leap days', () => {
  expect(steppedDate('2021-06-30', 1)).toBe('2021-07-01');
  expect(steppedDate('2024-03-01', -1)).toBe('2024-02-29');
});

test('a day that no calendar has is no date', () => {
  expect(steppedDate('2021-06-31', 1)).toBeUndefined();
  expect(steppedDate('2021-6-1', 1)).toBeUndefined();
});

test('a date names its day of the week in the language of the screen', () => {
  expect(weekday('2021-06-18', 'zh-CN')).toBe('星期五');
  expect(weekday('2021-06-18', 'en')).toBe('Friday');
  expect(weekday('2021-06', 'zh-CN')).toBe('');
});
