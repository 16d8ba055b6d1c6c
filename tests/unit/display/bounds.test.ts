import { expect, test } from 'vitest';
import { boundsOfAll, itemBounds } from '#engine/display/bounds.ts';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { groupAt, lineOf } from './planted-page.ts';

test('a horizontal line is as wide as its boxes and as high as its em square', () => {
  const bounds = itemBounds(lineOf('园区周刊', { x: 5, y: 30 }));
  expect(bounds).toEqual({ x: 5, y: 21.2, width: 40, height: 10 });
});

test('a vertical line is centred on its column', () => {
  const bounds = itemBounds(lineOf('园区周刊', { x: 5, y: 30, vertical: true }));
  expect(bounds).toEqual({ x: 0, y: 30, width: 10, height: 40 });
});

test('a stroke reaches half its width beyond its line', () => {
  const rule: DisplayItem = {
    kind: 'shape',
    outline: { kind: 'line', x1: 10, y1: 5, x2: 0, y2: 5 },
    fill: undefined,
    stroke: { ink: K_ONLY, widthPt: 2, dash: [] },
  };
  expect(itemBounds(rule)).toEqual({ x: -1, y: 4, width: 12, height: 2 });
});

test('a curve is held by its control points', () => {
  const leaf: DisplayItem = {
    kind: 'shape',
    outline: {
      kind: 'path',
      segments: [
        { kind: 'move', x: 0, y: 0 },
        { kind: 'curve', x1: 0, y1: -8, x2: 10, y2: -8, x: 10, y: 0 },
        { kind: 'close' },
      ],
    },
    fill: K_ONLY,
    stroke: undefined,
  };
  expect(itemBounds(leaf)).toEqual({ x: 0, y: -8, width: 10, height: 8 });
});

test('a group moves its members and holds them all', () => {
  const bounds = itemBounds(groupAt(100, 10, lineOf('园', { y: 10 }), lineOf('区', { y: 30 })));
  expect(bounds?.x).toBe(100);
  expect(bounds?.y).toBeCloseTo(11.2, 9);
  expect(bounds?.height).toBeCloseTo(30, 9);
});

test('empty groups and empty runs take no room', () => {
  expect(itemBounds(groupAt(1, 1))).toBeUndefined();
  expect(boundsOfAll([groupAt(1, 1), lineOf('')])).toBeUndefined();
});
