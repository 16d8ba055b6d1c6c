import { expect, test } from 'vitest';
import { checkTypedJumpLines } from '#engine/preflight/form/check-typed-jump-lines.ts';
import { area, articleBlock, continuation, group, issueOf } from '#tests/unit/compose/test-page.ts';
import { checkedPage, composedPage } from '#tests/unit/preflight/checked-pages.ts';

const OPENING = articleBlock('a', area(0, 0, 20, 10));

test('a typed jump line stands there twice when the story goes on on another page', () => {
  const issue = issueOf({
    blocks: [OPENING],
    further: [[continuation('a', 1, area(0, 0, 20, 10))]],
    articles: { a: '第一段。\n园区全员动员（下转A07版）' },
  });
  expect(checkTypedJumpLines(composedPage(issue))).toEqual([
    {
      code: 'jump-line-doubled',
      severity: 'warns',
      where: { block: 'block-a', text: 'article:a/story:1', start: 6, end: 14 },
      values: { written: '（下转A07版）' },
    },
  ]);
  expect(checkTypedJumpLines(composedPage(issue, 1))).toEqual([]);
});

test('one to a page that is not there, and one that nothing follows, are told apart', () => {
  const codes = (story: string) =>
    checkTypedJumpLines(checkedPage({ blocks: [OPENING], articles: { a: story } })).map(
      ({ code }) => code,
    );
  expect(codes('全员动员(紧下转第9版)')).toEqual(['jump-page-missing']);
  expect(codes('（上接6版《加强督查》）全员动员')).toEqual(['jump-goes-nowhere']);
  expect(codes('产值由上接6版的数字下转为负。')).toEqual([]);
});

test('stories of a group are read too', () => {
  const found = checkTypedJumpLines(
    checkedPage({ blocks: [group(['a'], area(0, 0, 20, 10))], articles: { a: '（下转B02版）' } }),
  );
  expect(found.map(({ where }) => where.block)).toEqual(['group']);
});
