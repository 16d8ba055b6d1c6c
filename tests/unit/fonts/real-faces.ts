import { readFileSync } from 'node:fs';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import { fontBytesOf } from '#engine/fonts/font-bytes.ts';
import { type FontProgram, openFontProgram } from '#engine/fonts/font-program.ts';
import { type ProgramTypeface, typefaceOf } from '#engine/fonts/harfbuzz-typeface.ts';
import type { FontTables } from '#engine/fonts/sfnt.ts';
import { writeSfnt } from '#engine/fonts/sfnt.ts';
import type { ShapedGlyph } from '#engine/fonts/typeface.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';

/** Tests stay out of the user's own cache folder. */
const UNPACKED = 'node_modules/.cache/unpacked-faces';

let book: ProgramFontBook | undefined;

/** One of the bundled faces, opened once for all tests of a file. */
export function bundledFace(id: string): ProgramTypeface {
  book ??= openFontBook({ faces: [], cacheFolder: UNPACKED }).book;
  return book.face(id);
}

/** A small CFF face from tests/fixtures/fonts. */
export function fixtureFace(name: string): ProgramTypeface {
  const bytes = fontBytesOf(new Uint8Array(readFileSync(`tests/fixtures/fonts/${name}`)));
  return typefaceOf(name, openFontProgram({ bytes, faceIndex: 0 }));
}

/** Shapes horizontal text. */
export function set(face: ProgramTypeface, text: string): readonly ShapedGlyph[] {
  return face.shape(text, { vertical: false });
}

/** Shapes text for a vertical line. */
export function setVertically(face: ProgramTypeface, text: string): readonly ShapedGlyph[] {
  return face.shape(text, { vertical: true });
}

/** Every table of a face, to rebuild it with one of them changed. */
export function allTables(tables: FontTables): Map<string, Uint8Array> {
  return new Map(tables.tags.map((tag) => [tag, tables.table(tag) ?? new Uint8Array()]));
}

/** Song 400 with other licence bits. */
export function faceWithLicenceBits(fsType: number): Uint8Array {
  const { tables } = bundledFace('song-400').program;
  const changed = allTables(tables);
  const os2 = (changed.get('OS/2') ?? new Uint8Array()).slice();
  new DataView(os2.buffer).setUint16(8, fsType);
  changed.set('OS/2', os2);
  return writeSfnt(0x00010000, changed);
}

/** Opens font bytes that stand in memory. */
export function programOf(bytes: Uint8Array, faceIndex = 0): FontProgram {
  return openFontProgram({ bytes: fontBytesOf(bytes), faceIndex });
}
