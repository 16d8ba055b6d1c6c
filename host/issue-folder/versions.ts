import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Issue } from '#engine/model/issue.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { readableJson } from '#engine/model/json-text.ts';
import type { KeptVersion } from '#host/version-contract.ts';
import { type Attempt, errorCode, failed, parseFailure, systemFailure } from './folder-failure.ts';
import { readJsonFile } from './json-file.ts';
import { replaceFile } from './replace-file.ts';

/** Folder of versions in an issue folder. */
const VERSIONS = 'versions';

const KEPT = z.object({
  at: z.string(),
  reason: z.enum(['pressed', 'delivered', 'signed', 'by hand']),
  note: z.string(),
});
const NAME = /^[0-9T+-]{10,40}\.json$/u;

/** Keeps the issue as it is, unless it has not changed since the last time. */
export async function keepVersion(
  folder: string,
  kept: Omit<KeptVersion, 'name'>,
  issue: Issue,
): Promise<Attempt<KeptVersion>> {
  const [latest] = await listVersions(folder);
  const before = latest && (await readVersion(folder, latest.name));
  if (latest && before?.ok && readableJson(before.value) === readableJson(issue)) {
    return { ok: true, value: latest };
  }
  const places = join(folder, VERSIONS);
  // With the thousandths: two states of one second must not become one file.
  const name = `${kept.at.replaceAll(/[:.]/gu, '-').replace('Z', '+00-00')}.json`;
  const { at, reason, note } = kept;
  try {
    await mkdir(places, { recursive: true });
    const head = JSON.stringify({ at, reason, note });
    await replaceFile(join(places, name), `{"kept":${head},\n"issue":${readableJson(issue)}}\n`);
    return { ok: true, value: { name, at, reason, note } };
  } catch (error) {
    return failed(systemFailure(places, error));
  }
}

/** The versions of an issue folder, the latest first; what cannot be read is left out. */
export async function listVersions(folder: string): Promise<readonly KeptVersion[]> {
  const names = await readdir(join(folder, VERSIONS)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  });
  const read = await Promise.all(
    names.filter((name) => NAME.test(name)).map((name) => readKept(folder, name)),
  );
  return read
    .flatMap((one) => (one.ok ? [one.value.version] : []))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** The issue as it was. */
export async function readVersion(folder: string, name: string): Promise<Attempt<Issue>> {
  const path = join(folder, VERSIONS, name);
  if (!NAME.test(name)) return failed({ code: 'missing folder', path });
  const read = await readKept(folder, name);
  if (!read.ok) return read;
  const parsed = parseIssue(read.value.issue);
  return parsed.ok ? parsed : failed(parseFailure(path, parsed.failure));
}

interface ReadKept {
  readonly version: KeptVersion;
  readonly issue: unknown;
}

async function readKept(folder: string, name: string): Promise<Attempt<ReadKept>> {
  const path = join(folder, VERSIONS, name);
  const file = await readJsonFile(path);
  if (!file.ok) return file;
  const parsed = z.object({ kept: KEPT, issue: z.unknown() }).safeParse(file.value.json);
  if (!parsed.success) return failed({ code: 'malformed', path, problems: [] });
  const { kept, issue } = parsed.data;
  return { ok: true, value: { version: { name, ...kept }, issue } };
}
