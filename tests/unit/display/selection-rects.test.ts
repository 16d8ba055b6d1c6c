import { describe, expect, test } from 'vitest';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { selectionRects } from '#engine/display/selection-rects.ts';
import { columnAt, emptyLine, groupAt, lineOf, pageOf } from './planted-page.ts';

const at = (text: string, offset: number): TextPosition => ({ text, offset, edge: 'leading' });

describe('a range of a headline', () => {
  test('is one box from its first to its last character', () => {
    const list = pageOf(groupAt(50, 20, lineOf('园区周刊', { source: { text: 'h', start: 0 } })));
    const rects = selectionRects(list, at('h', 1), at('h', 3));
    expect(rects).toEqual([{ x: 60, y: 11.2, width: 20, height: 10 }]);
  });

  test('is the same box whichever end is named first', () => {
    const list = pageOf(lineOf('园区周刊', { y: 20 }));
    expect(selectionRects(list, at('s', 3), at('s', 1))).toEqual(
      selectionRects(list, at('s', 1), at('s', 3)),
    );
  });

  test('covers the space between spread characters and between faces', () => {
    const spread = lineOf('园区');
    const glyphs = spread.run.glyphs.map((glyph, index) => ({ ...glyph, boxStart: index * 14 }));
    const first = { ...spread, y: 20, run: { ...spread.run, glyphs } };
    const list = pageOf(first, lineOf('ABB', { x: 30, y: 20, start: 2 }));
    const [box, ...others] = selectionRects(list, at('s', 0), at('s', 5));
    expect(others).toEqual([]);
    expect(box).toMatchObject({ x: 0, width: 60 });
  });

  test('without length has no box', () => {
    expect(selectionRects(pageOf(lineOf('园区')), at('s', 1), at('s', 1))).toEqual([]);
  });

  test('runs down the column in vertical text', () => {
    const list = pageOf(groupAt(20, 0, lineOf('学史力行', { x: 5, y: 10, vertical: true })));
    expect(selectionRects(list, at('s', 1), at('s', 3))).toEqual([
      { x: 20, y: 20, width: 10, height: 20 },
    ]);
  });
});

describe('a range of a story', () => {
  const story = (paragraph: number) => `article:lead/story:${paragraph}`;
  const list = pageOf(
    groupAt(0, 0, ...columnAt(10, 20, story(9), ['湘潭经开', '区周刊'])),
    groupAt(0, 0, ...columnAt(100, 20, story(10), ['学史力行'])),
    groupAt(0, 0, groupAt(0, 0, emptyLine(story(11), 100, 32))),
    groupAt(0, 0, ...columnAt(100, 44, story(12), ['把满意写'])),
  );

  test('goes on in the next column, paragraphs by their numbers', () => {
    const rects = selectionRects(list, at(story(9), 5), at(story(10), 2));
    expect(rects.map(({ x, width }) => [x, width])).toEqual([
      [20, 20],
      [100, 20],
    ]);
  });

  test('has boxes that meet half way between the lines of a column', () => {
    const [first, second] = selectionRects(list, at(story(9), 0), at(story(9), 7));
    expect(first?.y).toBeCloseTo(20 - 8.8 - 1, 9);
    expect(first?.height).toBeCloseTo(12, 9);
    expect(second?.y).toBeCloseTo((first?.y ?? 0) + (first?.height ?? 0), 9);
  });

  test('shows an empty paragraph within it as a sliver', () => {
    const rects = selectionRects(list, at(story(10), 3), at(story(12), 1));
    expect(rects.map(({ x, width }) => [x, Math.round(width * 10) / 10])).toEqual([
      [130, 10],
      [100, 2.5],
      [100, 10],
    ]);
  });

  test('that ends before an empty paragraph leaves it out', () => {
    expect(selectionRects(list, at(story(10), 3), at(story(11), 0))).toHaveLength(1);
  });

  test('covers what stands on this page when it comes from another', () => {
    const rects = selectionRects(list, at(story(3), 8), at(story(9), 2));
    expect(rects).toHaveLength(1);
    expect(rects[0]).toMatchObject({ x: 10, width: 20 });
  });

  test('never reaches into another text', () => {
    expect(selectionRects(list, at(story(9), 0), at('article:lead/headline', 2))).toEqual([]);
  });
});

test('boxes of vertical lines meet from right to left', () => {
  const list = pageOf(
    groupAt(60, 10, lineOf('学史', { vertical: true })),
    groupAt(46, 10, lineOf('力行', { vertical: true, start: 2 })),
  );
  const [first, second] = selectionRects(list, at('s', 0), at('s', 4));
  expect(first?.x).toBe(53);
  expect((second?.x ?? 0) + (second?.width ?? 0)).toBe(53);
});
