import { describe, expect, it } from 'vitest';
import type { ArticleBlock, Block } from '#engine/model/issue.ts';
import { checkBlockEnds } from '#engine/preflight/make-up/check-block-ends.ts';
import { checkHoles } from '#engine/preflight/make-up/check-holes.ts';
import { checkInsets } from '#engine/preflight/make-up/check-insets.ts';
import { checkPageSplit } from '#engine/preflight/make-up/check-page-split.ts';
import { checkRunarounds } from '#engine/preflight/make-up/check-runarounds.ts';
import { area, articleBlock, imprint, plainBlock } from '#tests/unit/compose/test-page.ts';
import { bareBlocks, codesOf } from '#tests/unit/preflight/checked-pages.ts';

const article = articleBlock;
const OVER_ALL = article('over', area(0, 90, 100, 20));

function inset(id: string, place: ArticleBlock['area']) {
  return { picture: id, area: place, captionLines: 1, gap: 1 };
}

describe('a gap through the whole page (断版, 通线)', () => {
  const codes = (...blocks: readonly Block[]) => codesOf(checkPageSplit, bareBlocks(blocks));

  it('is told when it goes from top to foot', () => {
    const halves = [article('a', area(0, 0, 48, 100)), article('b', area(50, 20, 50, 80))];
    const found = checkPageSplit(bareBlocks(halves));
    expect(found.map(({ code, values }) => [code, values])).toEqual([
      ['page-split-down', { column: 50 }],
    ]);
  });

  it('is told when it goes from side to side between blocks beside one another', () => {
    const head = [article('a', area(0, 0, 40, 50)), article('b', area(42, 0, 58, 50))];
    const foot = [article('c', area(0, 51, 60, 50)), article('d', area(62, 51, 38, 50))];
    expect(codes(...head, ...foot)).toEqual(['page-split-across']);
    expect(codes(...head, article('c', area(0, 51, 100, 50)))).toEqual([]);
    expect(codes(article('a', area(0, 0, 100, 50)), ...foot)).toEqual([]);
  });

  it('is not told when a block lies across it, or when it parts off a rail', () => {
    const halves = [article('a', area(0, 0, 48, 89)), article('b', area(50, 20, 50, 69))];
    expect(codes(...halves, OVER_ALL)).toEqual([]);
    expect(codes(article('a', area(0, 0, 80, 100)), article('b', area(82, 8, 18, 92)))).toEqual([]);
  });
});

describe('text beside a picture', () => {
  const codes = (column: number, columns: number) => {
    const pictures = [inset('p', area(column, 10, columns, 10))];
    return codesOf(checkRunarounds, bareBlocks([article('a', area(0, 0, 20, 40), { pictures })]));
  };

  it('is told when it is narrower than six characters', () => {
    expect(codes(6, 14)).toEqual(['runaround-narrow']);
    expect(codes(7, 13)).toEqual([]);
  });

  it('is not missed where the picture fills the column', () => {
    expect(codes(0, 20)).toEqual([]);
  });
});

describe('pictures in a story', () => {
  const codes = (...pictures: ArticleBlock['pictures']) =>
    codesOf(checkInsets, bareBlocks([article('a', area(5, 5, 20, 20), { pictures })]));

  it('stand within its block', () => {
    expect(codes(inset('p', area(5, 5, 20, 8)))).toEqual([]);
    expect(codes(inset('p', area(18, 5, 8, 8)))).toEqual(['picture-outside-block']);
  });

  it('do not lie on one another', () => {
    const first = inset('p', area(5, 5, 8, 8));
    expect(codes(first, inset('q', area(13, 5, 8, 8)))).toEqual([]);
    expect(codes(first, inset('q', area(12, 12, 8, 8)))).toEqual(['pictures-overlap']);
  });
});

// The test page is 40 characters by 30 lines.
describe('a hole in the page (开天窗)', () => {
  const holes = (...blocks: readonly Block[]) =>
    checkHoles(bareBlocks(blocks)).map(({ values }) => {
      const { column, columns, line, lines } = values;
      return [column, line, columns, lines];
    });

  it('is told with its place and size', () => {
    const blocks = [article('a', area(0, 0, 40, 10)), article('b', area(0, 10, 18, 20))];
    expect(holes(...blocks)).toEqual([[19, 11, 22, 20]]);
  });

  it('is found in what an L shape leaves out, unless a block stands in it', () => {
    const shaped = { ...article('a', area(0, 0, 40, 30)), cutouts: [area(20, 15, 20, 15)] };
    expect(holes(shaped)).toEqual([[21, 16, 20, 15]]);
    expect(holes(shaped, article('b', area(20, 15, 20, 15)))).toEqual([]);
  });

  it('is neither a gutter nor the air over an imprint', () => {
    const columns = [article('a', area(0, 0, 19, 27)), article('b', area(22, 0, 18, 27))];
    expect(holes(...columns, imprint('出版', area(0, 29, 40, 1)))).toEqual([]);
  });

  it('is told three times at the most, and never of a page without blocks', () => {
    expect(holes()).toEqual([]);
    const strips = [2, 9, 16, 23].map((line) => article(`s${line}`, area(0, line, 40, 1)));
    expect(holes(...strips)).toHaveLength(3);
  });
});

describe('neighbours that end a line or two apart (底不齐)', () => {
  const left = article('a', area(0, 0, 19, 14));
  const right = (lines: number) => article('b', area(21, 0, 19, lines));
  const under = article('c', area(0, 16, 40, 14));
  const told = (...blocks: readonly Block[]) =>
    checkBlockEnds(bareBlocks(blocks)).map(({ values, where }) => [where.block, values.lines]);

  it('are told over the same block or the foot of the page', () => {
    expect(told(left, right(15), under)).toEqual([['block-a', 1]]);
    expect(told(left, right(12), under)).toEqual([['block-b', 2]]);
    expect(told(left, right(13))).toEqual([['block-b', 1]]);
  });

  it('are not told when they are level, or stepped on purpose', () => {
    expect(told(left, right(14), under)).toEqual([]);
    expect(told(left, right(11), under)).toEqual([]);
    const stepped = [article('c', area(0, 15, 19, 15)), article('d', area(21, 14, 19, 16))];
    expect(told(left, right(13), ...stepped)).toEqual([]);
  });

  it('are no rules, folio lines or imprints', () => {
    expect(told(left, plainBlock('rule', area(20, 0, 1, 13)), under)).toEqual([]);
  });
});
