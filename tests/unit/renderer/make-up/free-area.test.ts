import { expect, test } from 'vitest';
import { areaOverPage, freeAreaAt, freeAreaFor } from '#renderer/make-up/free-area.ts';
import { orderBlocks } from '#renderer/make-up/order-blocks.ts';
import { pageGeometry } from '#renderer/make-up/page-geometry.ts';
import { wantedForArticle, wantedForPicture } from '#renderer/make-up/wanted-size.ts';
import { area, articleBlock, issueOf, picture } from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';

/** Four base columns of 9.25 characters, 30 lines. */
const geometry = pageGeometry(TEST_TEMPLATE);

function pageOf(...areas: readonly ReturnType<typeof area>[]) {
  const blocks = areas.map((place, index) => articleBlock(`b${index}`, place));
  const articles = Object.fromEntries(areas.map((_, index) => [`b${index}`, '正文']));
  const [page] = issueOf({ articles, blocks }).pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

test('what is dropped begins at the base column under the pointer', () => {
  const drop = { at: { column: 14, line: 3.6 }, wanted: { baseColumns: 2, lines: 12 } };
  expect(freeAreaAt(geometry, pageOf(), drop)).toEqual(area(11, 3, 18, 12));
});

test('it stops where another block stands', () => {
  const page = pageOf(area(0, 10, 40, 5), area(24, 0, 16, 10));
  const drop = { at: { column: 14, line: 2 }, wanted: { baseColumns: 3, lines: 20 } };
  expect(freeAreaAt(geometry, page, drop)).toEqual(area(11, 2, 8, 8));
});

test('a block leaves no room under the pointer', () => {
  const drop = { at: { column: 3, line: 12 }, wanted: { baseColumns: 1, lines: 6 } };
  expect(freeAreaAt(geometry, pageOf(area(0, 10, 40, 5)), drop)).toBeUndefined();
});

test('what is placed by key takes the first place in which it has the size it wants', () => {
  const page = pageOf(area(0, 0, 20, 30), area(21, 0, 9, 6));
  const found = freeAreaFor(geometry, page, { baseColumns: 1, lines: 20 });
  expect(found).toEqual(area(31, 0, 9, 20));
  expect(freeAreaFor(geometry, pageOf(area(0, 0, 40, 30)), { baseColumns: 1, lines: 4 })).toBe(
    undefined,
  );
});

test('on a full page it lies in the middle, within the type area', () => {
  const { column, line, columns, lines } = areaOverPage(geometry, { baseColumns: 2, lines: 99 });
  expect(column + columns).toBeLessThanOrEqual(40);
  expect(line + lines).toBeLessThanOrEqual(30);
});

test('a longer story asks for more room', () => {
  const brief = wantedForArticle(TEST_TEMPLATE, testArticle('a', '一句话新闻。'));
  const long = wantedForArticle(TEST_TEMPLATE, testArticle('b', '新闻正文，'.repeat(200)));
  expect(brief.baseColumns).toBe(1);
  expect(long.baseColumns).toBe(3);
  expect(long.lines).toBeGreaterThan(brief.lines);
});

test('an upright photograph takes a narrower place than one that lies', () => {
  const upright = picture('a', { widthPx: 200, heightPx: 300 });
  expect(wantedForPicture(TEST_TEMPLATE, upright).baseColumns).toBe(1);
  expect(wantedForPicture(TEST_TEMPLATE, picture('b')).baseColumns).toBe(2);
});

test('chosen blocks go forward together, and stop at the end', () => {
  const page = pageOf(area(0, 0, 9, 4), area(0, 4, 9, 4), area(0, 8, 9, 4));
  const order = (ids: readonly string[], step: Parameters<typeof orderBlocks>[2]) => {
    const edit = orderBlocks(page, ids, step);
    return edit?.kind === 'reorderedBlocks' ? edit.order.join(' ') : undefined;
  };
  expect(order(['block-b0'], 'forward')).toBe('block-b1 block-b0 block-b2');
  expect(order(['block-b0', 'block-b1'], 'forward')).toBe('block-b2 block-b0 block-b1');
  expect(order(['block-b1', 'block-b2'], 'forward')).toBeUndefined();
  expect(order(['block-b2'], 'back')).toBe('block-b0 block-b2 block-b1');
  expect(order(['block-b2'], 'first')).toBe('block-b2 block-b0 block-b1');
  expect(order(['block-b0'], 'last')).toBe('block-b1 block-b2 block-b0');
});
