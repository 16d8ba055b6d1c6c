import { expect, test } from 'vitest';
import type { Page } from '#engine/model/issue.ts';
import { planPages } from '#engine/model/plan-pages.ts';
import { checkOverlappingBlocks } from '#engine/preflight/make-up/check-overlapping-blocks.ts';
import { assert } from '#engine/units/assert.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { bareBlocks } from '#tests/unit/preflight/checked-pages.ts';

const ISSUE = sampleIssue();

function overlaps({ blocks }: Page) {
  return checkOverlappingBlocks(bareBlocks(blocks));
}

test.for(['park-broadsheet', 'park-tabloid', 'park-narrow'])(
  'no block of %s lies on another',
  (id) => {
    const { pages } = planPages(ISSUE, pageTemplate(id));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.flatMap(overlaps)).toEqual([]);
  },
);

test('a block that is moved onto its neighbour is told, once', () => {
  const page = ISSUE.pages[0];
  const [flag, story] = page?.blocks.filter(({ kind }) => kind !== 'rule') ?? [];
  assert(page !== undefined && flag !== undefined && story !== undefined, 'there are two blocks');
  const moved: Page = { ...page, blocks: [flag, { ...story, area: flag.area, cutouts: [] }] };
  expect(overlaps(moved)).toEqual([
    {
      code: 'blocks-overlap',
      severity: 'warns',
      where: { block: flag.id },
      values: { other: story.id },
    },
  ]);
});

test('a block that stands in what an L shape leaves out lies on nothing', () => {
  const page = ISSUE.pages[0];
  const [flag, story] = page?.blocks.filter(({ kind }) => kind !== 'rule') ?? [];
  assert(page !== undefined && flag !== undefined && story !== undefined, 'there are two blocks');
  const area = { column: 0, line: 0, columns: 20, lines: 20 };
  const corner = { column: 10, line: 10, columns: 10, lines: 10 };
  const shaped = { ...flag, area, cutouts: [corner] };
  const within = { ...story, area: corner, cutouts: [] };
  expect(overlaps({ ...page, blocks: [shaped, within] })).toEqual([]);
});
