import { describe, expect, test } from 'vitest';
import type { Article, ArticleBlock, Block, Issue } from '#engine/model/issue.ts';
import { unplacedArticles, unplacedPictures } from '#engine/model/unplaced.ts';
import { continueThread } from '#renderer/make-up/continue-thread.ts';
import { pageGeometry, placeAt } from '#renderer/make-up/page-geometry.ts';
import {
  placeArticle,
  placeEmptyBlock,
  placeNewPicture,
  placePicture,
} from '#renderer/make-up/place-matter.ts';
import { removeBlocksGivingBack } from '#renderer/make-up/remove-blocks.ts';
import { swapStories } from '#renderer/make-up/swap-stories.ts';
import { threadOf } from '#renderer/make-up/thread-blocks.ts';
import { footOf, headOf, threadLines } from '#renderer/make-up/thread-lines.ts';
import {
  area,
  articleBlock,
  columnsOf,
  continuation,
  group,
  headlineAbove,
  issueOf,
  picture,
  pictureBlock,
} from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

/** The edit of some matter, carried out; fails when there is none. */
function carriedOut(
  issue: Issue,
  placed: { readonly edit: Parameters<typeof obeyFourLaws>[1] } | undefined,
) {
  if (placed === undefined) throw new Error('refused');
  return obeyFourLaws(issue, placed.edit);
}

function blockOf(issue: Issue, id: string): Block {
  const block = issue.pages.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
  if (block === undefined) throw new Error(`no block ${id}`);
  return block;
}

function articleBlockOf(issue: Issue, id: string): ArticleBlock {
  const block = blockOf(issue, id);
  if (block.kind !== 'article') throw new Error(`${id} is no article block`);
  return block;
}

/** Ids of a thread in order, with their numbers. */
function parts(issue: Issue, article: string): readonly string[] {
  return threadOf(issue.pages, article).map(({ block }) => `${block.id} ${block.part}`);
}

const blank: Article = { ...testArticle('blank', ''), slugline: '', headline: '' };

const issue = issueOf({
  articles: { lead: '党史学习', late: '末班稿件', briefs: '简讯', blank },
  pictures: [picture('workshop'), picture('street')],
  blocks: [
    articleBlock('lead', area(0, 0, 20, 10), {
      headline: headlineAbove(4),
      columns: columnsOf(2),
      pictures: [{ picture: 'workshop', area: area(5, 5, 4, 3), captionLines: 1, gap: 1 }],
    }),
    continuation('lead', 1, area(0, 12, 9, 10)),
    articleBlock('blank', area(12, 12, 9, 10), { headline: headlineAbove(2) }),
    articleBlock('briefs', area(22, 0, 10, 8)),
  ],
  further: [[continuation('lead', 2, area(0, 0, 20, 10))]],
});

test('a thread is read by the numbers of its blocks, over all pages', () => {
  expect(parts(issue, 'lead')).toEqual(['block-lead 0', 'block-lead-1 1', 'block-lead-2 2']);
  const [first] = issue.pages;
  expect(threadOf(first === undefined ? [] : [first], 'lead')).toHaveLength(2);
});

describe('a story that goes on', () => {
  test('takes a new block behind the one it came from', () => {
    const placed = continueThread(issue, 'block-lead', { page: 'a07', area: area(22, 0, 19, 9) });
    const edited = carriedOut(issue, placed);
    expect(parts(edited, 'lead')).toEqual([
      'block-lead 0',
      'block-1 1',
      'block-lead-1 2',
      'block-lead-2 3',
    ]);
    expect(placed?.block).toBe('block-1');
    const added = articleBlockOf(edited, 'block-1');
    expect(added).toMatchObject({ headline: undefined, area: area(22, 0, 19, 9), pictures: [] });
    // Columns of the measure that the story had before: two of 9.5 characters.
    expect(added.columns.count).toBe(2);
  });

  test('takes a place in reading order behind the block it came from', () => {
    const edited = carriedOut(
      issue,
      continueThread(issue, 'block-lead', { page: 'a06', area: area(22, 10, 9, 9) }),
    );
    expect(edited.pages[0]?.blocks.map(({ id }) => id).slice(0, 2)).toEqual([
      'block-lead',
      'block-1',
    ]);
  });

  test('fills an empty block, whose blank article goes', () => {
    const edited = carriedOut(
      issue,
      continueThread(issue, 'block-lead-2', { block: 'block-blank' }),
    );
    expect(parts(edited, 'lead').at(-1)).toBe('block-blank 3');
    expect(articleBlockOf(edited, 'block-blank').headline).toBeUndefined();
    expect(edited.articles.blank).toBeUndefined();
    expect(unplacedArticles(edited)).toEqual(['late']);
  });

  test('does not overrun a block with another story, or a locked one', () => {
    expect(continueThread(issue, 'block-lead', { block: 'block-briefs' })).toBeUndefined();
    const locked = {
      ...issue,
      pages: issue.pages.map((page) => ({
        ...page,
        blocks: page.blocks.map((block) => ({ ...block, locked: true })),
      })),
    };
    expect(continueThread(locked, 'block-lead', { block: 'block-blank' })).toBeUndefined();
  });
});

describe('blocks taken off the page', () => {
  test('give their story back to the unplaced list', () => {
    const edit = removeBlocksGivingBack(issue, ['block-briefs']);
    const edited = carriedOut(issue, edit && { edit });
    expect(unplacedArticles(edited)).toEqual(['briefs', 'late']);
  });

  test('in the middle of a thread let the story run on', () => {
    const edit = removeBlocksGivingBack(issue, ['block-lead-1']);
    const edited = carriedOut(issue, edit && { edit });
    expect(parts(edited, 'lead')).toEqual(['block-lead 0', 'block-lead-2 1']);
  });

  test('leave the headline to the block that opens the article now', () => {
    const edit = removeBlocksGivingBack(issue, ['block-lead']);
    const edited = carriedOut(issue, edit && { edit });
    expect(parts(edited, 'lead')).toEqual(['block-lead-1 0', 'block-lead-2 1']);
    expect(articleBlockOf(edited, 'block-lead-1').headline).toEqual(headlineAbove(4));
    expect(unplacedPictures(edited)).toEqual(['street', 'workshop']);
  });

  test('all at once give the whole article back', () => {
    const edit = removeBlocksGivingBack(issue, ['block-lead', 'block-lead-1', 'block-lead-2']);
    const edited = carriedOut(issue, edit && { edit });
    expect(unplacedArticles(edited)).toContain('lead');
  });

  test('that were empty leave nothing behind', () => {
    const edit = removeBlocksGivingBack(issue, ['block-blank']);
    const edited = carriedOut(issue, edit && { edit });
    expect(Object.keys(edited.articles)).not.toContain('blank');
  });

  test('stay when they are locked', () => {
    const locked = { ...articleBlock('a', area(0, 0, 9, 9)), locked: true };
    const own = issueOf({ articles: { a: '文' }, blocks: [locked] });
    expect(removeBlocksGivingBack(own, ['block-a'])).toBeUndefined();
  });

  test('as a group give back all members', () => {
    const own = issueOf({
      articles: { a: '文', b: '文' },
      blocks: [group(['a', 'b'], area(0, 0, 20, 20))],
    });
    const edit = removeBlocksGivingBack(own, ['group']);
    expect(unplacedArticles(carriedOut(own, edit && { edit }))).toEqual(['a', 'b']);
  });
});

describe('two stories', () => {
  test('change places through all blocks of their threads', () => {
    const edit = swapStories(issue, 'block-lead-1', 'block-briefs');
    const edited = carriedOut(issue, edit && { edit });
    expect(parts(edited, 'briefs')).toEqual(['block-lead 0', 'block-lead-1 1', 'block-lead-2 2']);
    expect(parts(edited, 'lead')).toEqual(['block-briefs 0']);
    expect(articleBlockOf(edited, 'block-lead').headline).toEqual(headlineAbove(4));
  });

  test('take their pictures with them where both have one', () => {
    const inset = (id: string) => ({
      picture: id,
      area: area(1, 1, 3, 3),
      captionLines: 1,
      gap: 1,
    });
    const own = issueOf({
      articles: { a: '文', b: '文' },
      pictures: [picture('workshop'), picture('street')],
      blocks: [
        articleBlock('a', area(0, 0, 9, 9), { pictures: [inset('workshop')] }),
        articleBlock('b', area(10, 0, 9, 9), { pictures: [inset('street')] }),
      ],
    });
    const edit = swapStories(own, 'block-a', 'block-b');
    const edited = carriedOut(own, edit && { edit });
    expect(articleBlockOf(edited, 'block-a')).toMatchObject({
      article: 'b',
      pictures: [inset('street')],
    });
    expect(articleBlockOf(edited, 'block-b')).toMatchObject({
      article: 'a',
      pictures: [inset('workshop')],
    });
  });

  test('of one article, or of no article, do not', () => {
    expect(swapStories(issue, 'block-lead', 'block-lead-1')).toBeUndefined();
    expect(swapStories(issue, 'block-lead', 'nothing')).toBeUndefined();
  });
});

describe('an unplaced article', () => {
  const template = pageTemplate('park-broadsheet');

  test('is put on free cells in the layout of the house', () => {
    const sample = sampleIssue();
    const late = testArticle('late', '末班稿件');
    const own = { ...sample, articles: { ...sample.articles, late } };
    const page = own.pages[0]?.id ?? '';
    const target = { page, area: area(41, 40, 18, 25) };
    const placed = placeArticle(own, { article: 'late', template, target });
    const edited = carriedOut(own, placed);
    const block = articleBlockOf(edited, placed?.block ?? '');
    expect(block).toMatchObject({ part: 0, article: 'late', area: target.area });
    expect(block.columns).toMatchObject({ count: 1, gutter: 2.25 });
    expect(block.headline).toMatchObject({ extent: 8, headline: { style: 'headlineMedium' } });
    expect(edited.pages[0]?.blocks.at(-1)?.id).toBe(placed?.block);
    const wide = placeArticle(own, {
      article: 'late',
      template,
      target: { page, area: area(0, 0, 59, 12) },
    });
    expect(articleBlockOf(carriedOut(own, wide), wide?.block ?? '')).toMatchObject({
      columns: { count: 3 },
      headline: { extent: 4, headline: { style: 'leadHeadline' } },
    });
  });

  test('takes the place of a story, which goes back to the list', () => {
    const edited = carriedOut(
      issue,
      placeArticle(issue, { article: 'late', template, target: { block: 'block-lead-2' } }),
    );
    expect(parts(edited, 'late')).toEqual(['block-lead 0', 'block-lead-1 1', 'block-lead-2 2']);
    expect(unplacedArticles(edited)).toEqual(['lead']);
  });

  test('fills an empty block, and nothing blank is left over', () => {
    const edited = carriedOut(
      issue,
      placeArticle(issue, { article: 'late', template, target: { block: 'block-blank' } }),
    );
    expect(articleBlockOf(edited, 'block-blank').article).toBe('late');
    expect(unplacedArticles(edited)).toEqual([]);
  });

  test('is put on a page once', () => {
    const target = { block: 'block-blank' };
    expect(placeArticle(issue, { article: 'lead', template, target })).toBeUndefined();
  });
});

test('an empty block is drawn with a blank article of its own', () => {
  const placed = placeEmptyBlock(issue, TEST_TEMPLATE, { page: 'a07', area: area(0, 12, 9, 9) });
  const edited = carriedOut(issue, placed);
  const { article } = articleBlockOf(edited, placed?.block ?? '');
  expect(edited.articles[article]).toMatchObject({ headline: '', slugline: '' });
  const edit = removeBlocksGivingBack(edited, [placed?.block ?? '']);
  expect(carriedOut(edited, edit && { edit })).toEqual(issue);
});

describe('a picture', () => {
  test('is put on free cells with lines for its words', () => {
    const placed = placePicture(issue, 'street', { page: 'a06', area: area(22, 12, 10, 9) });
    const edited = carriedOut(issue, placed);
    // 图为数字化车间。 and （李灿晖 摄） are 16 characters: two lines of ten.
    expect(blockOf(edited, placed?.block ?? '')).toMatchObject({
      kind: 'picture',
      captionLines: 2,
    });
    expect(unplacedPictures(edited)).toEqual([]);
  });

  test('takes the place of another, which goes back to the list', () => {
    const own = issueOf({
      pictures: [picture('workshop'), picture('street')],
      blocks: [pictureBlock('workshop', area(0, 0, 10, 8), 1)],
    });
    const edited = carriedOut(own, placePicture(own, 'street', { block: 'block-workshop' }));
    expect(unplacedPictures(edited)).toEqual(['workshop']);
  });

  test('is set into a story, which runs around it', () => {
    const target = { block: 'block-briefs', area: area(24, 2, 4, 3) };
    const edited = carriedOut(issue, placePicture(issue, 'street', target));
    expect(articleBlockOf(edited, 'block-briefs').pictures).toEqual([
      { picture: 'street', area: target.area, captionLines: 1, gap: 1 },
    ]);
    expect(placePicture(issue, 'street', { block: 'block-briefs' })).toBeUndefined();
  });

  test('from outside is added and placed in one step', () => {
    const placed = placeNewPicture(issue, picture('new'), { page: 'a07', area: area(0, 12, 9, 9) });
    expect(carriedOut(issue, placed).pictures.new).toBeDefined();
  });
});

describe('the lines of a thread', () => {
  const geometry = pageGeometry(TEST_TEMPLATE);
  const thread = threadOf(issue.pages, 'lead');
  const places = (page: string) =>
    threadLines(geometry, thread, page).map(({ points }) =>
      points.map((point) => {
        const { column, line } = placeAt(geometry, point);
        return [Math.round(column * 2) / 2, Math.round(line * 2) / 2];
      }),
    );

  test('run from the foot of a block to the head of the one below', () => {
    expect(places('a06')[0]).toEqual([
      [20, 10],
      [20, 11],
      [0, 11],
      [0, 12],
    ]);
  });

  test('point to and from another page with stumps', () => {
    const [, leaving] = threadLines(geometry, thread, 'a06');
    expect(leaving?.elsewhere?.number).toBe('A07');
    expect(places('a06')[1]).toEqual([
      [9, 22],
      [11, 22],
    ]);
    expect(places('a07')).toEqual([
      [
        [-2, 0],
        [0, 0],
      ],
    ]);
  });

  test('climb to a block at the right that begins higher', () => {
    const side = issueOf({
      articles: { lead: '文' },
      blocks: [
        articleBlock('lead', area(0, 5, 10, 10)),
        continuation('lead', 1, area(12, 0, 9, 9)),
      ],
    });
    const [line] = threadLines(geometry, threadOf(side.pages, 'lead'), 'a06');
    expect(line?.points.map(({ x }) => Math.round((x - geometry.originX) / 10))).toEqual([
      10, 11, 11, 12,
    ]);
  });

  test('start and end beside the cutouts of an L', () => {
    const own = { area: area(0, 0, 20, 10), cutouts: [area(0, 0, 6, 3), area(15, 8, 5, 2)] };
    expect(headOf(own)).toEqual({ column: 6, line: 0 });
    expect(footOf(own)).toEqual({ column: 15, line: 10 });
  });
});
