import { describe, expect, it } from 'vitest';
import type { ArticleGroup } from '#engine/model/issue.ts';
import {
  baselinesInLines,
  findingsOf,
  groupNamed,
  printed,
  printedLine,
  rounded,
  shapesOf,
  textFrom,
} from './read-page.ts';
import {
  area,
  columnsOf,
  composeFirst,
  fontsWithout,
  group,
  headlineAbove,
  part,
} from './test-page.ts';

function han(count: number): string {
  return '天地玄黄宇宙洪荒日月'.repeat(Math.ceil(count / 10)).slice(0, count);
}

const MEMBERS = ['one', 'two', 'three'];
const STORIES = { one: han(28), two: han(28), three: han(28) };

function composed(changes: Partial<ArticleGroup>, articles: Record<string, string> = STORIES) {
  const block = group(MEMBERS, area(0, 0, 32, 12), { columns: columnsOf(3), ...changes });
  return composeFirst({ blocks: [block], articles });
}

describe('a group whose members run on', () => {
  it('sets each headline over its story, one after the other', () => {
    const columns = columnsOf(1);
    const block = group(MEMBERS, area(0, 0, 10, 17), { columns });
    const page = composeFirst({ blocks: [block], articles: STORIES });
    expect(baselinesInLines(page, 'group')).toEqual([4, 5, 6, 9, 10, 11, 14, 15, 16]);
    expect(page.findings).toEqual([]);
    const heads = MEMBERS.map((id) => groupNamed(page, `group/${id}/head`));
    expect(heads.map((head) => (head === undefined ? 0 : (head.y - 72) / 12))).toEqual([2, 7, 12]);
  });

  it('begins no member at the foot of a column', () => {
    const columns = columnsOf(2);
    const block = group(['one', 'two'], area(0, 0, 21, 8), { columns });
    // Six lines a column: headline 2 + story 3 leave one line, too few for the next headline.
    const page = composeFirst({ blocks: [block], articles: { one: han(28), two: han(28) } });
    expect(printed(page, 'group').split('<column>')).toHaveLength(2);
    expect(groupNamed(page, 'group/two/head')?.x).toBe(72 + 110);
  });

  it('tells where a column foot stayed empty', () => {
    const columns = columnsOf(2);
    const block = group(['one', 'two'], area(0, 0, 21, 8), { columns });
    const page = composeFirst({ blocks: [block], articles: { one: han(28), two: han(28) } });
    expect(findingsOf(page)).toContain('column-foot-empty at group, column 0, lines 1');
  });
});

describe('a group whose members have columns of their own', () => {
  it('gives each its column', () => {
    const page = composed({ arrangement: 'columns' });
    const heads = MEMBERS.map((id) => groupNamed(page, `group/${id}/head`));
    expect(heads.map((head) => rounded(head?.x ?? 0))).toEqual([72, 182, 292]);
    expect(new Set(heads.map((head) => head?.y)).size).toBe(1);
  });

  it('lets the members beyond the columns share the last', () => {
    const page = composed({ arrangement: 'columns', columns: columnsOf(2) });
    const heads = MEMBERS.map((id) => groupNamed(page, `group/${id}/head`));
    expect(heads[1]?.x).toBe(heads[2]?.x);
    expect(heads[2]?.y).toBeGreaterThan(heads[1]?.y ?? 0);
  });

  it('reports the overset of any column', () => {
    const page = composed({ arrangement: 'columns' }, { ...STORIES, one: han(8 + 80 + 7) });
    expect(findingsOf(page)).toContain('story-overset at group, lines 2, characters 17');
    expect(textFrom([page], 'article:two/story:0')).toBe(STORIES.two);
  });

  it('names the column in which a line stayed empty', () => {
    // In the second column a cutout leaves one line under the first story, too few for a headline.
    const block = group(MEMBERS, area(0, 0, 21, 15), {
      arrangement: 'columns',
      columns: columnsOf(2),
      cutouts: [area(11, 8, 10, 2)],
    });
    const page = composeFirst({ blocks: [block], articles: STORIES });
    expect(findingsOf(page)).toContain('column-foot-empty at group, column 1, lines 1');
  });

  it('leaves columns without a member empty', () => {
    const block = group(['one'], area(0, 0, 32, 12), {
      arrangement: 'columns',
      columns: columnsOf(3),
    });
    const page = composeFirst({ blocks: [block], articles: { one: han(28) } });
    // Headline 2 lines, story 3; two further columns of ten lines stay free.
    expect(page.fits.group).toMatchObject({ setLines: 5, oversetLines: 0, freeLines: 25 });
  });
});

describe('the standing head of a group', () => {
  it('is a band of whole lines across the top, less the clear space under it', () => {
    const page = composed({});
    const [band] = shapesOf(page, 'group/head');
    expect(band?.outline).toEqual({
      kind: 'rect',
      rect: { x: 0, y: 0, width: 320, height: 2 * 12 - 4 },
    });
    expect(Math.min(...baselinesInLines(page, 'group'))).toBe(4);
  });

  it('stands in the middle of its band', () => {
    const page = composed({});
    const words = groupNamed(page, 'group/standingHead');
    const line = words === undefined ? undefined : printedLine(words);
    expect(line?.text).toBe('园区动态');
    // Four characters of 14.4 pt with half an em between them: 79.2 pt in 320.
    expect(line?.x).toBe(rounded(72 + (320 - 14.4 * 5.5) / 2));
  });

  it('runs down the left side, the text beside it', () => {
    const page = composed({ headPlacement: 'left', extent: 3 });
    const [band] = shapesOf(page, 'group/head');
    expect(band?.outline).toMatchObject({ rect: { width: 30, height: 144 } });
    const words = groupNamed(page, 'group/standingHead');
    expect(words?.items[0]).toMatchObject({ run: { vertical: true, text: '园区动态' } });
    expect(groupNamed(page, 'group/one/head')?.x).toBe(72 + 40);
  });

  it('runs down the right side when it is wanted there', () => {
    const page = composed({ headPlacement: 'right', extent: 3 });
    expect(groupNamed(page, 'group/head')?.x).toBe(72 + 290);
    expect(groupNamed(page, 'group/one/head')?.x).toBe(72);
  });

  it('reports a character that its face lacks', () => {
    const block = group(MEMBERS, area(0, 0, 32, 12), { standingHead: '堃园动态' });
    const fonts = fontsWithout({ hei: '堃' }, ['song']);
    const page = composeFirst({ blocks: [block], articles: STORIES, fonts });
    expect(findingsOf(page)).toContain(
      'glyph-from-fallback at block:group/standingHead, text 堃, wanted hei, taken song',
    );
  });
});

describe('a headline in a column', () => {
  it('is reported when it is taller than its lines', () => {
    const headline = headlineAbove(1, { headline: part({ lines: 2 }) });
    const members = [{ article: 'one', headline }];
    const page = composed({ members });
    expect(findingsOf(page)).toContainEqual(
      expect.stringMatching(/^headline-overset at article:one\/headline/u),
    );
  });
});
