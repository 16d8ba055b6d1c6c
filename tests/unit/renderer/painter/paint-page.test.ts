import { expect, test } from 'vitest';
import type { DisplayItem, DisplayList, TextItem } from '#engine/display/display-list.ts';
import { K_ONLY, PAPER } from '#engine/units/ink.ts';
import { SCREEN_LOOK } from '#renderer/painter/ink.ts';
import { paintPage } from '#renderer/painter/paint-page.ts';
import type { PaintLook, PaintStock } from '#renderer/painter/surface.ts';
import { FACES_ONLY, recordingSurface } from './recording-surface.ts';

const glyph = { id: 7, x: 3, y: 1, boxStart: 3, advance: 10, start: 0, end: 1, turn: 0 as const };
const line: TextItem = {
  kind: 'text',
  x: 20,
  y: 30,
  run: {
    face: 'song-400',
    sizePt: 10.5,
    vertical: false,
    horizontalScale: 1,
    ink: K_ONLY,
    text: '园',
    source: undefined,
    glyphs: [glyph],
  },
};

test('glyphs are drawn by id at their own places', () => {
  expect(painted(line)).toEqual([
    'fillStyle=rgb(40 40 40)',
    'font=10.5px banxin-song-400',
    'fillText U+f0007 23 31',
  ]);
});

test('a condensed and a turned glyph are drawn through a transform of their own', () => {
  const run = { ...line.run, horizontalScale: 0.9, glyphs: [{ ...glyph, turn: 90 as const }] };
  expect(painted({ ...line, run }).slice(2)).toEqual([
    'save',
    'translate 23 31',
    'scale 0.9 1',
    `rotate ${Math.PI / 2}`,
    'fillText U+f0007 0 0',
    'restore',
  ]);
});

/** Glyphs at these places, for a character each; a box of 10.5 points is a full square. */
function runOf(text: string, places: readonly number[], advance = 10.5): TextItem {
  const glyphs = places.map((x, at) => ({
    ...glyph,
    ...{ id: 7 + at, x, boxStart: x, advance, start: at, end: at + 1 },
  }));
  return { ...line, run: { ...line.run, text, glyphs } };
}

test('Han in a row at even distances are drawn by one call, as far apart as they stand', () => {
  const calls = (item: TextItem) => painted(item).slice(2);
  expect(calls(runOf('园区人', [0, 10.5, 21]))).toEqual(['fillText U+f0007 U+f0008 U+f0009 20 31']);
  expect(calls(runOf('园区人', [0, 11, 22]))).toEqual([
    'letterSpacing=0.5px',
    'fillText U+f0007 U+f0008 U+f0009 20 31',
    'letterSpacing=0px',
  ]);
  expect(calls(runOf('园区人', [0, 10.5, 22]))).toEqual([
    'fillText U+f0007 U+f0008 20 31',
    'fillText U+f0009 42 31',
  ]);
});

test('a blank, a mark and a letter are no part of a row: their box is not their width', () => {
  const alone = ['fillText U+f0007 20 31', 'fillText U+f0008 30.5 31', 'fillText U+f0009 41 31'];
  expect(painted(runOf('园　区', [0, 10.5, 21])).slice(2)).toEqual(alone);
  expect(painted(runOf('园，区', [0, 10.5, 21])).slice(2)).toEqual(alone);
  expect(painted(runOf('园区人', [0, 10.5, 21], 5.25)).slice(2)).toEqual(alone);
});

test('text waits for its face', () => {
  expect(painted(line, { ...FACES_ONLY, face: () => undefined })).toEqual([]);
});

test('a glyph in another piece of the face is drawn from that', () => {
  const run = { ...line.run, glyphs: [glyph, { ...glyph, id: 9, x: 13 }] };
  const pieces = { familyOf: (id: number) => `piece-${id}`, outlineOf: () => undefined };
  expect(painted({ ...line, run }, { ...FACES_ONLY, face: () => pieces }).slice(1)).toEqual([
    'font=10.5px piece-7',
    'fillText U+f0007 23 31',
    'font=10.5px piece-9',
    'fillText U+f0009 33 31',
  ]);
});

test('a glyph without a font is filled by its outline, at the same place and size', () => {
  const outline = { outline: true } as unknown as Path2D;
  const pieces = { familyOf: () => undefined, outlineOf: () => outline };
  expect(painted(line, { ...FACES_ONLY, face: () => pieces }).slice(1)).toEqual([
    'save',
    'translate 23 31',
    'scale 1 1',
    'scale 10.5 10.5',
    'fill {"outline":true} nonzero',
    'restore',
  ]);
});

test('ink that overprints leaves alone what the look does not show of it', () => {
  const look = { colourOf: () => 'tint', overprintOf: () => undefined };
  expect(painted(line, FACES_ONLY, look)).toEqual([]);
  const grey = { ...line, run: { ...line.run, ink: { ...K_ONLY, k: 0.5 } } };
  expect(painted(grey, FACES_ONLY, look)).toContain('fillText U+f0007 23 31');
});

test('groups shift their members and put the surface back', () => {
  const strokes = painted({ kind: 'group', id: 'a', x: 5, y: 6, items: [line] });
  expect([strokes[0], strokes.at(-1)]).toEqual(['translate 5 6', 'translate -5 -6']);
});

test('groups that do not show are passed over', () => {
  const group: DisplayItem = { kind: 'group', id: 'a', x: 500, y: 0, items: [line] };
  expect(painted(group)).toEqual([]);
});

test('shapes are filled, then stroked with their dashes', () => {
  const shape: DisplayItem = {
    kind: 'shape',
    outline: { kind: 'line', x1: 0, y1: 1, x2: 2, y2: 3 },
    fill: { c: 0, m: 1, y: 1, k: 0 },
    stroke: { ink: K_ONLY, widthPt: 0.5, dash: [2, 1] },
  };
  expect(painted(shape)).toEqual([
    'beginPath',
    'moveTo 0 1',
    'lineTo 2 3',
    'fillStyle=rgb(241 55 55)',
    'fill',
    'strokeStyle=rgb(40 40 40)',
    'lineWidth=0.5',
    'setLineDash [2,1]',
    'stroke',
  ]);
});

test('paths are traced with their curves', () => {
  const shape: DisplayItem = {
    kind: 'shape',
    outline: {
      kind: 'path',
      segments: [
        { kind: 'move', x: 0, y: 0 },
        { kind: 'curve', x1: 1, y1: 2, x2: 3, y2: 4, x: 5, y: 6 },
        { kind: 'close' },
      ],
    },
    fill: K_ONLY,
    stroke: undefined,
  };
  expect(painted(shape).slice(1, 4)).toEqual([
    'moveTo 0 0',
    'bezierCurveTo 1 2 3 4 5 6',
    'closePath',
  ]);
});

test('a picture shows its crop in its frame, and an open slot is crossed', () => {
  const item: DisplayItem = {
    kind: 'picture',
    picture: 'workshop',
    asset: 'a.jpg',
    frame: { x: 1, y: 2, width: 30, height: 20 },
    crop: { x: 0.25, y: 0, width: 0.5, height: 1 },
    greyscale: true,
  };
  const picture = { width: 3000, height: 2000 } as ImageBitmap;
  const strokes = painted(item, { ...FACES_ONLY, picture: () => picture });
  expect(strokes).toContain('filter=grayscale(1)');
  expect(strokes.find((stroke) => stroke.startsWith('drawImage'))).toBe(
    'drawImage {"width":3000,"height":2000} 750 0 1500 2000 1 2 30 20',
  );
  expect(painted(item)).toContain('lineTo 31 22');
});

test('an open slot is bare paper on a plate, and a picture is what was made of it', () => {
  const item: DisplayItem = {
    kind: 'picture',
    picture: 'workshop',
    asset: 'a.jpg',
    frame: { x: 1, y: 2, width: 30, height: 20 },
    crop: { x: 0, y: 0, width: 0.5, height: 1 },
    greyscale: true,
  };
  const separated = { width: 600, height: 400 } as ImageBitmap;
  const look: PaintLook = { ...SCREEN_LOOK, pictureOf: () => separated };
  const picture = { width: 3000, height: 2000 } as ImageBitmap;
  const strokes = painted(item, { ...FACES_ONLY, picture: () => picture }, look);
  expect(strokes).not.toContain('filter=grayscale(1)');
  expect(strokes.find((stroke) => stroke.startsWith('drawImage'))).toBe(
    'drawImage {"width":600,"height":400} 0 0 300 400 1 2 30 20',
  );
  expect(painted(item, FACES_ONLY, look)).toEqual([]);
});

/** What is done to the surface for an item, after the paper has been laid. */
function painted(
  item: DisplayItem,
  stock: PaintStock = FACES_ONLY,
  look: PaintLook = SCREEN_LOOK,
): readonly string[] {
  const { surface, strokes } = recordingSurface();
  const list: DisplayList = { widthPt: 100, heightPt: 100, items: [item] };
  paintPage(surface, {
    list,
    stock,
    look,
    parts: [{ x: 0, y: 0, width: 100, height: 100 }],
  });
  const paper = strokes.indexOf('fillRect 0 0 100 100');
  expect(strokes[paper - 1]).toBe(`fillStyle=${look.colourOf(PAPER)}`);
  return strokes.slice(paper + 1);
}
