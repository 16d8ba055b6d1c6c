import { describe, expect, test } from 'vitest';
import type { GridArea } from '#engine/model/issue.ts';
import type { BlockShape } from '#renderer/make-up/block-shape.ts';
import {
  addCutout,
  cornerCutout,
  cutCorner,
  moveCutout,
  outlineOf,
  removeCutout,
  reshape,
  resizedShape,
  tidyShape,
} from '#renderer/make-up/block-shape.ts';
import { pageGeometry } from '#renderer/make-up/page-geometry.ts';
import { area, articleBlock } from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';

/** The shape drawn cell by cell, one character and one line each: `#` is the block. */
function drawn(shape: BlockShape | undefined): readonly string[] {
  if (shape === undefined) return [];
  const holds = (own: GridArea, column: number, line: number) =>
    column >= own.column &&
    column < own.column + own.columns &&
    line >= own.line &&
    line < own.line + own.lines;
  const { area: own, cutouts } = shape;
  return Array.from({ length: own.lines }, (_, line) =>
    Array.from({ length: own.columns }, (_cell, column) => {
      const isCut = cutouts.some((cutout) => holds(cutout, own.column + column, own.line + line));
      return isCut ? '.' : '#';
    }).join(''),
  );
}

const plain: BlockShape = { area: area(10, 5, 6, 4), cutouts: [] };

describe('a corner', () => {
  test('drawn inwards makes an L', () => {
    const shape = cutCorner(plain, 'topRight', { column: 14, line: 7 });
    expect(drawn(shape)).toEqual(['####..', '####..', '######', '######']);
    expect(shape?.cutouts).toEqual([area(14, 5, 2, 2)]);
  });

  test.each([
    ['topLeft', ['..####', '######', '######', '######']],
    ['bottomLeft', ['######', '######', '######', '..####']],
    ['bottomRight', ['######', '######', '######', '####..']],
  ] as const)('%s is cut on its own side', (corner, wanted) => {
    const column = corner.endsWith('Left') ? 12 : 14;
    const line = corner.startsWith('top') ? 6 : 8;
    expect(drawn(cutCorner(plain, corner, { column, line }))).toEqual(wanted);
  });

  test('drawn further moves its cutout instead of making a second one', () => {
    const once = cutCorner(plain, 'topRight', { column: 14, line: 7 });
    const twice = once && cutCorner(once, 'topRight', { column: 12, line: 6 });
    expect(twice?.cutouts).toEqual([area(12, 5, 4, 1)]);
    expect(twice && cornerCutout(twice, 'topRight')).toEqual(area(12, 5, 4, 1));
    expect(twice && cornerCutout(twice, 'topLeft')).toBeUndefined();
  });

  test('drawn back to the edge is whole again', () => {
    const once = cutCorner(plain, 'topRight', { column: 14, line: 7 });
    expect(once && cutCorner(once, 'topRight', { column: 16.2, line: 6 })).toEqual(plain);
  });

  test('cannot take the whole block', () => {
    expect(cutCorner(plain, 'topLeft', { column: 16, line: 9 })).toBeUndefined();
  });
});

test('a notch in the middle of an edge makes a U', () => {
  const notch = addCutout(plain, area(12, 5, 2, 3));
  expect(drawn(notch)).toEqual(['##..##', '##..##', '##..##', '######']);
});

describe('tidying a shape', () => {
  test('keeps cutouts within the block and apart from one another', () => {
    const tidy = tidyShape({ ...plain, cutouts: [area(8, 3, 4, 4), area(11, 5, 2, 1)] });
    expect(drawn(tidy)).toEqual(['...###', '..####', '######', '######']);
    expect(tidy?.cutouts).toEqual([area(10, 5, 3, 1), area(10, 6, 2, 1)]);
  });

  test('joins cutouts that lie one under the other', () => {
    const tidy = tidyShape({ ...plain, cutouts: [area(14, 6, 2, 1), area(14, 5, 2, 1)] });
    expect(tidy?.cutouts).toEqual([area(14, 5, 2, 2)]);
  });

  test('shrinks the block when a whole side is cut off', () => {
    const tidy = tidyShape({ ...plain, cutouts: [area(10, 5, 6, 1), area(10, 5, 1.5, 4)] });
    expect(tidy).toEqual({ area: area(11.5, 6, 4.5, 3), cutouts: [] });
  });

  test('leaves nothing of a block that is all cut away', () => {
    expect(tidyShape({ ...plain, cutouts: [area(0, 0, 40, 30)] })).toBeUndefined();
    expect(
      reshape(articleBlock('a', plain.area), { ...plain, cutouts: [plain.area] }),
    ).toBeUndefined();
  });
});

test('a cutout is moved, and filled again', () => {
  const cutout = area(12, 5, 2, 2);
  const notched = { ...plain, cutouts: [cutout] };
  expect(drawn(moveCutout(notched, cutout, area(13, 5, 2, 1)))[0]).toBe('###..#');
  expect(removeCutout(notched, cutout)).toEqual(plain);
});

describe('a block of another size', () => {
  const shape: BlockShape = { area: area(10, 5, 6, 4), cutouts: [area(14, 5, 2, 2)] };

  test('keeps its notch around the neighbour when its edge is drawn out', () => {
    const wider = resizedShape(shape, area(10, 5, 8, 4));
    expect(wider.cutouts).toEqual([area(14, 5, 4, 2)]);
  });

  test('loses the notch when its edge is drawn in past it', () => {
    expect(resizedShape(shape, area(10, 5, 4, 4)).cutouts).toEqual([]);
    expect(resizedShape(shape, area(10, 5, 6, 2)).cutouts).toEqual([]);
  });

  test('is written as one edit', () => {
    expect(reshape(articleBlock('a', plain.area), shape)).toEqual({
      kind: 'resizedBlock',
      block: 'block-a',
      ...shape,
    });
  });
});

test('the outline of an L has six corners, in points of the page', () => {
  const geometry = pageGeometry(TEST_TEMPLATE);
  const block = { ...articleBlock('a', area(10, 5, 6, 4)), cutouts: [area(14, 5, 2, 2)] };
  const [outline, ...others] = outlineOf(geometry, block);
  expect(others).toEqual([]);
  expect(outline?.map(({ x, y }) => [Math.round(x - 72), Math.round(y - 72)])).toEqual([
    [100, 60],
    [140, 60],
    [140, 84],
    [160, 84],
    [160, 108],
    [100, 108],
  ]);
});
