import { describe, expect, it } from 'vitest';
import type { Block, Issue } from '#engine/model/issue.ts';
import { checkFlagSize } from '#engine/preflight/form/check-flag-size.ts';
import { checkFolioLine } from '#engine/preflight/form/check-folio-line.ts';
import { checkFrontPage } from '#engine/preflight/form/check-front-page.ts';
import { checkImprintDate } from '#engine/preflight/form/check-imprint-date.ts';
import { checkImprintRoles } from '#engine/preflight/form/check-imprint-roles.ts';
import { checkNames } from '#engine/preflight/form/check-names.ts';
import { checkPageNumbers } from '#engine/preflight/form/check-page-numbers.ts';
import { assert } from '#engine/units/assert.ts';
import {
  area,
  articleBlock,
  headlineAbove,
  imprint,
  issueOf,
  part,
  plainBlock,
} from '#tests/unit/compose/test-page.ts';
import { bareBlocks, codesOf, composedPage } from '#tests/unit/preflight/checked-pages.ts';

const FOLIO = plainBlock('folioLine', area(0, 0, 40, 2));
const FLAG = plainBlock('sectionFlag', area(0, 0, 30, 8));
const written = (text: string) => imprint(text, area(0, 28, 40, 2));

/** An issue of pages with these numbers and a folio line each. */
function numbered(...numbers: readonly string[]): Issue {
  const issue = issueOf({ blocks: [FOLIO], further: numbers.slice(1).map(() => []) });
  const pages = issue.pages.map((page, place) => ({ ...page, number: numbers[place] ?? '' }));
  return { ...issue, pages };
}

describe('the folio line', () => {
  it('stands on every page but the first', () => {
    expect(codesOf(checkFolioLine, bareBlocks([]))).toEqual(['folio-line-missing']);
    expect(codesOf(checkFolioLine, bareBlocks([], { number: 'A01' }))).toEqual([]);
    expect(codesOf(checkFolioLine, bareBlocks([FOLIO]))).toEqual([]);
  });

  it('has one line on all pages; the page that differs tells it', () => {
    const low = { ...FOLIO, id: 'low', area: area(0, 2, 40, 2) };
    const issue = issueOf({ blocks: [FOLIO], further: [[{ ...FOLIO, id: 'f2' }], [low]] });
    const found = issue.pages.map((_, place) => checkFolioLine(composedPage(issue, place)));
    expect(found.map((own) => own.map(({ values }) => values))).toEqual([
      [],
      [],
      [{ line: 3, usual: 1 }],
    ]);
  });
});

describe('page numbers', () => {
  const codes = (...numbers: readonly string[]) => {
    const issue = numbered(...numbers);
    return issue.pages.map((_, place) => codesOf(checkPageNumbers, composedPage(issue, place))[0]);
  };

  it('are on every page, and none twice', () => {
    expect(codes('A06', '', 'A06')).toEqual([
      'page-number-twice',
      'page-number-missing',
      'page-number-twice',
    ]);
  });

  it('leave none out and do not go back', () => {
    expect(codes('A05', 'A06', 'A08', 'A07')).toEqual([
      undefined,
      undefined,
      'page-number-gap',
      'page-number-order',
    ]);
  });

  it('begin anew in another section, and may be written otherwise', () => {
    expect(codes('A08', 'B01', '专刊', 'B02')).toEqual(Array(4).fill(undefined));
  });
});

describe('the imprint', () => {
  it('names who edited and who read the proofs, in one finding', () => {
    const roles = (text: string) =>
      checkImprintRoles(bareBlocks([written(text)])).map(({ values }) => values.role);
    expect(roles('责任编辑 王墨　校对 马鸿雁')).toEqual([]);
    expect(roles('责编 王墨')).toEqual(['校对']);
    expect(roles('湘潭日报社出版')).toEqual(['责任编辑、校对']);
  });

  it('has the date of the issue, with its weekday', () => {
    const dates = (text: string) =>
      checkImprintDate(bareBlocks([written(text)])).map(({ values }) => values.right);
    expect(dates('2021年6月18日　星期五')).toEqual([]);
    expect(dates('2021年6月18日')).toEqual([]);
    expect(dates('2021年6月11日')).toEqual(['2021年6月18日']);
    expect(dates('2021年6月18日　星期四')).toEqual(['2021年6月18日　星期五']);
    expect(dates('创刊于1949年8月15日')).toEqual([]);
  });
});

describe('page one', () => {
  const WHOLE =
    '国内统一刊号：CN43-0003　第18236期　今日8版　中共湘潭市委主管主办　湘潭日报社出版　' +
    '社址：湘潭市　湘潭日报印务公司印刷　零售每份1元';

  it('says what the form rules want; other pages need not', () => {
    const items = (text: string, number = 'A01') =>
      checkFrontPage(bareBlocks([written(text)], { number })).map(({ values }) => values.items);
    expect(items(WHOLE)).toEqual([]);
    expect(items(WHOLE.replace('CN43-0003', '').replace('零售每份1元', ''))).toEqual([
      '国内统一刊号、定价',
    ]);
    expect(items('', 'A02')).toEqual([]);
    expect(checkFrontPage(bareBlocks([], { number: '01' }))).toHaveLength(1);
  });

  it('of a supplement, under a flag of its own, need not say it again', () => {
    const front = bareBlocks([FLAG], { number: '1' });
    expect(codesOf(checkFrontPage, front)).toEqual([]);
    const issue = { ...front.issue, supplement: front.issue.paper };
    expect(codesOf(checkFrontPage, { ...front, issue })).toEqual(['front-page-lacks']);
  });

  it('has its name larger than any other type', () => {
    const headline = (sizePt: number): Block => {
      const set = headlineAbove(6, { headline: part({ sizePt }) });
      return articleBlock('a', area(0, 10, 40, 18), { headline: set });
    };
    const codes = (sizePt: number, number: string) => {
      const issue = issueOf({ blocks: [FLAG, headline(sizePt)], articles: { a: '正文。' } });
      const [page] = issue.pages;
      assert(page !== undefined, 'there is a page');
      return codesOf(checkFlagSize, composedPage({ ...issue, pages: [{ ...page, number }] }));
    };
    expect(codes(70, 'A01')).toEqual(['name-not-largest']);
    expect(codes(30, 'A01')).toEqual([]);
    expect(codes(70, 'A06')).toEqual([]);
  });
});

describe('the names of paper and supplement', () => {
  it('are told where a page would print an empty one', () => {
    const names = (change: Partial<Issue>) => {
      const checked = bareBlocks([FOLIO, FLAG]);
      const found = checkNames({ ...checked, issue: { ...checked.issue, ...change } });
      return found.map(({ values, where }) => `${where.block} ${values.name}`);
    };
    expect(names({})).toEqual([]);
    expect(names({ supplement: ' ' })).toEqual(['sectionFlag 刊名']);
    expect(names({ paper: '' })).toEqual(['folioLine 报名', 'sectionFlag 报名']);
  });
});
