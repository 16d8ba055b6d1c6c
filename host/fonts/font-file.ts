import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { type FontBytes, type Inflate, UnreadableFont } from '#engine/fonts/font-bytes.ts';

/** A font file that stays open and is read by range: a page uses a few per cent of a Han face. */
export interface FontFile extends FontBytes {
  close(): void;
}

/** Opens a font file for reading by range; throws the system's error when it cannot be opened. */
export function openFontFile(path: string): FontFile {
  const descriptor = openSync(path, 'r');
  const length = fstatSync(descriptor).size;
  return {
    length,
    read(offset, wanted) {
      if (offset < 0 || wanted < 0 || offset + wanted > length) {
        throw new UnreadableFont('cut short');
      }
      const bytes = new Uint8Array(wanted);
      let filled = 0;
      while (filled < wanted) {
        const got = readSync(descriptor, bytes, filled, wanted - filled, offset + filled);
        if (got === 0) throw new UnreadableFont('cut short');
        filled += got;
      }
      return bytes;
    },
    close: () => closeSync(descriptor),
  };
}

/** Unpacks a WOFF table with the system's zlib, three times as fast as the engine's own. */
export const inflateWithZlib: Inflate = (packed, length) =>
  inflateSync(packed, { maxOutputLength: Math.max(1, length) });
