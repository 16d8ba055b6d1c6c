import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { deliverStaged } from '#host/issue-folder/replace-file.ts';

/** A file to put into an archive: bytes at hand, or a file on the disk with its checksum. */
export type PackedFile =
  | { readonly name: string; readonly content: Uint8Array }
  | { readonly name: string; readonly path: string; readonly bytes: number; readonly crc: number };

/** An archive that lies on the disk under a passing name. */
export interface PackedSending {
  readonly sha256: string;
  readonly bytes: number;
  /** Gives it the name under which it stays, and makes sure of that. */
  deliver(path: string): Promise<void>;
}

/** The first day that the format knows: the same sending gives the same archive. */
const FIRST_DAY = 0x0021;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/**
 * Packs files into a zip archive, piece by piece, and syncs it. Nothing is squeezed, as photographs
 * cannot be. An editor who saves it opens it with any program.
 */
export async function packSending(
  temporary: string,
  files: readonly PackedFile[],
): Promise<PackedSending> {
  const digest = createHash('sha256');
  const file = await open(temporary, 'w');
  let at = 0;
  async function write(bytes: Uint8Array): Promise<void> {
    digest.update(bytes);
    await file.writeFile(bytes);
    at += bytes.length;
  }
  try {
    const entries: Buffer[] = [];
    for (const packed of files) {
      const fields = entryFields(packed);
      entries.push(centralEntry(fields, at));
      await write(localHead(fields));
      if ('content' in packed) await write(packed.content);
      else for await (const bytes of createReadStream(packed.path)) await write(bytes as Buffer);
    }
    const list = Buffer.concat(entries);
    const end = endRecord(entries.length, list.length, at);
    await write(list);
    await write(end);
    await file.sync();
  } finally {
    await file.close();
  }
  return {
    sha256: digest.digest('hex'),
    bytes: at,
    deliver: (path) => deliverStaged({ temporary, path }),
  };
}

interface EntryFields {
  readonly name: Buffer;
  readonly bytes: number;
  readonly crc: number;
}

function entryFields(packed: PackedFile): EntryFields {
  const name = Buffer.from(packed.name);
  if ('path' in packed) return { name, bytes: packed.bytes, crc: packed.crc };
  return { name, bytes: packed.content.length, crc: crc32(packed.content) };
}

/** From the version needed to the length of the name: both heads have these fields in a row. */
function commonFields({ name, bytes, crc }: EntryFields): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(FIRST_DAY, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(bytes, 14);
  fields.writeUInt32LE(bytes, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localHead(fields: EntryFields): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), commonFields(fields), fields.name]);
}

function centralEntry(fields: EntryFields, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const version = Buffer.of(20, 0);
  const sign = Buffer.from('PK\x01\x02');
  return Buffer.concat([sign, version, commonFields(fields), rest, fields.name]);
}

function endRecord(count: number, listBytes: number, listOffset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(listBytes, 12);
  record.writeUInt32LE(listOffset, 16);
  return record;
}
