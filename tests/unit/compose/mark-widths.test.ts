import { describe, expect, test } from 'vitest';
import {
  bodiesAt,
  linesAt,
  naturalEm,
  prepared,
  round,
  setText,
  widthBetweenHan,
} from './marked-text.ts';

/** Width of marks between two Han characters, blanks included (composition rule 1.2). */
describe('marks in a row share their blanks', () => {
  test.each([
    ['“《', 1.5],
    ['“”', 2],
    ['）（', 1.5],
    ['”）', 1.5],
    ['》、', 1.5],
    ['）？', 1.5],
    ['：“', 1.5],
    ['。“', 1.5],
    ['。”', 1.5],
    ['，、', 1.5],
    ['。！', 1.5],
    ['？“', 1.5],
    ['！”', 1.5],
    ['？！', 1],
    ['！！！', 2],
    ['。”“', 2],
    ['）》。', 2],
    ['》、《', 2],
    ['：“《', 2],
    ['？”）', 2],
    ['”“', 1.5],
    ['。』」', 2],
    ['？！”', 2],
  ])('sets %s between two characters %f em wide', (marks, width) => {
    expect(widthBetweenHan(marks)).toBe(width);
  });

  test.each([...'“‘（《〈【”’）》〉】，、；：。？！'])('sets %s alone in one square', (mark) => {
    expect(widthBetweenHan(mark)).toBe(1);
  });

  test('sets the blank of an opening mark before it, of all others after it', () => {
    expect(bodiesAt('国“国', 9)).toEqual([0, 1.5, 2]);
    expect(bodiesAt('国，国', 9)).toEqual([0, 1, 2]);
    expect(bodiesAt('国”国', 9)).toEqual([0, 1, 2]);
    expect(bodiesAt('国）（国', 9)).toEqual([0, 1, 2, 2.5]);
  });

  test('does not squeeze a mark against —— or ……', () => {
    expect(widthBetweenHan('，——')).toBe(3);
    expect(widthBetweenHan('——“')).toBe(3);
    expect(widthBetweenHan('”……')).toBe(3);
    expect(widthBetweenHan('“——')).toBe(3);
  });
});

describe('fixed boxes', () => {
  test.each([
    ['——', 2],
    ['……', 2],
    ['⋯⋯', 2],
    ['…………', 4],
    ['————', 4],
    ['—', 1],
    ['～', 1],
    ['–', 0.5],
    ['·', 0.5],
    ['/', 0.5],
    ['／', 0.5],
    ['？！', 1],
    ['？？', 1],
    ['！！', 1],
    ['！！！', 2],
  ])('%s is %f em wide', (marks, width) => {
    expect(widthBetweenHan(marks)).toBe(width);
  });

  test('never open when a line is spread', () => {
    const line = setText('讲——安……全国国国国国国国', 10.35)?.lines[0];
    const [, dash = 0, an = 0, dots = 0, quan = 0] = [...(line?.xs ?? [])];
    const opened = an - dash - 2;
    expect(opened).toBeGreaterThan(0);
    expect(round(quan - dots - 2)).toBe(round(opened));
    expect(line?.width).toBeCloseTo(10.35, 9);
  });

  test('are one piece: nothing can come between their marks', () => {
    for (const marks of ['——', '……', '…………', '⋯⋯', '？！', '！！！', '⸺']) {
      expect(prepared(marks).clusters, marks).toHaveLength(1);
    }
  });

  test('keep their width when a line is shrunk', () => {
    expect(bodiesAt('国——国，国国国', 7.75)).toEqual([0, 1, 3, 4, 4.75, 5.75, 6.75]);
  });
});

describe('line edges', () => {
  test('an opening mark at the line start is half a square', () => {
    expect(bodiesAt('“国国”', 9)).toEqual([0, 0.5, 1.5, 2.5]);
  });

  test('any mark at the line end is half a square', () => {
    expect(naturalEm('国国。”')).toBe(3);
    expect(naturalEm('国国：')).toBe(2.5);
    expect(naturalEm('国国；')).toBe(2.5);
    expect(naturalEm('国国？')).toBe(2.5);
    expect(naturalEm('国国）')).toBe(2.5);
  });

  test('edges are trimmed before the line is measured', () => {
    expect(linesAt('国国国国，国国', 4.5)).toBe('国国国国，/国国');
    expect(linesAt('国国国国。”国国', 5)).toBe('国国国国。”/国国');
    expect(linesAt('“国国国国国国', 4.5)).toBe('“国国国国/国国');
  });

  test('a paragraph that opens with a mark has its body at 2 em and the next at 2.5', () => {
    expect(bodiesAt('“国国”国', 9, { indent: 2 })).toEqual([2, 2.5, 3.5, 4.5, 5.5]);
  });

  test('the blank of an opening mark at the paragraph start is not there to shrink', () => {
    const full = '“国国国国国国国国国国';
    expect(bodiesAt(full, 6.5, { indent: 2 }).slice(0, 2)).toEqual([2, 2.5]);
  });

  test('a Han–Latin space falls away at a line edge', () => {
    expect(naturalEm('GE国')).toBe(2.25);
    expect(linesAt('国国国国国GE国', 5)).toBe('国国国国国/GE国');
    expect(bodiesAt('GE国国', 3)[0]).toBe(0);
  });
});

describe('Han–Latin space', () => {
  test('stands between Han and Latin letters or digits', () => {
    expect(naturalEm('国GE国')).toBe(3.5);
    expect(naturalEm('国5国')).toBe(3);
    expect(naturalEm('国8%国')).toBe(3.5);
    expect(naturalEm('国#国')).toBe(3);
  });

  test.each([...'（），“”①５Ａ·'])('does not stand beside %s', (neighbour) => {
    const alone = naturalEm(`国${neighbour}国`);
    const withLatin = naturalEm(`国${neighbour}A`);
    expect(round(alone - withLatin)).toBe(0.5);
  });

  test.each([...'$+-℃№'])('does not stand beside %s', (sign) => {
    expect(naturalEm(`国${sign}国`)).toBe(sign.charCodeAt(0) < 0x7f ? 2.5 : 3);
  });

  test('is not added to a typed space', () => {
    expect(naturalEm('国 GE 国')).toBe(naturalEm('国GE国'));
  });

  test('has the width the page style says', () => {
    const gaps = {
      hanLatinEm: 1 / 8,
      commaMinEm: 0,
      periodMayShrink: true,
      trackingEm: 0,
      markBlankEm: 0.5,
    };
    expect(naturalEm('国GE国', { gaps })).toBe(3.25);
    expect(naturalEm('国GE国', { gaps: { ...gaps, hanLatinEm: 0 } })).toBe(3);
  });
});

describe('blanks typed in a draft', () => {
  test('a space between Han characters is a word space, a full-width one a square', () => {
    expect(round(naturalEm('国 国'))).toBe(round(2 + 1 / 3));
    expect(naturalEm('国　国')).toBe(3);
    expect(round(naturalEm('GE ABB'))).toBe(round(2.5 + 1 / 3));
  });

  test('a space beside a mark does not add to its blank', () => {
    expect(naturalEm('国， 国')).toBe(3);
    expect(naturalEm('国 “国')).toBe(3);
    expect(naturalEm('国 ，国')).toBe(3);
    expect(naturalEm('“ 国 ”')).toBe(2);
  });

  test('blanks at the start and at the end of a paragraph take no room', () => {
    expect(naturalEm('　　国')).toBe(1);
    expect(naturalEm('国  ')).toBe(1);
    expect(naturalEm('  ')).toBe(0);
  });

  test('an invisible space takes no room', () => {
    expect(naturalEm('国\u200b国')).toBe(2);
  });
});

describe('characters of several code points take one square', () => {
  test.each(['𠮷', '葛\u{e0100}', '👨‍👩‍👧', '👋🏻', '🇨🇳'])('%s', (character) => {
    expect(widthBetweenHan(character)).toBe(1);
  });

  test('an accent adds nothing to its letter', () => {
    expect(naturalEm('e\u0301a')).toBe(1);
  });
});
