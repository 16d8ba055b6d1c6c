import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { z } from 'zod';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { createLogWriter, openLogFile } from '#host/issue-folder/log-writer.ts';

/*
 * A journal is a text file: one record a line, each behind the crc32 of its JSON.
 *
 *     9ae0daaf {"kind":"ordered", …}
 *
 * It is only added to. A last line that is not whole was being written when the power went, and is
 * cut off; a damaged line in the middle is passed over and counted.
 */

/** Records that outlast a power cut. */
export interface JsonJournal<Entry> {
  /** All records, oldest first, the ones added meanwhile included. */
  entries(): readonly Entry[];
  /** Lines that were damaged when the journal was opened. */
  readonly lostLines: number;
  /** Answers when the record lies on the disk; throws when the disk does not take it. */
  add(entry: Entry): Promise<void>;
  close(): Promise<void>;
}

/** Opens a journal, made when it is not there. Throws what the file system throws. */
export async function openJsonJournal<Entry>(
  path: string,
  schema: z.ZodType<Entry>,
): Promise<JsonJournal<Entry>> {
  const bytes = await readOrMake(path);
  const { entries, goodBytes, lostLines } = readLines(bytes, schema);
  const file = await openLogFile(path);
  if (goodBytes < bytes.length) await file.truncate(goodBytes);
  const writer = createLogWriter(file, goodBytes);
  let line: Promise<void> = Promise.resolve();
  return {
    entries: () => entries,
    lostLines,
    add(entry) {
      const written = line.then(async () => {
        await writer.append([lineOf(entry)]);
        entries.push(entry);
      });
      line = written.catch(() => undefined);
      return written;
    },
    async close() {
      await line;
      await writer.close();
    },
  };
}

/**
 * The records of a journal that another program may be adding to: nothing is written, a last line
 * that is not whole yet is left for later. Empty when there is no journal.
 */
export async function readJsonJournal<Entry>(
  path: string,
  schema: z.ZodType<Entry>,
): Promise<readonly Entry[]> {
  try {
    return readLines(await readFile(path), schema).entries;
  } catch (trouble) {
    if (errorCode(trouble) === 'ENOENT') return [];
    throw trouble;
  }
}

async function readOrMake(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (trouble) {
    if (errorCode(trouble) !== 'ENOENT') throw trouble;
    await mkdir(dirname(path), { recursive: true });
    await (await open(path, 'a')).close();
    return new Uint8Array();
  }
}

const CRC_DIGITS = 8;
const LINE_FEED = 10;

function lineOf(entry: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(entry));
  const check = crc32(json).toString(16).padStart(CRC_DIGITS, '0');
  return Buffer.concat([Buffer.from(`${check} `), json, Buffer.of(LINE_FEED)]);
}

interface ReadLines<Entry> {
  readonly entries: Entry[];
  readonly goodBytes: number;
  readonly lostLines: number;
}

function readLines<Entry>(bytes: Uint8Array, schema: z.ZodType<Entry>): ReadLines<Entry> {
  const entries: Entry[] = [];
  let lostLines = 0;
  let at = 0;
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) return { entries, goodBytes: at, lostLines };
    const entry = entryOf(bytes.subarray(at, end), schema);
    if (entry === undefined) lostLines += 1;
    else entries.push(entry);
    at = end + 1;
  }
}

function entryOf<Entry>(line: Uint8Array, schema: z.ZodType<Entry>): Entry | undefined {
  const json = line.subarray(CRC_DIGITS + 1);
  const check = Number.parseInt(Buffer.from(line.subarray(0, CRC_DIGITS)).toString('latin1'), 16);
  if (json.length === 0 || crc32(json) !== check) return undefined;
  const parsed = schema.safeParse(JSON.parse(Buffer.from(json).toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}
