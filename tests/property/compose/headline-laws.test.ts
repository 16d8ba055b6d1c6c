import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakHeadline } from '#engine/compose/break-headline.ts';
import { readWords } from '#engine/compose/segment-words.ts';
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';

const PIECES = [
  ...['湘潭', '高新区', '经开区', '与', '的', '推进', '“五好园区”', '：', '，', ' ', '\n', '22家'],
  ...['企业', '《规划》', 'GE', '7.8%', '龘', '工作', '安全生产', '再提升', '李灿晖', '、'],
];
const headlines = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 14 })
  .map((all) => all.join(''));

describe('laws of headline breaks', () => {
  it('loses and doubles no character, and keeps the lines in order', () => {
    fc.assert(
      fc.property(headlines, fc.integer({ min: 2, max: 30 }), (text, measureEm) => {
        const { lines } = broken(text, measureEm);
        const set = lines.map(({ start, end }) => text.slice(start, end)).join('');
        expect(set.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('keeps every line within the measure, or says that it does not fit', () => {
    fc.assert(
      fc.property(headlines, fc.integer({ min: 2, max: 30 }), (text, measureEm) => {
        const { lines, fits } = broken(text, measureEm);
        expect(lines.every((line) => line.widthEm <= measureEm + 0.001)).toBe(fits);
      }),
    );
  });

  it('ends lines at word ends unless it says that a word is cut', () => {
    fc.assert(
      fc.property(headlines, fc.integer({ min: 2, max: 30 }), (text, measureEm) => {
        const ends = new Set(readWords(text, SHIPPED_LEXICON).map((word) => word.end));
        const { lines, cutsWord } = broken(text, measureEm);
        const whole = lines.every((line) => line.end === line.start || ends.has(line.end));
        if (!cutsWord) expect(whole).toBe(true);
      }),
    );
  });
});

function broken(text: string, measureEm: number): ReturnType<typeof breakHeadline> {
  return breakHeadline({
    text,
    words: readWords(text, SHIPPED_LEXICON),
    widthOf: (start, end) => end - start,
    mayBreak: (offset) => !/[：，、”》]/u.test(text.charAt(offset)),
    measureEm,
    mostLines: 4,
  });
}
