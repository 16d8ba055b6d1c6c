import { type Entry, fromBuffer, validateFileName, type ZipFile } from 'yauzl';
import { type Allowance, bomb, MOST_INFLATED_BYTES } from './allowance.ts';
import { decodeName } from './decode-bytes.ts';
import { DraftTrouble } from './draft-trouble.ts';

/** A file in an archive; nothing of it is unpacked yet. */
export interface ZipEntry {
  /** With `/` between folders, as the archive has it; not to be used as a path. */
  readonly name: string;
  /** False for names that climb out of their folder or begin at the top of a disk. */
  readonly isSafe: boolean;
  readonly isLocked: boolean;
  /** Unpacks the file; throws DraftTrouble where that is dangerous or cannot be done. */
  read(): Promise<Uint8Array>;
}

/**
 * Lists an archive. Sizes are known before anything is unpacked, and checked again while it is:
 * an archive may lie about them.
 */
export async function readZipEntries(
  bytes: Uint8Array,
  allowance: Allowance,
): Promise<readonly ZipEntry[]> {
  const zip = await openZip(bytes);
  const entries: ZipEntry[] = [];
  const listed = Promise.withResolvers<readonly ZipEntry[]>();
  zip.on('entry', (entry) => {
    try {
      allowance.takeEntry();
    } catch (trouble) {
      listed.reject(trouble);
      return;
    }
    const name = nameOf(entry);
    if (!name.endsWith('/')) entries.push(zipEntry({ zip, entry, name, allowance }));
    zip.readEntry();
  });
  zip.on('error', () => listed.reject(new DraftTrouble('draft-damaged')));
  zip.on('end', () => listed.resolve(entries));
  zip.readEntry();
  return listed.promise;
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names are decoded here: the archives of Chinese Windows have GBK where the format says CP437.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
  return new Promise((opened, failed) => {
    fromBuffer(buffer, options, (error, zip) => {
      if (error) failed(new DraftTrouble('draft-damaged'));
      else opened(zip);
    });
  });
}

function nameOf(entry: Entry): string {
  return decodeName(entry.fileNameRaw).replaceAll('\\', '/');
}

interface OpenEntry {
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly name: string;
  readonly allowance: Allowance;
}

function zipEntry({ zip, entry, name, allowance }: OpenEntry): ZipEntry {
  // Bit 0 of the flags, or the method of WinZip's AES.
  const isLocked = entry.isEncrypted() || entry.compressionMethod === 99;
  return {
    name,
    isSafe: !validateFileName(name),
    isLocked,
    async read() {
      if (isLocked) throw new DraftTrouble('draft-locked');
      if (entry.uncompressedSize > MOST_INFLATED_BYTES) throw bomb();
      allowance.takeBytes(entry.uncompressedSize);
      return inflate(zip, entry);
    },
  };
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of await openStream(zip, entry)) {
      length += (chunk as Buffer).length;
      if (length > entry.uncompressedSize) break;
      chunks.push(chunk as Buffer);
    }
  } catch {
    throw new DraftTrouble('draft-damaged');
  }
  if (length !== entry.uncompressedSize) throw new DraftTrouble('draft-damaged');
  return Buffer.concat(chunks);
}

function openStream(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
  return new Promise((opened, failed) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) failed(error);
      else opened(stream);
    });
  });
}
