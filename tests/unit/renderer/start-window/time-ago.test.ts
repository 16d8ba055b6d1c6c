import { expect, test } from 'vitest';
import { timeAgo } from '#renderer/start-window/time-ago.ts';

const NOW = new Date(2021, 5, 18, 21, 30);
const ago = (...[month, day, hour, minute]: readonly [number, number, number, number]) =>
  timeAgo(new Date(2021, month, day, hour, minute).toISOString(), NOW, 'zh-CN');

test('an issue of today is so many minutes or hours old', () => {
  expect(ago(5, 18, 21, 25)).toBe('5分钟前');
  expect(ago(5, 18, 18, 10)).toBe('3小时前');
});

test('an issue of last night is one of yesterday, however few hours have passed', () => {
  expect(
    timeAgo(new Date(2021, 5, 17, 23, 50).toISOString(), new Date(2021, 5, 18, 0, 20), 'zh-CN'),
  ).toBe('昨天');
  expect(ago(5, 15, 23, 0)).toBe('3天前');
});

test('an older one has its date', () => {
  expect(ago(5, 1, 12, 0)).toBe('2021/6/1');
});

test('a clock that was put back makes nothing come from the future', () => {
  expect(ago(5, 18, 23, 0)).toBe('现在');
});

test('an unreadable time is left out', () => {
  expect(timeAgo('then', NOW, 'en')).toBe('');
});
