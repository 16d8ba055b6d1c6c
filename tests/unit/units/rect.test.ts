import { expect, test } from 'vitest';
import { containsPoint, unionRect } from '#engine/units/rect.ts';

test('a rectangle holds its left and top edge, not its right and bottom edge', () => {
  const rect = { x: 10, y: 20, width: 30, height: 40 };
  expect(containsPoint(rect, 10, 20)).toBe(true);
  expect(containsPoint(rect, 40, 20)).toBe(false);
  expect(containsPoint(rect, 10, 60)).toBe(false);
});

test('the union of two rectangles covers both', () => {
  const union = unionRect(
    { x: 0, y: 0, width: 1, height: 1 },
    { x: 5, y: -2, width: 1, height: 1 },
  );
  expect(union).toEqual({ x: 0, y: -2, width: 6, height: 3 });
});
