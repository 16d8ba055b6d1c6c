import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { UnreadableFont, viewOf } from './font-bytes.ts';
import { BOXES_TABLE, type GlyphBox, readGlyphBoxes } from './glyph-boxes.ts';
import { type FontSource, type FontTables, openFontTables } from './sfnt.ts';

/**
 * One face read by range: the measures and outlines that shaping, pressing and painting share.
 * Lengths are units of the font program; `unitsPerEm` of them make one em.
 */
export interface FontProgram {
  readonly tables: FontTables;
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /**
   * How outlines are written: TrueType (`glyf`) or PostScript (`CFF `, `CFF2`); `boxes` for a
   * shaping face, of whose outlines only the boxes are left.
   */
  readonly outlines: 'glyf' | 'cff' | 'boxes';
  readonly characters: CharacterMap;
  /** Horizontal step width of a glyph. */
  advanceOf(glyphId: number): number;
  /** Distance from the origin to the left edge of the outline, as `hmtx` states it. */
  leftSideBearingOf(glyphId: number): number;
  /** Height of the vertical origin above the baseline; undefined when the face does not tell. */
  verticalOriginOf(glyphId: number): number | undefined;
  /** Byte range of the glyph in `glyf`; an empty range for a blank glyph and for CFF faces. */
  glyphRange(glyphId: number): { readonly offset: number; readonly length: number };
  /** The glyph's bytes in `glyf`; empty for a blank glyph and for CFF faces. */
  outlineBytes(glyphId: number): Uint8Array;
  /** Box of the outline; undefined for a blank glyph, and for CFF faces, which state none. */
  boxOf(glyphId: number): GlyphBox | undefined;
}

/** Opens a face; reads only its small tables. Throws UnreadableFont. */
export function openFontProgram(source: FontSource): FontProgram {
  return fontProgramOf(openFontTables(source));
}

function fontProgramOf(tables: FontTables): FontProgram {
  const head = viewOf(tables.range('head', 0, 54));
  const glyphCount = viewOf(tables.range('maxp', 0, 6)).getUint16(4);
  const outlines = outlineKind(tables);
  const horizontal = readMetrics(tables, { header: 'hhea', metrics: 'hmtx', glyphCount });
  if (!horizontal) throw new UnreadableFont('missing table hmtx');
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm === 0) throw new UnreadableFont('no size');
  const locate = outlines === 'glyf' ? lazily(() => readLocations(tables, glyphCount)) : undefined;
  const characters = lazily(() => readCharacterMap(tables));
  const vertical = lazily(() =>
    readMetrics(tables, { header: 'vhea', metrics: 'vmtx', glyphCount }),
  );

  const statedOrigins = lazily(() => readVerticalOrigins(tables));
  const statedBoxes = outlines === 'boxes' ? readGlyphBoxes(tables) : undefined;

  function glyphRange(glyphId: number): { offset: number; length: number } {
    if (!locate || glyphId < 0 || glyphId >= glyphCount) return { offset: 0, length: 0 };
    const offset = locate()(glyphId);
    return { offset, length: Math.max(0, locate()(glyphId + 1) - offset) };
  }

  function boxOf(glyphId: number): GlyphBox | undefined {
    if (statedBoxes !== undefined) return statedBoxes(glyphId);
    const { offset, length } = glyphRange(glyphId);
    if (length < 10) return undefined;
    const box = viewOf(tables.range('glyf', offset, 10));
    return {
      left: box.getInt16(2),
      bottom: box.getInt16(4),
      right: box.getInt16(6),
      top: box.getInt16(8),
    };
  }

  return {
    tables,
    unitsPerEm,
    glyphCount,
    outlines,
    characters: { glyphOf: (codePoint) => characters().glyphOf(codePoint) },
    advanceOf: (glyphId) => horizontal.advance(glyphId),
    leftSideBearingOf: (glyphId) => horizontal.bearing(glyphId),
    verticalOriginOf(glyphId) {
      const stated = statedOrigins()?.(glyphId);
      if (stated !== undefined) return stated;
      // The outline hangs below its vertical origin by the top side bearing (OpenType, vmtx).
      const bearing = vertical()?.bearing(glyphId);
      const box = boxOf(glyphId);
      return bearing === undefined || !box ? undefined : box.top + bearing;
    },
    glyphRange,
    outlineBytes(glyphId) {
      const { offset, length } = glyphRange(glyphId);
      return length === 0 ? new Uint8Array() : tables.range('glyf', offset, length);
    },
    boxOf,
  };
}

function outlineKind(tables: FontTables): FontProgram['outlines'] {
  if (tables.lengthOf(BOXES_TABLE) > 0) return 'boxes';
  if (tables.lengthOf('glyf') > 0) return 'glyf';
  if (tables.lengthOf('CFF ') > 0 || tables.lengthOf('CFF2') > 0) return 'cff';
  throw new UnreadableFont('no outlines');
}

interface GlyphMetrics {
  advance(glyphId: number): number;
  bearing(glyphId: number): number;
}

/** `hmtx` and `vmtx` are built alike: pairs, then bearings that share the last advance. */
function readMetrics(
  tables: FontTables,
  options: { header: string; metrics: string; glyphCount: number },
): GlyphMetrics | undefined {
  const table = tables.table(options.metrics);
  if (!table || tables.lengthOf(options.header) < 36) return undefined;
  const pairs = viewOf(tables.range(options.header, 34, 2)).getUint16(0);
  if (pairs === 0 || table.length < 4 * pairs) throw new UnreadableFont('cut short in metrics');
  const view = viewOf(table);
  return {
    advance: (glyphId) => view.getUint16(4 * Math.min(glyphId, pairs - 1)),
    bearing(glyphId) {
      const at = glyphId < pairs ? 4 * glyphId + 2 : 4 * pairs + 2 * (glyphId - pairs);
      return at + 2 <= table.length ? view.getInt16(at) : 0;
    },
  };
}

/** `VORG` of a CFF face: one height for all glyphs and a sorted list of the ones that differ. */
function readVerticalOrigins(tables: FontTables): ((glyphId: number) => number) | undefined {
  const table = tables.table('VORG');
  if (!table || table.length < 8) return undefined;
  const view = viewOf(table);
  const count = Math.min(view.getUint16(6), Math.floor((table.length - 8) / 4));
  const origins = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    origins.set(view.getUint16(8 + 4 * index), view.getInt16(10 + 4 * index));
  }
  const usual = view.getInt16(4);
  return (glyphId) => origins.get(glyphId) ?? usual;
}

function readLocations(tables: FontTables, glyphCount: number): (glyphId: number) => number {
  const isLong = viewOf(tables.range('head', 50, 2)).getInt16(0) === 1;
  const view = viewOf(tables.range('loca', 0, (glyphCount + 1) * (isLong ? 4 : 2)));
  if (isLong) return (glyphId) => view.getUint32(4 * glyphId);
  return (glyphId) => 2 * view.getUint16(2 * glyphId);
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
