import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import { comingFolder } from './door-folder.ts';
import { MOST_PICTURES } from './door-limits.ts';

/** Places of a form that a file can be chosen for. */
export const PICTURE_SLOTS: readonly string[] = Array.from(
  { length: MOST_PICTURES },
  (_, at) => `picture-${at + 1}`,
);
/** The place of the story as a file. */
export const STORY_SLOT = 'file';

/** A file of a form, on the disk. */
export interface KeptFile {
  readonly slot: string;
  /** Name of the file on the disk, which is ours; a new attempt never writes over an old one. */
  readonly place: string;
  /** As the client says; a word to show, never a path. */
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  /** The first bytes, in hexadecimal: they tell what it is. */
  readonly start: string;
}

const KEPT = z.array(
  z.object({
    slot: z.enum([STORY_SLOT, ...PICTURE_SLOTS]),
    place: z.uuid(),
    name: z.string(),
    bytes: z.int().min(0),
    crc: z.int().min(0),
    start: z.string(),
  }),
);

/** The folder of a form, named by the digest of its ticket. */
export function ticketFolder(inboxFolder: string, ticket: string): string {
  const digest = createHash('sha256').update(ticket).digest('hex').slice(0, 32);
  return join(comingFolder(inboxFolder), digest);
}

/** Where a file of a form lies. */
export function keptPath(folder: string, { place }: Pick<KeptFile, 'place'>): string {
  return join(folder, place);
}

/** Writes the file of a slot as it comes in. */
export interface SlotWriter {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<KeptFile>;
}

/** Begins the file of a slot. */
export async function writeSlot(folder: string, slot: string, name: string): Promise<SlotWriter> {
  await mkdir(folder, { recursive: true });
  const place = randomUUID();
  const file = await open(keptPath(folder, { place }), 'wx');
  let length = 0;
  let crc = 0;
  let start = '';
  return {
    async write(bytes) {
      if (start.length < 64) start += Buffer.from(bytes.subarray(0, 32)).toString('hex');
      await file.writeFile(bytes);
      crc = crc32(bytes, crc);
      length += bytes.length;
    },
    async end() {
      await file.close();
      return { slot, place, name, bytes: length, crc, start: start.slice(0, 64) };
    },
  };
}

/** The files that an earlier attempt at this form has left. */
export async function readKeptFiles(folder: string): Promise<readonly KeptFile[]> {
  try {
    return KEPT.parse(JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8')));
  } catch {
    return [];
  }
}

/** Notes which files are kept for the next attempt, and takes all others away. */
export async function noteKeptFiles(folder: string, files: readonly KeptFile[]): Promise<void> {
  if (files.length === 0) return dropTicket(folder);
  await replaceFile(join(folder, 'kept.json'), JSON.stringify(files));
  const kept = new Set(['kept.json', ...files.map(({ place }) => place)]);
  for (const name of await readdir(folder)) {
    if (!kept.has(name)) await rm(join(folder, name), { force: true });
  }
}

/** Takes the files of a form away when they are in the archive. */
export async function dropTicket(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
