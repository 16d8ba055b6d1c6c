import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { createLogWriter, type LogWriter, openLogFile } from '#host/issue-folder/log-writer.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';

/*
 * drafts.log: one record to a line, the checksum (CRC-32, eight hexadecimal digits) of its JSON in
 * front. Lines are only ever added. A line that does not check is passed over and the next one is
 * read: one bad sector costs one record. A last line without its end was never acknowledged.
 */

const state = z.enum(['new', 'taken', 'returned', 'spiked']);
const origin = z.enum(['dropped', 'pasted', 'watched folder', 'door']);
const sender = z.object({ name: z.string(), unit: z.string(), phone: z.string() });

const RECORD = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inbox'), version: z.literal(1) }),
  z.object({
    kind: z.literal('received'),
    receipt: z.string(),
    /** Of the bytes, which lie under this name in received/. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    name: z.string(),
    bytes: z.int().min(0),
    origin,
    sender,
    /** What the one who hands in calls it, so that it is taken once however often it is sent. */
    key: z.string(),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('marked'),
    receipt: z.string(),
    state,
    reason: z.string(),
    by: z.string(),
    at: z.string(),
  }),
]);

/** A line of the log. */
export type InboxRecord = z.infer<typeof RECORD>;
/** A draft that came in. */
export type ReceivedRecord = Extract<InboxRecord, { kind: 'received' }>;
/** A decision about one. */
export type MarkedRecord = Extract<InboxRecord, { kind: 'marked' }>;

/** The log of an inbox, open for writing. */
export interface InboxLog {
  readonly records: readonly InboxRecord[];
  /** Lines that could not be read and stay where they are. */
  readonly damagedLines: number;
  /** Returns when the record lies on the disk; throws when it could not be written. */
  append(record: InboxRecord): Promise<void>;
  close(): Promise<void>;
}

/** Opens the log of an inbox, or begins one. Errors of the file system are thrown. */
export async function openInboxLog(path: string): Promise<InboxLog> {
  const bytes = await readOrBegin(path);
  // Byte by byte: a torn letter at the end must not be counted as three.
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1);
  const records = lines.map(recordIn);
  const file = await openLogFile(path);
  if (wholeBytes < bytes.length) await file.truncate(wholeBytes);
  const writer = createLogWriter(file, wholeBytes);
  return {
    records: records.filter((record) => record !== undefined),
    damagedLines: records.filter((record) => record === undefined).length,
    append: inLine(writer),
    close: () => writer.close(),
  };
}

const BEGINNING: InboxRecord = { kind: 'inbox', version: 1 };

async function readOrBegin(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    await replaceFile(path, lineOf(BEGINNING));
    return readFile(path);
  }
}

/** Records are written one after the other; a writer takes no two at a time. */
function inLine(writer: LogWriter): InboxLog['append'] {
  let line: Promise<void> = Promise.resolve();
  return (record) => {
    const written = line.then(() => writer.append([Buffer.from(lineOf(record))]));
    line = written.catch(() => undefined);
    return written;
  };
}

/** The line that holds a record. */
function lineOf(record: InboxRecord): string {
  const json = JSON.stringify(record);
  return `${checksum(json)} ${json}\n`;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

function recordIn(line: string): InboxRecord | undefined {
  const json = line.slice(9);
  if (line.slice(0, 8) !== checksum(json)) return undefined;
  const read = RECORD.safeParse(JSON.parse(json));
  return read.success ? read.data : undefined;
}
