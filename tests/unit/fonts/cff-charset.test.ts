import { describe, expect, test } from 'vitest';
import { readCffCharset } from '#engine/fonts/cff-charset.ts';
import type { FontProgram } from '#engine/fonts/font-program.ts';
import { fixtureFace } from './real-faces.ts';

/** A CFF table that holds no more than a name, a dictionary and a charset; five glyphs. */
function cffWith(charset: readonly number[]): FontProgram {
  const header = [1, 0, 4, 1];
  const names = [0, 1, 1, 1, 2, 65];
  // Registry 391, ordering 392, supplement 0; a real number; charset at byte 30.
  const ros = [28, 1, 135, 28, 1, 136, 139, 12, 30];
  const dictionary = [...ros, 30, 0xa1, 0x4f, 14, 139 + 30, 15];
  const dictionaries = [0, 1, 1, 1, 1 + dictionary.length, ...dictionary];
  const bytes = new Uint8Array([...header, ...names, ...dictionaries, ...charset]);
  const { program } = fixtureFace('name-keyed.otf');
  const tables = { ...program.tables, table: () => bytes };
  return { ...program, glyphCount: 5, tables };
}

describe('the CIDs of a CFF face', () => {
  test.each([
    ['one by one', [0, 0, 7, 0, 9, 1, 0, 1, 1]],
    ['in short runs', [1, 0, 7, 0, 0, 9, 0, 1, 0, 1]],
    ['in long runs', [2, 0, 7, 0, 0, 0, 9, 0, 0, 1, 0, 0, 9]],
  ])('are read %s', (_, charset) => {
    const { isCidKeyed, cidOf } = readCffCharset(cffWith(charset));
    expect(isCidKeyed).toBe(true);
    expect([0, 1, 2, 3, 4].map(cidOf)).toEqual([0, 7, 9, 256, 257]);
  });

  test('are the glyph ids in a name-keyed face', () => {
    const { isCidKeyed, cidOf } = readCffCharset(fixtureFace('name-keyed.otf').program);
    expect(isCidKeyed).toBe(false);
    expect(cidOf(3)).toBe(3);
  });
});
