import { describe, expect, test } from 'vitest';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { TextPosition } from '#engine/display/hit-text.ts';
import type { CaretDirection } from '#engine/display/move-caret.ts';
import { caretAbove, caretBelow, caretOnEdgeLine, moveCaret } from '#engine/display/move-caret.ts';
import { columnAt, emptyLine, groupAt, lineOf, pageOf } from './planted-page.ts';

const story = (paragraph: number) => `article:lead/story:${paragraph}`;

function at(text: string, offset: number, edge: TextPosition['edge'] = 'leading'): TextPosition {
  return { text, offset, edge };
}

/** Places after each of some moves from a place, `1:3` for offset 3 of paragraph 1. */
function moved(list: DisplayList, from: TextPosition, ...keys: readonly CaretDirection[]) {
  let position = from;
  let goalPt: number | undefined;
  return keys.map((key) => {
    const move = moveCaret(list, position, key, goalPt);
    if (move === undefined) throw new Error(`no place after ${key}`);
    position = move.position;
    goalPt = move.goalPt;
    const behind = position.edge === 'trailing' ? '<' : '';
    return `${position.text.split(':').at(-1)}:${position.offset}${behind}`;
  });
}

describe('in two columns of a story', () => {
  const list = pageOf(
    groupAt(
      0,
      0,
      ...columnAt(10, 20, story(1), ['湘潭经开区', '周刊']),
      ...columnAt(10, 44, story(2), ['学史力行把']),
    ),
    groupAt(0, 0, ...columnAt(100, 20, story(2), ['满意写进群', '众'], 5)),
  );

  test('right steps by character and into the next paragraph', () => {
    expect(moved(list, at(story(1), 4), 'right', 'right', 'right', 'right')).toEqual([
      '1:5',
      '1:6',
      '1:7<',
      '2:0',
    ]);
  });

  test('left steps back the same way', () => {
    expect(moved(list, at(story(2), 0), 'left', 'left', 'left', 'left')).toEqual([
      '1:7<',
      '1:6',
      '1:5',
      '1:4',
    ]);
  });

  test('down keeps its place over a short line', () => {
    expect(moved(list, at(story(1), 4), 'down', 'down')).toEqual(['1:7<', '2:4']);
  });

  test('down goes from the foot of a column to the head of the next', () => {
    expect(moved(list, at(story(2), 3), 'down')).toEqual(['2:8']);
  });

  test('up comes back to the foot of the column before', () => {
    expect(moved(list, at(story(2), 8), 'up', 'up', 'up')).toEqual(['2:3', '1:7<', '1:3']);
  });

  test('down on the last line goes to its end, up on the first to its start', () => {
    expect(moved(list, at(story(2), 10), 'down')).toEqual(['2:11<']);
    expect(moved(list, at(story(1), 3), 'up')).toEqual(['1:0']);
    expect(moveCaret(list, at(story(2), 10), 'down')?.isBeyond).toBe(true);
    expect(moveCaret(list, at(story(2), 9), 'down')?.isBeyond).toBe(false);
  });

  test('Home and End stay on the visual line at a soft break', () => {
    expect(moved(list, at(story(1), 3), 'lineEnd', 'lineStart')).toEqual(['1:5<', '1:0']);
    expect(moved(list, at(story(1), 6), 'lineStart', 'lineEnd')).toEqual(['1:5', '1:7<']);
    expect(moved(list, at(story(1), 5, 'trailing'), 'right')).toEqual(['1:6']);
    expect(moved(list, at(story(1), 5, 'trailing'), 'left')).toEqual(['1:4']);
    expect(moved(list, at(story(1), 5, 'trailing'), 'down')).toEqual(['1:7<']);
  });

  test('above and below are the visual lines beside the caret', () => {
    expect(caretBelow(list, at(story(1), 1))?.position).toEqual(at(story(1), 6));
    expect(caretAbove(list, at(story(1), 6))?.position).toEqual(at(story(1), 1));
  });

  test('nothing lies beyond the last character', () => {
    expect(moveCaret(list, at(story(2), 11, 'trailing'), 'right')).toEqual({
      position: at(story(2), 11, 'trailing'),
      goalPt: undefined,
      isBeyond: true,
    });
  });

  test('a story that comes from another page is entered at its first or last line', () => {
    expect(caretOnEdgeLine(list, story(0), 'first')).toEqual(at(story(1), 0));
    expect(caretOnEdgeLine(list, story(0), 'first', 38)).toEqual(at(story(1), 3));
    expect(caretOnEdgeLine(list, story(3), 'last')).toEqual(at(story(2), 11, 'trailing'));
    expect(caretOnEdgeLine(list, 'article:other/headline', 'last')).toBeUndefined();
  });
});

test('an empty paragraph is a stop between two others', () => {
  const list = pageOf(
    ...columnAt(10, 20, story(0), ['湘潭']),
    groupAt(0, 0, emptyLine(story(1), 10, 32)),
    ...columnAt(10, 44, story(2), ['经开']),
  );
  const right = ['right', 'right', 'right'] as const;
  expect(moved(list, at(story(0), 1), ...right)).toEqual(['0:2<', '1:0', '2:0']);
  expect(moved(list, at(story(2), 1), 'up', 'up')).toEqual(['1:0', '0:1']);
  expect(moved(list, at(story(1), 0), 'lineEnd', 'down')).toEqual(['1:0', '2:0']);
});

test('in a vertical headline up and down step by character, left and right by line', () => {
  const list = pageOf(
    groupAt(60, 10, lineOf('亲商优商', { vertical: true })),
    groupAt(40, 10, lineOf('连心桥', { vertical: true, start: 5 })),
  );
  expect(moved(list, at('s', 1), 'down', 'up', 'left', 'right')).toEqual([
    's:2',
    's:1',
    's:6',
    's:1',
  ]);
  expect(moved(list, at('s', 3), 'down', 'down', 'up')).toEqual(['s:4<', 's:5', 's:4<']);
  expect(moved(list, at('s', 6), 'left')).toEqual(['s:8<']);
});

test('a line feed made by hand in a headline is one step wide', () => {
  const list = pageOf(lineOf('力行', { y: 20 }), lineOf('满意', { y: 40, start: 3 }));
  expect(moved(list, at('s', 1), 'right', 'right', 'left')).toEqual(['s:2<', 's:3', 's:2<']);
});

test('beside a picture inside a column the caret keeps to its side', () => {
  const row = (y: number, start: number) => [
    ...columnAt(10, y, 's', ['湘潭'], start),
    ...columnAt(60, y, 's', ['经开'], start + 2),
  ];
  const list = pageOf(...row(20, 0), ...row(32, 4), ...row(44, 8));
  expect(moved(list, at('s', 1), 'down', 'down')).toEqual(['s:5', 's:9']);
  expect(moved(list, at('s', 11), 'up', 'up')).toEqual(['s:7', 's:3']);
});

test('columns of one line each are taken one after the other', () => {
  const list = pageOf(...columnAt(10, 20, 's', ['湘潭']), ...columnAt(60, 20, 's', ['经开'], 2));
  expect(moved(list, at('s', 1), 'down')).toEqual(['s:3']);
});

test('the caret steps over a character outside the basic plane at once', () => {
  const list = pageOf(lineOf('𠮷野', { y: 20 }));
  expect(moved(list, at('s', 0), 'right', 'right', 'left', 'left')).toEqual([
    's:2',
    's:3<',
    's:2',
    's:0',
  ]);
});

test('a text that is not on the page cannot be moved in', () => {
  expect(moveCaret(pageOf(lineOf('文')), at('other', 0), 'right')).toBeUndefined();
});
