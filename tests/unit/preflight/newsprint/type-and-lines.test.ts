import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { checkInkSums } from '#engine/preflight/newsprint/check-ink-sums.ts';
import { checkLines } from '#engine/preflight/newsprint/check-lines.ts';
import { checkTypeInks } from '#engine/preflight/newsprint/check-type-inks.ts';
import { checkTypeSize } from '#engine/preflight/newsprint/check-type-size.ts';
import { K_ONLY, PAPER } from '#engine/units/ink.ts';
import { printedPage, said } from '#tests/unit/preflight/checked-pages.ts';
import { ground, grouped, line, RED, type } from './printed-things.ts';

const inks = (...items: readonly DisplayItem[]) => said(checkTypeInks, printedPage(items));
const sizes = (...items: readonly DisplayItem[]) => said(checkTypeSize, printedPage(items));
const lines = (...items: readonly DisplayItem[]) => said(checkLines, printedPage(items));
const sums = (...items: readonly DisplayItem[]) => said(checkInkSums, printedPage(items));

describe('inks of type', () => {
  it('are one below ten points', () => {
    expect(inks(type(9.9, RED))).toEqual(['type-in-several-inks: blocks press']);
    expect(inks(type(10, RED))).toEqual([]);
  });

  it('may not make a rich black at any size', () => {
    expect(inks(type(40, { c: 0.6, m: 0.5, y: 0.5, k: 1 }))).toEqual([
      'type-rich-black: blocks press',
    ]);
    expect(inks(type(40, { c: 0.4, m: 0.4, y: 0.4, k: 1 }))).toEqual([]);
  });

  it('are named once with the words and the block', () => {
    const found = checkTypeInks(printedPage([type(9, RED), grouped(0, type(9, RED))]));
    expect(found).toEqual([
      {
        code: 'type-in-several-inks',
        severity: 'blocks press',
        where: { block: 'block', text: 'article:lead/headline', start: 3, end: 5 },
        values: { size: 9, inks: 2, limit: 10, rule: 'R0017' },
      },
    ]);
  });
});

describe('size of type', () => {
  it('is eight points in a tint, six in solid ink', () => {
    const grey = { ...K_ONLY, k: 0.5 };
    expect(sizes(type(7.5, grey))).toEqual(['type-tinted-small: warns']);
    expect(sizes(type(8, grey), type(6, K_ONLY))).toEqual([]);
    expect(sizes(type(5.5, K_ONLY))).toEqual(['type-too-small: warns']);
  });

  it('is not told of white type, nor again of type that has too many inks', () => {
    expect(sizes(type(5, PAPER), type(5, { ...RED, k: 0.2 }))).toEqual([]);
  });
});

describe('lines', () => {
  it('have a quarter of a point at least', () => {
    expect(lines(line(0.2))).toEqual(['line-too-fine: blocks press']);
    expect(lines(line(0.25))).toEqual([]);
  });

  it('are held when a bar is as thin', () => {
    expect(lines(ground(K_ONLY, { x: 0, y: 0, width: 50, height: 0.1 }))).toEqual([
      'line-too-fine: blocks press',
    ]);
  });

  it('name the rule for white lines and for those of several inks', () => {
    const rules = [line(0.2), line(0.2, PAPER), line(0.2, RED)].flatMap((one) =>
      checkLines(printedPage([one])).map(({ values }) => values.rule),
    );
    expect(rules).toEqual(['H-HAIRLINE', 'R0018', 'R0019']);
  });

  it('of several inks have a point and a half, as bars have', () => {
    expect(lines(line(1.4, RED))).toEqual(['line-in-several-inks: warns']);
    expect(lines(ground(RED, { x: 0, y: 0, width: 50, height: 1 }))).toEqual([
      'line-in-several-inks: warns',
    ]);
    expect(lines(line(1.5, RED), line(0.4), ground(RED))).toEqual([]);
  });
});

describe('ink of grounds and lines', () => {
  it('is 240 percent at the most', () => {
    const heavy = { c: 0.9, m: 0.8, y: 0.7, k: 0.1 };
    expect(sums(ground(heavy))).toEqual(['ink-over-limit: warns']);
    expect(sums(line(3, heavy))).toEqual(['ink-over-limit: warns']);
    expect(sums(ground({ ...heavy, k: 0 }), type(40, heavy))).toEqual([]);
  });
});
