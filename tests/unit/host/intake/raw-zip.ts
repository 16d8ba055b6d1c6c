import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, with what the archive says of it where that is a lie. */
export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly statedBytes?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Local header of an earlier entry that this one claims too. */
  readonly at?: number;
}

/** Writes an archive as told, without asking whether it is true. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = entry.at === undefined ? deflateRawSync(entry.content, { level: 1 }) : undefined;
    const local = packed && Buffer.concat([header(entry, packed.length, undefined), packed]);
    const length = packed?.length ?? directory[0]?.readUInt32LE(20) ?? 0;
    directory.push(header(entry, length, entry.at ?? offset));
    if (local !== undefined) locals.push(local);
    offset += local?.length ?? 0;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, table, end]);
}

/** The header before a file, or with an offset the one in the directory. */
function header(entry: RawEntry, packedBytes: number, offset: number | undefined): Buffer {
  const name = Buffer.from(entry.name);
  const isLocal = offset === undefined;
  const fields = Buffer.alloc(isLocal ? 30 : 46);
  fields.writeUInt32LE(isLocal ? 0x04034b50 : 0x02014b50, 0);
  const from = isLocal ? 6 : 8;
  fields.writeUInt16LE(0x0800 | (entry.flags ?? 0), from);
  fields.writeUInt16LE(entry.method ?? 8, from + 2);
  fields.writeUInt32LE(crc32(entry.content), from + 8);
  fields.writeUInt32LE(packedBytes, from + 12);
  fields.writeUInt32LE(entry.statedBytes ?? entry.content.length, from + 16);
  fields.writeUInt16LE(name.length, from + 20);
  if (offset !== undefined) fields.writeUInt32LE(offset, 42);
  return Buffer.concat([fields, name]);
}
