import { describe, expect, test } from 'vitest';
import type { Span } from '#engine/compose/clusters.ts';
import { prepareText } from '#engine/compose/prepare-text.ts';
import { setLines } from '#engine/compose/set-lines.ts';
import { STUB_FONTS } from '#engine/fonts/stub-typeface.ts';
import { ALL_STAGES, linesAt, linesOf, prepared, round, setText } from './marked-text.ts';

const LEAD =
  '质胜于华，行胜于言，党史学习教育不仅在于知，更在于行。湘潭经开区在党史学习教育中组织广大党员' +
  '深入项目、深入一线、深入企业、深入群众，开展“我为群众办实事”“我为群众排忧解难”的实践活动。';

describe('first in, then out', () => {
  test('takes a mark into the line when its blank can fall away', () => {
    expect(linesAt('国国国国，国国国国', 4.5)).toBe('国国国国，/国国国国');
  });

  test('takes a character in when blanks within the line can give way', () => {
    expect(linesAt('国，国国国国国国国国国', 5)).toBe('国，国国国/国国国国国/国');
  });

  test('pushes out what cannot be taken in', () => {
    expect(linesAt('国国国国国，国国国', 5)).toBe('国国国国/国，国国国');
  });
});

describe('when nothing fits', () => {
  test('breaks three marks in a row only then, and says where', () => {
    expect(setText('国国。』」国', 3.5)?.forced).toEqual([]);
    expect(linesAt('国国。』」国', 3.5)).toBe('国国。』」/国');
    const narrow = setText('国。』」国', 2);
    expect(narrow?.forced).not.toEqual([]);
  });

  test('parts an address after / - . @ _ before it parts it anywhere else', () => {
    const address = '见https://www.xiangtan-park.example.com/investment_2021/notice国';
    const set = setText(address, 11);
    const ends = set?.forced.map((offset) => address[offset - 1]);
    expect(ends?.length).toBeGreaterThan(0);
    for (const end of ends ?? []) expect('/-.@_').toContain(end);
    for (const line of set?.lines ?? []) expect(line.width).toBeLessThanOrEqual(11 + 1e-9);
  });

  test('parts a word without any such place to keep it within the line', () => {
    const set = setText('abcdefghijklmnopqrstuvwxyz', 5);
    expect(set?.lines.map((line) => line.width)).toEqual([5, 5, 3]);
    expect(set?.forced).toEqual([10, 20]);
  });

  test('lets a word be that fits', () => {
    expect(setText('国国abcdefgh国国', 4)?.forced).toEqual([]);
  });

  test('sets a character wider than the line alone, and loses none', () => {
    expect(linesAt('国国', 0.3)).toBe('国/国');
    expect(linesAt('国，国', 0.3)).toBe('国/，/国');
  });

  test('gives an empty text the line that its first character will stand on', () => {
    expect(setText('', 5)).toMatchObject({ lineCount: 1, cost: 0, forced: [] });
    expect(setText('', 5)?.lines[0]).toMatchObject({ start: 0, end: 0, width: 0 });
  });

  test('gives blanks without text a line of their own, so that none is lost', () => {
    const lines = setText('  　', 5)?.lines ?? [];
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ start: 0, end: 3, width: 0 });
  });
});

describe('last lines', () => {
  test('leaves no single character on the last line when a re-break cures it', () => {
    const text = '国国国国，国，国国国国国国国国国国';
    expect(linesAt(text, 8)).toBe('国国国国，国，国国/国国国国国国国国');
  });

  test('leaves no mark alone', () => {
    for (let measure = 5; measure <= 30; measure += 0.5) {
      const last = linesAt(LEAD, measure).split('/').at(-1) ?? '';
      expect(last, `at ${measure} em`).not.toMatch(/^[，。”“]*$/);
    }
  });

  test('ends the lead with two characters or more in every column of nine and wider', () => {
    for (let measure = 9; measure <= 30; measure += 0.5) {
      const last = linesAt(LEAD, measure).split('/').at(-1) ?? '';
      expect(last.replace(/[，。”“]/g, '').length, `at ${measure} em`).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the first line', () => {
  test('is shorter by the indent, and no other line is', () => {
    const lines = setText(LEAD, 12, { indent: 2 })?.lines ?? [];
    expect(lines.map((line) => line.measure).slice(0, 3)).toEqual([10, 12, 12]);
    expect(lines.map((line) => line.x).slice(0, 3)).toEqual([2, 0, 0]);
  });

  test('without an indent is a continuation', () => {
    expect(setText(LEAD, 12)?.lines[0]).toMatchObject({ x: 0, measure: 12 });
  });
});

describe('copyfit by looseness', () => {
  test('gains or saves exactly one line, or says that it cannot', () => {
    for (let measure = 9; measure <= 20; measure += 0.5) {
      const natural = setText(LEAD, measure)?.lines.length ?? 0;
      const tight = setText(LEAD, measure, { looseness: -1 });
      const loose = setText(LEAD, measure, { looseness: 1 });
      if (tight !== undefined) expect(tight.lines).toHaveLength(natural - 1);
      if (loose !== undefined) expect(loose.lines).toHaveLength(natural + 1);
    }
  });

  test('cannot save the only line', () => {
    expect(setText('国国', 9, { looseness: -1 })).toBeUndefined();
  });

  test('cannot gain a line where that would tear a line apart', () => {
    expect(setText('国国国国国国', 9, { looseness: 1 })).toBeUndefined();
  });
});

test('lines of different length are each filled to their own', () => {
  const text = prepared(LEAD);
  const request = { measures: [20, 12, 8], indent: 2, looseness: 0, justify: true } as const;
  const lines = setLines(text, request)?.lines ?? [];
  expect(lines.map((line) => line.measure).slice(0, 4)).toEqual([18, 12, 8, 8]);
  for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(line.measure, 9);
});

describe('a photo credit', () => {
  const CREDIT = '（李灿晖 摄）';

  function setCaption(caption: string, measure: number, keepTogether = true) {
    const spans: Span[] = [
      { text: caption, face: 'stub', keepTogether: false },
      { text: CREDIT, face: 'stub', keepTogether },
    ];
    const text = prepareText(spans, { fonts: STUB_FONTS, gaps: ALL_STAGES, vertical: false });
    const set = setLines(text, { measures: [measure], indent: 0, looseness: 0, justify: true });
    return { lines: linesOf(caption + CREDIT, set), set };
  }

  test('stays on one line at every width that holds it', () => {
    for (const caption of ['图为园区先进制造企业数字化车间。', '图为恒欣实业数字化车间。']) {
      for (let measure = 5.5; measure <= 20; measure += 0.5) {
        const { lines } = setCaption(caption, measure);
        expect(
          lines.split('/').some((line) => line.includes(CREDIT)),
          `at ${measure}`,
        ).toBe(true);
      }
    }
  });

  test('is broken where nothing asks to keep it', () => {
    const { lines } = setCaption('图为园区先进制造企业数字化车间。', 9, false);
    expect(lines).toBe('图为园区先进制造企/业数字化车间。（李灿/晖 摄）');
  });

  test('leaves the line before it as the last line of a paragraph', () => {
    const { lines, set } = setCaption('图为园区先进制造企业数字化车间。', 9);
    expect(lines).toBe('图为园区先进制造企/业数字化车间。/（李灿晖 摄）');
    expect(set?.lines.map((line) => round(line.width))).toEqual([9, 6.5, 5.3333]);
  });

  test('shares the last line of the caption where there is room', () => {
    const { lines } = setCaption('图为湘潭市恒欣实业有限公司数字化车间。', 8);
    expect(lines).toBe('图为湘潭市恒欣实/业有限公司数字化/车间。（李灿晖 摄）');
  });
});

test('marks share their blank across a change of style', () => {
  const spans: Span[] = ['他说：', '“好。', '”国'].map((text) => ({
    text,
    face: 'stub',
    keepTogether: false,
  }));
  const options = { fonts: STUB_FONTS, gaps: ALL_STAGES, vertical: false };
  const whole = { text: '他说：“好。”国', face: 'stub', keepTogether: false };
  const request = { measures: [30], indent: 0, looseness: 0, justify: true } as const;
  const cut = setLines(prepareText(spans, options), request)?.lines[0]?.width;
  expect(cut).toBe(setLines(prepareText([whole], options), request)?.lines[0]?.width);
});
