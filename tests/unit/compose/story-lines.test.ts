import { describe, expect, it } from 'vitest';
import type { ComposedPage } from '#engine/compose/composed.ts';
import { bodyLines } from './read-page.ts';
import {
  area,
  articleBlock,
  columnsOf,
  composeFirst,
  composePages,
  continuation,
  group,
  headlineAbove,
} from './test-page.ts';

const STORY = '天地玄黄宇宙洪荒日月盈昃辰宿列张\n寒来暑往秋收冬藏';

function linesOf(page: ComposedPage | undefined, article = 'a'): string | undefined {
  const story = page?.stories[article];
  const starts = story?.lines.map(({ paragraph, start }) => `${paragraph}:${start}`) ?? [];
  return (
    story && [...starts.slice(0, story.setLines), '|', ...starts.slice(story.setLines)].join(' ')
  );
}

describe('the lines of a story', () => {
  it('begin where the page breaks them', () => {
    const page = composeFirst({
      blocks: [articleBlock('a', area(0, 0, 8, 6))],
      articles: { a: STORY },
    });
    const printed = bodyLines(page, 'block-a').map(({ text }) => text);
    expect(printed).toEqual(['天地玄黄宇宙', '洪荒日月盈昃辰宿', '列张', '寒来暑往秋收', '冬藏']);
    expect(linesOf(page)).toBe('0:0 0:6 0:14 1:0 1:6 |');
  });

  it('go on behind the last that has a place', () => {
    const page = composeFirst({
      blocks: [articleBlock('a', area(0, 0, 8, 2))],
      articles: { a: STORY },
    });
    expect(linesOf(page)).toBe('0:0 0:6 | 0:14 1:0 1:6');
    expect(page.fits['block-a']?.oversetLines).toBe(3);
  });

  it('are counted through all blocks of the thread, on whatever page', () => {
    const pages = composePages({
      blocks: [articleBlock('a', area(0, 0, 8, 3))],
      further: [[continuation('a', 1, area(0, 0, 6, 2))]],
      articles: { a: STORY },
    });
    // A line on each page goes to the words that turn the reader; the rest is overset at 6.
    expect(linesOf(pages[0])).toBe(linesOf(pages[1]));
    expect(pages[0]?.stories.a?.setLines).toBe(3);
    expect(linesOf(pages[1])).toBe('0:0 0:6 0:14 | 1:0 1:4');
  });

  it('are known for each member of a group', () => {
    const members = group(['a', 'b'], area(0, 0, 17, 7), {
      arrangement: 'columns',
      columns: columnsOf(2),
      members: ['a', 'b'].map((article) => ({ article, headline: headlineAbove(2) })),
    });
    const page = composeFirst({ blocks: [members], articles: { a: STORY, b: '寒来暑往' } });
    expect(linesOf(page, 'a')).toBe('0:0 0:6 0:14 | 1:0 1:6');
    expect(linesOf(page, 'b')).toBe('0:0 |');
  });
});
