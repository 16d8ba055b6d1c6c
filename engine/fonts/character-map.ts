import { viewOf } from './font-bytes.ts';
import type { FontTables } from './sfnt.ts';

/** Which glyph a character has by the face's `cmap`, before any substitution. */
export interface CharacterMap {
  /** Glyph id of a code point; 0 (the missing glyph) when the face has none. */
  glyphOf(codePoint: number): number;
}

/** Reads the Unicode subtable of a `cmap`: format 12 where there is one, else format 4. */
export function readCharacterMap(tables: FontTables): CharacterMap {
  const table = tables.table('cmap');
  if (!table) return { glyphOf: () => 0 };
  const view = viewOf(table);
  const full = subtableOffset(view, 12);
  if (full !== undefined) return segmentedCoverage(view, full);
  const basic = subtableOffset(view, 4);
  return basic === undefined ? { glyphOf: () => 0 } : segmentMapping(view, basic);
}

function subtableOffset(view: DataView, format: number): number | undefined {
  const count = view.getUint16(2);
  for (let index = 0; index < count; index += 1) {
    const entry = 4 + 8 * index;
    const platform = view.getUint16(entry);
    const encoding = view.getUint16(entry + 2);
    const offset = view.getUint32(entry + 4);
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (isUnicode && view.getUint16(offset) === format) return offset;
  }
  return undefined;
}

/** Format 12: sorted groups of code points that map to consecutive glyphs. */
function segmentedCoverage(view: DataView, offset: number): CharacterMap {
  const groups = offset + 16;
  const count = view.getUint32(offset + 12);
  return {
    glyphOf(codePoint) {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const group = groups + 12 * middle;
        const start = view.getUint32(group);
        if (codePoint < start) high = middle - 1;
        else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
        else return view.getUint32(group + 8) + codePoint - start;
      }
      return 0;
    },
  };
}

/** Format 4: the same for the first 65,536 code points, with an optional table of glyph ids. */
function segmentMapping(view: DataView, offset: number): CharacterMap {
  const doubledCount = view.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + doubledCount + 2;
  const deltas = starts + doubledCount;
  const ranges = deltas + doubledCount;
  return {
    glyphOf(codePoint) {
      if (codePoint > 0xffff) return 0;
      let low = 0;
      let high = doubledCount / 2 - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (view.getUint16(ends + 2 * middle) < codePoint) low = middle + 1;
        else high = middle;
      }
      const start = view.getUint16(starts + 2 * low);
      if (codePoint < start || codePoint > view.getUint16(ends + 2 * low)) return 0;
      const delta = view.getUint16(deltas + 2 * low);
      const range = view.getUint16(ranges + 2 * low);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + 2 * low + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    },
  };
}
