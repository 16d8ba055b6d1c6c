import { expect, test } from 'vitest';
import type { ProofMark } from '#engine/proofreading/proof-mark.ts';
import { partedMarks } from '#renderer/proofreading/partner-marks.ts';

function mark(rule: string, text: string): ProofMark {
  const place = { where: { text, start: 0, end: 2 }, words: '招商', before: '', after: '' };
  return { ...place, rule, severity: 'doubtful', values: {} };
}

test('hotlines and the mark of partners are told with the findings, their names are not', () => {
  const label = mark('hotline-label', 'adGrid:partners/cell:7/label');
  const number = mark('phone-area-code', 'adGrid:partners/cell:7/number');
  const unmarked = mark('ad-mark', 'adGrid:partners/cell:0/text');
  const name = mark('name-spelling', 'adGrid:partners/cell:7/name');
  const story = mark('phone-area-code', 'article:lead/story:2');
  const { listed, ofPartners } = partedMarks([label, name, number, unmarked, story]);
  expect(listed).toEqual([name, story]);
  expect(ofPartners).toEqual([label, number, unmarked]);
});
