import { describe, expect, test } from 'vitest';
import { boundsOfAll } from '#engine/display/bounds.ts';
import { caretSegment } from '#engine/display/caret-segment.ts';
import { dumpDisplayList } from '#engine/display/dump-display-list.ts';
import { hitText } from '#engine/display/hit-text.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import { columnAt, emptyLine, groupAt, lineOf, pageOf } from './planted-page.ts';

describe('an empty headline', () => {
  const list = pageOf(groupAt(20, 30, emptyLine('article:lead/headline', 5, 10)));

  test('is entered by a click near it', () => {
    expect(hitText(list, { x: 29, y: 36 }, 5)).toEqual({
      text: 'article:lead/headline',
      offset: 0,
      edge: 'leading',
    });
    expect(hitText(list, { x: 40, y: 36 }, 5)).toBeUndefined();
  });

  test('has a caret as high as its type', () => {
    for (const edge of ['leading', 'trailing'] as const) {
      const caret = caretSegment(list, { text: 'article:lead/headline', offset: 0, edge });
      expect(caret).toEqual({ x1: 25, y1: 31.2, x2: 25, y2: 41.2 });
    }
  });

  test('takes no room among the bounds, and stands in the dump', () => {
    expect(boundsOfAll(list.items)).toBeUndefined();
    expect(placedRuns(list)).toHaveLength(1);
    expect(dumpDisplayList(list)).toContain('from article:lead/headline+0');
  });
});

test('an empty vertical headline has a level caret', () => {
  const list = pageOf(emptyLine('h', 30, 20, true));
  const caret = caretSegment(list, { text: 'h', offset: 0, edge: 'leading' });
  expect(caret).toEqual({ x1: 25, y1: 20, x2: 35, y2: 20 });
});

test('a click right of an empty paragraph enters it, though full lines are nearer', () => {
  const story = (paragraph: number) => `article:lead/story:${paragraph}`;
  const list = pageOf(
    ...columnAt(10, 20, story(0), ['湘潭经开区']),
    groupAt(0, 0, emptyLine(story(1), 10, 32)),
    ...columnAt(10, 44, story(2), ['学史力行把']),
  );
  expect(hitText(list, { x: 50, y: 28 }, 8)).toMatchObject({ text: story(1), offset: 0 });
});

test('a click right of the short last line of a paragraph stands behind that line', () => {
  const list = pageOf(
    ...columnAt(10, 20, 's', ['湘潭经开区', '周刊']),
    ...columnAt(10, 44, 't', ['学史力行把']),
  );
  expect(hitText(list, { x: 58, y: 27 }, 8)).toEqual({ text: 's', offset: 7, edge: 'trailing' });
});

test('a click in the next column is not drawn to a short line of this one', () => {
  const list = pageOf(
    ...columnAt(10, 20, 's', ['湘潭经开区', '周刊']),
    ...columnAt(70, 20, 's', ['学史力行把', '满意写进群'], 7),
  );
  expect(hitText(list, { x: 68, y: 30 }, 8)).toMatchObject({ offset: 12, edge: 'leading' });
});

test('a line moved with its block is hit where it stands now', () => {
  const line = lineOf('园区', { y: 20 });
  const items = [line];
  const block = (x: number) => ({ kind: 'group' as const, id: 'block', x, y: 0, items });
  expect(hitText(pageOf(block(0)), { x: 2, y: 18 }, 0)?.offset).toBe(0);
  expect(hitText(pageOf(block(50)), { x: 2, y: 18 }, 0)).toBeUndefined();
  expect(hitText(pageOf(block(50)), { x: 62, y: 18 }, 0)?.offset).toBe(1);
});
