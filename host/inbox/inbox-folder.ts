import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RawMatter } from '#engine/intake/raw-matter.ts';
import type { DraftReading } from '#host/intake/read-draft.ts';
import { sha256 } from '#host/issue-folder/assets.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';

/*
 * The folder of an inbox:
 *
 *     drafts.log       what came in and what was decided; the truth
 *     received/        drafts as they came, by sha-256; never changed, never taken away
 *     read/            what was read of each, by receipt number; can be made again
 *     pictures/        the pictures of drafts, by sha-256 and suffix; can be made again
 */

/** What was read of a draft, as it is kept. */
export interface KeptReading {
  /** Undefined when the draft was refused. */
  readonly matter: RawMatter | undefined;
  readonly notes: readonly Note[];
  /** Why it was refused. */
  readonly why: Note | undefined;
  /** Files in pictures/, in the order of `matter.pictures`. */
  readonly pictures: readonly string[];
}

interface Note {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Version of the readers: with a higher one every draft is read again. */
const READERS = 1;

const note = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

const part = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    text: z.string(),
    bold: z.boolean(),
    centred: z.boolean(),
    sizePt: z.number().optional(),
    level: z.number().optional(),
    label: z.string().optional(),
  }),
  z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal('picture'), picture: z.string() }),
]);

const matter = z.object({
  parts: z.array(part),
  pictures: z.array(z.object({ name: z.string(), caption: z.string(), credit: z.string() })),
  envelope: z.object({
    subject: z.string(),
    sender: z.string(),
    address: z.string(),
    sentAt: z.string().optional(),
  }),
});

const READING = z.object({
  readers: z.literal(READERS),
  matter: matter.optional(),
  notes: z.array(note),
  why: note.optional(),
  pictures: z.array(z.string()),
});

/** Makes the folder with what is in it. */
export async function makeInboxFolder(folder: string): Promise<void> {
  for (const inner of ['received', 'read', 'pictures']) {
    await mkdir(join(folder, inner), { recursive: true });
  }
}

/** Where the bytes of a draft lie. */
export function receivedPath(folder: string, digest: string): string {
  return join(folder, 'received', digest);
}

/** Where the log of an inbox lies. */
export function inboxLogPath(folder: string): string {
  return join(folder, 'drafts.log');
}

/** Puts the bytes of a draft on the disk, for good, and answers their name. */
export async function keepReceived(folder: string, bytes: Uint8Array): Promise<string> {
  const digest = sha256(bytes);
  const path = receivedPath(folder, digest);
  if (!(await isThere(path))) await replaceFile(path, bytes);
  return digest;
}

/** Keeps what was read of a draft, its pictures first. */
export async function keepReading(
  folder: string,
  receipt: string,
  reading: DraftReading,
): Promise<KeptReading> {
  const pictures: string[] = [];
  for (const { bytes, suffix } of reading.ok ? reading.reading.pictures : []) {
    const name = `${sha256(bytes)}.${suffix}`;
    const path = join(folder, 'pictures', name);
    if (!(await isThere(path))) await replaceFile(path, bytes);
    pictures.push(name);
  }
  const kept: KeptReading = {
    matter: reading.ok ? reading.reading.matter : undefined,
    notes: reading.ok ? reading.reading.notes : [],
    why: reading.ok ? undefined : reading.failure,
    pictures,
  };
  const text = JSON.stringify({ readers: READERS, ...kept });
  await replaceFile(join(folder, 'read', `${receipt}.json`), text);
  return kept;
}

/** What was read of a draft; undefined when that is not there, or is not whole. */
export async function readKept(folder: string, receipt: string): Promise<KeptReading | undefined> {
  try {
    const text = await readFile(join(folder, 'read', `${receipt}.json`), 'utf8');
    const read = READING.safeParse(JSON.parse(text));
    // Optional fields of JSON are fields of ours that may be undefined.
    return read.success ? (read.data as unknown as KeptReading) : undefined;
  } catch {
    return undefined;
  }
}

/** The file of a picture of a draft. */
export function picturePath(folder: string, file: string): string {
  return join(folder, 'pictures', file);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
