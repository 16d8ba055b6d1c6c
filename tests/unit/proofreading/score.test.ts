import { expect, test } from 'vitest';
import type { Page } from '#engine/model/issue.ts';
import { countedCharacters } from '#engine/proofreading/proof-page.ts';
import { scoreMarks } from '#engine/proofreading/score.ts';
import { marksOn, ROOM } from './read-marked.ts';

const errorsIn = (words: string, kind: 'paragraph' | 'headline' = 'paragraph') =>
  scoreMarks(marksOn(words, kind), 10_000, ROOM.book).errors;

test('counts a wrong character as one, a wrong mark as a tenth', () => {
  expect(errorsIn('大部份企业，')).toBe(1);
  expect(errorsIn('位置好,交通便利')).toBe(0.1);
});

test('counts what stands in a headline double', () => {
  expect(errorsIn('布署工作', 'headline')).toBe(2 * errorsIn('布署工作'));
});

test('counts the same error three times at most, and numerals as one in all', () => {
  expect(errorsIn('部份，部份，部份，部份，部份')).toBe(3);
  expect(errorsIn('3千人，'.repeat(14))).toBe(1);
});

test('counts neither doubts nor hints, but says how many there are', () => {
  const score = scoreMarks(marksOn('日前，引进二家企业。'), 10_000, ROOM.book);
  expect(score.errors).toBe(0);
  expect(score.counts).toEqual({ wrong: 0, doubtful: 1, hint: 1 });
});

test('passes up to three in ten thousand', () => {
  const marks = marksOn('部份，部署，布署，侯选人');
  expect(scoreMarks(marks, 10_000, ROOM.book)).toMatchObject({ perTenThousand: 3, passes: true });
  expect(scoreMarks(marks, 9_000, ROOM.book).passes).toBe(false);
  expect(scoreMarks([], 0, ROOM.book).perTenThousand).toBe(0);
});

test('counts a page by its area, photographs for four fifths', () => {
  const frame = { id: 'b', cutouts: [], border: undefined, tint: undefined, locked: false };
  const area = { column: 0, line: 0, columns: 20, lines: 10 };
  const page: Page = {
    id: 'p',
    number: 'A06',
    name: '',
    template: 't',
    blocks: [
      { ...frame, kind: 'imprint', area, text: '' },
      { ...frame, kind: 'picture', area, picture: 'x', captionLines: 1 },
      { ...frame, kind: 'rule', area: { ...area, lines: 1 } },
    ],
  };
  expect(countedCharacters(page)).toBe(200 + 160 + 6);
});
