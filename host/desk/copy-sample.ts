import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Answer } from '#host/contract.ts';
import { systemFailure } from '#host/issue-folder/folder-failure.ts';
import { failed, succeeded } from './answers.ts';
import { screenFailure } from './screen-failure.ts';

/**
 * The user's own copy of the sample: made the first time, and the same one from then on. The sample
 * itself belongs to the program and is never edited.
 */
export async function copySample(sample: string, issuesFolder: string): Promise<Answer<string>> {
  const copy = join(issuesFolder, basename(sample));
  const staged = join(issuesFolder, `.${basename(sample)}.${randomUUID()}`);
  try {
    const state = await stat(copy).catch(() => undefined);
    if (state !== undefined) return succeeded(copy);
    await mkdir(issuesFolder, { recursive: true });
    await copyFolder(sample, staged);
    await rename(staged, copy);
    return succeeded(copy);
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    return failed(screenFailure(systemFailure(copy, error)));
  }
}

/** By reading and writing: `fs.cp` sees no files in the archive of a packaged program. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else await writeFile(target, await readFile(source));
  }
}
