import { expect, test } from 'vitest';
import { clickedRange, wordAt } from '#engine/display/word-at.ts';

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

function boundariesOf(text: string): readonly number[] {
  return [...SEGMENTER.segment(text)].map(({ index }) => index);
}

/** The word in square brackets at the place marked |. */
function marked(textWithCaret: string, edge: 'leading' | 'trailing' = 'leading'): string {
  const offset = textWithCaret.indexOf('|');
  const text = textWithCaret.replace('|', '');
  const { start, end } = wordAt(text, { offset, edge }, boundariesOf);
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

test('a double click marks a Chinese word', () => {
  expect(marked('党员|干部深入企业')).toBe('党员[干部]深入企业');
  expect(marked('党员干部深|入企业')).toBe('党员干部[深入]企业');
});

test('between two words it marks the one that was clicked', () => {
  expect(marked('深入|企业', 'leading')).toBe('深入[企业]');
  expect(marked('深入|企业', 'trailing')).toBe('[深入]企业');
});

test('a mark is a word of its own', () => {
  expect(marked('企业|，深入')).toBe('企业[，]深入');
});

test('Latin words and figures are marked whole', () => {
  expect(marked('引进AB|B公司')).toBe('引进[ABB]公司');
  expect(marked('产值26|83亿')).toBe('产值[2683]亿');
});

test('at the end of the text it marks the last word', () => {
  expect(marked('深入企业|')).toBe('深入[企业]');
  expect(wordAt('', { offset: 0, edge: 'leading' }, boundariesOf)).toEqual({ start: 0, end: 0 });
});

test('one click sets the caret, two mark the word, three the paragraph', () => {
  const range = (clicks: number) =>
    clickedRange('深入企业', { offset: 1, edge: 'leading' }, clicks, boundariesOf);
  expect(range(1)).toEqual({ start: 1, end: 1 });
  expect(range(2)).toEqual({ start: 0, end: 2 });
  expect(range(3)).toEqual({ start: 0, end: 4 });
});
