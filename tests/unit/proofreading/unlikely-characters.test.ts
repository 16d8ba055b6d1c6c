import { describe, expect, test } from 'vitest';
import { shippedBook, shippedSense } from '#build/bench/intake/proof-figures.ts';
import { proofreadText } from '#engine/proofreading/proofread.ts';
import { proofText } from './read-marked.ts';

const SENSE = shippedSense();
const ROOM = { book: shippedBook(), issueDate: '2021-06-18', sense: SENSE };

/** What is marked as a character that makes no word, and what may be meant. */
function unlikely(words: string, room = ROOM): readonly string[] {
  return proofreadText(proofText(words), room)
    .filter(({ rule }) => rule === 'unlikely-character')
    .map((mark) => `${mark.words}=>${mark.fix ?? '?'}`);
}

describe('characters that make no word', () => {
  test('are found where one that sounds or looks alike makes a known word', () => {
    expect(unlikely('园区加快基础没施建设。')).toEqual(['基础没施=>基础设施']);
    expect(unlikely('坚持良力而行。')).toEqual(['良力而行=>量力而行']);
    expect(unlikely('企业生产蒸蒸曰上。')).toEqual(['蒸蒸曰上=>蒸蒸日上']);
  });

  test('are left alone in words that are right, younger than the lexicon, or counted', () => {
    for (const words of [
      '园区加快基础设施建设。',
      '优化营商环境，完善台账。',
      '村里有一口井，井沿长满青苔。',
      '园区企业湘潭市恒欣实业有限公司投产。',
    ]) {
      expect(unlikely(words)).toEqual([]);
    }
  });

  test('are no slip when they stand there twice', () => {
    expect(unlikely('园区的裙众很多。')).toEqual(['裙众=>群众']);
    expect(unlikely('裙众是一家店，裙众开在园区。')).toEqual([]);
  });

  test('are not looked for before the words have come', () => {
    const { sense: _, ...without } = ROOM;
    expect(proofreadText(proofText('园区加快基础没施建设。'), without)).toEqual([]);
  });
});
