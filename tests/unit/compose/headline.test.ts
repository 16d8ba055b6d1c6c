import { describe, expect, it } from 'vitest';
import type { ComposedPage } from '#engine/compose/composed.ts';
import type { Article, HeadlineLayout } from '#engine/model/issue.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { findingsOf, groupNamed, rounded, textFrom } from './read-page.ts';
import {
  area,
  articleBlock,
  composeFirst,
  fontsWithout,
  headlineAbove,
  part,
} from './test-page.ts';

interface Words {
  readonly kicker?: string;
  readonly headline?: string;
  readonly deck?: string;
}

function articleWith(words: Words): Article {
  return { ...testArticle('a', '天地玄黄宇宙洪荒'), ...words };
}

function composed(words: Words, layout: HeadlineLayout, widthChars = 30): ComposedPage {
  return composeFirst({
    blocks: [articleBlock('a', area(0, 0, widthChars, 16), { headline: layout })],
    articles: { a: articleWith(words) },
  });
}

interface HeadlineLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly sizePt: number;
  readonly scale: number;
  readonly vertical: boolean;
  /** From the start of the first glyph's box to the end of the last. */
  readonly lengthPt: number;
}

/** Lines of kicker, headline and deck as they stand on the page. */
function headlineLines(page: ComposedPage, name = 'headline'): readonly HeadlineLine[] {
  const lines: HeadlineLine[] = [];
  for (let index = 0; ; index++) {
    const group = groupNamed(page, `block-a/article:a/${name}:${index}`);
    const first = group?.items[0];
    if (group === undefined || first?.kind !== 'text') return lines;
    const runs = group.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
    const ends = runs.flatMap(({ x, y, run }) =>
      run.glyphs.map((g) => (run.vertical ? y : x) + g.boxStart + g.advance),
    );
    lines.push({
      text: runs.map(({ run }) => run.text).join(''),
      x: rounded(group.x),
      y: rounded(group.y),
      sizePt: first.run.sizePt,
      scale: rounded(first.run.horizontalScale),
      vertical: first.run.vertical,
      lengthPt: rounded(Math.max(...ends)),
    });
  }
}

describe('headline parts', () => {
  const layout = headlineAbove(6, {
    kicker: part({ style: 'kicker' }),
    deck: part({ style: 'deck' }),
  });
  const words = { kicker: '深化校企合作', headline: '湘潭高新区签约', deck: '促进产学研融合' };

  it('stand one below the other, each in its own style', () => {
    const page = composed(words, layout);
    const parts = ['kicker', 'headline', 'deck'].map((name) => headlineLines(page, name)[0]);
    expect(parts.map((one) => one?.text)).toEqual(Object.values(words));
    expect(parts.map((one) => one?.sizePt)).toEqual([14, 20, 12]);
    const [kicker = 0, headline = 0, deck = 0] = parts.map((one) => one?.y);
    expect(kicker).toBeLessThan(headline - 20);
    expect(headline).toBeLessThan(deck - 12);
  });

  it('stay within the lines that they take', () => {
    const page = composed(words, layout);
    const top = (headlineLines(page, 'kicker')[0]?.y ?? 0) - 0.88 * 14;
    const foot = (headlineLines(page, 'deck')[0]?.y ?? 0) + 0.12 * 12;
    expect(top).toBeGreaterThanOrEqual(72);
    expect(foot).toBeLessThanOrEqual(72 + 6 * 12);
  });

  it('are left out where the layout does not show them', () => {
    const page = composed(words, headlineAbove(3));
    expect(headlineLines(page, 'kicker')).toEqual([]);
    expect(headlineLines(page, 'deck')).toEqual([]);
    expect(headlineLines(page)).toHaveLength(1);
  });

  it('give every run its place in the part', () => {
    const page = composed(
      { headline: '湘潭经开区：学史力行，把满意写进群众心里' },
      headlineAbove(6),
      14,
    );
    expect(headlineLines(page).length).toBeGreaterThan(1);
    expect(textFrom([page], 'article:a/headline')).toBe('湘潭经开区：学史力行，把满意写进群众心里');
  });

  it('take the size of the layout before that of the style', () => {
    const headline = part({ sizePt: 26 });
    const page = composed({ headline: '签约' }, headlineAbove(4, { headline }));
    expect(headlineLines(page)[0]?.sizePt).toBe(26);
  });

  it('are set in the body style and reported when their style is unknown', () => {
    const headline = part({ style: 'gone' });
    const page = composed({ headline: '签约' }, headlineAbove(4, { headline }));
    expect(headlineLines(page)[0]?.text).toBe('签约');
    expect(findingsOf(page)).toContain('style-unknown at block-a, name gone, template test');
  });
});

describe('alignment', () => {
  const at = (align: 'left' | 'centre' | 'right') =>
    headlineLines(
      composed({ headline: '签约仪式' }, headlineAbove(3, { headline: part({ align }) })),
    )[0]?.x;

  it('begins at the left edge, in the middle or ends at the right edge', () => {
    // Four characters of 20 pt in 300 pt.
    expect([at('left'), at('centre'), at('right')]).toEqual([72, 72 + 110, 72 + 220]);
  });
});

describe('room', () => {
  it('is reported when the lines are too few for the headline', () => {
    const headline = part({ lines: 2 });
    const page = composed({ headline: '深化校企合作促进融合' }, headlineAbove(3, { headline }));
    // Two lines of 20 pt at 1.16 em: 43.2 pt in 36.
    expect(findingsOf(page)).toContain('headline-overset at article:a/headline, excessPt 8');
  });

  it('is enough without a finding', () => {
    const headline = part({ lines: 2 });
    const page = composed({ headline: '深化校企合作促进融合' }, headlineAbove(4, { headline }));
    expect(findingsOf(page)).not.toContainEqual(expect.stringMatching(/^headline/u));
  });

  it('is reported when a line cannot be made narrow enough', () => {
    const headline = part({ lines: 1 });
    const page = composed({ headline: '深化校企合作促进融合' }, headlineAbove(3, { headline }), 10);
    expect(findingsOf(page)).toContainEqual(
      expect.stringMatching(/^headline-too-wide at article:a\/headline, excessPt \d+$/u),
    );
    expect(page.findings.find(({ code }) => code === 'headline-too-wide')?.severity).toBe(
      'blocks press',
    );
  });
});

describe('a fitted headline', () => {
  const fitted = (headline: string, widthChars: number) =>
    headlineLines(
      composed(
        { headline },
        headlineAbove(4, { headline: part({ fit: true, lines: 1 }) }),
        widthChars,
      ),
    )[0];

  it('fills the width to the point', () => {
    expect(fitted('深化校企合作促融合', 18)?.lengthPt).toBe(180);
  });

  it('takes a size step, not a distortion, where steps reach', () => {
    const line = fitted('深化校企合作促融合', 20);
    expect(line?.lengthPt).toBe(200);
    expect(line?.scale).toBe(1);
    expect(line?.sizePt).toBeGreaterThan(20);
    expect(line?.sizePt).toBeLessThanOrEqual(20 * 1.12);
  });

  it('leaves a short headline as it was drawn', () => {
    const line = fitted('签约', 30);
    expect(line?.scale).toBe(1);
    expect(line?.lengthPt).toBeLessThan(60);
  });

  it('gives the lines of a couplet one length', () => {
    const headline = part({ fit: true, lines: 2 });
    const page = composed(
      { headline: '认识再提升\n责任再压实' },
      headlineAbove(4, { headline }),
      11,
    );
    expect(headlineLines(page).map(({ lengthPt }) => lengthPt)).toEqual([110, 110]);
  });
});

describe('a headline beside the text', () => {
  const layout: HeadlineLayout = {
    placement: 'left',
    extent: 6,
    kicker: undefined,
    headline: part({ lines: 2, align: 'left' }),
    deck: undefined,
  };

  it('runs down in columns from right to left', () => {
    const page = composed({ headline: '深化校企合作\n促进产学融合' }, layout);
    const [first, second] = headlineLines(page);
    expect(first?.vertical && second?.vertical).toBe(true);
    expect(first?.text).toBe('深化校企合作');
    expect(second?.x).toBeLessThan(first?.x ?? 0);
    expect(rounded((first?.x ?? 0) - (second?.x ?? 0))).toBe(20 * 1.22);
    expect(first?.y).toBe(72);
  });

  it('leaves the text a character of distance', () => {
    const page = composed({ headline: '深化校企合作' }, layout);
    expect(groupNamed(page, 'article:a/story:0:0')?.x).toBe(72 + 70);
  });

  it('stands on the right when it is wanted there', () => {
    const page = composed({ headline: '深化校企合作' }, { ...layout, placement: 'right' });
    expect(groupNamed(page, 'block-a/head')?.x).toBe(72 + 240);
    expect(groupNamed(page, 'article:a/story:0:0')?.x).toBe(72);
  });
});

describe('characters that the headline face lacks', () => {
  it('are reported like those of a story', () => {
    const page = composeFirst({
      blocks: [articleBlock('a', area(0, 0, 20, 8), { headline: headlineAbove(3) })],
      articles: { a: articleWith({ headline: '李堃签约' }) },
      fonts: fontsWithout({ hei: '堃' }, ['song']),
    });
    expect(findingsOf(page)).toContain(
      'glyph-from-fallback at article:a/headline, text 堃, wanted hei, taken song',
    );
  });
});
