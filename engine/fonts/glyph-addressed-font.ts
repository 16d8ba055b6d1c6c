import { readCharacterMap } from './character-map.ts';
import { fontBytesOf, viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import { type FontTables, openFontTables, writeSfnt } from './sfnt.ts';
import { subsetGlyf } from './subset-glyf.ts';

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
/** What a cut face takes over as it is; browsers want both. */
const NAMING_TABLES = ['OS/2', 'name'];
const POST_VERSION_3 = 0x00030000;

/** The character that stands for a glyph in a glyph-addressed font. */
export function glyphCharacter(glyphId: number): string {
  return String.fromCodePoint(FIRST_GLYPH_CHARACTER + glyphId);
}

/**
 * A copy of the face in which each glyph is reached by a private character, U+F0000 plus its id,
 * and nothing else: so a canvas draws exactly the glyphs of the display list with `fillText`. With
 * `glyphIds`, a TrueType face is cut down to those; other faces are copied whole.
 */
export function glyphAddressedFont(program: FontProgram, glyphIds?: Iterable<number>): Uint8Array {
  if (glyphIds !== undefined && program.outlines === 'glyf') return cutFont(program, glyphIds);
  const glyphCount = Math.min(program.glyphCount, LAST_ADDRESSABLE_GLYPH + 1);
  const tables = copied(program.tables);
  tables.set('cmap', glyphCharacterMap([{ from: 0, to: 0, count: glyphCount }]));
  tables.set('post', namelessPost());
  return writeSfnt(program.outlines === 'cff' ? OPENTYPE_CFF : TRUETYPE_SFNT, tables);
}

/** Tells which glyphs a glyph-addressed font holds. */
export function addressedGlyphs(bytes: Uint8Array): (glyphId: number) => boolean {
  const tables = openFontTables({ bytes: fontBytesOf(bytes), faceIndex: 0 });
  const characters = readCharacterMap(tables);
  return (glyphId) => glyphId === 0 || placeInFont(characters, glyphId) !== 0;
}

/** Place of a glyph of the face in the glyph-addressed font; 0 when it is not in it. */
export function placeInFont(
  characters: { glyphOf(codePoint: number): number },
  glyphId: number,
): number {
  return glyphId > LAST_ADDRESSABLE_GLYPH ? 0 : characters.glyphOf(FIRST_GLYPH_CHARACTER + glyphId);
}

function cutFont(program: FontProgram, glyphIds: Iterable<number>): Uint8Array {
  const subset = subsetGlyf(program, glyphIds);
  const bare = openFontTables({ bytes: fontBytesOf(subset.bytes), faceIndex: 0 });
  const tables = copied(program.tables, NAMING_TABLES);
  for (const [tag, table] of copied(bare)) tables.set(tag, table);
  tables.set('cmap', glyphCharacterMap(glyphRuns(subset.glyphIds)));
  tables.set('post', namelessPost());
  return writeSfnt(TRUETYPE_SFNT, tables);
}

function copied(from: FontTables, tags: readonly string[] = COPIED_TABLES) {
  const tables = new Map<string, Uint8Array>();
  for (const tag of tags) {
    const table = from.table(tag);
    if (table) tables.set(tag, table);
  }
  return tables;
}

/** Consecutive glyph ids that stand at consecutive places. */
interface GlyphRange {
  /** First glyph id of the face. */
  readonly from: number;
  /** Its place in the font. */
  readonly to: number;
  readonly count: number;
}

function glyphRuns(glyphIds: readonly number[]): readonly GlyphRange[] {
  const runs: GlyphRange[] = [];
  for (const [place, glyphId] of glyphIds.entries()) {
    if (glyphId > LAST_ADDRESSABLE_GLYPH) break;
    const run = runs.at(-1);
    if (run !== undefined && run.from + run.count === glyphId) {
      runs[runs.length - 1] = { ...run, count: run.count + 1 };
    } else runs.push({ from: glyphId, to: place, count: 1 });
  }
  return runs;
}

/** Format 12: consecutive characters to consecutive glyphs. */
function glyphCharacterMap(runs: readonly GlyphRange[]): Uint8Array {
  const table = new Uint8Array(28 + 12 * runs.length);
  const view = viewOf(table);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * runs.length);
  view.setUint32(24, runs.length);
  for (const [index, { from, to, count }] of runs.entries()) {
    const at = 28 + 12 * index;
    view.setUint32(at, FIRST_GLYPH_CHARACTER + from);
    view.setUint32(at + 4, FIRST_GLYPH_CHARACTER + from + count - 1);
    view.setUint32(at + 8, to);
  }
  return table;
}

function namelessPost(): Uint8Array {
  const table = new Uint8Array(32);
  viewOf(table).setUint32(0, POST_VERSION_3);
  return table;
}
