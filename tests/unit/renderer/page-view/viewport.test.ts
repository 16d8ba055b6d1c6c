import { expect, test } from 'vitest';
import {
  ACTUAL_SIZE,
  fitted,
  pagePointAt,
  pushed,
  showing,
  steppedZoom,
  type Viewport,
  windowPointAt,
  zoomedAt,
} from '#renderer/page-view/viewport.ts';

const PAGE = { widthPt: 400, heightPt: 600 };
const VIEW: Viewport = {
  widthPx: 1000,
  heightPx: 648,
  leftPx: 0,
  topPx: 0,
  zoom: 1,
  density: 2,
};

test('the whole page shows in the middle, with some desk around it', () => {
  const view = fitted(PAGE, VIEW, 'page');
  expect(view.zoom).toBe(1);
  expect([view.leftPx, view.topPx]).toEqual([300, 24]);
});

test('fitted to its width a tall page begins at the top', () => {
  const view = fitted(PAGE, VIEW, 'width');
  expect(view.zoom).toBeCloseTo((1000 - 48) / 400);
  expect([view.leftPx, view.topPx]).toEqual([24, 24]);
});

test('what lies under the pointer stays there while the page is zoomed', () => {
  const at = { x: 420, y: 300 };
  const before = fitted(PAGE, VIEW, 'page');
  const point = pagePointAt(before, at);
  for (const zoom of [0.5, 2, 8]) {
    const after = windowPointAt(zoomedAt(PAGE, before, { zoom, at }), point);
    expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(0.5);
  }
});

test('the page stands on whole device pixels wherever it is pushed', () => {
  const view = pushed(PAGE, { ...VIEW, zoom: 1.37 }, { x: 33.31, y: -7.77 });
  expect(Math.abs((view.leftPx * VIEW.density) % 1)).toBe(0);
  expect(Math.abs((view.topPx * VIEW.density) % 1)).toBe(0);
});

test('the page cannot be pushed out of sight', () => {
  const view = pushed(PAGE, VIEW, { x: 99_999, y: -99_999 });
  expect(view.leftPx).toBeLessThan(VIEW.widthPx);
  expect(view.topPx + PAGE.heightPt).toBeGreaterThan(0);
});

test('a caret out of sight is brought into view, one in sight moves nothing', () => {
  const view = { ...VIEW, zoom: 4, leftPx: 0, topPx: 0 };
  const near = { x: 50, y: 50, width: 1, height: 10 };
  expect(showing(PAGE, view, near)).toBe(view);
  const far = { x: 50, y: 400, width: 1, height: 10 };
  const shown = windowPointAt(showing(PAGE, view, far), far);
  expect(shown.y).toBeGreaterThan(0);
  expect(shown.y).toBeLessThan(VIEW.heightPx);
});

test('four steps double the size, and the limits hold', () => {
  expect(steppedZoom(1, 4)).toBeCloseTo(2);
  expect(steppedZoom(1, 99)).toBeCloseTo(16 * ACTUAL_SIZE);
  expect(steppedZoom(1, -99)).toBeCloseTo(0.1 * ACTUAL_SIZE);
});
