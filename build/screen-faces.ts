import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { assert } from '#engine/units/assert.ts';
import { commonCharacters } from '#host/fonts/common-characters.ts';
import { loadSubsetWasm } from '#host/fonts/subset-wasm.ts';

/** Where the letters of the screen lie once they are cut; the style sheet names the folder so. */
export const SCREEN_FACES = join(import.meta.dirname, '../node_modules/.cache/screen-faces');

const FACES = {
  'regular.ttf': '400Regular/NotoSansSC_400Regular.ttf',
  'bold.ttf': '700Bold/NotoSansSC_700Bold.ttf',
} as const;

/** hb_memory_mode_t: the memory is the blob's to write. */
const WRITABLE_MEMORY = 2;

/**
 * Cuts the desk's own letters down to the common characters, once: a browser takes in 2 MB four
 * times as fast as 10, and the desk is to be there in two seconds.
 */
export function cutScreenFaces(): void {
  const { resolve } = createRequire(import.meta.url);
  const source = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  mkdirSync(SCREEN_FACES, { recursive: true });
  for (const [name, file] of Object.entries(FACES)) {
    const path = join(SCREEN_FACES, name);
    if (existsSync(path)) continue;
    // Two programs may start at once: each writes its own file, and the last name stands.
    const own = `${path}.${process.pid}`;
    writeFileSync(own, cutFace(readFileSync(join(source, file))));
    renameSync(own, path);
  }
}

function cutFace(bytes: Uint8Array): Uint8Array {
  const wasm = loadSubsetWasm();
  const pointer = wasm.malloc(bytes.length);
  assert(pointer !== 0, 'there is memory for a face');
  new Uint8Array(wasm.memory.buffer).set(bytes, pointer);
  const blob = wasm.hb_blob_create(pointer, bytes.length, WRITABLE_MEMORY, 0, 0);
  const face = wasm.hb_face_create(blob, 0);
  const input = wasm.hb_subset_input_create_or_fail();
  const wanted = wasm.hb_subset_input_unicode_set(input);
  for (const character of commonCharacters().join('')) {
    wasm.hb_set_add(wanted, character.codePointAt(0) ?? 0);
  }
  const subset = wasm.hb_subset_or_fail(face, input);
  assert(subset !== 0, 'HarfBuzz cuts the face');
  const cut = wasm.hb_face_reference_blob(subset);
  const at = wasm.hb_blob_get_data(cut, 0);
  const kept = new Uint8Array(wasm.memory.buffer, at, wasm.hb_blob_get_length(cut)).slice();
  wasm.hb_blob_destroy(cut);
  wasm.hb_face_destroy(subset);
  wasm.hb_subset_input_destroy(input);
  wasm.hb_face_destroy(face);
  wasm.hb_blob_destroy(blob);
  wasm.free(pointer);
  return kept;
}
