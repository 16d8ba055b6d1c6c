import { describe, expect, it } from 'vitest';
import { iccName } from '#engine/press/icc-name.ts';
import { COATED_ICC, namedInTwoLanguages, rebuiltIcc } from './rebuilt-icc.ts';

describe('the name of an .icc file', () => {
  it('is read from a file of version 2', () => {
    expect(iccName(COATED_ICC)).toBe('SWOP coated 3 CGATS TR003 TAC300');
  });

  it('is the Chinese one where version 4 has several', () => {
    const name = namedInTwoLanguages('新闻纸 园区印务', 'Newsprint');
    const icc = rebuiltIcc((tag, own) => (tag === 'desc' ? name : own), { 8: 4 });
    expect(iccName(icc)).toBe('新闻纸 园区印务');
  });

  it('is empty where there is none, or where it leads out of the file', () => {
    expect(iccName(rebuiltIcc((tag, own) => (tag === 'desc' ? undefined : own)))).toBe('');
    const cut = namedInTwoLanguages('新闻纸', 'Newsprint').subarray(0, 44);
    expect(iccName(rebuiltIcc((tag, own) => (tag === 'desc' ? cut : own)))).toBe('');
    expect(iccName(COATED_ICC.subarray(0, 140))).toBe('');
  });
});
