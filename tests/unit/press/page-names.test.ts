import { describe, expect, it } from 'vitest';
import {
  fileNameOf,
  fillPattern,
  namesOfVersion,
  pageTitle,
  pressFileNames,
} from '#engine/press/page-names.ts';

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
    expect(pressFileNames('XTRB_{yyyymmdd}_{page}_v{version}.pdf', [NAMES], 'plates')).toEqual([
      'XTRB_20210618_A06_v2.pdf',
    ]);
  });

  it('take section and number apart, write plates without blanks and mark a replacement', () => {
    const pattern = 'XTRB_{section}_{number}_{plates}_v{version}{replacement}.pdf';
    expect(fileNameOf(pattern, NAMES)).toBe('XTRB_A_06_CMYK_v2x.pdf');
    expect(fileNameOf(pattern, { ...NAMES, page: '12', version: 1 })).toBe('XTRB__12_CMYK_v1.pdf');
  });

  it('call each version an edition of its own', () => {
    const editions = [1, 2, 11].map((version) => namesOfVersion(NAMES, version).edition);
    expect(editions).toEqual(['第一版次', '第二版次', '第11版次']);
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
    const names = { ...NAMES, paper: '../a', page: 'A:1' };
    expect(pressFileNames('{paper}_{page}.pdf', [names], 'plates')).toEqual(['..-a_A-1.pdf']);
  });

  it('are told in the title', () => {
    expect(pageTitle(NAMES)).toBe('湘潭日报 园区周刊 2021-06-18 A06');
  });

  it('are never those of another page, though the pages have one number', () => {
    const pages = [NAMES, { ...NAMES, page: 'a06' }, NAMES];
    const names = pressFileNames('{page}.pdf', pages, 'plates');
    expect(names).toEqual(['A06.pdf', 'a06-2.pdf', 'A06-3.pdf']);
  });

  it('tell a proof from the page for the print shop', () => {
    expect(pressFileNames('{page}.v1.pdf', [NAMES, NAMES], 'proof')).toEqual([
      'A06.v1_打样.pdf',
      'A06.v1_打样-2.pdf',
    ]);
  });
});
