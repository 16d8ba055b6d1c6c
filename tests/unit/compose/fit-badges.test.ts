import { describe, expect, it } from 'vitest';
import { articleBadge, fitBadges } from '#engine/compose/fit-badges.ts';
import type { TestPage } from './test-page.ts';
import { area, articleBlock, composePages, continuation, group, issueOf } from './test-page.ts';

const LINE = '天地玄黄宇宙洪荒日月盈昃';

/** Badges of the first page, after the first `count` pages were composed. */
function badges(test: TestPage, count = 9) {
  const issue = issueOf(test);
  const composed = composePages(test).slice(0, count);
  const fits = Object.fromEntries(
    composed.map((page, index) => [issue.pages[index]?.id ?? '', page.fits]),
  );
  const [first] = issue.pages;
  if (!first) throw new Error('no page');
  return { all: fitBadges(issue, first, fits), of: (id: string) => articleBadge(issue, id, fits) };
}

describe('a fit badge', () => {
  it('counts lines and characters too many on the last block', () => {
    const { all } = badges({
      blocks: [articleBlock('a', area(0, 0, 12, 2)), continuation('a', 1, area(0, 4, 12, 1))],
      articles: { a: [LINE, LINE, LINE].join('') },
    });
    expect(all).toEqual([
      {
        article: 'a',
        block: 'block-a-1',
        page: 'a06',
        oversetLines: 1,
        oversetCharacters: 2,
        freeLines: 0,
        freeCharacters: 0,
      },
    ]);
  });

  it('adds up the free lines of the whole thread, over the pages', () => {
    const test = {
      blocks: [articleBlock('a', area(0, 0, 12, 4))],
      further: [[continuation('a', 1, area(0, 0, 12, 5))]],
      articles: { a: LINE },
    };
    expect(badges(test).all).toMatchObject([{ block: 'block-a-1', page: 'a07', freeLines: 7 }]);
    // While the other page is not composed, the thread ends on this one.
    expect(badges(test, 1).all).toMatchObject([{ block: 'block-a', freeLines: 2 }]);
  });

  it('is one for a group, and none for an article that is on no page', () => {
    const { all, of } = badges({
      blocks: [group(['a', 'b'], area(0, 0, 12, 12))],
      articles: { a: LINE, b: LINE },
    });
    expect(all).toMatchObject([{ article: undefined, block: 'group', freeLines: 2 }]);
    expect(of('a')).toBeUndefined();
  });
});
