import { describe, expect, it } from 'vitest';
import { placedRuns } from '#engine/display/placed-runs.ts';
import {
  baselinesInLines,
  bodyLines,
  findingsOf,
  printed,
  rounded,
  textFrom,
} from './read-page.ts';
import {
  area,
  articleBlock,
  columnsOf,
  composeFirst,
  composePages,
  continuation,
  fontsWithout,
} from './test-page.ts';

/** Han characters without marks, so that every line is as long as its measure. */
const PRIMER = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜';

function han(count: number): string {
  return PRIMER.repeat(Math.ceil(count / PRIMER.length)).slice(0, count);
}

/** One block of 10 characters by 5 lines at the upper left. */
function narrowBlock(story: string, lines = 5) {
  return composeFirst({
    blocks: [articleBlock('a', area(0, 0, 10, lines))],
    articles: { a: story },
  });
}

describe('a story in one block', () => {
  it('begins every paragraph two characters in and runs on full lines', () => {
    const page = narrowBlock('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来\n秋收冬藏');
    expect(printed(page, 'block-a')).toBe(
      '天地玄黄宇宙洪荒<break>日月盈昃辰宿列张寒来<break>秋收冬藏',
    );
    expect(bodyLines(page, 'block-a').map(({ x }) => x)).toEqual([92, 72, 92]);
  });

  it('stands on the body lines of the page', () => {
    const page = narrowBlock(han(38));
    expect(bodyLines(page, 'block-a').map(({ y }) => y)).toEqual([81.8, 93.8, 105.8, 117.8]);
  });

  it('is full to the last line without a finding', () => {
    const page = narrowBlock(han(48));
    expect(page.findings).toEqual([]);
    expect(page.fits['block-a']).toMatchObject({
      setLines: 5,
      oversetLines: 0,
      oversetCharacters: 0,
      freeLines: 0,
      freeCharacters: 0,
    });
  });

  it('reports three overset lines and their 25 characters', () => {
    const page = narrowBlock(han(73));
    expect(page.fits['block-a']).toMatchObject({
      setLines: 5,
      oversetLines: 3,
      oversetCharacters: 25,
      freeLines: 0,
    });
    expect(findingsOf(page)).toEqual(['story-overset at block-a, lines 3, characters 25']);
    expect(printed(page, 'block-a').replaceAll('<break>', '')).toBe(han(48));
  });

  it('counts a rare character of two code units once', () => {
    const page = narrowBlock(`${han(48)}𠮷𠮷𠮷`);
    expect(page.fits['block-a']?.oversetCharacters).toBe(3);
  });

  it('counts the overset of several paragraphs', () => {
    const page = narrowBlock(`${han(44)}\n${han(12)}\n天地`);
    expect(page.fits['block-a']).toMatchObject({ oversetLines: 3, oversetCharacters: 14 });
  });

  it('reports two free lines as the 20 characters that would fill them', () => {
    const page = narrowBlock(han(23));
    expect(page.fits['block-a']).toMatchObject({ setLines: 3, freeLines: 2, freeCharacters: 20 });
    expect(findingsOf(page)).toEqual(['story-underset at block-a, lines 2, characters 20']);
  });

  it('lets one free line pass, as level columns leave it', () => {
    expect(narrowBlock(han(35)).findings).toEqual([]);
  });

  it('keeps a line for the first character of an empty story', () => {
    const page = narrowBlock('');
    expect(printed(page, 'block-a')).toBe('');
    expect(page.fits['block-a']).toMatchObject({ setLines: 1, oversetLines: 0, freeLines: 4 });
  });

  it('stays empty when its article is gone', () => {
    const page = composeFirst({ blocks: [articleBlock('gone', area(0, 0, 10, 5))] });
    expect(printed(page, 'block-gone')).toBe('');
  });

  it('says where an address had to be cut', () => {
    const page = narrowBlock('详见abcdefghijklmnopqrstuvwxyz');
    expect(findingsOf(page)).toContainEqual(
      expect.stringMatching(/^line-break-forced at article:a\/story:0/u),
    );
  });

  it('does not spread the lines of a crosshead', () => {
    const page = narrowBlock('# 引进GE和ABB深化校企合作\n天地玄黄', 9);
    const runs = placedRuns(page.list).filter(({ run }) => run.face === 'hei');
    const ends = runs.map(({ run }) => {
      const last = run.glyphs.at(-1);
      return rounded((last?.boxStart ?? 0) + (last?.advance ?? 0));
    });
    expect(ends.length).toBe(2);
    // 引进 GE 和 ABB 深: 7.5 em of bodies and three spaces of a quarter em stay as they are.
    expect(ends[0]).toBeLessThan(100);
  });

  it('sets a crosshead flush left, in its own face, with text under it', () => {
    const page = composeFirst({
      blocks: [articleBlock('a', area(0, 0, 10, 9), { columns: columnsOf(1) })],
      articles: { a: `${han(18)}\n# 深化校企合作\n${han(18)}` },
    });
    expect(bodyLines(page, 'block-a')[2]).toEqual({ text: '深化校企合作', x: 72, y: 105.8 });
  });
});

describe('text and its source', () => {
  const story =
    '{leadIn:本报讯}{byline:(通讯员 王墨)}截至5月31日，GE和ABB等12家“三高四新”企业落户——园区……\n' +
    '热线0731-55512300，增长7.8%，为何？！“好！”他说：“《规划》出台。”';

  it('is the story character for character, whatever the marks', () => {
    const page = narrowBlock(story, 20);
    expect(textFrom([page], 'article:a/story:0')).toBe(
      '本报讯(通讯员 王墨)截至5月31日，GE和ABB等12家“三高四新”企业落户——园区……',
    );
    expect(textFrom([page], 'article:a/story:1')).toBe(
      '热线0731-55512300，增长7.8%，为何？！“好！”他说：“《规划》出台。”',
    );
  });
});

describe('a story that runs through several blocks', () => {
  const blocks = [
    articleBlock('a', area(0, 0, 10, 3)),
    continuation('a', 1, area(12, 0, 8, 2)),
    continuation('a', 2, area(0, 6, 12, 4)),
  ];

  it('goes on without an indent, to the measure of each block', () => {
    const page = composeFirst({ blocks, articles: { a: han(28 + 16 + 20) } });
    expect(bodyLines(page, 'block-a').map(({ text }) => text.length)).toEqual([8, 10, 10]);
    expect(bodyLines(page, 'block-a-1').map(({ text }) => text.length)).toEqual([8, 8]);
    expect(bodyLines(page, 'block-a-2').map(({ text }) => text.length)).toEqual([12, 8]);
    expect(bodyLines(page, 'block-a-1').map(({ x }) => x)).toEqual([192, 192]);
    expect(bodyLines(page, 'block-a-2').map(({ x }) => x)).toEqual([72, 72]);
    expect(textFrom([page], 'article:a/story:0')).toBe(han(64));
  });

  it('follows the parts, not the order of the blocks on the page', () => {
    const turned = composeFirst({ blocks: blocks.toReversed(), articles: { a: han(60) } });
    expect(printed(turned, 'block-a')).toContain(han(8));
  });

  it('reports what is over on the last block alone', () => {
    const page = composeFirst({ blocks, articles: { a: han(28 + 16 + 48 + 15) } });
    expect(page.fits['block-a']).toMatchObject({ oversetLines: 0, freeLines: 0 });
    expect(page.fits['block-a-2']).toMatchObject({ oversetLines: 2, oversetCharacters: 15 });
    expect(findingsOf(page)).toEqual(['story-overset at block-a-2, lines 2, characters 15']);
  });

  it('says nothing of jumps on one page', () => {
    const page = composeFirst({ blocks, articles: { a: han(60) } });
    expect(JSON.stringify(page.list)).not.toMatch(/下转|上接/u);
  });
});

describe('a story that jumps to another page', () => {
  const blocks = [articleBlock('a', area(0, 0, 12, 4))];
  const further = [[continuation('a', 1, area(0, 10, 12, 5))]];
  const words = (page: { readonly list: unknown } | undefined) =>
    (JSON.stringify(page?.list).match(/（[上下][接转][^）]*）/gu) ?? []).join();

  it('turns to it with the last line and comes back with the first', () => {
    const pages = composePages({ blocks, further, articles: { a: han(34 + 12 * 4) } });
    expect(words(pages[0])).toBe('（下转A07版）');
    expect(words(pages[1])).toBe('（上接A06版）');
    expect(pages[0] && bodyLines(pages[0], 'block-a').length).toBe(3);
    expect(pages[1] && bodyLines(pages[1], 'block-a-1').length).toBe(4);
    expect(pages.flatMap((page) => page.findings)).toEqual([]);
    expect(textFrom(pages, 'article:a/story:0')).toBe(han(82));
  });

  it('keeps the jump lines on the grid, the text between them', () => {
    const pages = composePages({ blocks, further, articles: { a: han(82) } });
    expect(pages[0] && baselinesInLines(pages[0], 'block-a')).toEqual([0, 1, 2]);
    expect(pages[1] && baselinesInLines(pages[1], 'block-a-1')).toEqual([11, 12, 13, 14]);
  });

  it('turns to no page when the story ends before', () => {
    const pages = composePages({ blocks, further, articles: { a: han(46) } });
    expect(words(pages[0]) + words(pages[1])).toBe('');
    expect(pages[0]?.fits['block-a']).toMatchObject({ setLines: 4, freeLines: 0 });
    expect(pages[1] && findingsOf(pages[1])).toEqual([
      'story-underset at block-a-1, lines 5, characters 60',
    ]);
  });
});

describe('characters that a face lacks', () => {
  const blocks = [articleBlock('a', area(0, 0, 10, 2))];

  it('come from the next face and are reported', () => {
    const fonts = fontsWithout({ song: '堃' }, ['hei']);
    const page = composeFirst({ blocks, articles: { a: `李堃说${han(12)}` }, fonts });
    expect(findingsOf(page)).toEqual([
      'glyph-from-fallback at article:a/story:0, text 堃, wanted song, taken hei',
    ]);
    expect(page.findings[0]?.where).toEqual({
      page: 'a06',
      block: 'block-a',
      text: 'article:a/story:0',
      start: 1,
      end: 2,
    });
    expect(textFrom([page], 'article:a/story:0')).toBe(`李堃说${han(12)}`);
  });

  it('stop the press when no face has them', () => {
    const fonts = fontsWithout({ song: '堃', hei: '堃' }, ['hei']);
    const page = composeFirst({ blocks, articles: { a: `李堃说${han(12)}` }, fonts });
    expect(findingsOf(page)).toEqual(['glyph-missing at article:a/story:0, text 堃, wanted song']);
    expect(page.findings[0]?.severity).toBe('blocks press');
  });

  it('are reported on the block in which they stand', () => {
    const fonts = fontsWithout({ song: '堃' }, ['hei']);
    const both = [...blocks, continuation('a', 1, area(12, 0, 10, 2))];
    const page = composeFirst({ blocks: both, articles: { a: `${han(20)}堃${han(16)}` }, fonts });
    expect(page.findings.map(({ where }) => where.block)).toEqual(['block-a-1']);
  });
});
