import { describe, expect, it } from 'vitest';
import { hasRoomBelow, withFootMoved } from '#engine/compose/room-on-page.ts';
import type { Block, Page } from '#engine/model/issue.ts';
import { area, plainBlock } from './test-page.ts';
import { TEST_TEMPLATE } from './test-template.ts';

/** A block of its own under this id. */
function block(id: string, ...[place, ...cutouts]: readonly ReturnType<typeof area>[]): Block {
  if (place === undefined) throw new Error('a block has an area');
  return { ...plainBlock('rule', place), id, cutouts };
}

function hasRoom(own: Block, others: readonly Block[], lines = 1): boolean {
  const page: Page = {
    id: 'a06',
    number: 'A06',
    name: '',
    template: 'test',
    blocks: [own, ...others],
  };
  return hasRoomBelow(page, TEST_TEMPLATE.body, own, lines);
}

describe('room below a block', () => {
  const own = block('own', area(0, 0, 20, 10));

  it('ends a clear line above the next block', () => {
    expect(hasRoom(own, [block('next', area(10, 12, 20, 5))])).toBe(true);
    expect(hasRoom(own, [block('next', area(10, 12, 20, 5))], 2)).toBe(false);
    expect(hasRoom(own, [block('next', area(10, 11, 20, 5))])).toBe(false);
  });

  it('is not taken by what stands beside it', () => {
    expect(hasRoom(own, [block('beside', area(20, 0, 20, 30))])).toBe(true);
    expect(hasRoom(own, [block('beside', area(19.5, 0, 20, 30))])).toBe(false);
  });

  it('ends at the foot of the page', () => {
    const { lines } = TEST_TEMPLATE.body;
    expect(hasRoom(block('own', area(0, 0, 20, lines - 1)), [])).toBe(true);
    expect(hasRoom(block('own', area(0, 0, 20, lines)), [])).toBe(false);
  });

  it('reaches into the cutout of another, and not below one of its own', () => {
    const around = block('next', area(0, 12, 40, 8), area(0, 12, 20, 6));
    expect(hasRoom(own, [block('next', area(0, 12, 40, 8))], 3)).toBe(false);
    expect(hasRoom(own, [around], 3)).toBe(true);
    const cut = block('own', area(0, 0, 20, 10), area(10, 5, 10, 5));
    expect(hasRoom(cut, [block('inside', area(10, 6, 10, 6))])).toBe(true);
  });
});

describe('a foot that moves', () => {
  const cut = area(10, 5, 10, 5);
  const high = area(0, 0, 4, 2);

  it('takes the cutouts at the foot along', () => {
    expect(withFootMoved({ area: area(0, 0, 20, 10), cutouts: [high, cut] }, 2)).toEqual({
      area: area(0, 0, 20, 12),
      cutouts: [high, area(10, 5, 10, 7)],
    });
  });

  it('leaves no cutout without a line', () => {
    expect(withFootMoved({ area: area(0, 0, 20, 10), cutouts: [area(10, 9, 10, 1)] }, -1)).toEqual({
      area: area(0, 0, 20, 9),
      cutouts: [],
    });
  });
});
