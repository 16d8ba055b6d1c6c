import { describe, expect, test } from 'vitest';
import {
  areaBetween,
  distanceInCells,
  pageGeometry,
  placeAt,
  pointOf,
  rectOf,
} from '#renderer/make-up/page-geometry.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';

const geometry = pageGeometry(TEST_TEMPLATE);

test('the type area is as many cells wide and high as the template says', () => {
  const { x, y, width, height } = geometry.typeArea;
  expect([x, y].map(Math.round)).toEqual([72, 72]);
  expect([width, height]).toEqual([400, 360]);
});

test('base columns share out the type area, gutters between them', () => {
  expect(geometry.baseColumns).toEqual([
    { from: 0, to: 9.25 },
    { from: 10.25, to: 19.5 },
    { from: 20.5, to: 29.75 },
    { from: 30.75, to: 40 },
  ]);
  const broadsheet = pageGeometry(pageTemplate('park-broadsheet'));
  expect(broadsheet.baseColumns[1]).toEqual({ from: 20.25, to: 38.25 });
  expect(broadsheet.baseColumns.at(-1)?.to).toBe(99);
});

describe('a place', () => {
  test('goes to points of the page and back', () => {
    const place = { column: 12.5, line: 7 };
    const point = pointOf(geometry, place);
    expect(point.x).toBeCloseTo(72 + 125, 9);
    expect(point.y).toBeCloseTo(72 + 84, 9);
    expect(placeAt(geometry, point)).toEqual(place);
  });

  test('is the corner of its area', () => {
    const rect = rectOf(geometry, { column: 12.5, line: 7, columns: 3, lines: 2 });
    expect(rect).toMatchObject(pointOf(geometry, { column: 12.5, line: 7 }));
    expect([rect.width, rect.height]).toEqual([30, 24]);
  });
});

test('a way over the page is counted in characters and lines', () => {
  expect(distanceInCells(geometry, { x: -25, y: 18 })).toEqual({ column: -2.5, line: 1.5 });
});

describe('a box drawn over the page', () => {
  const at = (column: number, line: number) => pointOf(geometry, { column, line });

  test('takes every cell that it touches, from whichever corner it is drawn', () => {
    const cells = { column: 2, line: 3, columns: 5, lines: 4 };
    expect(areaBetween(geometry, at(2.4, 3.2), at(6.1, 6.9))).toEqual(cells);
    expect(areaBetween(geometry, at(6.1, 6.9), at(2.4, 3.2))).toEqual(cells);
  });

  test('keeps to the type area, and is nothing outside it', () => {
    expect(areaBetween(geometry, at(-5, -5), at(1.5, 1.5))).toMatchObject({
      column: 0,
      columns: 2,
    });
    expect(areaBetween(geometry, at(-5, -5), at(-1, -1))).toBeUndefined();
  });
});
