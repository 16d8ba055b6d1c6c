import { describe, expect, test } from 'vitest';
import { readCharacterMap } from '#engine/fonts/character-map.ts';
import type { FontTables } from '#engine/fonts/sfnt.ts';

/** Two segments of format 4: A to C by a step, a to b by a list of glyph ids. */
function basicTable(): Uint8Array {
  const words = [0, 1, 3, 1, 0, 12];
  const segments = [4, 44, 0, 6, 4, 1, 2, 67, 98, 0xffff, 0, 65, 97, 0xffff];
  const deltas = [0x10000 - 60, 3, 1];
  const ranges = [0, 4, 0];
  const glyphIds = [40, 0];
  const all = [...words, ...segments, ...deltas, ...ranges, ...glyphIds];
  const bytes = new Uint8Array(2 * all.length);
  const view = new DataView(bytes.buffer);
  all.forEach((word, index) => {
    view.setUint16(2 * index, word);
  });
  return bytes;
}

function tablesWith(cmap: Uint8Array | undefined): FontTables {
  return {
    tags: ['cmap'],
    lengthOf: () => cmap?.length ?? 0,
    table: () => cmap,
    range: (_tag, offset, length) => (cmap ?? new Uint8Array()).subarray(offset, offset + length),
  };
}

describe('the characters of an old face', () => {
  const map = readCharacterMap(tablesWith(basicTable()));

  test('are found by step and by list', () => {
    expect([65, 66, 67].map((codePoint) => map.glyphOf(codePoint))).toEqual([5, 6, 7]);
    expect(map.glyphOf(97)).toBe(43);
  });

  test('are missing where the face has a hole', () => {
    expect([64, 68, 98, 99, 0x1_0041].map((codePoint) => map.glyphOf(codePoint))).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  test('are all missing where there is no table', () => {
    expect(readCharacterMap(tablesWith(undefined)).glyphOf(65)).toBe(0);
  });
});
