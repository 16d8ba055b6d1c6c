import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { DisplayList } from '#engine/display/display-list.ts';
import {
  greatestInkPercent,
  type InkTable,
  keepsPaperWhite,
  readInkTable,
} from '#engine/press/ink-table.ts';
import { profileFault } from '#engine/press/output-intent.ts';
import { type PressAttempt, pressed, pressFailed } from './press-failure.ts';
import { CONTROL_STRIP, PRESS_PROFILE, type PressProfileFile } from './press-profile-schema.ts';

/** A press profile with everything it names. */
export interface LoadedPressProfile {
  readonly profile: PressProfileFile;
  readonly icc: Uint8Array;
  readonly inkTable: InkTable;
  readonly controlStrip: DisplayList | undefined;
}

/** Reads a press profile, its .icc file, the ink table made from that, and its control strip. */
export async function loadPressProfile(path: string): Promise<PressAttempt<LoadedPressProfile>> {
  const read = await readJson(path, PRESS_PROFILE);
  if (!read.ok) return read;
  const profile = read.value;
  const folder = dirname(path);
  const [icc, strip] = await Promise.all([
    loadIcc(join(folder, profile.icc)),
    loadControlStrip(folder, profile),
  ]);
  if (!icc.ok) return icc;
  if (!strip.ok) return strip;
  const inkTable = await loadInkTable(join(folder, profile.icc), icc.value);
  if (inkTable === undefined) return pressFailed('icc-broken', { icc: join(folder, profile.icc) });
  if (!keepsPaperWhite(inkTable)) {
    return pressFailed('icc-tints-paper', { icc: join(folder, profile.icc) });
  }
  const mostPercent = greatestInkPercent(inkTable);
  if (mostPercent > profile.inkLimitPercent) {
    const values = { profile: path, most: mostPercent, limit: profile.inkLimitPercent };
    return pressFailed('press-profile-ink', values);
  }
  return pressed({ profile, icc: icc.value, inkTable, controlStrip: strip.value });
}

/** Name of the file that keeps the ink table of an .icc file: its sha-256, then the table. */
export function inkTablePath(iccPath: string): string {
  return iccPath.replace(/[.]icc$/u, '.ink-table');
}

/** sha-256 of an .icc file, by which a kept ink table is known to be its own. */
export function iccDigest(icc: Uint8Array): Uint8Array {
  return createHash('sha256').update(icc).digest();
}

async function readJson<Value>(
  path: string,
  schema: z.ZodType<Value>,
): Promise<PressAttempt<Value>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return pressFailed('press-profile-missing', { profile: path });
  }
  const json = parseJson(text);
  const parsed = schema.safeParse(json);
  if (parsed.success) return pressed(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return pressFailed('press-profile-damaged', { profile: path, field });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function loadIcc(path: string): Promise<PressAttempt<Uint8Array>> {
  try {
    const icc = new Uint8Array(await readFile(path));
    const fault = profileFault(icc);
    return fault === undefined ? pressed(icc) : pressFailed(fault, { icc: path });
  } catch {
    return pressFailed('icc-missing', { icc: path });
  }
}

async function loadControlStrip(
  folder: string,
  profile: PressProfileFile,
): Promise<PressAttempt<DisplayList | undefined>> {
  if (profile.controlStrip === undefined || !profile.marks.controlStrip) return pressed(undefined);
  const path = join(folder, profile.controlStrip);
  const strip = await readJson(path, CONTROL_STRIP);
  if (strip.ok) return strip;
  return pressFailed('control-strip-damaged', { ...strip.failure.values, strip: path });
}

const DIGEST_LENGTH = 32;

/** The table kept beside the .icc file, when it is that file's; a new one otherwise. */
async function loadInkTable(iccPath: string, icc: Uint8Array): Promise<InkTable | undefined> {
  const kept = await readKeptTable(inkTablePath(iccPath), icc);
  // Its tables may be broken though it has them; LittleCMS is the one to tell.
  return kept ?? makeInkTable(icc).catch(() => undefined);
}

async function readKeptTable(path: string, icc: Uint8Array): Promise<InkTable | undefined> {
  try {
    const bytes = new Uint8Array(await readFile(path));
    const digest = iccDigest(icc);
    if (!digest.every((byte, at) => bytes[at] === byte)) return undefined;
    return readInkTable(bytes.subarray(DIGEST_LENGTH));
  } catch {
    // A print shop's own .icc file comes without a table.
    return undefined;
  }
}

/** Builds the ink table of an .icc file; takes a tenth of a second. */
export async function makeInkTable(icc: Uint8Array): Promise<InkTable> {
  // Loaded late: the bundled profiles bring their tables along.
  const { openColourEngine } = await import('#engine/press/colour-engine.ts');
  const { buildInkTable } = await import('#engine/press/build-ink-table.ts');
  return buildInkTable(await openColourEngine(await readLcmsWasm()), icc);
}

/** The bytes of LittleCMS. */
export async function readLcmsWasm(): Promise<Uint8Array> {
  const resolve = createRequire(import.meta.url).resolve;
  return new Uint8Array(await readFile(join(dirname(resolve('lcms-wasm')), 'lcms.wasm')));
}
