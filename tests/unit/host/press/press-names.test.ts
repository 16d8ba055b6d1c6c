import { describe, expect, it } from 'vitest';
import { derivedId, fillPattern, pageTitle, pressFileName } from '#host/press/press-names.ts';

const NAMES = {
  paper: '湘潭日报',
  supplement: '园区周刊',
  date: '2021-06-18',
  page: 'A06',
  name: '园区周刊',
  edition: '第一版次',
  plates: 'C M Y K',
  time: '2021-06-18T03:20:59+08:00',
  version: 2,
};

describe('names of a pressed page', () => {
  it('follow the pattern of the print shop', () => {
    expect(pressFileName('XTRB_{yyyymmdd}_{page}_v{version}.pdf', NAMES)).toBe(
      'XTRB_20210618_A06_v2.pdf',
    );
  });

  it('make a slug line with the time to the minute', () => {
    expect(fillPattern('{paper} / {date} / {page} / {plates} / {time}', NAMES)).toBe(
      '湘潭日报 / 2021-06-18 / A06 / C M Y K / 2021-06-18 03:20',
    );
  });

  it('leave unknown words in braces as they are', () => {
    expect(fillPattern('{paper} {colour}', NAMES)).toBe('湘潭日报 {colour}');
  });

  it('never lead out of a folder', () => {
    expect(pressFileName('{paper}_{page}.pdf', { ...NAMES, paper: '../a', page: 'A:1' })).toBe(
      '..-a_A-1.pdf',
    );
  });

  it('are told in the title', () => {
    expect(pageTitle(NAMES)).toBe('湘潭日报 园区周刊 2021-06-18 A06');
  });

  it('give equal pages equal ids, and others others', () => {
    expect(derivedId(['a', 1])).toBe(derivedId(['a', 1]));
    expect(derivedId(['a', 1])).toMatch(/^[0-9a-f]{32}$/u);
    expect(derivedId(['a1'])).not.toBe(derivedId(['a', 1]));
  });
});
