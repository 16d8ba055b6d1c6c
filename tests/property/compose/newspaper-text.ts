import { readFileSync } from 'node:fs';
import fc from 'fast-check';

/** The paragraphs of the real page, as the newspaper printed them. */
export const SEED_PARAGRAPHS: readonly string[] = readFileSync(
  new URL('../../fixtures/park-supplement-page.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .map((line) => line.replace(/<\/?p>/g, '').trim())
  .filter((line) => line.length > 0);

const HAN = [...'湘潭经开区高新技术产业园发展安全生产工作会议一为群众办实事的了在'];
const MARKS = [...'，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』'];
const LONG_MARKS = ['——', '……', '…………', '—', '～', '–', '·', '/', '？！', '！！！'];
const LATIN = ['GE', 'ABB', 'HIGH-TECH', 'ZONE', 'it’s', 'example', 'A', 'é', 'e\u0301'];
const NUMBERS = ['5', '15', '2021', '28,614', '7.8%', '38℃', '￥12.6', '0731-55512300', '№5', '5G'];
const BLANKS = [' ', '　', '  ', '\t', '\u00a0', '\u200b'];
const ODD = ['𠮷', '葛\u{e0100}', '👨‍👩‍👧', '🇨🇳', '①', '５', 'Ａ', '㎡', 'Ⅱ'];
const ASCII_MARKS = [...',.;:!?()[]"\'-%&@_'];

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...HAN) },
  { weight: 5, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_MARKS) },
  { weight: 1, arbitrary: fc.constantFrom(...LATIN) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom(...BLANKS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.constantFrom(...ASCII_MARKS) },
);

/**
 * Random newspaper text: Han, marks, Western words, numbers, blanks and what drafts bring along.
 */
export function newspaperText(mostPieces = 80): fc.Arbitrary<string> {
  return fc.array(piece, { maxLength: mostPieces }).map((pieces) => pieces.join(''));
}

/** Random text or a paragraph of the real page. */
export const paragraphs: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: newspaperText() },
  { weight: 1, arbitrary: fc.constantFrom(...SEED_PARAGRAPHS) },
);

/** Line lengths of a newspaper, 5 to 30 em in half characters. */
export const measures: fc.Arbitrary<number> = fc
  .integer({ min: 10, max: 60 })
  .map((halves) => halves / 2);
