import { describe, expect, it } from 'vitest';
import type { DisplayItem, GroupItem, Stroke } from '#engine/display/display-list.ts';
import { checkNewsprint } from '#engine/preflight/newsprint-checks.ts';
import { type Ink, K_ONLY } from '#engine/units/ink.ts';

const RED: Ink = { c: 0, m: 1, y: 1, k: 0 };

function type(sizePt: number, ink: Ink): DisplayItem {
  const source = { text: 'article:lead/headline', start: 3 };
  const look = { face: 'song-400', vertical: false, horizontalScale: 1 };
  return {
    kind: 'text',
    x: 0,
    y: 0,
    run: { ...look, sizePt, ink, text: '园区', source, glyphs: [] },
  };
}

function line(widthPt: number): DisplayItem {
  const stroke: Stroke = { ink: K_ONLY, widthPt, dash: [] };
  const outline = { kind: 'line', x1: 0, y1: 0, x2: 10, y2: 0 } as const;
  return { kind: 'shape', outline, fill: undefined, stroke };
}

function group(...items: readonly DisplayItem[]): GroupItem {
  return { kind: 'group', id: 'block', x: 0, y: 0, items };
}

function told(...items: readonly DisplayItem[]): readonly string[] {
  return checkNewsprint(group(...items)).map(({ code, severity }) => `${code}: ${severity}`);
}

describe('type on newsprint', () => {
  it('in several inks is held below ten points', () => {
    expect(told(type(9.9, RED))).toEqual(['type-in-several-inks: blocks press']);
    expect(told(type(10, RED))).toEqual([]);
  });

  it('in rich black is held at any size', () => {
    expect(told(type(40, { c: 0.6, m: 0.5, y: 0.5, k: 1 }))).toEqual([
      'type-rich-black: blocks press',
    ]);
    expect(told(type(40, { c: 0.4, m: 0.4, y: 0.4, k: 1 }))).toEqual([]);
  });

  it('in a tint has eight points, in solid ink six', () => {
    const grey = { ...K_ONLY, k: 0.5 };
    expect(told(type(7.5, grey))).toEqual(['type-tinted-small: warns']);
    expect(told(type(8, grey), type(6, K_ONLY))).toEqual([]);
    expect(told(type(5.5, K_ONLY))).toEqual(['type-too-small: warns']);
  });

  it('is named once with the words that it stands for', () => {
    const found = checkNewsprint(group(type(9, RED), group(type(9, RED))));
    expect(found).toEqual([
      {
        code: 'type-in-several-inks',
        severity: 'blocks press',
        where: { text: 'article:lead/headline', start: 3, end: 5 },
        values: { size: 9, inks: 2, limit: 10, rule: 'R0017' },
      },
    ]);
  });
});

describe('lines on newsprint', () => {
  it('have a quarter of a point at least', () => {
    expect(told(line(0.2))).toEqual(['line-too-fine: blocks press']);
    expect(told(line(0.25))).toEqual([]);
  });

  it('are held when a bar is as thin', () => {
    const rect = { x: 0, y: 0, width: 50, height: 0.1 };
    const bar = { kind: 'shape', outline: { kind: 'rect', rect }, fill: K_ONLY, stroke: undefined };
    expect(told(bar as DisplayItem)).toEqual(['line-too-fine: blocks press']);
  });
});
