import { describe, expect, it } from 'vitest';
import { readUnits } from '#engine/compose/clusters.ts';
import type { Cluster, ClusterGlyph } from '#engine/compose/prepared-text.ts';
import { cellUnits, verticalText } from '#engine/compose/vertical-cells.ts';
import type { Typeface } from '#engine/fonts/typeface.ts';
import { bundledFace } from '#tests/unit/fonts/real-faces.ts';

const SONG = () => bundledFace('song-900');
const KAI = () => bundledFace('kai-500');

/** Song 900 as an older face would have it: without any form for columns. */
function faceWithoutVerticalForms(): Typeface {
  const face = bundledFace('song-900');
  return {
    id: face.id,
    hasGlyph: (codePoint) => face.hasGlyph(codePoint),
    shape: (text) => face.shape(text, { vertical: false }),
    inkBox: (glyphId) => face.inkBox(glyphId),
    verticalOriginY: (glyphId) => face.verticalOriginY(glyphId),
  };
}

/** The mark alone in a column. */
function mark(typeface: Typeface, text: string): Cluster {
  const units = readUnits([{ text, face: typeface.id, keepTogether: false }]);
  const [cluster] = cellUnits(units).flatMap((cell) => verticalText(cell, typeface));
  if (cluster === undefined) throw new Error(`no cluster for ${text}`);
  return cluster;
}

/** Ink in the column: `from` and `to` run down from its top, `left` and `right` from its centre. */
function inkOf(typeface: Typeface, glyph: ClusterGlyph) {
  const ink = typeface.inkBox(glyph.id);
  if (ink === undefined) throw new Error('a mark without ink');
  return glyph.turn === 90
    ? {
        from: glyph.x + ink.left,
        to: glyph.x + ink.right,
        left: glyph.y + ink.bottom,
        right: glyph.y + ink.top,
      }
    : {
        from: glyph.x - ink.top,
        to: glyph.x - ink.bottom,
        left: glyph.y + ink.left,
        right: glyph.y + ink.right,
      };
}

/** All ink of a mark. */
function inkOfMark(typeface: Typeface, text: string) {
  const inks = mark(typeface, text).glyphs.map((glyph) => inkOf(typeface, glyph));
  return {
    from: Math.min(...inks.map((ink) => ink.from)),
    to: Math.max(...inks.map((ink) => ink.to)),
    left: Math.min(...inks.map((ink) => ink.left)),
    right: Math.max(...inks.map((ink) => ink.right)),
  };
}

const turnsOf = (typeface: Typeface, text: string) =>
  mark(typeface, text).glyphs.map((glyph) => glyph.turn);

describe('a mark that the face cannot draw for a column', () => {
  it('is turned: the —— of Kai runs down the middle of the column for two squares', () => {
    expect(turnsOf(KAI(), '——')).toEqual([90, 90]);
    const ink = inkOfMark(KAI(), '——');
    expect(ink.from).toBeGreaterThan(-0.05);
    expect(ink.to).toBeLessThan(2.05);
    expect(ink.to - ink.from).toBeGreaterThan(1.8);
    expect((ink.left + ink.right) / 2).toBeCloseTo(0, 6);
    expect(ink.right - ink.left).toBeLessThan(0.2);
  });

  it.each(['–', '－', '/'])('is turned and stays within its body: %s in Song', (text) => {
    expect(turnsOf(SONG(), text)).toEqual([90]);
    const { body } = mark(SONG(), text);
    const ink = inkOfMark(SONG(), text);
    expect((ink.left + ink.right) / 2).toBeCloseTo(0, 6);
    expect(ink.from).toBeGreaterThan(-0.06);
    expect(ink.to).toBeLessThan(body + 0.06);
  });

  it.each(['（', '）', '《', '》'])('is turned within half a square: %s of an old face', (text) => {
    const face = faceWithoutVerticalForms();
    expect(turnsOf(face, text)).toEqual([90]);
    const ink = inkOfMark(face, text);
    expect(ink.from).toBeGreaterThan(-0.06);
    expect(ink.to).toBeLessThan(0.56);
    expect((ink.left + ink.right) / 2).toBeCloseTo(0, 6);
  });

  it.each(['，', '。', '、'])('is moved to the upper right: %s of an old face', (text) => {
    const face = faceWithoutVerticalForms();
    const ink = inkOfMark(face, text);
    expect(turnsOf(face, text)).toEqual([0]);
    expect(ink.from).toBeGreaterThanOrEqual(0);
    expect(ink.to).toBeLessThanOrEqual(0.5);
    expect(ink.left).toBeGreaterThanOrEqual(0);
    expect(ink.right).toBeLessThanOrEqual(0.5);
  });
});

describe('a mark that the face draws for a column', () => {
  it('stands as drawn: the —— of Song is one upright glyph down two squares', () => {
    expect(turnsOf(SONG(), '——')).toEqual([0]);
    const ink = inkOfMark(SONG(), '——');
    expect(ink.from).toBeGreaterThan(-0.05);
    expect(ink.to).toBeLessThan(2.05);
    expect(ink.to - ink.from).toBeGreaterThan(1.7);
    expect((ink.left + ink.right) / 2).toBeCloseTo(0, 1);
  });

  it.each(['，', '。', '、'])('stands at the upper right: %s', (text) => {
    for (const face of [SONG(), KAI()]) {
      const ink = inkOfMark(face, text);
      expect(turnsOf(face, text)).toEqual([0]);
      expect((ink.from + ink.to) / 2).toBeLessThan(0.5);
      expect((ink.left + ink.right) / 2).toBeGreaterThan(0);
    }
  });

  it.each(['（', '《', '【'])('lies across the column: %s is wider than deep', (text) => {
    for (const face of [SONG(), KAI()]) {
      const ink = inkOfMark(face, text);
      expect(turnsOf(face, text)).toEqual([0]);
      expect(ink.right - ink.left).toBeGreaterThan(ink.to - ink.from);
    }
  });

  it('is never turned where it has one form only: the corner brackets of quotes', () => {
    const face = faceWithoutVerticalForms();
    for (const text of ['“', '”', '‘', '’']) expect(turnsOf(face, text)).toEqual([0]);
  });
});

describe('digits side by side in one square', () => {
  it.each(['22', '200'])('%s stands in the middle of it', (text) => {
    for (const face of [SONG(), KAI()]) {
      const { glyphs } = mark(face, text);
      const ends = glyphs.map(({ id, y, scale }) => {
        const ink = face.inkBox(id);
        return ink === undefined ? [0, 0] : [y + ink.left * scale, y + ink.right * scale];
      });
      const left = Math.min(...ends.map(([from = 0]) => from));
      const right = Math.max(...ends.map(([, to = 0]) => to));
      expect(left).toBeGreaterThan(-0.5);
      expect(right).toBeLessThan(0.5);
      expect(left + right).toBeCloseTo(0, 1);
      const first = glyphs[0];
      if (first === undefined) throw new Error('no digit');
      const ink = inkOf(face, first);
      expect((ink.from + ink.to) / 2).toBeCloseTo(0.5, 6);
    }
  });
});
