import { expect, test } from 'vitest';
import { compositionUnderlines } from '#engine/display/composition-underlines.ts';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { columnAt, lineOf, pageOf } from './planted-page.ts';

const at = (offset: number): TextPosition => ({ text: 's', offset, edge: 'leading' });

test('what is being composed is underlined below its em squares, line by line', () => {
  const list = pageOf(...columnAt(10, 20, 's', ['湘潭经开', '区周刊']));
  const lines = compositionUnderlines(list, at(3), at(5));
  expect(lines.map(({ x1, x2 }) => [x1, x2])).toEqual([
    [40, 50],
    [10, 20],
  ]);
  const [first] = lines;
  expect(first?.y1).toBeCloseTo(20 + 1.2 + 0.6, 9);
  expect(first?.y2).toBe(first?.y1);
});

test('an underline stays clear of the em squares of the next line', () => {
  const list = pageOf(...columnAt(10, 20, 's', ['湘潭经开', '区周刊']));
  const [first] = compositionUnderlines(list, at(0), at(4));
  expect((first?.y1 ?? 0) + (first?.thicknessPt ?? 0) / 2).toBeLessThan(32 - 8.8);
});

test('in vertical text the line stands on the left', () => {
  const list = pageOf(lineOf('学史力行', { x: 30, y: 10, vertical: true }));
  const [line] = compositionUnderlines(list, at(1), at(3));
  expect(line).toMatchObject({ x1: 24.4, y1: 20, x2: 24.4, y2: 40 });
});

test('nothing is underlined where nothing is composed', () => {
  expect(compositionUnderlines(pageOf(lineOf('学史')), at(1), at(1))).toEqual([]);
});
