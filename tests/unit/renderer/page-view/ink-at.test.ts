import { expect, test } from 'vitest';
import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { itemsAt } from '#renderer/page-view/ink-at.ts';

function tint(x: number, y: number): DisplayItem {
  const rect = { x, y, width: 20, height: 10 };
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill: K_ONLY, stroke: undefined };
}

function block(items: readonly DisplayItem[]): GroupItem {
  return { kind: 'group', id: 'lead', x: 100, y: 200, items };
}

const [under, beside] = [tint(0, 0), tint(60, 0)];
const page = { widthPt: 1000, heightPt: 1500, items: [block([under, beside]), tint(105, 205)] };

test('only what reaches the point is left, in its block and in its order', () => {
  const { items } = itemsAt(page, { x: 110, y: 207 });
  expect(items).toEqual([block([under]), tint(105, 205)]);
});

test('beside everything nothing is left', () => {
  expect(itemsAt(page, { x: 10, y: 10 }).items).toEqual([]);
});
