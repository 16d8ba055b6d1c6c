import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Issue } from '#engine/model/issue.ts';
import { readableJson } from '#engine/model/json-text.ts';
import { ASSETS, readAsset } from './assets.ts';
import { type Attempt, errorCode, failed, systemFailure } from './folder-failure.ts';
import { JSON_NAME } from './read-issue-folder.ts';

/** An issue folder to be made. */
export interface IssueFolderPlan {
  readonly folder: string;
  readonly issue: Issue;
  /** Issue folder that the pictures are copied from. */
  readonly assetsFrom: string | undefined;
}

/** A folder that was made. */
export interface WrittenFolder {
  /** Pictures that the folder they came from does not have, or not undamaged. */
  readonly missingAssets: readonly string[];
}

/**
 * Writes an issue with its pictures as a new folder, whole or not at all: it is made beside its
 * place under another name. A picture that cannot be had is left out; the words are worth more.
 */
export async function writeIssueFolder(plan: IssueFolderPlan): Promise<Attempt<WrittenFolder>> {
  const { folder, issue } = plan;
  const staged = join(dirname(folder), `.${basename(folder)}.${randomUUID()}`);
  try {
    const state = await stat(folder).catch(() => undefined);
    if (state !== undefined) return failed({ code: 'folder exists', path: folder });
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(staged);
    const missingAssets = await copyAssets(plan, staged);
    await writeSynced(join(staged, JSON_NAME), readableJson(issue));
    await rename(staged, folder);
    return { ok: true, value: { missingAssets } };
  } catch (error) {
    await rm(staged, { recursive: true, force: true }).catch(() => undefined);
    const isTaken = errorCode(error) === 'ENOTEMPTY' || errorCode(error) === 'EEXIST';
    return failed(isTaken ? { code: 'folder exists', path: folder } : systemFailure(folder, error));
  }
}

async function copyAssets(
  { issue, assetsFrom }: IssueFolderPlan,
  staged: string,
): Promise<readonly string[]> {
  const missing: string[] = [];
  const assets = new Set(Object.values(issue.pictures).flatMap(({ asset }) => asset ?? []));
  if (assets.size > 0) await mkdir(join(staged, ASSETS));
  for (const asset of assets) {
    const bytes = assetsFrom === undefined ? undefined : await readAsset(assetsFrom, asset);
    if (bytes?.ok) await writeSynced(join(staged, ASSETS, asset), bytes.value);
    else missing.push(asset);
  }
  return missing;
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
