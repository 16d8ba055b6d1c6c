import { viewOf } from './font-bytes.ts';
import type { FontTables } from './sfnt.ts';

/** A glyph's box in the units of its font program, y upwards. */
export interface GlyphBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Private table of a shaping face: the box of every glyph as four 16-bit numbers, for a face whose
 * outlines were left out.
 */
export const BOXES_TABLE = 'Boxs';

const BOX_BYTES = 8;
/** Stands for a blank glyph: no font unit goes so far. */
const BLANK = 0x7fff;

/** The table of all boxes; blank glyphs are undefined. */
export function writeGlyphBoxes(
  glyphCount: number,
  boxOf: (glyphId: number) => GlyphBox | undefined,
): Uint8Array {
  const table = new Uint8Array(glyphCount * BOX_BYTES);
  const view = viewOf(table);
  for (let glyphId = 0; glyphId < glyphCount; glyphId += 1) {
    const box = boxOf(glyphId);
    const at = glyphId * BOX_BYTES;
    view.setInt16(at, box?.left ?? BLANK);
    view.setInt16(at + 2, box?.bottom ?? BLANK);
    view.setInt16(at + 4, box?.right ?? BLANK);
    view.setInt16(at + 6, box?.top ?? BLANK);
  }
  return table;
}

/** Reads boxes from the table of a shaping face; undefined when the face has none. */
export function readGlyphBoxes(
  tables: FontTables,
): ((glyphId: number) => GlyphBox | undefined) | undefined {
  const table = tables.table(BOXES_TABLE);
  if (table === undefined) return undefined;
  const view = viewOf(table);
  return (glyphId) => {
    const at = glyphId * BOX_BYTES;
    if (glyphId < 0 || at + BOX_BYTES > table.length || view.getInt16(at) === BLANK) {
      return undefined;
    }
    return {
      left: view.getInt16(at),
      bottom: view.getInt16(at + 2),
      right: view.getInt16(at + 4),
      top: view.getInt16(at + 6),
    };
  };
}
