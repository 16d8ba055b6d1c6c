import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type HouseFiller,
  houseFillerSchema,
  type NewFiller,
  parseFillerStock,
} from '#engine/model/house-filler.ts';
import type { FillerStock } from '#host/filler-contract.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';

const OWN = z.strictObject({ schemaVersion: z.literal(1), filler: houseFillerSchema });
const OWN_NAME = /^own-[0-9a-f]{8}\.json$/u;

/** Where fillers lie. */
export interface FillerFolders {
  /** Of the program: `house-fillers.json`. */
  readonly shipped: string;
  /** Of the newsroom: a JSON file for each, with the file of a picture filler beside it. */
  readonly own: string;
}

/** The shipped fillers, then the newsroom's own by name; damaged files are told and passed over. */
export async function readStock({ shipped, own }: FillerFolders): Promise<FillerStock> {
  const text = await readFile(join(shipped, 'house-fillers.json'), 'utf8');
  const parsed = parseFillerStock(JSON.parse(text));
  if (!parsed.ok) throw new Error('the shipped fillers can be read');
  const ofNewsroom = await readOwn(own);
  const fillers = [
    ...parsed.value.map((filler) => ({ filler, isOwn: false })),
    ...ofNewsroom.fillers.map((filler) => ({ filler, isOwn: true })),
  ];
  return { fillers, broken: ofNewsroom.broken };
}

async function readOwn(folder: string) {
  const names = await readdir(folder).catch(() => []);
  const fillers: HouseFiller[] = [];
  const broken: string[] = [];
  for (const name of names.filter((one) => OWN_NAME.test(one)).sort()) {
    const filler = await readOne(join(folder, name));
    if (filler === undefined) broken.push(name);
    else fillers.push(filler);
  }
  return { fillers: fillers.toSorted((a, b) => (a.name < b.name ? -1 : 1)), broken };
}

async function readOne(path: string): Promise<HouseFiller | undefined> {
  try {
    return OWN.parse(JSON.parse(await readFile(path, 'utf8'))).filler;
  } catch {
    return undefined;
  }
}

/** Why a filler was not kept: its file is not the one that it names. */
export type KeepingTrouble = 'other file';

/** Keeps a filler of the newsroom's own under a new id. */
export async function keepOwnFiller(
  { own }: FillerFolders,
  filler: NewFiller,
  bytes: Uint8Array,
): Promise<KeepingTrouble | undefined> {
  const id = `own-${randomUUID().slice(0, 8)}`;
  const kept = houseFillerSchema.parse({ ...filler, id });
  await mkdir(own, { recursive: true });
  if (kept.kind === 'picture') {
    if (!isFileOf(kept.asset, bytes)) return 'other file';
    await replaceFile(join(own, kept.asset), bytes);
  }
  // Last: a filler whose file is missing is never seen.
  const text = `${JSON.stringify({ schemaVersion: 1, filler: kept }, undefined, 2)}\n`;
  await replaceFile(join(own, `${id}.json`), text);
  return undefined;
}

function isFileOf(asset: string, bytes: Uint8Array): boolean {
  return asset.startsWith(`${createHash('sha256').update(bytes).digest('hex')}.`);
}

/** Takes a filler of the newsroom's own away, and its file when no other one shows it. */
export async function removeOwnFiller({ own }: FillerFolders, id: string): Promise<void> {
  const { fillers } = await readOwn(own);
  const gone = fillers.find((filler) => filler.id === id);
  await rm(join(own, `${id}.json`), { force: true });
  if (gone?.kind !== 'picture') return;
  const isShared = fillers.some((other) => {
    return other.id !== id && other.kind === 'picture' && other.asset === gone.asset;
  });
  if (!isShared) await rm(join(own, gone.asset), { force: true });
}

/** The file of a picture filler of the newsroom's own; undefined when there is none. */
export async function ownFillerFile(
  { own }: FillerFolders,
  id: string,
): Promise<Uint8Array | undefined> {
  const { fillers } = await readOwn(own);
  const filler = fillers.find((one) => one.id === id);
  if (filler?.kind !== 'picture') return undefined;
  const bytes = await readFile(join(own, filler.asset)).catch(() => undefined);
  return bytes !== undefined && isFileOf(filler.asset, bytes) ? bytes : undefined;
}
