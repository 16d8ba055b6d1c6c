import { expect, test } from 'vitest';
import { dismissalOf, sortMarks } from '#engine/proofreading/dismissals.ts';
import { marksOn } from './read-marked.ts';

const WORDS = { reason: '原文如此', by: '校对', at: '2021-06-17T15:00:00Z' };
const TEXT = '园区召开会议，大部份企业参加了会议，会议取得了圆满成功。';

function dismissedIn(words: string): number {
  const [mark] = marksOn(TEXT);
  if (mark === undefined) throw new Error('something is found');
  const { id, dismissal } = dismissalOf(mark, WORDS);
  return sortMarks(marksOn(words), { [id]: dismissal }).dismissed.length;
}

test('a dismissed finding stays dismissed while its paragraph is edited elsewhere', () => {
  expect(dismissedIn(TEXT)).toBe(1);
  expect(dismissedIn(`6月15日，${TEXT}`)).toBe(1);
  expect(dismissedIn(TEXT.replace('圆满成功', '成效'))).toBe(1);
});

test('an edit on one side of it does not bring it back, one on both sides does', () => {
  expect(dismissedIn(TEXT.replace('企业', '单位'))).toBe(1);
  expect(dismissedIn('有一部份群众。')).toBe(0);
});

test('another finding of the same rule is not dismissed with it', () => {
  expect(dismissedIn('园区布署工作。')).toBe(0);
});
