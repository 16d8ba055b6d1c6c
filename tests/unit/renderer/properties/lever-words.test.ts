import { describe, expect, it } from 'vitest';
import type { Lever } from '#engine/compose/copyfit-levers.ts';
import { fitWords, leverWords } from '#renderer/properties/lever-words.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const ZH = wordsIn(fitStrings, 'zh-CN');

function said(block: string, lever: Lever): string {
  const issue = sampleIssue();
  const found = issue.pages[0]?.blocks.find(({ id }) => id === block);
  if (found === undefined) throw new Error('no such block');
  return leverWords(ZH, { issue, block: found }, lever);
}

describe('a lever in words', () => {
  it('names the paragraph as an editor counts, and the article where there are several', () => {
    const tight = { kind: 'looseness', paragraph: 2, looseness: -1 } as const;
    expect(said('lead', { ...tight, article: 'lead' })).toBe('第 3 段紧排一行');
    expect(said('lead', { ...tight, article: 'lead', looseness: 1 })).toBe('第 3 段松排一行');
    expect(said('lead', { ...tight, article: 'lead', looseness: 0 })).toBe('第 3 段恢复原样');
    expect(said('safety', { ...tight, article: 'safety-yuhu' })).toMatch(/^“.+”第 3 段紧排一行$/);
  });

  it('tells how a story is tracked', () => {
    const track = { kind: 'tracking', article: 'lead' } as const;
    expect(said('lead', { ...track, tracking: -1 })).toBe('正文字距 −1%');
    expect(said('lead', { ...track, tracking: 0 })).toBe('正文字距恢复原样');
    const member = { kind: 'tracking', article: 'safety-yuhu', tracking: 2 } as const;
    expect(said('safety', member)).toMatch(/^“.+”正文字距 \+2%$/);
  });

  it('tells all that a headline gives up', () => {
    const lever = { kind: 'headlineExtent', article: 'lead', extent: 6, by: -1 } as const;
    expect(said('lead', { ...lever, sizePt: undefined, lines: undefined })).toBe(
      '标题占行 −1，占 6 行',
    );
    expect(said('lead', { ...lever, sizePt: 42, lines: 1 })).toBe(
      '标题占行 −1，占 6 行，用 42 点，排 1 行',
    );
  });

  it('gives heights with their sign', () => {
    expect(said('lead', { kind: 'blockHeight', block: 'lead', lines: 37, by: 1 })).toBe(
      '块高 +1 行，为 37 行',
    );
    expect(said('lead', { kind: 'pictureHeight', picture: 'p', lines: 9, by: -2 })).toBe(
      '图片高 −2 行，为 9 行',
    );
  });
});

describe('how a story stands', () => {
  const full = { oversetLines: 0, oversetCharacters: 0, freeLines: 0, freeCharacters: 0 };

  it('is +n while text has no place, −n while a hole is left, and full otherwise', () => {
    expect(fitWords(ZH, { ...full, oversetLines: 3 }, 1)).toBe('+3 行');
    expect(fitWords(ZH, { ...full, freeLines: 4 }, 3)).toBe('−4 行');
    expect(fitWords(ZH, full, 1)).toBe('正好');
  });

  it('takes what level columns leave at their feet for no hole', () => {
    expect(fitWords(ZH, { ...full, freeLines: 2 }, 3)).toBe('正好');
    expect(fitWords(ZH, { ...full, freeLines: 3 }, 3)).toBe('−3 行');
    expect(fitWords(ZH, { ...full, freeLines: 1 }, 1)).toBe('正好');
  });
});
