import { expect, test } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { dumpDisplayList } from '#engine/display/dump-display-list.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { groupAt, lineOf, pageOf } from './planted-page.ts';

test('the dump shows every item on one line, members below their group', () => {
  const rule: DisplayItem = {
    kind: 'shape',
    outline: { kind: 'line', x1: 0, y1: 1 / 3, x2: 10, y2: -0.00001 },
    fill: undefined,
    stroke: { ink: { c: 0.1, m: 0, y: 0.25, k: 0 }, widthPt: 0.5, dash: [2, 1] },
  };
  const picture: DisplayItem = {
    kind: 'picture',
    picture: 'workshop',
    asset: undefined,
    frame: { x: 1, y: 2, width: 30, height: 20 },
    crop: { x: 0, y: 0.125, width: 1, height: 0.75 },
    greyscale: true,
  };
  const dump = dumpDisplayList(pageOf(groupAt(5, 6.0004, lineOf('园“'), rule), picture));
  expect(dump).toBe(`page 200 × 100
  group block at 5,6
    text "园“" at 0,0 · song-400 10 · ink 0/0/0/1 · from s+0 · glyphs 1@0[0+10] 2@10[10+10]
    line 0,0.333 to 10,0 · stroke 0.5 0.1/0/0.25/0 dash 2 1
  picture workshop in 1,2 30 × 20 · crop 0,0.125 1 × 0.75 · open slot · greyscale
`);
});

test('the dump shows vertical lines, drawn width, turns and clusters', () => {
  const line = lineOf('学史', { vertical: true, source: undefined });
  const [first, second] = line.run.glyphs;
  if (first === undefined || second === undefined) throw new Error('no glyphs');
  const glyphs = [
    { ...first, turn: 90 as const, end: 2 },
    { ...second, start: 2 },
  ];
  const run = { ...line.run, horizontalScale: 0.9, glyphs };
  const dump = dumpDisplayList(pageOf({ ...line, run }));
  expect(dump).toContain('· vertical · scale 0.9 · glyphs');
  expect(dump).toContain('glyphs 1@8.8,-5[0+10]#0-2↻ 2@18.8,-5[10+10]#2-2\n');
});

test('rectangles, paths and pictures are dumped with their places', () => {
  const square: DisplayItem = {
    kind: 'shape',
    outline: { kind: 'rect', rect: { x: 0, y: 0, width: 4, height: 5 } },
    fill: K_ONLY,
    stroke: undefined,
  };
  const leaf: DisplayItem = {
    kind: 'shape',
    outline: {
      kind: 'path',
      segments: [
        { kind: 'move', x: 0, y: 0 },
        { kind: 'curve', x1: 1, y1: 2, x2: 3, y2: 4, x: 5, y: 6 },
        { kind: 'line', x: 7, y: 8 },
        { kind: 'close' },
      ],
    },
    fill: undefined,
    stroke: undefined,
  };
  expect(dumpDisplayList(pageOf(square, leaf))).toBe(`page 200 × 100
  rect 0,0 4 × 5 · fill 0/0/0/1
  path M0,0 C1,2,3,4,5,6 L7,8 Z
`);
});
