import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proofreadPage } from '#engine/proofreading/proofread.ts';
import { proofText, ROOM } from '#tests/unit/proofreading/read-marked.ts';

const PIECES = [
  ...'“”‘’（）《》，。、；：！？…—·-～()[],.:; \n'.split(''),
  ...['园区', '部份', '等', '的', '二', '三个', '一是', '三是', '日前', '经理刘磊说', '湘潭高新区'],
  ...[
    '6月31日',
    '2021年',
    '（星期四）',
    '3千',
    '10～15%',
    '热线：',
    '0731-5551',
    '𠮷',
    '家企业',
    '𝟜',
  ],
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));
const kinds = ['paragraph', 'headline', 'caption', 'credit', 'partner', 'crosshead'] as const;
const texts = fc
  .array(fc.tuple(words, fc.constantFrom(...kinds)), { maxLength: 6 })
  .map((pairs) =>
    pairs.map(([text, kind], at) => proofText(text, kind, `article:a/${kind}:${at}`)),
  );

test('reads any text to the end; every mark lies in its text and quotes what stands there', () => {
  fc.assert(
    fc.property(texts, (page) => {
      for (const mark of proofreadPage({ texts: page, unmarkedAds: [], characters: 0 }, ROOM)) {
        const { text, start, end } = mark.where;
        const own = page.find(({ name }) => name === text)?.words ?? '';
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(own.length);
        expect(mark.words).toBe(own.slice(start, end));
        expect(ROOM.book.rules.has(mark.rule)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a text of one character or mark over and over is read in no time', () => {
  for (const piece of PIECES) {
    const start = performance.now();
    const page = [proofText(piece.repeat(4000))];
    proofreadPage({ texts: page, unmarkedAds: [], characters: 0 }, ROOM);
    expect(performance.now() - start, piece).toBeLessThan(3000);
  }
});
