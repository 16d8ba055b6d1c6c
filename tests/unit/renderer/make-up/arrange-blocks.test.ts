import { describe, expect, test } from 'vitest';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import {
  alignBlocks,
  distributeBlocks,
  gapsBetween,
  spaceBlocks,
} from '#renderer/make-up/arrange-blocks.ts';
import { pageGeometry } from '#renderer/make-up/page-geometry.ts';
import { area, issueOf, plainBlock } from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';

const geometry = pageGeometry(TEST_TEMPLATE);

function blocksAt(...areas: readonly GridArea[]): readonly Block[] {
  return areas.map((place, index) => ({ ...plainBlock('rule', place), id: `b${index}` }));
}

/** The blocks after an edit has passed the four laws. */
function arranged(blocks: readonly Block[], edit: Edit | undefined): readonly Block[] {
  if (edit === undefined) throw new Error('nothing to move');
  return obeyFourLaws(issueOf({ blocks }), edit).pages[0]?.blocks ?? [];
}

const columns = (blocks: readonly Block[]) => blocks.map((block) => block.area.column);
const lines = (blocks: readonly Block[]) => blocks.map((block) => block.area.line);

describe('aligning', () => {
  const blocks = blocksAt(area(2, 3, 6, 4), area(10, 5, 10, 4), area(5, 12, 3.5, 6));

  test.each([
    ['start', [2, 2, 2]],
    ['centre', [8, 6, 9.5]],
    ['end', [14, 10, 16.5]],
  ] as const)('puts blocks in line by their %s across the page', (side, wanted) => {
    expect(columns(arranged(blocks, alignBlocks(blocks, { axis: 'across', side })))).toEqual(
      wanted,
    );
  });

  test('keeps whole lines down the page', () => {
    const aligned = arranged(blocks, alignBlocks(blocks, { axis: 'down', side: 'centre' }));
    expect(lines(aligned)).toEqual([9, 9, 8]);
    expect(columns(aligned)).toEqual([2, 10, 5]);
  });

  test('goes by a locked block', () => {
    const withLock = blocks.map((block, index) => ({ ...block, locked: index === 1 }));
    const aligned = arranged(withLock, alignBlocks(withLock, { axis: 'across', side: 'start' }));
    expect(columns(aligned)).toEqual([10, 10, 10]);
  });

  test('of blocks in line already is no edit', () => {
    const inLine = blocksAt(area(2, 3, 6, 4), area(2, 9, 8, 4));
    expect(alignBlocks(inLine, { axis: 'across', side: 'start' })).toBeUndefined();
  });
});

describe('distributing', () => {
  const blocks = blocksAt(area(0, 0, 4, 3), area(22, 4, 6, 3), area(5, 8, 4, 3), area(34, 0, 6, 3));

  test('makes the gaps equal, the first and last block staying', () => {
    const distributed = arranged(blocks, distributeBlocks(blocks, 'across'));
    expect(columns(distributed)).toEqual([0, 21.5, 10.5, 34]);
    const gaps = gapsBetween(distributed, 'across');
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(0.5);
  });

  test('needs three blocks', () => {
    expect(distributeBlocks(blocks.slice(0, 2), 'across')).toBeUndefined();
  });
});

describe('an equal gap', () => {
  const blocks = blocksAt(area(3, 2, 4, 5), area(0, 20, 6, 3), area(5, 9, 4, 6));

  test('is set from the first block on', () => {
    const spaced = arranged(blocks, spaceBlocks(geometry, blocks, { axis: 'down', gap: 1 }));
    expect(lines(spaced)).toEqual([2, 15, 8]);
    expect(gapsBetween(spaced, 'down')).toEqual([1, 1]);
  });

  test('that drives a block out of the type area is refused', () => {
    expect(spaceBlocks(geometry, blocks, { axis: 'down', gap: 8 })).toBeUndefined();
  });
});
