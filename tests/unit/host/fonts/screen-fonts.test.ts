import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addressedGlyphs } from '#engine/fonts/glyph-addressed-font.ts';
import { bundledFaces, type CatalogueFace } from '#host/fonts/catalogue.ts';
import { commonCharacters } from '#host/fonts/common-characters.ts';
import { paintFontOf, rarePaintFont, shapingFontOf } from '#host/fonts/screen-fonts.ts';
import { bundledFace, set, setVertically } from '#tests/unit/fonts/real-faces.ts';

const folder = mkdtempSync(join(tmpdir(), 'banxin-fonts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function catalogueFace(id: string): CatalogueFace {
  const face = bundledFaces().find((one) => one.id === id);
  if (face === undefined) throw new Error(`no face ${id}`);
  return face;
}

test('common characters are level one of GB/T 2312 with marks, digits and letters', () => {
  const characters = new Set(commonCharacters());
  for (const character of '园区湘潭，。“”（）Aé0０①△') expect(characters).toContain(character);
  expect(characters).not.toContain('湉');
  const han = [...characters].filter((character) => /\p{Script=Han}/u.test(character));
  expect(han.length).toBeGreaterThanOrEqual(3755);
  expect(han.length).toBeLessThan(3800);
});

test('the common part of a face paints running text, lines down the page and Western words', () => {
  const song = bundledFace('song-400');
  const bytes = paintFontOf(catalogueFace('song-400'), folder);
  const holds = addressedGlyphs(bytes);
  const text = [...set(song, '园区——'), ...set(song, '“Park”'), ...setVertically(song, '（，。')];
  expect(text.every(({ id }) => holds(id))).toBe(true);
  expect(bytes.length).toBeLessThan(3_000_000);
});

test('rare characters are cut out as they are met', () => {
  const song = bundledFace('song-400');
  const rare = set(song, '湉')[0]?.id ?? 0;
  expect(addressedGlyphs(paintFontOf(catalogueFace('song-400'), folder))(rare)).toBe(false);
  const bytes = rarePaintFont(catalogueFace('song-400'), folder, [rare]);
  expect(addressedGlyphs(bytes)(rare)).toBe(true);
});

test('fonts are made once and kept', () => {
  const face = catalogueFace('hei-700');
  const made = [shapingFontOf(face, folder), paintFontOf(face, folder)];
  const kept = readdirSync(folder).filter((name) => name.includes(`-0-`));
  expect(kept.length).toBeGreaterThanOrEqual(2);
  expect([shapingFontOf(face, folder), paintFontOf(face, folder)]).toEqual(made);
});
