import { viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import { writeSfnt } from './sfnt.ts';

/** First character of plane 15 (private use); glyph id 0 stands there, the others follow. */
const FIRST_GLYPH_CHARACTER = 0xf0000;
/** Plane 15 ends with two code points that are no characters. */
const LAST_ADDRESSABLE_GLYPH = 0xfffd;

const TRUETYPE_SFNT = 0x00010000;
const OPENTYPE_CFF = 0x4f54544f;
/** Layout, vertical metrics and old hints would only make the browser change or move our glyphs. */
const COPIED_TABLES = [
  'CFF ',
  'OS/2',
  'cvt ',
  'fpgm',
  'gasp',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'prep',
];
const POST_VERSION_3 = 0x00030000;

/** The character that stands for a glyph in a glyph-addressed font. */
export function glyphCharacter(glyphId: number): string {
  return String.fromCodePoint(FIRST_GLYPH_CHARACTER + glyphId);
}

/**
 * A copy of the face in which each glyph is reached by a private character, U+F0000 plus its id,
 * and nothing else: so a canvas draws exactly the glyphs of the display list with `fillText`.
 */
export function glyphAddressedFont(program: FontProgram): Uint8Array {
  const tables = new Map<string, Uint8Array>();
  for (const tag of COPIED_TABLES) {
    const table = program.tables.table(tag);
    if (table) tables.set(tag, table);
  }
  tables.set('cmap', glyphCharacterMap(program.glyphCount));
  tables.set('post', namelessPost());
  return writeSfnt(program.outlines === 'cff' ? OPENTYPE_CFF : TRUETYPE_SFNT, tables);
}

/** One group of format 12: consecutive characters to consecutive glyphs. */
function glyphCharacterMap(glyphCount: number): Uint8Array {
  const table = new Uint8Array(40);
  const view = viewOf(table);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 28);
  view.setUint32(24, 1);
  const lastGlyph = Math.min(glyphCount - 1, LAST_ADDRESSABLE_GLYPH);
  view.setUint32(28, FIRST_GLYPH_CHARACTER);
  view.setUint32(32, FIRST_GLYPH_CHARACTER + lastGlyph);
  view.setUint32(36, 0);
  return table;
}

function namelessPost(): Uint8Array {
  const table = new Uint8Array(32);
  viewOf(table).setUint32(0, POST_VERSION_3);
  return table;
}
