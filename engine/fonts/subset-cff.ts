import { readCffCharset } from './cff-charset.ts';
import { fontBytesOf, UnreadableFont } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import { openFontTables, writeSfnt } from './sfnt.ts';

/**
 * The functions of `harfbuzz-subset.wasm` that cutting a face takes. The host instantiates the
 * module (it comes with harfbuzzjs and imports nothing) and hands its exports in.
 */
export interface SubsetWasm {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(length: number): number;
  free(pointer: number): void;
  /** Arguments: data, length, memory mode, user data, function that frees. */
  hb_blob_create(...blob: readonly [number, number, number, number, number]): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, lengthPointer: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** A `CFF ` table with few glyphs, and how a PDF addresses them. */
export interface CffSubset {
  readonly bytes: Uint8Array;
  cidOf(glyphId: number): number;
}

// hb_subset_flags_t, hb_subset_sets_t and hb_memory_mode_t of HarfBuzz 15.
const NO_HINTING = 0x0001;
const RETAIN_GLYPH_IDS = 0x0002;
const NOTDEF_OUTLINE = 0x0040;
const NO_LAYOUT_CLOSURE = 0x0200;
const LAYOUT_FEATURES = 6;
const WRITABLE_MEMORY = 2;
const OPENTYPE_CFF = 0x4f54544f;
const NEEDED_TABLES = ['CFF ', 'head', 'hhea', 'hmtx', 'maxp'];

/**
 * The `CFF ` table cut to the glyphs asked for. CID-keyed faces keep their CIDs in the charset and
 * lose the rest; name-keyed ones keep their glyph ids, by which a PDF then addresses them.
 */
export function subsetCff(
  wasm: SubsetWasm,
  program: FontProgram,
  glyphIds: Iterable<number>,
): CffSubset {
  const charset = readCffCharset(program);
  const flags = NO_HINTING | NOTDEF_OUTLINE | NO_LAYOUT_CLOSURE;
  const face = faceOf(wasm, program);
  const input = wasm.hb_subset_input_create_or_fail();
  wasm.hb_subset_input_set_flags(input, charset.isCidKeyed ? flags : flags | RETAIN_GLYPH_IDS);
  wasm.hb_set_clear(wasm.hb_subset_input_set(input, LAYOUT_FEATURES));
  const glyphs = wasm.hb_subset_input_glyph_set(input);
  for (const glyphId of glyphIds) wasm.hb_set_add(glyphs, glyphId);
  const subset = wasm.hb_subset_or_fail(face, input);
  wasm.hb_subset_input_destroy(input);
  if (subset === 0) throw new UnreadableFont('damaged CFF');
  const bytes = takeBytes(wasm, subset);
  wasm.hb_face_destroy(subset);
  const table = openFontTables({ bytes: fontBytesOf(bytes), faceIndex: 0 }).table('CFF ');
  if (!table) throw new UnreadableFont('damaged CFF');
  return { bytes: table, cidOf: (glyphId) => charset.cidOf(glyphId) };
}

// Reading a CFF face of 20 MB takes HarfBuzz 100 ms, so the face stays open as long as its program.
const faces = new WeakMap<FontProgram, number>();

function faceOf(wasm: SubsetWasm, program: FontProgram): number {
  const known = faces.get(program);
  if (known !== undefined) return known;
  const face = createFace(wasm, program);
  faces.set(program, face);
  return face;
}

function createFace(wasm: SubsetWasm, program: FontProgram): number {
  const tables = new Map<string, Uint8Array>();
  for (const tag of NEEDED_TABLES) {
    const table = program.tables.table(tag);
    if (table) tables.set(tag, table);
  }
  const bytes = writeSfnt(OPENTYPE_CFF, tables);
  const pointer = wasm.malloc(bytes.length);
  if (pointer === 0) throw new UnreadableFont('too large');
  new Uint8Array(wasm.memory.buffer).set(bytes, pointer);
  const blob = wasm.hb_blob_create(pointer, bytes.length, WRITABLE_MEMORY, 0, 0);
  const face = wasm.hb_face_create(blob, 0);
  wasm.hb_blob_destroy(blob);
  return face;
}

function takeBytes(wasm: SubsetWasm, face: number): Uint8Array {
  const blob = wasm.hb_face_reference_blob(face);
  const length = wasm.hb_blob_get_length(blob);
  const pointer = wasm.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(wasm.memory.buffer, pointer, length).slice();
  wasm.hb_blob_destroy(blob);
  return bytes;
}
