import { expect, test } from 'vitest';
import {
  ACTUAL_SIZE,
  fittingZoom,
  pageCorner,
  steppedZoom,
  visiblePart,
} from '#renderer/page-view/viewport.ts';

const page = { widthPt: 1000, heightPt: 1500 };
const view = { widthPx: 800, heightPx: 600, leftPx: 0, topPx: 0, zoom: 1, density: 2 };

test('the whole page shows with some desk around it', () => {
  const zoom = fittingZoom(page, 800, 600);
  expect(1500 * zoom).toBeCloseTo(600 - 48, 6);
  expect(1000 * zoom).toBeLessThan(800 - 48);
});

test('four steps double the size, and the limits hold', () => {
  expect(steppedZoom(1, 4)).toBeCloseTo(2, 9);
  expect(steppedZoom(0.1, -1)).toBe(0.1);
  expect(steppedZoom(16, 1)).toBe(16);
});

test('actual size is one inch to the inch', () => {
  expect(72 * ACTUAL_SIZE).toBe(96);
});

test('a narrow page stands in the middle of the desk', () => {
  expect(pageCorner(page, { ...view, zoom: 0.5 })).toEqual({ x: 300, y: 48 });
});

test('the page stands on whole device pixels wherever the desk is scrolled', () => {
  const corner = pageCorner(page, { ...view, leftPx: 10.3, topPx: 99.9, density: 1.25 });
  expect([corner.x % 1, corner.y % 1].map(Math.abs)).toEqual([0, 0]);
});

test('the part that shows is what the viewport covers', () => {
  const part = visiblePart(page, { ...view, leftPx: 224, topPx: 324, zoom: 2 });
  expect(part).toEqual({ x: 100, y: 150, width: 400, height: 300 });
});
