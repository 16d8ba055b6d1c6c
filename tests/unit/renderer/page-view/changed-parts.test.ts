import { expect, test } from 'vitest';
import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { changedParts } from '#renderer/page-view/changed-parts.ts';

test('nothing is painted again when nothing changed', () => {
  const items = [block('lead', [line(0), line(1)])];
  expect(changedParts(items, [...items])).toEqual([]);
});

test('of a block in which one line changed, that line is painted again, before and after', () => {
  const kept = line(0);
  const parts = changedParts([block('lead', [kept, line(1)])], [block('lead', [kept, line(2)])]);
  expect(parts.map(({ y }) => y).sort((a, b) => a - b)).toEqual([100 + 20 - 12, 100 + 40 - 12]);
});

test('a block that moved is painted where it was and where it is', () => {
  const lines = [line(0)];
  const parts = changedParts([block('lead', lines, 100)], [block('lead', lines, 300)]);
  expect(parts.map(({ x }) => x)).toEqual([100 - 12, 300 - 12]);
});

test('what was taken off the page is painted over', () => {
  const lead = block('lead', [line(0)]);
  expect(changedParts([lead, block('rail', [line(5)])], [lead])).toHaveLength(1);
});

function line(number: number): DisplayItem {
  const rect = { x: 0, y: number * 20, width: 50, height: 10 };
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill: K_ONLY, stroke: undefined };
}

function block(id: string, items: readonly DisplayItem[], x = 100): GroupItem {
  return { kind: 'group', id, x, y: 100, items };
}
