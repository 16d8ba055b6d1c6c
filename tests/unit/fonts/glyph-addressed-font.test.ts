import { describe, expect, test } from 'vitest';
import {
  addressedGlyphs,
  glyphAddressedFont,
  glyphCharacter,
} from '#engine/fonts/glyph-addressed-font.ts';
import { glyfOutline } from '#engine/fonts/outline.ts';
import { bundledFace, fixtureFace, programOf, set, setVertically } from './real-faces.ts';

describe('the font the screen paints with', () => {
  const song = bundledFace('song-400');
  const addressed = programOf(glyphAddressedFont(song.program));

  test('reaches every glyph by its own private character', () => {
    for (const glyphId of [0, 1, 30_455, song.program.glyphCount - 1]) {
      const character = glyphCharacter(glyphId).codePointAt(0) ?? 0;
      expect(addressed.characters.glyphOf(character)).toBe(glyphId);
    }
    const beyond = glyphCharacter(song.program.glyphCount).codePointAt(0) ?? 0;
    expect(addressed.characters.glyphOf(beyond)).toBe(0);
  });

  test('reaches vertical forms and ligatures, which no character of the text reaches', () => {
    for (const glyph of [...setVertically(song, '，'), ...set(song, '——')]) {
      const character = glyphCharacter(glyph.id).codePointAt(0) ?? 0;
      expect(addressed.boxOf(addressed.characters.glyphOf(character))).toEqual(
        song.program.boxOf(glyph.id),
      );
    }
  });

  test('knows no other character and no layout of its own', () => {
    expect(addressed.characters.glyphOf('园'.codePointAt(0) ?? 0)).toBe(0);
    expect(addressed.tables.lengthOf('GSUB') + addressed.tables.lengthOf('GPOS')).toBe(0);
  });

  test('is made of CFF faces too', () => {
    const face = fixtureFace('name-keyed.otf');
    const copy = programOf(glyphAddressedFont(face.program));
    expect(copy.outlines).toBe('cff');
    expect(copy.characters.glyphOf(0xf0002)).toBe(2);
  });
});

describe('a part of a face that the screen paints with', () => {
  const song = bundledFace('song-400');
  const wanted = [...set(song, '园区——'), ...setVertically(song, '，')].map(({ id }) => id);
  const bytes = glyphAddressedFont(song.program, wanted);
  const part = programOf(bytes);

  test('draws the glyphs asked for as the whole face does, and at the same characters', () => {
    for (const glyphId of wanted) {
      const character = glyphCharacter(glyphId).codePointAt(0) ?? 0;
      const place = part.characters.glyphOf(character);
      expect(place).not.toBe(0);
      expect(glyfOutline(part, place)).toEqual(glyfOutline(song.program, glyphId));
      expect(part.advanceOf(place)).toBe(song.program.advanceOf(glyphId));
    }
  });

  test('tells which glyphs it holds', () => {
    const holds = addressedGlyphs(bytes);
    expect(wanted.every(holds)).toBe(true);
    expect(holds(set(song, '版')[0]?.id ?? 0)).toBe(false);
    expect(addressedGlyphs(glyphAddressedFont(song.program))(30_455)).toBe(true);
  });

  test('is small', () => {
    expect(bytes.length).toBeLessThan(10_000);
  });
});
