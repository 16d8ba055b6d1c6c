import { describe, expect, it } from 'vitest';
import type { ArticleBlock, GridArea } from '#engine/model/issue.ts';
import { checkHeadlineAlone } from '#engine/preflight/make-up/check-headline-alone.ts';
import { checkHeadlineRank } from '#engine/preflight/make-up/check-headline-rank.ts';
import { checkHeadlinesCollide } from '#engine/preflight/make-up/check-headlines-collide.ts';
import { area, articleBlock, headlineAbove, part } from '#tests/unit/compose/test-page.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { checkedPage } from '#tests/unit/preflight/checked-pages.ts';

const STORY = '全员动员加强督查。'.repeat(8);

/** A block whose headline of two characters has this size. */
function headed(id: string, place: GridArea, sizePt: number): ArticleBlock {
  const headline = headlineAbove(4, { headline: part({ sizePt }) });
  return articleBlock(id, place, { headline });
}

function pageOf(...blocks: readonly ArticleBlock[]) {
  const stories = blocks.map(({ article }) => {
    return [article, { ...testArticle(article, STORY), headline: '动员' }] as const;
  });
  return checkedPage({ blocks, articles: Object.fromEntries(stories) });
}

describe('headlines side by side (碰题)', () => {
  const told = (...blocks: readonly ArticleBlock[]) =>
    checkHeadlinesCollide(pageOf(...blocks)).map(({ code, severity, values, where }) => {
      return [code, severity, where.block, values.other];
    });
  const left = headed('a', area(0, 0, 19, 20), 24);

  it('are told when they stand on the same lines, the more so when they are alike', () => {
    expect(told(left, headed('b', area(21, 2, 19, 20), 18))).toEqual([
      ['headlines-collide', 'informs', 'block-a', 'block-b'],
    ]);
    expect(told(left, headed('b', area(21, 0, 19, 20), 24))).toEqual([
      ['headlines-alike', 'warns', 'block-a', 'block-b'],
    ]);
  });

  it('are not told when one is lower, upright or far away', () => {
    const lower = headed('b', area(21, 5, 19, 20), 24);
    const far = headed('b', area(30, 0, 10, 20), 24);
    const beside = { ...headlineAbove(4), placement: 'left' } as const;
    const upright = { ...headed('b', area(21, 0, 19, 20), 24), headline: beside };
    for (const right of [lower, far, upright]) expect(told(left, right)).toEqual([]);
  });
});

describe('the lead (头条)', () => {
  const told = (...blocks: readonly ArticleBlock[]) =>
    checkHeadlineRank(pageOf(...blocks)).map(({ values, where }) => [where.block, values]);
  const small = headed('a', area(0, 0, 19, 12), 20);

  it('has the largest headline; a larger one below is told', () => {
    expect(told(small, headed('b', area(0, 14, 40, 14), 30))).toEqual([
      ['block-b', { size: 30, lead: 20 }],
    ]);
    expect(told(small, headed('b', area(0, 14, 40, 14), 20))).toEqual([]);
  });

  it('may stand at the right of the head', () => {
    const right = headed('c', area(21, 2, 19, 12), 32);
    expect(told(small, right, headed('b', area(0, 16, 40, 14), 30))).toEqual([]);
  });
});

describe('a headline without text (题文脱节)', () => {
  it('is told when not a line of the story has room beside it', () => {
    const told = (lines: number) =>
      checkHeadlineAlone(pageOf(headed('a', area(0, 0, 20, lines), 20))).map(({ code }) => code);
    expect(told(4)).toEqual(['headline-without-text']);
    expect(told(5)).toEqual([]);
  });

  it('is not told of a headline that has no story yet', () => {
    const blocks = [headed('a', area(0, 0, 20, 4), 20)];
    const articles = { a: { ...testArticle('a', ''), headline: '动员' } };
    expect(checkHeadlineAlone(checkedPage({ blocks, articles }))).toEqual([]);
  });
});
