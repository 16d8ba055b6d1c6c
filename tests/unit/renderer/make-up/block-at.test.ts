import { describe, expect, test } from 'vitest';
import type { Block, Page } from '#engine/model/issue.ts';
import { blockAt, blocksAt, blocksTouching } from '#renderer/make-up/block-at.ts';
import { handleAt, handlesOf } from '#renderer/make-up/handles.ts';
import { pageGeometry, pointOf } from '#renderer/make-up/page-geometry.ts';
import { area, articleBlock, issueOf } from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';

const geometry = pageGeometry(TEST_TEMPLATE);
const at = (column: number, line: number) => pointOf(geometry, { column, line });

function pageWith(...blocks: readonly Block[]): Page {
  const [page] = issueOf({ blocks }).pages;
  if (page === undefined) throw new Error('a test issue has a page');
  return page;
}

const lower = articleBlock('lower', area(0, 0, 20, 10));
const upper = { ...articleBlock('upper', area(10, 5, 20, 10)), cutouts: [area(10, 5, 4, 2)] };
const page = pageWith(lower, upper);

describe('a click on the page', () => {
  test('takes the block that is painted last', () => {
    expect(blockAt(geometry, page, at(15, 8))?.id).toBe('block-upper');
    expect(blocksAt(geometry, page, at(15, 8)).map(({ id }) => id)).toEqual([
      'block-upper',
      'block-lower',
    ]);
  });

  test('goes through a cutout to the block below', () => {
    expect(blockAt(geometry, page, at(12, 6))?.id).toBe('block-lower');
  });

  test('beside all blocks takes none', () => {
    expect(blockAt(geometry, page, at(35, 25))).toBeUndefined();
    expect(blockAt(geometry, page, at(-1, 3))).toBeUndefined();
  });
});

test('a box takes the blocks that it touches, a cutout not counted', () => {
  expect(blocksTouching(page, area(18, 9, 4, 4)).map(({ id }) => id)).toEqual([
    'block-lower',
    'block-upper',
  ]);
  expect(blocksTouching(page, area(11, 5, 2, 1)).map(({ id }) => id)).toEqual(['block-lower']);
});

describe('handles', () => {
  test('stand at the corners and in the middle of the sides', () => {
    const handles = handlesOf(geometry, area(10, 5, 10, 10), 1);
    expect(handles).toHaveLength(8);
    const right = handles.find(({ handle }) => handle === 'right');
    expect(right?.at).toEqual(at(20, 10));
  });

  test('leave out the middle of a side that is short on the screen', () => {
    const names = handlesOf(geometry, area(10, 5, 20, 2), 1).map(({ handle }) => handle);
    expect(names).toEqual(['topLeft', 'top', 'topRight', 'bottomRight', 'bottom', 'bottomLeft']);
    expect(handlesOf(geometry, area(10, 5, 20, 2), 2)).toHaveLength(8);
  });

  test('are taken within some pixels, whatever the zoom', () => {
    const handles = handlesOf(geometry, area(10, 5, 10, 10), 4);
    const { x, y } = at(10, 5);
    expect(handleAt(handles, { x: x - 1.5, y: y + 1 }, 4)).toBe('topLeft');
    expect(handleAt(handles, { x: x - 2.5, y }, 4)).toBeUndefined();
    expect(handleAt(handles, { x: x - 2.5, y }, 1)).toBe('topLeft');
  });
});
