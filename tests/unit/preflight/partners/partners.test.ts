import { describe, expect, test } from 'vitest';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { AdCell, AdGrid, AdPartner } from '#engine/model/issue.ts';
import { checkAdMark } from '#engine/preflight/partners/check-ad-mark.ts';
import { checkContracts } from '#engine/preflight/partners/check-contracts.ts';
import { checkHotlineLabels } from '#engine/preflight/partners/check-hotline-labels.ts';
import { checkHotlineNumbers } from '#engine/preflight/partners/check-hotline-numbers.ts';
import type { Finding } from '#engine/units/finding.ts';
import { adGridBlock, area } from '#tests/unit/compose/test-page.ts';
import { bareBlocks } from '#tests/unit/preflight/checked-pages.ts';

/** What the checks of partners find in a grid on a page of 18 June 2021. */
function checked(grid: AdGrid): readonly Finding[] {
  const page = bareBlocks([adGridBlock(area(0, 0, 40, 8))]);
  const own = { ...page, issue: { ...page.issue, adGrids: { partners: grid } } };
  return [checkHotlineNumbers, checkHotlineLabels, checkContracts, checkAdMark].flatMap((check) =>
    check(own),
  );
}

function gridWith(...cells: readonly AdCell[]): AdGrid {
  return { id: 'partners', rows: 1, columns: cells.length, mark: 'bottomRight', merged: [], cells };
}

function partner(label: string, number: string): AdPartner {
  return { ...EMPTY_AD_CELL, name: '湘潭高新区', hotline: { label, number } };
}

/** Cell, field and code of each finding, such as `4/number hotline-no-area-code`. */
function said(grid: AdGrid): readonly string[] {
  return checked(grid).map(({ code, where }) => {
    return `${where.text?.replace('adGrid:partners/cell:', '')} ${code}`;
  });
}

describe('hotlines of the partner parks', () => {
  test('one of the supplement page lacks its area code and has another label', () => {
    const grid = gridWith(
      { kind: 'title', text: '合作园区' },
      partner('招商热线', '0731-55556789'),
      partner('招商热线', '0731-57572222'),
      partner('招商热线', '0731-56568888'),
      partner('招商电话', '52688088'),
    );
    expect(said(grid)).toEqual(['4/number hotline-no-area-code', '4/label hotline-label-differs']);
    expect(checked(grid).map(({ values }) => values)).toEqual([
      { number: '52688088' },
      { label: '招商电话', usual: '招商热线' },
    ]);
  });

  test('are in order when all are written alike', () => {
    const grid = gridWith(
      partner('招商热线', '0731-55556789'),
      partner('招商热线', '0731-57572222'),
    );
    expect(said(grid)).toEqual([]);
  });

  test('want an area code even where no cell has one', () => {
    const grid = gridWith(partner('招商热线', '55556789'), partner('招商热线', '57572222'));
    expect(said(grid)).toEqual(['0/number hotline-no-area-code', '1/number hotline-no-area-code']);
  });

  test('are to be written in one manner, the earlier where two are equally frequent', () => {
    const grid = gridWith(
      partner('招商热线', '(0731)55556789'),
      partner('招商热线', '0731-57572222'),
    );
    expect(said(grid)).toEqual(['1/number hotline-written-otherwise']);
  });

  test('that are mobile or service numbers stand beside the others as they are', () => {
    const grid = gridWith(
      partner('招商热线', '0731-55556789'),
      partner('招商热线', '13907310000'),
      partner('招商热线', '400-820-8820'),
    );
    expect(said(grid)).toEqual([]);
  });

  test('are reported when they cannot be dialled or are not there', () => {
    const grid = gridWith(partner('招商热线', '0731–55556789'), partner('招商热线', ''));
    expect(said(grid)).toEqual(['0/number hotline-marks', '1/number hotline-without-number']);
  });
});

describe('contracts of the partner parks', () => {
  const until = (expires: string) => gridWith({ ...EMPTY_AD_CELL, name: '湘潭高新区', expires });

  test('are spoken of when they end within thirty days, across a change of month', () => {
    expect(checked(until('2021-07-18'))[0]).toEqual({
      code: 'ad-contract-ends-soon',
      severity: 'informs',
      where: { block: 'ads', text: 'adGrid:partners/cell:0' },
      values: { name: '湘潭高新区', expires: '2021-07-18', days: 30 },
    });
    expect(said(until('2021-06-18'))).toEqual(['0 ad-contract-ends-soon']);
  });

  test('are not spoken of when they run on, and said to have ended where the cell is set', () => {
    expect(said(until('2021-07-19'))).toEqual([]);
    expect(said(until('2021-06-17'))).toEqual([]);
  });
});

test('paid matter without 广告 is spoken of, a grid of names and slogans is not', () => {
  const paid = { ...gridWith(partner('招商热线', '0731-55556789')), mark: 'none' } as const;
  const friends = gridWith({ ...EMPTY_AD_CELL, name: '湘潭高新区', slogan: '创业之家' });
  expect(checked(paid).map(({ code }) => code)).toEqual(['ad-mark-none']);
  expect(checked({ ...friends, mark: 'none' })).toEqual([]);
});
