import type { Dirent } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Answer } from '#host/contract.ts';
import { systemFailure } from '#host/issue-folder/folder-failure.ts';
import type { FolderEntry, FolderListing } from '#host/path-contract.ts';
import { failed, succeeded } from './answers.ts';
import { screenFailure } from './screen-failure.ts';

const ORDER = new Intl.Collator('zh-CN', { numeric: true });

/** Lists the issues folder, which is made the first time it is looked into. */
export async function listIssuesFolder(folder: string): Promise<Answer<FolderListing>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return failed(screenFailure(systemFailure(folder, error)));
  }
  return listFolder(folder);
}

/** What lies in a folder: folders first, issues among them, then files; nothing hidden. */
export async function listFolder(path: string): Promise<Answer<FolderListing>> {
  try {
    const found = await readdir(path, { withFileTypes: true });
    const shown = found.filter(({ name }) => !name.startsWith('.'));
    const entries = (await Promise.all(shown.map((entry) => folderEntry(path, entry)))).flat();
    const above = dirname(path);
    return succeeded({
      path,
      parent: above === path ? undefined : above,
      entries: entries.toSorted(byKindAndName),
    });
  } catch (error) {
    return failed(screenFailure(systemFailure(path, error)));
  }
}

/** None for pipes, devices and links that lead nowhere. */
async function folderEntry(folder: string, entry: Dirent): Promise<readonly FolderEntry[]> {
  const { name } = entry;
  const path = join(folder, name);
  const state = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (state?.isDirectory()) {
    return [{ name, path, kind: name.endsWith('.issue') ? 'issue' : 'folder' }];
  }
  return state?.isFile() ? [{ name, path, kind: 'file' }] : [];
}

function byKindAndName(a: FolderEntry, b: FolderEntry): number {
  const isFile = (entry: FolderEntry) => Number(entry.kind === 'file');
  return isFile(a) - isFile(b) || ORDER.compare(a.name, b.name);
}
