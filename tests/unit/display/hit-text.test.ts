import { describe, expect, test } from 'vitest';
import { caretSegment } from '#engine/display/caret-segment.ts';
import { hitText } from '#engine/display/hit-text.ts';
import { emptyLine, groupAt, lineOf, pageOf } from './planted-page.ts';

describe('a click in a horizontal line', () => {
  const list = pageOf(groupAt(50, 20, lineOf('园区周刊', { x: 10, y: 10, start: 7 })));

  test('on the left half of a character stands before it', () => {
    const hit = hitText(list, { x: 72, y: 25 }, 0);
    expect(hit).toEqual({ text: 's', offset: 8, edge: 'leading' });
  });

  test('on the right half of a character stands behind it', () => {
    const hit = hitText(list, { x: 78, y: 25 }, 0);
    expect(hit).toEqual({ text: 's', offset: 9, edge: 'trailing' });
  });

  test('right of the line stands behind its last character', () => {
    expect(hitText(list, { x: 150, y: 25 }, 100)).toMatchObject({ offset: 11, edge: 'trailing' });
  });

  test('out of reach hits nothing', () => {
    expect(hitText(list, { x: 150, y: 25 }, 20)).toBeUndefined();
  });
});

test('a click in a vertical headline counts down the column', () => {
  const list = pageOf(groupAt(20, 0, lineOf('学史力行', { x: 5, y: 10, vertical: true })));
  expect(hitText(list, { x: 26, y: 33 }, 0)).toEqual({ text: 's', offset: 2, edge: 'leading' });
  expect(hitText(list, { x: 22, y: 38 }, 0)).toEqual({ text: 's', offset: 3, edge: 'trailing' });
  expect(hitText(list, { x: 31, y: 38 }, 0)).toBeUndefined();
});

test('a click between two lines takes the nearer one', () => {
  const list = pageOf(lineOf('上行', { y: 20 }), lineOf('下行', { y: 40, start: 2 }));
  expect(hitText(list, { x: 2, y: 24 }, 50)?.offset).toBe(0);
  expect(hitText(list, { x: 2, y: 29 }, 50)?.offset).toBe(2);
});

test('a click on a folio line, which has no source, hits nothing', () => {
  const list = pageOf(lineOf('湘潭日报', { y: 20, source: undefined }));
  expect(hitText(list, { x: 2, y: 18 }, 100)).toBeUndefined();
});

test('of two texts on one another the one painted last is hit', () => {
  const above = lineOf('上', { y: 20, source: { text: 'above', start: 0 } });
  expect(hitText(pageOf(lineOf('下', { y: 20 }), above), { x: 2, y: 18 }, 0)?.text).toBe('above');
});

test('of two empty texts at one place, such as caption and credit, the first is hit', () => {
  const list = pageOf(emptyLine('caption', 10, 10), emptyLine('credit', 10, 10));
  expect(hitText(list, { x: 30, y: 12 }, 50)?.text).toBe('caption');
});

test('a dash of two characters in one glyph can be entered in its middle', () => {
  const line = lineOf('——');
  const [dash] = line.run.glyphs;
  if (dash === undefined) throw new Error('no glyph');
  const glyphs = [{ ...dash, advance: 20, start: 0, end: 2 }];
  const list = pageOf({ ...line, y: 20, run: { ...line.run, glyphs } });
  expect(hitText(list, { x: 8, y: 18 }, 0)).toMatchObject({ offset: 1, edge: 'trailing' });
  expect(caretSegment(list, { text: 's', offset: 1, edge: 'leading' })?.x1).toBe(10);
});

test('the caret never stands inside a character outside the basic plane', () => {
  const list = pageOf(lineOf('𠮷野家', { y: 20 }));
  const offsets = [1, 4, 6, 9, 11].map((x) => hitText(list, { x, y: 18 }, 0)?.offset);
  expect(offsets).toEqual([0, 0, 2, 2, 2]);
});

describe('the caret', () => {
  test('stands upright in the em square of a horizontal line', () => {
    const list = pageOf(groupAt(50, 20, lineOf('园区', { x: 10, y: 10, start: 7 })));
    const caret = caretSegment(list, { text: 's', offset: 8, edge: 'leading' });
    expect(caret).toEqual({ x1: 70, y1: 21.2, x2: 70, y2: 31.2 });
  });

  test('lies level in a vertical line', () => {
    const list = pageOf(lineOf('学史', { x: 15, y: 10, vertical: true }));
    const caret = caretSegment(list, { text: 's', offset: 1, edge: 'leading' });
    expect(caret).toEqual({ x1: 10, y1: 20, x2: 20, y2: 20 });
  });

  test('stands at the line end or at the next line start, as its edge says', () => {
    const list = pageOf(lineOf('上行', { y: 20 }), lineOf('下行', { y: 40, start: 2 }));
    expect(caretSegment(list, { text: 's', offset: 2, edge: 'trailing' })).toMatchObject({
      x1: 20,
      y2: 21.2,
    });
    expect(caretSegment(list, { text: 's', offset: 2, edge: 'leading' })).toMatchObject({
      x1: 0,
      y2: 41.2,
    });
  });

  test('behind blanks that are not set stands behind the last character', () => {
    const list = pageOf(lineOf('完', { y: 20 }));
    expect(caretSegment(list, { text: 's', offset: 3, edge: 'leading' })?.x1).toBe(10);
  });

  test('before the first set character stands at its start', () => {
    const list = pageOf(lineOf('始', { x: 30, y: 20, start: 2 }));
    expect(caretSegment(list, { text: 's', offset: 0, edge: 'leading' })?.x1).toBe(30);
  });

  test('of a text that is not on the page is nowhere', () => {
    const list = pageOf(lineOf('文'));
    expect(caretSegment(list, { text: 'other', offset: 0, edge: 'leading' })).toBeUndefined();
  });
});

test('a click on the drawn caret gives the position back, in every line and direction', () => {
  for (const vertical of [false, true]) {
    const first = lineOf('湘潭经开区', { x: 40, y: 20, vertical });
    const second = lineOf('学史力行', { x: 60, y: 40, start: 5, vertical });
    const list = pageOf(groupAt(7, 9, first, groupAt(1, 1, second)));
    for (let offset = 0; offset < 9; offset++) {
      const caret = caretSegment(list, { text: 's', offset, edge: 'leading' });
      if (caret === undefined) throw new Error(`no caret at ${offset}`);
      const inside = { x: (caret.x1 + caret.x2) / 2, y: (caret.y1 + caret.y2) / 2 };
      const point = vertical
        ? { x: inside.x, y: inside.y + 0.1 }
        : { x: inside.x + 0.1, y: inside.y };
      expect(hitText(list, point, 1)).toEqual({ text: 's', offset, edge: 'leading' });
    }
  }
});
