import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { tagAt, viewOf } from '#engine/fonts/font-bytes.ts';
import { openFontTables, writeSfnt } from '#engine/fonts/sfnt.ts';
import { type FontFile, inflateWithZlib, openFontFile } from './font-file.ts';

const PLAIN_SFNT = 0x00010000;

/**
 * Opens a font file; a WOFF is unpacked into the cache folder the first time. A packed table can
 * only be unpacked as a whole: for a Kai face that is 16 MB and 80 ms in every process, where the
 * unpacked file gives the few outlines of a page by range. Without a cache folder, or when it
 * cannot be written, the WOFF itself serves.
 */
export function openUnpacked(path: string, cacheFolder: string | undefined): FontFile {
  const packed = openFontFile(path);
  if (cacheFolder === undefined || packed.length < 44) return packed;
  const head = packed.read(0, 44);
  if (tagAt(head, 0) !== 'wOFF') return packed;
  const unpackedLength = viewOf(head).getUint32(16);
  const cached = join(cacheFolder, `${cacheName(path)}.ttf`);
  if (lengthOf(cached) !== unpackedLength && !unpack(packed, cached)) return packed;
  const unpacked = openFontFile(cached);
  packed.close();
  return unpacked;
}

/** A changed font file gets another name, so an old copy is never taken for it. */
export function cacheName(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${basename(path, extname(path))}-${size}-${Math.round(mtimeMs)}`;
}

function lengthOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}

function unpack(packed: FontFile, target: string): boolean {
  const tables = openFontTables({ bytes: packed, faceIndex: 0, inflate: inflateWithZlib });
  const unpacked = new Map<string, Uint8Array>();
  for (const tag of tables.tags) {
    const table = tables.table(tag);
    if (table) unpacked.set(tag, table);
  }
  return keepFile(target, writeSfnt(PLAIN_SFNT, unpacked));
}

/** Writes beside and renames, so that a broken run leaves no half file under the final name. */
export function keepFile(target: string, bytes: Uint8Array): boolean {
  const draft = `${target}.${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
  } catch {
    return false;
  }
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, target);
    return true;
  } catch {
    rmSync(draft, { force: true });
    return false;
  }
}
