import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import type { ProfileSettings } from '#host/profile-contract.ts';
import { ownProfilesFolder } from '#host/user-folders.ts';
import { iccDigest, inkTablePath } from './load-press-profile.ts';
import { PRESS_PROFILE, PROFILE_SETTINGS, type PressProfileFile } from './press-profile-schema.ts';

/** An .icc file with the table made from it. */
export interface IccWithTable {
  readonly icc: Uint8Array;
  readonly table: Uint8Array;
}

/** A profile that is handed on as one file. */
export interface ProfileParcel {
  readonly settings: ProfileSettings;
  readonly icc: Uint8Array;
}

/** Marks the file of a profile that is handed on. */
const PARCEL = 'banxin press profile';
/** The control strip that a profile of the newsroom's own is given. */
const STRIP = 'four-inks-strip.json';
const SLUG_FACE = 'song-400';

/** Writes a profile of the newsroom's own under a new id, which is answered. */
export async function addOwnProfile(
  settings: ProfileSettings,
  { icc, table }: IccWithTable,
  shippedFolder: string,
): Promise<string> {
  const folder = ownProfilesFolder();
  const id = `own-${randomUUID().slice(0, 8)}`;
  await mkdir(folder, { recursive: true });
  const iccPath = join(folder, `${id}.icc`);
  await replaceFile(iccPath, icc);
  await replaceFile(inkTablePath(iccPath), Buffer.concat([iccDigest(icc), table]));
  await copyFile(join(shippedFolder, STRIP), join(folder, `${id}-strip.txt`));
  const names = { icc: `${id}.icc`, controlStrip: `${id}-strip.txt`, slugFace: SLUG_FACE };
  // Last: a profile whose other files are missing is never seen.
  await writeProfile(folder, { schemaVersion: 1, id, ...settings, ...names });
  return id;
}

/** Writes new settings into a profile of the newsroom's own. */
export async function changeOwnProfile(id: string, settings: ProfileSettings): Promise<void> {
  const folder = ownProfilesFolder();
  const text = await readFile(join(folder, `${id}.json`), 'utf8');
  const { icc, controlStrip, slugFace } = PRESS_PROFILE.parse(JSON.parse(text));
  const files = { icc, slugFace, ...(controlStrip !== undefined && { controlStrip }) };
  await writeProfile(folder, { schemaVersion: 1, id, ...settings, ...files });
}

/** Takes a profile of the newsroom's own away with all its files. */
export async function removeOwnProfile(id: string): Promise<void> {
  const suffixes = ['.json', '.icc', '.ink-table', '-strip.txt'];
  const folder = ownProfilesFolder();
  for (const suffix of suffixes) await rm(join(folder, `${id}${suffix}`), { force: true });
}

/** True when the file of a profile lies among the newsroom's own. */
export function isOwnProfile(path: string): boolean {
  return dirname(path) === ownProfilesFolder();
}

/** The settings of a profile. */
export function settingsOf(profile: PressProfileFile): ProfileSettings {
  const {
    schemaVersion: _,
    id: __,
    icc: ___,
    controlStrip: ____,
    slugFace: _____,
    ...rest
  } = profile;
  return rest;
}

/** A profile as one file. */
export function writeParcel({ settings, icc }: ProfileParcel): Uint8Array {
  const json = {
    form: PARCEL,
    schemaVersion: 1,
    settings,
    icc: Buffer.from(icc).toString('base64'),
  };
  return new TextEncoder().encode(`${JSON.stringify(json, undefined, 2)}\n`);
}

const PARCEL_FORM = z.strictObject({
  form: z.literal(PARCEL),
  schemaVersion: z.literal(1),
  settings: PROFILE_SETTINGS,
  icc: z.base64(),
});

/** The profile in a file; undefined when it is no such file, `damaged` when it was one. */
export function readParcel(bytes: Uint8Array): ProfileParcel | 'damaged' | undefined {
  if (bytes[0] !== 0x7b) return undefined;
  try {
    const read = PARCEL_FORM.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { settings: read.settings, icc: new Uint8Array(Buffer.from(read.icc, 'base64')) };
  } catch {
    return 'damaged';
  }
}

async function writeProfile(folder: string, profile: PressProfileFile): Promise<void> {
  const text = `${JSON.stringify(profile, undefined, 2)}\n`;
  await replaceFile(join(folder, `${basename(profile.id)}.json`), text);
}
