import { describe, expect, it } from 'vitest';
import type { ArticleBlock, Block, GridArea, Page } from '#engine/model/issue.ts';
import { checkForm } from '#engine/preflight/form-checks.ts';
import { checkMakeUp } from '#engine/preflight/make-up-checks.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const ISSUE = sampleIssue();

function area(column: number, line: number, columns: number, lines: number): GridArea {
  return { column, line, columns, lines };
}

const FRAME = { cutouts: [], border: undefined, tint: undefined, locked: false };
const COLUMNS = { count: 1, mode: 'free', gutter: 2, rule: false, balance: true } as const;

function article(id: string, place: GridArea, change: Partial<ArticleBlock> = {}): ArticleBlock {
  const part = { style: 'h', sizePt: undefined, lines: 1, fit: false, align: 'left' } as const;
  return {
    ...FRAME,
    id,
    area: place,
    kind: 'article',
    article: id,
    part: 0,
    columns: COLUMNS,
    headline: { placement: 'above', extent: 5, kicker: undefined, headline: part, deck: undefined },
    pictures: [],
    ...change,
  };
}

function pageOf(...blocks: readonly Block[]): Page {
  return { id: 'page', number: 'A06', name: '园区周刊', template: 't', blocks };
}

function codes(...blocks: readonly Block[]): readonly string[] {
  return checkMakeUp(pageOf(...blocks)).map(({ code }) => code);
}

const OVER_ALL = article('over', area(0, 90, 100, 20));

describe('headlines side by side (碰题)', () => {
  it('are told when they stand on the same lines', () => {
    const [left, right] = [area(0, 0, 48, 40), area(50, 3, 50, 87)];
    const found = checkMakeUp(pageOf(article('a', left), article('b', right), OVER_ALL));
    expect(found.filter(({ code }) => code === 'headlines-collide')).toEqual([
      {
        code: 'headlines-collide',
        severity: 'informs',
        where: { block: 'a' },
        values: { other: 'b' },
      },
    ]);
  });

  it('are not told when one is lower, upright or far away', () => {
    const left = article('a', area(0, 0, 40, 90));
    const lower = article('b', area(42, 5, 58, 80));
    const far = article('b', area(50, 0, 50, 80));
    const look = lower.headline;
    if (look === undefined) throw new Error('the article has a headline');
    const upright = article('b', area(42, 0, 58, 80), { headline: { ...look, placement: 'left' } });
    for (const right of [lower, far, upright]) {
      expect(codes(left, right, OVER_ALL)).not.toContain('headlines-collide');
    }
  });
});

describe('a gap through the whole page (断版, 通线)', () => {
  it('is told when it goes from top to foot', () => {
    const halves = [article('a', area(0, 0, 48, 100)), article('b', area(50, 20, 50, 80))];
    const found = checkMakeUp(pageOf(...halves));
    expect(found.map(({ code, values }) => [code, values])).toEqual([
      ['page-split-down', { column: 50 }],
    ]);
  });

  it('is told when it goes from side to side', () => {
    expect(codes(article('a', area(0, 0, 100, 50)), article('b', area(0, 51, 100, 50)))).toEqual([
      'page-split-across',
    ]);
  });

  it('is not told when a block lies across it, or when it parts off a rail', () => {
    const halves = [article('a', area(0, 0, 48, 89)), article('b', area(50, 20, 50, 69))];
    expect(codes(...halves, OVER_ALL)).toEqual([]);
    expect(codes(article('a', area(0, 0, 80, 100)), article('b', area(82, 8, 18, 92)))).toEqual([]);
  });
});

describe('text beside a picture', () => {
  const inset = (column: number, columns: number) => {
    const picture = { picture: 'p', area: area(column, 10, columns, 10), captionLines: 1, gap: 1 };
    return codes(article('a', area(0, 0, 20, 40), { pictures: [picture] }));
  };

  it('is told when it is narrower than six characters', () => {
    expect(inset(6, 14)).toEqual(['runaround-narrow']);
    expect(inset(7, 13)).toEqual([]);
  });

  it('is not missed where the picture fills the column', () => {
    expect(inset(0, 20)).toEqual([]);
  });
});

describe('the form of a page', () => {
  const page = ISSUE.pages[0];
  if (page === undefined) throw new Error('the sample has a page');
  const found = (change: Partial<Page>, issue = ISSUE) =>
    checkForm(issue, { ...page, ...change }).map(({ code }) => code);
  const imprint = (text: string): Block => {
    return { ...FRAME, kind: 'imprint', id: 'imprint', area: area(0, 109, 99, 2), text };
  };
  const folio: Block = { ...FRAME, kind: 'folioLine', id: 'folio', area: area(0, 0, 99, 2) };

  it('asks for a folio line on every page but the first', () => {
    expect(found({ blocks: [] })).toEqual(['folio-line-missing']);
    expect(found({ blocks: [], number: 'A01' })).toEqual([]);
    expect(found({ blocks: [folio] })).toEqual([]);
  });

  it('tells of two pages of one number', () => {
    const twin = { ...ISSUE, pages: [page, { ...page, id: 'twin' }] };
    expect(found({ blocks: [folio] }, twin)).toEqual(['page-number-twice']);
  });

  it('asks who edited and who read the proofs', () => {
    expect(found({ blocks: [folio, imprint('责任编辑 王墨　校对 马鸿雁')] })).toEqual([]);
    expect(found({ blocks: [folio, imprint('责任编辑 王墨')] })).toEqual(['imprint-without-role']);
  });
});
