import { expect, test } from 'vitest';
import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { changedParts, partsWith } from '#renderer/page-view/changed-parts.ts';

test('nothing is painted again when nothing changed', () => {
  const items = [block('lead', [line(0), line(1)])];
  expect(changedParts(items, [...items])).toEqual([]);
});

test('of a block in which one line changed, that line is painted again, before and after', () => {
  const kept = line(0);
  const parts = changedParts([block('lead', [kept, line(1)])], [block('lead', [kept, line(2)])]);
  expect(parts.map(({ y }) => y).sort((a, b) => a - b)).toEqual([100 + 20, 100 + 40]);
});

test('a block that moved is painted where it was and where it is', () => {
  const lines = [line(0)];
  const parts = changedParts([block('lead', lines, 100)], [block('lead', lines, 300)]);
  expect(parts.map(({ x }) => x).sort((a, b) => a - b)).toEqual([100, 300]);
});

test('what was taken off the page is painted over', () => {
  const lead = block('lead', [line(0)]);
  expect(changedParts([lead, block('rail', [line(5)])], [lead])).toHaveLength(1);
});

test('what lies beneath now although it lay above before is painted again', () => {
  const [below, above] = [block('tint', [line(0)]), block('lead', [line(1)])];
  expect(changedParts([below, above], [above, below])).toHaveLength(1);
});

test('text is painted again with room for what reaches out of its em boxes', () => {
  const glyph = { id: 1, x: 0, y: 0, boxStart: 0, advance: 10, start: 0, end: 1, turn: 0 as const };
  const look = { face: 'song-400', sizePt: 10, vertical: false, horizontalScale: 1, ink: K_ONLY };
  const run = { ...look, text: '（', source: undefined, glyphs: [glyph] };
  const [part] = changedParts([], [{ kind: 'text', x: 100, y: 100, run }]);
  expect(part?.x).toBeLessThanOrEqual(95);
  expect(part?.y).toBeLessThanOrEqual(100 - 8.8 - 2.8);
  expect((part?.x ?? 0) + (part?.width ?? 0)).toBeGreaterThanOrEqual(115);
});

test('of a page the parts are found that hold what has arrived', () => {
  const picture: DisplayItem = {
    kind: 'picture',
    picture: 'workshop',
    asset: 'a.jpg',
    frame: { x: 5, y: 6, width: 30, height: 20 },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    greyscale: false,
  };
  const parts = partsWith([block('lead', [line(0), picture])], ({ kind }) => kind === 'picture');
  expect(parts).toEqual([{ x: 105, y: 106, width: 30, height: 20 }]);
});

function line(number: number): DisplayItem {
  const rect = { x: 0, y: number * 20, width: 50, height: 10 };
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill: K_ONLY, stroke: undefined };
}

function block(id: string, items: readonly DisplayItem[], x = 100): GroupItem {
  return { kind: 'group', id, x, y: 100, items };
}
