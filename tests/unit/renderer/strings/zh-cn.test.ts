import { expect, test } from 'vitest';
import { failureSentence } from '#renderer/strings/zh-cn.ts';

test('a failure is told with its figures', () => {
  expect(failureSentence('no-such-page', { page: 1 })).toBe('本期没有第 2 个版面。');
  expect(failureSentence('damaged json', { path: 'a', line: 3, column: 9 })).toBe(
    '“a”第 3 行第 9 列有误。',
  );
});

test('a failure without a sentence is told with its code', () => {
  expect(failureSentence('never seen', {})).toBe('出错了（never seen）。');
});
