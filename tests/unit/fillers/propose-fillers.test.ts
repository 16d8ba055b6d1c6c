import { describe, expect, it } from 'vitest';
import type { FillersRequest } from '#engine/fillers/filler-tries.ts';
import { type Hole, holeKey, pageHoles } from '#engine/fillers/page-holes.ts';
import { bestFirst, type FillerProposal, proposeFillers } from '#engine/fillers/propose-fillers.ts';
import { placedFillers, removeFiller } from '#engine/fillers/remove-filler.ts';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { HouseFiller, TextFiller } from '#engine/model/house-filler.ts';
import type { AdGrid, AdPlace, Issue } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import {
  adGridBlock,
  area,
  articleBlock,
  columnsOf,
  imprint,
  issueOf,
  pictureBlock,
  type TestPage,
  testComposer,
} from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { SHIPPED_STOCK, shippedFiller } from './shipped-stock.ts';

const LINE = '天地玄黄宇宙洪荒日月盈昃辰宿';
const LINES = (count: number) => Array.from({ length: count }, () => LINE).join('\n');
const AD: AdPlace = { size: '小广告', widthMm: 60, heightMm: 40, mark: 'topRight' };

/** Sixteen characters a line: one paragraph is a line, two with its indent are three. */
const TEXT: TextFiller = {
  id: 'text',
  kind: 'text',
  name: '节约用水',
  label: 'publicService',
  headline: '节约用水',
  least: 1,
  paragraphs: ['随手关水。', '滴漏报修。', '一水多用。', '循环使用。'],
};

function holesOf(issue: Issue): readonly Hole[] {
  const composer = testComposer();
  const [page] = issue.pages;
  if (page === undefined) throw new Error('a test issue has a page');
  const { fits } = composer.composePage(issue, page, TEST_TEMPLATE);
  return pageHoles({ issue, page, template: TEST_TEMPLATE, fits });
}

function proposalsFor(issue: Issue, hole: Hole, stock: readonly HouseFiller[]) {
  const [page] = issue.pages;
  if (page === undefined) throw new Error('a test issue has a page');
  const composer = testComposer();
  const request: FillersRequest = { composer, issue, page, template: TEST_TEMPLATE, hole, stock };
  return bestFirst([...proposeFillers(request)].filter((one) => one !== undefined));
}

function footOf(test: TestPage) {
  const issue = issueOf(test);
  const hole = holesOf(issue).find(({ kind }) => kind === 'foot');
  if (hole === undefined) throw new Error('the article ends short');
  return { issue, hole };
}

function taken(issue: Issue, [best]: readonly FillerProposal[]): Issue {
  if (best === undefined) throw new Error('something fits');
  const after = tryEdit(issue, best.edit);
  if (after === undefined) throw new Error('the edit can be tried');
  return after;
}

describe('holes of a page', () => {
  it('are empty slots and cells, feet of short articles and free areas', () => {
    const grid: AdGrid = {
      id: 'partners',
      rows: 1,
      columns: 2,
      mark: 'topRight',
      merged: [],
      cells: [{ ...EMPTY_AD_CELL, name: '湘潭高新区' }, EMPTY_AD_CELL],
    };
    const blocks = [
      articleBlock('a', area(0, 0, 16, 10)),
      { ...pictureBlock('ad', area(0, 10, 16, 10), 0), ad: AD },
      adGridBlock(area(0, 20, 16, 4)),
    ];
    const issue = issueOf({
      blocks,
      articles: { a: LINES(3) },
      pictures: [openSlot('ad')],
      adGrid: grid,
    });
    const keys = holesOf(issue).map(holeKey);
    expect(keys.filter((key) => !key.startsWith('area'))).toEqual([
      'foot:block-a',
      'slot:block-ad',
      'cell:ads/1',
    ]);
  });

  it('are none in an article that is full, waits for its words, or is locked', () => {
    const blockA = articleBlock('a', area(0, 0, 16, 10));
    const kinds = (test: TestPage) => holesOf(issueOf(test)).filter(({ kind }) => kind === 'foot');
    expect(kinds({ blocks: [blockA], articles: { a: LINES(8) } })).toEqual([]);
    expect(kinds({ blocks: [blockA], articles: { a: '' } })).toHaveLength(1);
    const locked = { ...blockA, locked: true };
    expect(kinds({ blocks: [locked], articles: { a: LINES(3) } })).toEqual([]);
  });
});

describe('a text in the foot of an article', () => {
  it('takes as many paragraphs and headline lines as close the hole', () => {
    const { issue, hole } = footOf({
      blocks: [articleBlock('a', area(0, 0, 16, 12))],
      articles: { a: LINES(6) },
    });
    const [best] = proposalsFor(issue, hole, [TEXT]);
    expect(best).toMatchObject({ filler: 'text', leftLines: 0 });
    const after = taken(issue, best === undefined ? [] : [best]);
    const [host, filler] = after.pages[0]?.blocks ?? [];
    expect(host?.area).toEqual(area(0, 0, 16, 6));
    expect(filler?.area).toEqual(area(0, 6, 16, 6));
    expect(after.articles['filler-text-1']?.story.paragraphs[0]?.runs[0]).toEqual({
      text: '【公益广告】',
      role: 'leadIn',
    });
  });

  it('stands under the last column alone, and the host becomes an L', () => {
    const columns = columnsOf(2, { gutter: 2 });
    const { issue, hole } = footOf({
      blocks: [articleBlock('a', area(0, 0, 34, 20), { columns })],
      articles: { a: LINES(35) },
    });
    const after = taken(issue, proposalsFor(issue, hole, [TEXT]));
    const [host, filler] = after.pages[0]?.blocks ?? [];
    expect(filler?.area.column).toBe(18);
    expect(filler?.area.columns).toBe(16);
    expect(host?.cutouts).toEqual([filler?.area]);
  });

  it('is passed over when it is longer than the hole, ended, or wants unknown words', () => {
    const { issue, hole } = footOf({
      blocks: [articleBlock('a', area(0, 0, 16, 10))],
      articles: { a: LINES(6) },
    });
    const whole = { ...TEXT, least: 4 };
    const ended = { ...TEXT, until: '2021-06-17' };
    const unknown = { ...TEXT, paragraphs: ['热线：{订阅热线}。'] };
    expect(proposalsFor(issue, hole, [whole, ended, unknown])).toEqual([]);
    const lastDay = { ...TEXT, until: '2021-06-18' };
    expect(proposalsFor(issue, hole, [lastDay])).toHaveLength(1);
  });

  it('takes the hotlines of the imprint, by their labels', () => {
    const { issue, hole } = footOf({
      blocks: [
        articleBlock('a', area(0, 0, 24, 12)),
        imprint('订阅热线：0731-58623456', area(0, 29, 30, 1)),
      ],
      articles: { a: LINES(6) },
    });
    const asks = { ...TEXT, label: 'none', paragraphs: ['热线：{订阅热线}。'] } as const;
    const after = taken(issue, proposalsFor(issue, hole, [asks]));
    const [paragraph] = after.articles['filler-text-1']?.story.paragraphs ?? [];
    expect(paragraph?.runs.at(-1)?.text).toBe('热线：0731-58623456。');
  });
});

it('a filler that the issue has already comes after those that fit as well', () => {
  const { issue, hole } = footOf({
    blocks: [articleBlock('a', area(0, 0, 16, 12))],
    articles: { a: LINES(6) },
  });
  const other = { ...TEXT, id: 'other', name: '文明出行' };
  const found = proposalsFor(issue, hole, [TEXT, other]);
  expect(found.map(({ name }) => name)).toEqual(['节约用水', '文明出行']);
  const after = bestFirst(found, new Set(['节约用水']));
  expect(after.map(({ name }) => name)).toEqual(['文明出行', '节约用水']);
});

describe('an empty ad slot', () => {
  const blocks = [{ ...pictureBlock('ad', area(0, 0, 20, 12), 0), ad: AD }];
  const issue = issueOf({ blocks, pictures: [openSlot('ad')] });
  const hole = holesOf(issue).find(({ kind }) => kind === 'slot');

  it('takes notices of the house and pictures of about its shape, and no texts', () => {
    if (hole === undefined) throw new Error('the slot is empty');
    const file = { id: 'file', kind: 'picture', name: '征订', label: 'advertisement' } as const;
    const asset = `${'ab'.repeat(32)}.pdf`;
    const wide = { ...file, asset, widthPx: 300, heightPx: 200 };
    const high = { ...file, id: 'high', asset, widthPx: 100, heightPx: 300 };
    const stock = [TEXT, shippedFiller('notice-water'), wide, high];
    const found = proposalsFor(issue, hole, stock);
    expect(found.map(({ filler }) => filler)).toEqual(['file', 'notice-water']);
    const after = taken(issue, found);
    expect(after.pictures.ad).toMatchObject({ asset, widthPx: 300 });
  });

  it('is no hole any more when it is filled, and one again when the filler goes', () => {
    if (hole === undefined) throw new Error('the slot is empty');
    const filled = taken(issue, proposalsFor(issue, hole, [shippedFiller('notice-water')]));
    expect(holesOf(filled).map(holeKey)).not.toContain('slot:block-ad');
    const [placed] = placedFillers(filled);
    if (placed === undefined) throw new Error('the filler is on the page');
    const emptied = obeyFourLaws(filled, removeFiller(filled, placed));
    expect(holesOf(emptied).map(holeKey)).toContain('slot:block-ad');
  });
});

describe('taking and removing a filler', () => {
  const columns = columnsOf(2, { gutter: 2 });
  const { issue, hole } = footOf({
    blocks: [articleBlock('a', area(0, 0, 34, 20), { columns })],
    articles: { a: LINES(28) },
  });

  it('obeys the laws of edits, for every filler of the stock', () => {
    const found = proposalsFor(issue, hole, SHIPPED_STOCK);
    expect(found.length).toBeGreaterThan(8);
    for (const { edit } of found) {
      const filled = obeyFourLaws(issue, edit);
      expect(filled).toEqual(tryEdit(issue, edit));
      const [placed] = placedFillers(filled);
      if (placed === undefined) throw new Error('the filler is on the page');
      expect(obeyFourLaws(filled, removeFiller(filled, placed))).toEqual(issue);
    }
  });
});
