import { describe, expect, test } from 'vitest';
import type { Block, Issue } from '#engine/model/issue.ts';
import { unplacedArticles } from '#engine/model/unplaced.ts';
import { copyBlocks, moveToPage } from '#renderer/make-up/copy-blocks.ts';
import { combineArticles, splitGroup } from '#renderer/make-up/group-articles.ts';
import { mergeContinuation } from '#renderer/make-up/merge-continuation.ts';
import { pageGeometry } from '#renderer/make-up/page-geometry.ts';
import {
  area,
  articleBlock,
  continuation,
  group,
  headlineAbove,
  issueOf,
  picture,
  pictureBlock,
} from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';

const geometry = pageGeometry(TEST_TEMPLATE);
const lead = articleBlock('lead', area(0, 0, 20, 10), { headline: headlineAbove(4) });
const rest = continuation('lead', 1, area(0, 12, 20, 6));
const late = articleBlock('late', area(22, 0, 9, 10), { locked: true });
const briefs = group(['one', 'two'], area(22, 12, 9, 12));
const photo = pictureBlock('workshop', area(33, 0, 7, 8), 1);
const issue = issueOf({
  articles: {
    lead: '党史学习',
    late: '末班稿件',
    one: '一句话新闻',
    two: '两句话新闻，比上一条长得多，也要多占几行。',
    spare: '待排稿件',
  },
  pictures: [picture('workshop')],
  blocks: [lead, rest, late, briefs, photo],
  further: [[]],
});

function done(placed: { readonly edit: Parameters<typeof obeyFourLaws>[1] } | undefined): Issue {
  if (placed === undefined) throw new Error('refused');
  return obeyFourLaws(issue, placed.edit);
}

function blocksOf({ pages }: Issue, page = 0): readonly Block[] {
  return pages[page]?.blocks ?? [];
}

function articleOn(block: Block | undefined): string | undefined {
  return block?.kind === 'article' ? block.article : undefined;
}

describe('copies', () => {
  const by = { column: 2, line: 2 };

  test('a copied block shows a copy of its story, to be written into by itself', () => {
    const copied = copyBlocks(issue, [lead], { page: 'a06', geometry, by });
    const edited = done(copied);
    const copy = blocksOf(edited).at(-1);
    expect(copy).toMatchObject({ id: copied?.blocks[0], area: area(2, 2, 20, 10), part: 0 });
    const article = articleOn(copy) ?? '';
    expect(article).not.toBe('lead');
    expect(edited.articles[article]?.story).toEqual(issue.articles.lead?.story);
  });

  test('a story that is copied with its continuation stays one story', () => {
    const edited = done(copyBlocks(issue, [lead, rest], { page: 'a06', geometry, by }));
    const [one, other] = blocksOf(edited).slice(-2);
    expect(articleOn(one)).toBe(articleOn(other));
    expect([one, other]).toMatchObject([{ part: 0 }, { part: 1 }]);
  });

  test('a copied continuation opens its story', () => {
    const edited = done(copyBlocks(issue, [rest], { page: 'a06', geometry, by }));
    expect(blocksOf(edited).at(-1)).toMatchObject({ kind: 'article', part: 0 });
  });

  test('a copy of a locked block is free, and lies within the type area', () => {
    const far = { column: 30, line: 30 };
    const edited = done(copyBlocks(issue, [late], { page: 'a06', geometry, by: far }));
    expect(blocksOf(edited).at(-1)).toMatchObject({ locked: false, area: area(31, 20, 9, 10) });
  });

  test('groups and pictures are copied with what they show', () => {
    const edited = done(copyBlocks(issue, [briefs, photo], { page: 'a07', geometry, by }));
    expect(blocksOf(edited, 1)).toHaveLength(2);
    expect(Object.keys(edited.articles)).toHaveLength(Object.keys(issue.articles).length + 2);
    expect(Object.keys(edited.pictures)).toHaveLength(2);
  });
});

test('blocks go to another page as they are; locked ones stay', () => {
  const edited = done(moveToPage(issue, [lead, late], { page: 'a07', geometry }));
  expect(blocksOf(edited, 1)).toEqual([lead]);
  expect(blocksOf(edited)).toContainEqual(late);
});

describe('groups', () => {
  const place = { issue, page: issue.pages[0] ?? fail(), template: TEST_TEMPLATE };

  test('chosen articles become members of a group in their place, upper ones first', () => {
    const two = issueOf({
      articles: { low: '下面一条', high: '上面一条' },
      blocks: [
        articleBlock('low', area(0, 10, 9, 8)),
        articleBlock('high', area(0, 0, 9, 8), { headline: headlineAbove(5) }),
      ],
    });
    const page = two.pages[0] ?? fail();
    const made = combineArticles(
      { ...place, issue: two, page },
      ['block-low', 'block-high'],
      '园区动态',
    );
    if (made === undefined) throw new Error('refused');
    const [block] = obeyFourLaws(two, made.edit).pages[0]?.blocks ?? [];
    expect(block).toMatchObject({
      kind: 'group',
      area: area(0, 0, 9, 18),
      standingHead: '园区动态',
    });
    const members = block?.kind === 'group' ? block.members : [];
    expect(members.map(({ article }) => article)).toEqual(['high', 'low']);
    expect(members[0]?.headline.extent).toBe(2);
  });

  test('a thread, a locked block or a picture cannot be combined', () => {
    expect(combineArticles(place, ['block-lead', 'block-late'], '')).toBeUndefined();
    expect(combineArticles(place, ['block-lead', 'block-workshop'], '')).toBeUndefined();
    expect(combineArticles(place, ['block-lead'], '')).toBeUndefined();
  });

  test('a group is split into blocks that fill its place, longer stories in higher ones', () => {
    const edited = done(splitGroup(place, 'group'));
    const [one, two] = blocksOf(edited).filter((block) => {
      return ['one', 'two'].includes(articleOn(block) ?? '');
    });
    expect(one?.area.line).toBe(12);
    expect(two?.area.line).toBe(12 + (one?.area.lines ?? 0));
    expect((one?.area.lines ?? 0) + (two?.area.lines ?? 0)).toBe(12);
    expect(two?.area.lines).toBeGreaterThan(one?.area.lines ?? 99);
    expect(unplacedArticles(edited)).toEqual(['spare']);
  });
});

describe('merging', () => {
  test('a continuation below its block is taken back, and the block grows over its place', () => {
    const edited = done(mergeContinuation(issue, 'block-lead-1'));
    const [first] = blocksOf(edited);
    expect(first).toMatchObject({ id: 'block-lead', area: area(0, 0, 20, 18) });
    expect(blocksOf(edited)).toHaveLength(4);
  });

  test('what stands between keeps its place', () => {
    const between = pictureBlock('workshop', area(0, 10, 20, 2), 0);
    const crowded = issueOf({
      articles: { lead: '党史学习' },
      pictures: [picture('workshop')],
      blocks: [lead, between, rest],
    });
    const merged = mergeContinuation(crowded, 'block-lead-1');
    if (merged === undefined) throw new Error('refused');
    const [first] = obeyFourLaws(crowded, merged.edit).pages[0]?.blocks ?? [];
    expect(first?.area).toEqual(lead.area);
  });

  test('a block that opens its story has nothing to be merged with', () => {
    expect(mergeContinuation(issue, 'block-lead')).toBeUndefined();
    expect(mergeContinuation(issue, 'group')).toBeUndefined();
  });
});

function fail(): never {
  throw new Error('a test issue has a page');
}
