import { expect, it } from 'vitest';
import { freshId } from '#engine/model/fresh-id.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { unplacedArticles, unplacedPictures } from '#engine/model/unplaced.ts';
import { sampleIssue } from './sample-issue.ts';

const issue = sampleIssue();

/** The sample without some blocks. */
function without(...ids: readonly string[]) {
  const pages = issue.pages.map((page) => ({
    ...page,
    blocks: page.blocks.filter((block) => !ids.includes(block.id)),
  }));
  return { ...issue, pages };
}

it('lists the articles that no block and no group shows', () => {
  expect(unplacedArticles(issue)).toEqual([]);
  expect(unplacedArticles(without('lead'))).toEqual(['lead']);
  const inGroup = unplacedArticles(without('safety'));
  expect(inGroup.length).toBeGreaterThan(1);
  expect(inGroup.every((id) => id.startsWith('safety'))).toBe(true);
});

it('lists the pictures that neither a page nor a cell shows', () => {
  expect(unplacedPictures(issue)).toEqual([]);
  const bare = without('workshop');
  expect(unplacedPictures(bare)).toEqual(['workshop']);
  const { partners } = bare.adGrids;
  if (!partners) throw new Error('no grid');
  const cells = partners.cells.with(1, { kind: 'picture', picture: 'workshop' });
  expect(unplacedPictures({ ...bare, adGrids: { partners: { ...partners, cells } } })).toEqual([]);
});

it('finds the first id that nothing has', () => {
  expect(freshId(issue, 'article')).toBe('article-1');
  const pictures = { ...issue.pictures, 'article-1': openSlot('article-1') };
  expect(freshId({ ...issue, pictures }, 'article')).toBe('article-2');
  expect(freshId(issue, 'article', ['article-1', 'article-2'])).toBe('article-3');
  const pages = issue.pages.map((page) => ({ ...page, id: 'page-1' }));
  expect(freshId({ ...issue, pages }, 'page')).toBe('page-2');
});
