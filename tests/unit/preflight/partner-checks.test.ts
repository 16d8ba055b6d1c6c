import { describe, expect, test } from 'vitest';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { AdCell, AdGrid } from '#engine/model/issue.ts';
import { checkPartners, phoneFormat } from '#engine/preflight/partner-checks.ts';

const ISSUE_DATE = '2021-06-18';

/** A grid of partners with these numbers; a text without one is an empty cell. */
function gridOf(...numbers: readonly string[]): AdGrid {
  return gridWith(
    numbers.map((number) => ({
      ...EMPTY_AD_CELL,
      hotline: number === '' ? undefined : { label: '招商热线', number },
    })),
  );
}

function gridWith(cells: readonly AdCell[]): AdGrid {
  return { id: 'partners', rows: 1, columns: cells.length, mark: 'none', cells };
}

describe('phone numbers of the partner parks', () => {
  test('finds the one number of the supplement page that lacks its area code', () => {
    const grid = gridOf('', '0731-55556789', '0731-57572222', '0731-56568888', '52688088');
    expect(checkPartners(grid, ISSUE_DATE)).toEqual([
      { kind: 'mixed phone formats', cell: 4, number: '52688088', usual: '0731-55556789' },
    ]);
  });

  test('says nothing when all numbers are written alike', () => {
    expect(checkPartners(gridOf('0731-55556789', '0731-57572222'), ISSUE_DATE)).toEqual([]);
    expect(checkPartners(gridOf('52688088', '55556789'), ISSUE_DATE)).toEqual([]);
  });

  test('takes the earlier manner as the usual one when two are equally frequent', () => {
    expect(checkPartners(gridOf('52688088', '0731-55556789'), ISSUE_DATE)).toEqual([
      { kind: 'mixed phone formats', cell: 1, number: '0731-55556789', usual: '52688088' },
    ]);
  });

  test('reports what cannot be dialled', () => {
    const wrong = ['0731-5555678', '0731-5555678９', '5268808', '526880881', '招商', '10731-1'];
    expect(wrong.map(phoneFormat)).toEqual([
      'area code and hyphen',
      undefined,
      'no area code',
      undefined,
      undefined,
      undefined,
    ]);
    expect(checkPartners(gridOf('0731–55556789'), ISSUE_DATE)).toEqual([
      { kind: 'not a phone number', cell: 0, number: '0731–55556789' },
    ]);
  });

  test('knows brackets, run-on area codes, extensions, mobiles and service numbers', () => {
    expect(phoneFormat('（0731）55556789')).toBe('area code in brackets');
    expect(phoneFormat('073155556789')).toBe('area code run on');
    expect(phoneFormat('010-65136688-802')).toBe('area code and hyphen');
    expect(phoneFormat('13907310000')).toBe('mobile');
    expect(phoneFormat('400-820-8820')).toBe('service');
  });

  test('does not hold a mobile or service number against its neighbours', () => {
    const grid = gridOf('0731-55556789', '13907310000', '400-820-8820');
    expect(checkPartners(grid, ISSUE_DATE)).toEqual([]);
  });
});

describe('contracts of the partner parks', () => {
  const until = (expires: string) => gridWith([{ ...EMPTY_AD_CELL, name: '湘潭高新区', expires }]);

  test('reports a contract that ended the day before the issue', () => {
    expect(checkPartners(until('2021-06-17'), ISSUE_DATE)).toEqual([
      { kind: 'expired', cell: 0, expires: '2021-06-17' },
    ]);
  });

  test('lets a contract hold on its last day', () => {
    expect(checkPartners(until('2021-06-18'), ISSUE_DATE)).toEqual([]);
  });
});
