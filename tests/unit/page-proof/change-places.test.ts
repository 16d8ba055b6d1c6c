import { expect, test } from 'vitest';
import { createComposer } from '#engine/compose/page.ts';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { Issue } from '#engine/model/issue.ts';
import { changePlaces, type PageSide } from '#engine/page-proof/change-places.ts';
import { comparePages, type PageChange } from '#engine/page-proof/compare-pages.ts';
import { describeChange } from '#engine/page-proof/describe-change.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import changeBooks from '#templates/sentences/changes.json' with { type: 'json' };
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const { book } = openFontBook({ faces: [], cacheFolder: 'node_modules/.cache/unpacked-faces' });
const TEMPLATE = pageTemplate('park-broadsheet');
const GRID = pageGrid(TEMPLATE);
const BEFORE = sampleIssue();

/** The sample with a word taken out, a word put in, and a block moved down by two lines. */
function changed(): Issue {
  const text = JSON.stringify(BEFORE)
    .replace('部署安全生产', '安全生产')
    .replace('调研', '走访调研');
  const issue = JSON.parse(text) as Issue;
  const [page] = issue.pages;
  if (page === undefined) throw new Error('the sample has a page');
  const blocks = page.blocks.map((block) =>
    block.kind === 'imprint'
      ? { ...block, area: { ...block.area, line: block.area.line + 2 } }
      : block,
  );
  return { ...issue, pages: [{ ...page, blocks }] };
}

function placed(issue: Issue) {
  const [page] = issue.pages;
  if (page === undefined) throw new Error('the sample has a page');
  const composer = createComposer({ fonts: book, lexicon: SHIPPED_LEXICON });
  const { list } = composer.composePage(issue, page, TEMPLATE);
  return {
    issue,
    page,
    list,
    rectOf: (block: (typeof page.blocks)[number]) => areaRect(GRID, block.area),
  };
}

const SIDES = { before: placed(BEFORE), after: placed(changed()) };
const CHANGES = comparePages(SIDES.before, SIDES.after);

function placesOf(change: PageChange, side: PageSide) {
  return changePlaces(change, side, SIDES[side]);
}

function textChange(wanted: Partial<Extract<PageChange, { kind: 'text' }>>): PageChange {
  const found = CHANGES.find(
    (one) =>
      one.kind === 'text' &&
      one.removed === (wanted.removed ?? '') &&
      one.inserted === (wanted.inserted ?? ''),
  );
  if (found === undefined) throw new Error(JSON.stringify(CHANGES));
  return found;
}

test('words that went lie under text of the old page, and are a gap in the new one', () => {
  const change = textChange({ removed: '部署' });
  const before = placesOf(change, 'before');
  expect(before.kind).toBe('words');
  expect(before.rects[0]?.width).toBeGreaterThan(10);
  const after = placesOf(change, 'after');
  expect(after.kind).toBe('gap');
  expect(after.rects).toHaveLength(1);
});

test('words that came in lie under text of the new page alone', () => {
  const change = textChange({ inserted: '走访' });
  expect(placesOf(change, 'after').kind).toBe('words');
  expect(placesOf(change, 'before').kind).toBe('gap');
});

test('a moved block is framed where it was and where it is', () => {
  const change = CHANGES.find(({ kind }) => kind === 'moved block');
  if (change === undefined) throw new Error('a block was moved');
  const [before, after] = (['before', 'after'] as const).map(
    (side) => placesOf(change, side).rects[0],
  );
  const twoLinesPt = (after?.y ?? 0) - (before?.y ?? 0);
  expect(twoLinesPt).toBeCloseTo(
    areaRect(GRID, { column: 0, line: 0, columns: 1, lines: 2 }).height,
    0,
  );
  expect(describeChange(change, { before: BEFORE, after: BEFORE }, changeBooks.zh)).toMatch(
    /^版权栏：左\d+字上\d+行 宽\d+字高\d+行 → /u,
  );
});

test('a block of one side alone has no place on the other', () => {
  const [block] = SIDES.after.page.blocks;
  if (block === undefined) throw new Error('the page has blocks');
  expect(placesOf({ kind: 'added block', block }, 'before').rects).toEqual([]);
  expect(placesOf({ kind: 'added block', block }, 'after').rects).toHaveLength(1);
  expect(placesOf({ kind: 'removed block', block }, 'before').rects).toHaveLength(1);
  expect(placesOf({ kind: 'removed block', block }, 'after').rects).toEqual([]);
});
