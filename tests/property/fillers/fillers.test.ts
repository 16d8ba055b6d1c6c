import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isClear } from '#engine/fillers/free-areas.ts';
import { pageHoles } from '#engine/fillers/page-holes.ts';
import { proposeFillers } from '#engine/fillers/propose-fillers.ts';
import { placedFillers, removeFiller } from '#engine/fillers/remove-filler.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import { story } from '#tests/property/compose/random-pages.ts';
import {
  area,
  articleBlock,
  columnsOf,
  headlineAbove,
  issueOf,
  testComposer,
} from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { SHIPPED_STOCK } from '#tests/unit/fillers/shipped-stock.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';

const shape = fc.record({
  column: fc.integer({ min: 0, max: 8 }),
  columns: fc.integer({ min: 12, max: 31 }),
  lines: fc.integer({ min: 8, max: 18 }),
  count: fc.integer({ min: 1, max: 3 }),
  balance: fc.boolean(),
});

function firstPage({ pages }: Issue): Page {
  const [page] = pages;
  if (page === undefined) throw new Error('a test issue has a page');
  return page;
}

it('a filler never stands on another block, never runs over, and goes without a trace', () => {
  let taken = 0;
  fc.assert(
    fc.property(story, shape, (text, { column, columns, lines, count, balance }) => {
      const own = { columns: columnsOf(count, { gutter: 1, balance }), headline: headlineAbove(2) };
      const host = articleBlock('a', area(column, 2, columns, lines), own);
      const issue = issueOf({ blocks: [host], articles: { a: text } });
      const page = firstPage(issue);
      const composer = testComposer();
      const template = TEST_TEMPLATE;
      const { fits } = composer.composePage(issue, page, template);
      const isFull = (fits[host.id]?.oversetLines ?? 0) > 0;
      if (isFull) return;
      for (const hole of pageHoles({ issue, page, template, fits }).slice(0, 2)) {
        const request = { composer, issue, page, template, hole, stock: SHIPPED_STOCK };
        for (const proposal of proposeFillers(request)) {
          if (proposal === undefined) continue;
          const filled = tryEdit(issue, proposal.edit);
          if (filled === undefined) throw new Error('a proposal can be tried');
          taken += 1;
          const after = firstPage(filled);
          const [placed] = placedFillers(filled);
          if (placed === undefined) throw new Error('the filler is on the page');
          const others = after.blocks.filter(({ id }) => id !== placed.block.id);
          expect(isClear({ ...after, blocks: others }, placed.block.area)).toBe(true);
          const composed = composer.composePage(filled, after, template);
          const over = Object.values(composed.fits).map((fit) => fit.oversetLines);
          expect(Math.max(0, ...over)).toBe(0);
          expect(composed.findings.filter((one) => one.severity === 'blocks press')).toEqual([]);
          expect(tryEdit(issue, proposal.edit)).toEqual(filled);
        }
      }
    }),
    { numRuns: 25 },
  );
  expect(taken).toBeGreaterThan(50);
});

it('every filler that was taken can be taken back by the laws of edits', () => {
  const blocks = [articleBlock('a', area(0, 2, 25, 18), { columns: columnsOf(2, { gutter: 1 }) })];
  const issue = issueOf({ blocks, articles: { a: '天地玄黄\n宇宙洪荒' } });
  const page = firstPage(issue);
  const composer = testComposer();
  const { fits } = composer.composePage(issue, page, TEST_TEMPLATE);
  const holes = pageHoles({ issue, page, template: TEST_TEMPLATE, fits });
  expect(holes.map(({ kind }) => kind)).toContain('area');
  for (const hole of holes) {
    const request = { composer, issue, page, template: TEST_TEMPLATE, hole, stock: SHIPPED_STOCK };
    for (const proposal of proposeFillers(request)) {
      if (proposal === undefined) continue;
      const filled = obeyFourLaws(issue, proposal.edit);
      const [placed] = placedFillers(filled);
      if (placed === undefined) throw new Error('the filler is on the page');
      expect(obeyFourLaws(filled, removeFiller(filled, placed))).toEqual(issue);
    }
  }
});
