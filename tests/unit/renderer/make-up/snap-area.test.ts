import { describe, expect, test } from 'vitest';
import type { GridArea } from '#engine/model/issue.ts';
import { HANDLES } from '#renderer/make-up/handles.ts';
import { pageGeometry } from '#renderer/make-up/page-geometry.ts';
import type { DraggedArea } from '#renderer/make-up/snap-area.ts';
import { snapArea } from '#renderer/make-up/snap-area.ts';
import { area } from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';

/** 40 by 30 cells; base columns begin at 0, 10.25, 20.5 and 30.75. */
const geometry = pageGeometry(TEST_TEMPLATE);

function drag(start: GridArea, change: Partial<DraggedArea>) {
  return snapArea(geometry, {
    start,
    taken: 'block',
    by: { column: 0, line: 0 },
    neighbours: [],
    reach: { column: 1.5, line: 1.5 },
    cellsOnly: false,
    ...change,
  });
}

describe('a block that is moved', () => {
  test('stands on whole cells', () => {
    const moved = drag(area(3, 3, 6, 5), { by: { column: 5.3, line: 7.6 } });
    expect(moved.area).toEqual(area(8, 11, 6, 5));
    expect(moved.guides).toEqual([]);
  });

  test('keeps its place on the axis along which the pointer stands still', () => {
    const moved = drag(area(1.5, 5, 6, 5), { by: { column: 0.4, line: 8.2 } });
    expect(moved.area).toEqual(area(1.5, 13, 6, 5));
  });

  test('is drawn to the head of a base column, within the column', () => {
    const moved = drag(area(3, 8, 6, 5), { by: { column: 8.4, line: 0 } });
    expect(moved.area.column).toBe(10.5);
    expect(moved.guides).toEqual([
      { kind: 'baseColumn', axis: 'across', at: 10.25, from: 0, to: 30 },
    ]);
  });

  test('is drawn to the end of a base column with its right edge', () => {
    const moved = drag(area(3, 8, 6, 5), { by: { column: 9.9, line: 0 } });
    expect(moved.area.column + moved.area.columns).toBe(19.5);
  });

  test('is drawn to the edges of the type area and never leaves it', () => {
    expect(drag(area(3, 3, 6, 5), { by: { column: -2.2, line: -1.8 } }).area).toEqual(
      area(0, 0, 6, 5),
    );
    expect(drag(area(3, 3, 6, 5), { by: { column: 99, line: 99 } }).area).toEqual(
      area(34, 25, 6, 5),
    );
  });

  test('is drawn to the edge of another block, and says so', () => {
    const moved = drag(area(3, 8, 6, 5), {
      by: { column: 10.2, line: 5.3 },
      neighbours: [area(22, 14, 10, 12)],
    });
    expect(moved.area.line).toBe(14);
    expect(moved.guides).toContainEqual({
      kind: 'block',
      axis: 'down',
      at: 14,
      from: 13.5,
      to: 32,
    });
  });

  test('is centred on another block where the grid allows it', () => {
    const moved = drag(area(0, 0, 6, 4), {
      by: { column: 22.6, line: 20 },
      neighbours: [area(22, 5, 8, 6)],
    });
    expect(moved.area).toEqual(area(23, 20, 6, 4));
    expect(moved.guides).toMatchObject([{ axis: 'across', at: 26, from: 5, to: 24 }]);
  });

  test('with Alt held down takes no notice of columns and blocks', () => {
    const moved = drag(area(3, 8, 6, 5), {
      by: { column: 8.4, line: 5.3 },
      neighbours: [area(22, 14, 10, 12)],
      cellsOnly: true,
    });
    expect(moved).toEqual({ area: area(11, 13, 6, 5), guides: [] });
  });
});

describe('a block that is resized', () => {
  const start = area(12, 8, 9, 10);

  test.each(HANDLES)('moves by its %s handle the edges of that handle alone', (taken) => {
    const { area: resized } = drag(start, { taken, by: { column: 2, line: 2 }, cellsOnly: true });
    const moved = [
      resized.column !== start.column ? 'left' : '',
      resized.column + resized.columns !== 21 ? 'right' : '',
      resized.line !== start.line ? 'top' : '',
      resized.line + resized.lines !== 18 ? 'bottom' : '',
    ].filter((edge) => edge !== '');
    const named = taken.match(/top|bottom|left|right/giu)?.map((edge) => edge.toLowerCase());
    expect(moved.toSorted()).toEqual(named?.toSorted());
  });

  test('is drawn to the end of a base column at its right edge', () => {
    const { area: resized, guides } = drag(start, { taken: 'right', by: { column: 9.2, line: 4 } });
    expect(resized).toEqual(area(12, 8, 17.5, 10));
    expect(guides).toMatchObject([{ kind: 'baseColumn', at: 29.75 }]);
  });

  test('meets its neighbour edge to edge', () => {
    const { area: resized } = drag(start, {
      taken: 'bottom',
      by: { column: 0, line: 5.1 },
      neighbours: [area(10, 24, 20, 4)],
    });
    expect(resized.line + resized.lines).toBe(24);
  });

  test('keeps a cell when it is pushed together', () => {
    const pushed = drag(start, { taken: 'bottomRight', by: { column: -40, line: -40 } });
    expect(pushed.area).toEqual(area(12, 8, 1, 1));
    const lifted = drag(start, { taken: 'topLeft', by: { column: 40, line: 40 } });
    expect(lifted.area).toEqual(area(20, 17, 1, 1));
  });

  test('never grows out of the type area', () => {
    const grown = drag(start, { taken: 'topLeft', by: { column: -40, line: -40 } });
    expect(grown.area).toEqual(area(0, 0, 21, 18));
  });
});

test('whatever the drag, a block lies on the grid and in the type area', () => {
  const neighbours = [area(20.5, 3, 9, 7), area(0, 20, 19.5, 9)];
  for (const taken of ['block', ...HANDLES] as const) {
    for (let step = 0; step < 300; step++) {
      const by = { column: ((step * 7.31) % 60) - 30, line: ((step * 3.77) % 50) - 25 };
      const { area: one } = drag(area(10.5, 8, 9, 10), { taken, by, neighbours });
      expect(Number.isInteger(one.column * 2) && Number.isInteger(one.columns * 2)).toBe(true);
      expect(Number.isInteger(one.line) && Number.isInteger(one.lines)).toBe(true);
      expect(Math.min(one.column, one.line, one.columns - 1, one.lines - 1)).toBeGreaterThanOrEqual(
        0,
      );
      expect(one.column + one.columns).toBeLessThanOrEqual(40);
      expect(one.line + one.lines).toBeLessThanOrEqual(30);
    }
  }
});
