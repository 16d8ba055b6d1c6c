import { describe, expect, it } from 'vitest';
import type { ComposedPage } from '#engine/compose/composed.ts';
import type { GlyphRun } from '#engine/display/display-list.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Article, HeadlineLayout } from '#engine/model/issue.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { bodyLines, findingsOf, rounded } from './read-page.ts';
import {
  adGridBlock,
  area,
  articleBlock,
  composeFirst,
  headlineAbove,
  part,
  picture,
  pictureBlock,
} from './test-page.ts';

/** Where the run of a text stands on the page, and the run. */
function placeOf(page: ComposedPage, text: string) {
  const found = placedRuns(page.list).find(({ run }) => run.source?.text === text);
  return found && { x: rounded(found.x), y: rounded(found.y), run: found.run };
}

function emptyRun(page: ComposedPage, text: string) {
  const found = placeOf(page, text);
  expect(found?.run).toMatchObject({ text: '', glyphs: [], source: { text, start: 0 } });
  return found && [found.x, found.y];
}

/** The test page starts at 72,72; cells are 10 by 12 pt, baselines 9.8 pt below a line's top. */
const FIRST_BASELINE = 72 + 9.8;

describe('an empty story', () => {
  const page = composeFirst({
    blocks: [articleBlock('a', area(0, 0, 10, 5))],
    articles: { a: '' },
  });

  it('has a caret place where its first character will stand', () => {
    expect(emptyRun(page, 'article:a/story:0')).toEqual([72 + 20, FIRST_BASELINE]);
  });

  it('is short, but has no blank line to be told of', () => {
    expect(findingsOf(page)).toEqual(['story-underset at block-a, lines 4, characters 40']);
  });
});

describe('an empty paragraph', () => {
  const page = composeFirst({
    blocks: [articleBlock('a', area(0, 0, 10, 3))],
    articles: { a: '天地玄黄\n\n宇宙洪荒' },
  });

  it('takes a line, on which the caret stands at the indent', () => {
    expect(emptyRun(page, 'article:a/story:1')).toEqual([92, FIRST_BASELINE + 12]);
    expect(bodyLines(page, 'block-a').map(({ text }) => text)).toEqual([
      '天地玄黄',
      '',
      '宇宙洪荒',
    ]);
    expect(page.fits['block-a']).toMatchObject({ setLines: 3, freeLines: 0 });
  });

  it('is told of, as it prints a blank line', () => {
    expect(findingsOf(page)).toEqual(['paragraph-empty at article:a/story:1']);
  });
});

it('keeps typed blanks on a line of nothing else', () => {
  const page = composeFirst({
    blocks: [articleBlock('a', area(0, 0, 10, 5))],
    articles: { a: '  　' },
  });
  const run = placeOf(page, 'article:a/story:0')?.run;
  expect(run).toMatchObject({ text: '  　', source: { start: 0 } });
  expect(run?.glyphs).toMatchObject([{ start: 0, end: 3, advance: 0 }]);
});

describe('an empty headline', () => {
  const layout = headlineAbove(8, {
    kicker: part({ align: 'centre' }),
    headline: part({ align: 'centre', sizePt: 20 }),
    deck: part({ align: 'centre' }),
  });
  const composed = (words: Partial<Article>, headline: HeadlineLayout = layout) =>
    composeFirst({
      blocks: [articleBlock('a', area(0, 0, 20, 12), { headline })],
      articles: { a: { ...testArticle('a', '天地玄黄'), ...words } },
    });

  it('has a caret place in its room, and is told of', () => {
    const page = composed({ headline: '' });
    // 96 pt high, the type 20 pt: 0.58 of the spare room above, 0.88 em down to the baseline.
    const y = rounded(72 + 76 * 0.58 + 0.88 * 20);
    expect(emptyRun(page, 'article:a/headline')).toEqual([172, y]);
    expect(findingsOf(page)).toContain('headline-empty at article:a/headline');
    expect(findingsOf(composed({ headline: '  ' }))).toContain(
      'headline-empty at article:a/headline',
    );
  });

  it('has none for a part that the layout does not show', () => {
    const page = composed({ headline: '' }, headlineAbove(6));
    expect(placeOf(page, 'article:a/kicker')).toBeUndefined();
  });

  it('is fitted to no width', () => {
    const fit = headlineAbove(6, { headline: part({ fit: true }) });
    const page = composed({ headline: '' }, fit);
    expect(emptyRun(page, 'article:a/headline')).toBeDefined();
  });

  it('offers kicker and deck above and below a headline without moving it', () => {
    const bare = composed(
      { headline: '园区动态' },
      headlineAbove(8, { headline: layout.headline }),
    );
    const page = composed({ headline: '园区动态' });
    const headline = placeOf(page, 'article:a/headline');
    expect(headline).toEqual(placeOf(bare, 'article:a/headline'));
    const top = 72 + 76 * 0.58;
    const size = placeOf(page, 'article:a/kicker')?.run.sizePt ?? 0;
    expect(emptyRun(page, 'article:a/kicker')).toEqual([
      172,
      rounded(top - size * 1.34 + 0.88 * size),
    ]);
    expect(emptyRun(page, 'article:a/deck')).toEqual([
      172,
      rounded(top + 20 + size * 0.34 + 0.88 * size),
    ]);
  });

  it('stands down the page when the headline does', () => {
    const page = composed({ headline: '' }, headlineAbove(6, { placement: 'right' }));
    const run: GlyphRun | undefined = placeOf(page, 'article:a/headline')?.run;
    expect(run).toMatchObject({ text: '', glyphs: [], vertical: true });
  });
});

describe('a caption', () => {
  const composed = (caption: string, credit: string) =>
    composeFirst({
      blocks: [pictureBlock('photo', area(0, 0, 16, 10), 2)],
      pictures: [picture('photo', { caption, credit })],
    });

  it('that is empty is entered where it begins, and told of', () => {
    const page = composed('', '（李灿晖 摄）');
    expect(emptyRun(page, 'picture:photo/caption')?.[0]).toBe(72);
    expect(findingsOf(page)).toEqual(['caption-empty at picture:photo/caption']);
  });

  it('leaves its empty credit at the end of the line, clear of its last character', () => {
    const page = composed('图为车间。', '');
    expect(emptyRun(page, 'picture:photo/credit')?.[0]).toBe(72 + 160);
    expect(page.findings).toEqual([]);
  });

  it('has both places when nothing is written', () => {
    const page = composed('', '');
    expect(emptyRun(page, 'picture:photo/caption')).toBeDefined();
    expect(emptyRun(page, 'picture:photo/credit')).toBeDefined();
  });
});

it('finds every field of an empty ad cell in its middle', () => {
  const page = composeFirst({
    blocks: [adGridBlock(area(0, 0, 40, 12))],
    adGrid: {
      id: 'partners',
      rows: 1,
      columns: 2,
      mark: 'none',
      merged: [],
      cells: [
        { kind: 'title', text: '' },
        { ...EMPTY_AD_CELL, latinName: '', hotline: { label: '', number: '' } },
      ],
    },
  });
  expect(emptyRun(page, 'adGrid:partners/cell:0/text')?.[0]).toBe(72 + 100);
  for (const field of ['name', 'latinName', 'slogan']) {
    expect(emptyRun(page, `adGrid:partners/cell:1/${field}`)?.[0]).toBe(72 + 300);
  }
  expect(emptyRun(page, 'adGrid:partners/cell:1/label')).toBeDefined();
  expect(emptyRun(page, 'adGrid:partners/cell:1/number')).toBeDefined();
});
