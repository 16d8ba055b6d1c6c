import { expect, test } from 'vitest';
import { textLines } from '#engine/display/text-lines.ts';
import { columnAt, emptyLine, groupAt, lineOf, pageOf } from './planted-page.ts';

const story = (paragraph: number) => `article:lead/story:${paragraph}`;

test('the lines of a story stand in text order, whatever is painted first', () => {
  const list = pageOf(
    ...columnAt(100, 20, story(10), ['学史力行']),
    ...columnAt(10, 20, story(2), ['湘潭经开', '区周刊']),
    ...columnAt(10, 60, 'article:lead/headline', ['题']),
  );
  const lines = textLines(list, 'article:lead/story');
  expect(lines.map(({ from, to }) => [from.text, from.offset, to.offset])).toEqual([
    [story(2), 0, 4],
    [story(2), 4, 7],
    [story(10), 0, 4],
  ]);
});

test('the lines of one paragraph leave out those of others', () => {
  const list = pageOf(
    ...columnAt(10, 20, story(1), ['湘潭']),
    ...columnAt(10, 40, story(11), ['经开', '区']),
  );
  expect(textLines(list, story(1))).toHaveLength(1);
  expect(textLines(list, story(11))).toHaveLength(2);
});

test('a line of several faces is one line with one baseline', () => {
  const list = pageOf(groupAt(5, 20, lineOf('本报讯'), lineOf('（通讯员）', { x: 32, start: 3 })));
  const [line, ...others] = textLines(list, 's');
  expect(others).toEqual([]);
  expect(line).toMatchObject({ baseline: 20, vertical: false });
  expect(line?.from).toEqual({ text: 's', offset: 0, edge: 'leading' });
  expect(line?.to).toEqual({ text: 's', offset: 8, edge: 'trailing' });
  expect(line?.rect).toMatchObject({ x: 5, width: 82 });
});

test('columns of one line each are as many lines', () => {
  const list = pageOf(...columnAt(10, 20, 's', ['湘潭']), ...columnAt(60, 20, 's', ['经开'], 2));
  expect(textLines(list, 's').map(({ rect }) => rect.x)).toEqual([10, 60]);
});

test('a vertical line gives the centre of its column as its baseline', () => {
  const list = pageOf(groupAt(20, 0, lineOf('学史', { x: 5, y: 10, vertical: true })));
  expect(textLines(list, 's')).toEqual([
    {
      from: { text: 's', offset: 0, edge: 'leading' },
      to: { text: 's', offset: 2, edge: 'trailing' },
      rect: { x: 20, y: 10, width: 10, height: 20 },
      baseline: 25,
      vertical: true,
    },
  ]);
});

test('an empty field has a line without width', () => {
  const [line] = textLines(pageOf(emptyLine('h', 30, 40)), 'h');
  expect(line?.rect).toMatchObject({ x: 30, width: 0 });
  expect(line?.rect.height).toBeCloseTo(10, 9);
});
