import { describe, expect, test } from 'vitest';
import { isWesternText } from '#engine/fonts/harfbuzz-typeface.ts';
import { bundledFace, fixtureFace, set, setVertically } from './real-faces.ts';

const song = bundledFace('song-400');
const hei = bundledFace('hei-700');
const kai = bundledFace('kai-500');

describe('a line of Chinese', () => {
  test('sets every Han character one em wide', () => {
    for (const face of [song, hei, kai]) {
      expect(set(face, '湘潭园区').map((glyph) => glyph.advance)).toEqual([1, 1, 1, 1]);
    }
  });

  test('draws a double dash as one glyph of two em that stands for both characters', () => {
    for (const face of [song, hei]) {
      const glyphs = set(face, '——');
      expect(glyphs).toHaveLength(1);
      expect(glyphs[0]).toMatchObject({ advance: 2, start: 0, end: 2 });
    }
  });

  test('leaves adjacent marks as wide as they are drawn', () => {
    const widths = set(song, '”，（。）').map((glyph) => [glyph.advance, glyph.xOffset]);
    expect(widths).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  test('keeps a rare character outside the basic plane in one range', () => {
    const [glyph, after] = set(hei, '\u{20164}国');
    expect(hei.hasGlyph(0x20164)).toBe(true);
    expect(glyph).toMatchObject({ start: 0, end: 2, advance: 1 });
    expect(glyph?.id).not.toBe(0);
    expect(after).toMatchObject({ start: 2, end: 3 });
  });

  test('tells that a character is missing', () => {
    expect(song.hasGlyph(0x20bb7)).toBe(false);
    expect(song.hasGlyph('园'.codePointAt(0) ?? 0)).toBe(true);
  });

  test('gives the same glyphs again without shaping again', () => {
    expect(set(song, '周')).toBe(set(song, '周'));
    expect(set(song, '，')).not.toBe(setVertically(song, '，'));
  });
});

describe('a vertical headline', () => {
  test('takes the marks that are drawn for vertical lines', () => {
    for (const face of [song, hei, kai]) {
      for (const mark of ['，', '。', '（', '…', '“']) {
        const [upright] = set(face, mark);
        const [vertical] = setVertically(face, mark);
        expect(vertical?.id).not.toBe(upright?.id);
      }
    }
  });

  test('leaves Han characters as they are, advances included', () => {
    expect(setVertically(song, '国')).toEqual(set(song, '国'));
  });

  test('hangs a character 0.88 em above its baseline, and a double dash half an em higher', () => {
    const [dash] = setVertically(song, '——');
    const [han] = setVertically(song, '国');
    expect(song.verticalOriginY(han?.id ?? 0)).toBeCloseTo(0.88, 6);
    expect(song.verticalOriginY(dash?.id ?? 0)).toBeCloseTo(1.38, 6);
    // A blank glyph has no outline to measure from.
    expect(song.verticalOriginY(set(song, ' ')[0]?.id ?? 0)).toBe(0.88);
  });

  test('reads the vertical origin of a CFF face where it is stated', () => {
    const face = fixtureFace('cid-keyed.otf');
    expect(face.verticalOriginY(set(face, '园')[0]?.id ?? 0)).toBeCloseTo(0.88, 6);
  });
});

describe('a Western word', () => {
  test('is kerned, while Han is not', () => {
    const apart = (set(song, 'A')[0]?.advance ?? 0) + (set(song, 'V')[0]?.advance ?? 0);
    const together = set(song, 'AV').reduce((sum, glyph) => sum + glyph.advance, 0);
    expect(together).toBeLessThan(apart - 0.05);
  });

  test('has a narrow apostrophe, though Chinese text has a wide one', () => {
    const inWord = set(song, 'don’t').find((glyph) => glyph.start === 3);
    expect(inWord?.advance).toBeLessThan(0.4);
    expect(set(song, '’')[0]?.advance).toBe(1);
  });

  test('accounts for every character, ligatures included', () => {
    const glyphs = set(song, 'office');
    expect(glyphs.map((glyph) => 'office'.slice(glyph.start, glyph.end)).join('')).toBe('office');
  });

  test('is told from Chinese by its letters, digits and ASCII marks', () => {
    expect(['Park', '2021', '-', 'don’t', 'é'].every(isWesternText)).toBe(true);
    expect(['园', '，', '——', '’', '…', '·', '5G园区', '\u{20bb7}'].some(isWesternText)).toBe(
      false,
    );
  });
});

describe('the ink of a glyph', () => {
  test('lies where the mark is drawn', () => {
    const box = song.inkBox(set(song, '，')[0]?.id ?? 0);
    expect(box).toEqual({ left: 0.078, bottom: -0.195, right: 0.227, top: 0.118 });
  });

  test('is nothing for a blank', () => {
    expect(song.inkBox(set(song, '　')[0]?.id ?? 0)).toBeUndefined();
    const boxes = fixtureFace('name-keyed.otf');
    expect(boxes.inkBox(set(boxes, ' ')[0]?.id ?? 0)).toBeUndefined();
  });

  test('is measured in CFF faces too', () => {
    const boxes = fixtureFace('name-keyed.otf');
    const box = boxes.inkBox(set(boxes, 'A')[0]?.id ?? 0);
    expect(box?.left).toBe(0.05);
    expect(box?.top).toBe(0.7);
    expect(box?.right).toBeGreaterThan(0.55);
  });
});
