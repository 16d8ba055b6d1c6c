import { unzlibSync } from 'fflate';
import { type FontBytes, type Inflate, tagAt, UnreadableFont, viewOf } from './font-bytes.ts';

/** The tables of one face, whatever wrapper they came in (TTF, OTF, TTC, WOFF). */
export interface FontTables {
  /** Tags in the order of the file's directory. */
  readonly tags: readonly string[];
  /** Unpacked length in bytes; 0 when the face has no such table. */
  lengthOf(tag: string): number;
  /** The whole table; undefined when the face has none. */
  table(tag: string): Uint8Array | undefined;
  /** A part of a table; throws UnreadableFont when the table is missing or too short. */
  range(tag: string, offset: number, length: number): Uint8Array;
}

/** Where the tables of a face are to be read from. */
export interface FontSource {
  readonly bytes: FontBytes;
  /** Which face of a collection (TTC); 0 for a file with one face. */
  readonly faceIndex: number;
  /** Faster unpacking of WOFF tables where the host has one. */
  readonly inflate?: Inflate | undefined;
}

interface TableEntry {
  readonly offset: number;
  /** Bytes in the file. */
  readonly packedLength: number;
  /** Bytes of the table itself. */
  readonly length: number;
}

const SFNT_VERSIONS: ReadonlySet<string> = new Set(['\u0000\u0001\u0000\u0000', 'OTTO', 'true']);

/** How many faces the file holds: 1, or the number in a collection. */
export function faceCount(bytes: FontBytes): number {
  if (bytes.length < 12) throw new UnreadableFont('not a font');
  const head = bytes.read(0, 12);
  return tagAt(head, 0) === 'ttcf' ? viewOf(head).getUint32(8) : 1;
}

/** Opens the table directory of one face; throws UnreadableFont when it does not hold together. */
export function openFontTables(source: FontSource): FontTables {
  const { bytes, faceIndex } = source;
  if (bytes.length < 12) throw new UnreadableFont('not a font');
  const signature = tagAt(bytes.read(0, 4), 0);
  if (signature === 'wOF2') throw new UnreadableFont('woff2 is not read');
  if (signature === 'ttcf') return readDirectory(source, collectionOffset(bytes, faceIndex));
  if (faceIndex !== 0) throw new UnreadableFont('no such face');
  if (signature === 'wOFF') return readWoff(source);
  return readDirectory(source, 0);
}

/** Writes a face from its tables: directory, checksums and the adjustment in `head`. */
export function writeSfnt(version: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const count = tags.length;
  let length = 12 + 16 * count;
  for (const table of tables.values()) length += padded(table.length);
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  const entrySelector = Math.floor(Math.log2(Math.max(1, count)));
  const searchRange = 16 * 2 ** entrySelector;
  view.setUint32(0, version);
  view.setUint16(4, count);
  view.setUint16(6, searchRange);
  view.setUint16(8, entrySelector);
  view.setUint16(10, 16 * count - searchRange);
  let offset = 12 + 16 * count;
  let headOffset = -1;
  tags.forEach((tag, index) => {
    const table = tables.get(tag) ?? new Uint8Array();
    bytes.set(table, offset);
    if (tag === 'head' && table.length >= 12) {
      headOffset = offset;
      view.setUint32(offset + 8, 0);
    }
    const entry = 12 + 16 * index;
    for (let at = 0; at < 4; at += 1) bytes[entry + at] = tag.charCodeAt(at);
    view.setUint32(entry + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    offset += padded(table.length);
  });
  // The whole file must sum to this constant (OpenType, head.checkSumAdjustment).
  if (headOffset >= 0) view.setUint32(headOffset + 8, 0xb1b0afba - checksum(view, 0, length));
  return bytes;
}

function collectionOffset(bytes: FontBytes, faceIndex: number): number {
  if (faceIndex < 0 || faceIndex >= faceCount(bytes)) throw new UnreadableFont('no such face');
  return viewOf(bytes.read(12 + 4 * faceIndex, 4)).getUint32(0);
}

function readDirectory(source: FontSource, start: number): FontTables {
  const head = source.bytes.read(start, 12);
  if (!SFNT_VERSIONS.has(tagAt(head, 0))) throw new UnreadableFont('not a font');
  const count = viewOf(head).getUint16(4);
  const directory = source.bytes.read(start + 12, 16 * count);
  const view = viewOf(directory);
  const entries = new Map<string, TableEntry>();
  for (let at = 0; at < directory.length; at += 16) {
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length > source.bytes.length) throw new UnreadableFont('cut short');
    entries.set(tagAt(directory, at), { offset, length, packedLength: length });
  }
  return tablesOf(source, entries);
}

function readWoff(source: FontSource): FontTables {
  const count = viewOf(source.bytes.read(0, 44)).getUint16(12);
  const directory = source.bytes.read(44, 20 * count);
  const view = viewOf(directory);
  const entries = new Map<string, TableEntry>();
  for (let at = 0; at < directory.length; at += 20) {
    const offset = view.getUint32(at + 4);
    const packedLength = view.getUint32(at + 8);
    if (offset + packedLength > source.bytes.length) throw new UnreadableFont('cut short');
    entries.set(tagAt(directory, at), { offset, packedLength, length: view.getUint32(at + 12) });
  }
  return tablesOf(source, entries);
}

function tablesOf(source: FontSource, entries: ReadonlyMap<string, TableEntry>): FontTables {
  // A packed table can only be unpacked as a whole, so it is kept once it was asked for.
  const unpacked = new Map<string, Uint8Array>();

  function unpackedTable(tag: string, entry: TableEntry): Uint8Array {
    const known = unpacked.get(tag);
    if (known) return known;
    const table = inflateTable(source, entry);
    unpacked.set(tag, table);
    return table;
  }

  return {
    tags: [...entries.keys()],
    lengthOf: (tag) => entries.get(tag)?.length ?? 0,
    table(tag) {
      const entry = entries.get(tag);
      if (!entry) return undefined;
      if (entry.packedLength < entry.length) return unpackedTable(tag, entry);
      return source.bytes.read(entry.offset, entry.length);
    },
    range(tag, offset, length) {
      const entry = entries.get(tag);
      if (!entry) throw new UnreadableFont(`missing table ${tag}`);
      if (offset < 0 || length < 0 || offset + length > entry.length) {
        throw new UnreadableFont(`cut short in ${tag}`);
      }
      if (entry.packedLength < entry.length) {
        return unpackedTable(tag, entry).subarray(offset, offset + length);
      }
      return source.bytes.read(entry.offset + offset, length);
    },
  };
}

function inflateTable(source: FontSource, entry: TableEntry): Uint8Array {
  const packed = source.bytes.read(entry.offset, entry.packedLength);
  const inflate = source.inflate ?? inflateWithFflate;
  const table = unpack(inflate, packed, entry.length);
  if (table.length !== entry.length) throw new UnreadableFont('cut short');
  return table;
}

function unpack(inflate: Inflate, packed: Uint8Array, length: number): Uint8Array {
  try {
    return inflate(packed, length);
  } catch {
    throw new UnreadableFont('damaged compression');
  }
}

function inflateWithFflate(packed: Uint8Array, length: number): Uint8Array {
  return unzlibSync(packed, { out: new Uint8Array(length) });
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
