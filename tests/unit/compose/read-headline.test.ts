import { describe, expect, it } from 'vitest';
import type { HeadlineLayout } from '#engine/model/issue.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import {
  area,
  articleBlock,
  group,
  headlineAbove,
  issueOf,
  part,
  testComposer,
} from './test-page.ts';
import { TEST_TEMPLATE } from './test-template.ts';

const HEADLINE = '战略合作框架协议在湘潭高新区签约';

/** The headline of an article in a block of 20 characters (200 pt), read by a fresh composer. */
function placed(headline: string, layout: HeadlineLayout) {
  const block = articleBlock('a', area(0, 0, 20, 16), { headline: layout });
  const issue = issueOf({
    blocks: [block],
    articles: { a: { ...testArticle('a', '天地玄黄'), headline, kicker: '深化校企合作' } },
  });
  return { place: { issue, block }, composer: testComposer() };
}

describe('the counters of a headline', () => {
  const layout = headlineAbove(5, { headline: part({ sizePt: 20, lines: 2 }), kicker: part() });
  const { place, composer } = placed(HEADLINE, layout);
  const reading = composer.readHeadline(place, TEST_TEMPLATE);

  it('tell the characters of every line and how many fit', () => {
    const headline = reading?.parts.find((one) => one.part === 'headline');
    expect(headline).toMatchObject({ sizePt: 20, setSizePt: 20, measurePt: 200, capacity: 10 });
    expect(headline?.lines).toEqual([
      { text: '战略合作框架协议', characters: 8, em: 8, fits: true },
      { text: '在湘潭高新区签约', characters: 8, em: 8, fits: true },
    ]);
  });

  it('cover every part that the layout shows, and the room of all', () => {
    expect(reading?.parts.map((one) => one.part)).toEqual(['kicker', 'headline']);
    expect(reading).toMatchObject({ widthPt: 200, heightPt: 60 });
  });

  it('tell what the parts take of that room, as the composer finds it too much', () => {
    // Two lines of 20 pt at 1.16, a gap of 0.34 of the kicker, and the kicker's own size.
    const kickerPt = reading?.parts[0]?.sizePt ?? 0;
    expect(reading?.stackPt).toBeCloseTo(20 * 2.16 + kickerPt * 1.34, 6);
    const low = placed(HEADLINE, { ...layout, extent: 3 });
    const [page] = low.place.issue.pages;
    if (page === undefined) throw new Error('no page');
    const { findings } = low.composer.composePage(low.place.issue, page, TEST_TEMPLATE);
    const excessPt = Math.ceil((reading?.stackPt ?? 0) - 3 * 12 - 0.01);
    const found = findings.find(({ code }) => code === 'headline-overset');
    expect(found?.values).toEqual({ excessPt });
  });

  it('count characters, not blanks', () => {
    const spaced = placed('学史力行　把满意', headlineAbove(5));
    const read = spaced.composer.readHeadline(spaced.place, TEST_TEMPLATE);
    expect(read?.parts[0]?.lines[0]).toMatchObject({ characters: 7 });
  });

  it('say which line is too long, and the size that fitting chose', () => {
    const tight = headlineAbove(5, { headline: part({ sizePt: 20, lines: 1 }) });
    const read = (text: string, own: HeadlineLayout) => {
      const { place: at, composer: fresh } = placed(text, own);
      return fresh.readHeadline(at, TEST_TEMPLATE)?.parts[0];
    };
    expect(read(HEADLINE, tight)?.lines).toMatchObject([{ characters: 16, em: 16, fits: false }]);
    const fit = headlineAbove(5, { headline: part({ sizePt: 20, fit: true }) });
    expect(read('园区动态园区动态园', fit)).toMatchObject({
      sizePt: 20,
      setSizePt: expect.closeTo(22.4, 6),
    });
  });

  it('stand down the page for a vertical headline', () => {
    const down = placed('园区动态', headlineAbove(4, { placement: 'left' }));
    const read = down.composer.readHeadline(down.place, TEST_TEMPLATE);
    expect(read?.parts[0]?.measurePt).toBe(16 * 12);
  });

  it('are read for a member of a group in its column, and for nothing else', () => {
    const block = group(['a'], area(0, 0, 12, 20));
    const issue = issueOf({ blocks: [block], articles: { a: '天地玄黄' } });
    const fresh = testComposer();
    const read = fresh.readHeadline({ issue, block, member: 'a' }, TEST_TEMPLATE);
    expect(read).toMatchObject({ widthPt: 120, heightPt: 24 });
    expect(fresh.readHeadline({ issue, block, member: 'b' }, TEST_TEMPLATE)).toBeUndefined();
    expect(fresh.readHeadline({ issue, block }, TEST_TEMPLATE)).toBeUndefined();
    const bare = articleBlock('a', area(0, 0, 20, 16));
    expect(fresh.readHeadline({ issue, block: bare }, TEST_TEMPLATE)).toBeUndefined();
  });
});

describe('proposed breaks', () => {
  const { place, composer } = placed(
    HEADLINE,
    headlineAbove(5, { headline: part({ sizePt: 20 }) }),
  );
  const proposed = (lines?: number) =>
    composer.proposeHeadlineBreaks(place, TEST_TEMPLATE, {
      part: 'headline',
      ...(lines === undefined ? {} : { lines }),
    });

  it('begin with the one that the composer would take', () => {
    const [best] = proposed(2);
    expect(best?.text).toBe('战略合作框架协议\n在湘潭高新区签约');
    expect(best?.lines.map(({ characters }) => characters)).toEqual([8, 8]);
    const set = composer.readHeadline(place, TEST_TEMPLATE)?.parts[0];
    expect(proposed()[0]?.text).toBe(set?.lines.map(({ text }) => text).join('\n'));
  });

  it('have the lines that were asked for, each of them once and none of them cut', () => {
    const two = proposed(2);
    expect(two.length).toBeGreaterThan(1);
    expect(new Set(two.map(({ text }) => text)).size).toBe(two.length);
    for (const { text, lines, cutsWord } of two) {
      expect(lines).toHaveLength(2);
      expect(lines.every(({ fits }) => fits)).toBe(true);
      expect(text.replaceAll('\n', '')).toBe(HEADLINE);
      expect(cutsWord).toBe(false);
    }
    const penalties = two.map(({ penalty }) => penalty);
    expect(penalties).toEqual(penalties.toSorted((a, b) => a - b));
    expect(new Set(proposed(3).map(({ lines }) => lines.length))).toEqual(new Set([3]));
  });

  it('do not depend on breaks that were made by hand', () => {
    const broken = placed(
      '战略合作\n框架协议在湘潭高新区签约',
      headlineAbove(5, { headline: part({ sizePt: 20 }) }),
    );
    const again = broken.composer.proposeHeadlineBreaks(broken.place, TEST_TEMPLATE, {
      part: 'headline',
      lines: 2,
    });
    expect(again).toEqual(proposed(2));
  });

  it('cut a word only where nothing else fits, and say so', () => {
    const bestOf = (headline: string, sizePt: number) => {
      const own = placed(headline, headlineAbove(5, { headline: part({ sizePt }) }));
      const wish = { part: 'headline', lines: 2 } as const;
      return own.composer.proposeHeadlineBreaks(own.place, TEST_TEMPLATE, wish)[0];
    };
    expect(bestOf('湘潭技师学院', 40)).toMatchObject({ cutsWord: false });
    expect(bestOf('技师学院', 60)).toMatchObject({ cutsWord: true });
  });

  it('are none for an empty part', () => {
    const empty = placed('', headlineAbove(5));
    const wish = { part: 'headline' } as const;
    expect(empty.composer.proposeHeadlineBreaks(empty.place, TEST_TEMPLATE, wish)).toEqual([]);
    expect(composer.proposeHeadlineBreaks(place, TEST_TEMPLATE, { part: 'deck' })).toEqual([]);
  });
});
