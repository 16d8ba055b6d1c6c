import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecentIssue } from '#host/contract.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';

/** An issue folder that was open on this machine, as it is remembered. */
export type RememberedIssue = Omit<RecentIssue, 'isThere'>;

const FILE_NAME = 'recent-issues.json';

/** As many as a start window shows without scrolling for long. */
const MOST_RECENT = 20;

const RECENT_ISSUES: z.ZodType<{ readonly recent: readonly RememberedIssue[] }> = z.object({
  recent: z.array(
    z.object({
      folder: z.string(),
      paper: z.string(),
      supplement: z.string(),
      date: z.string(),
      openedAt: z.string(),
    }),
  ),
});

/** The issues that were open on this machine, the latest first. */
export async function readRecentIssues(recordsFolder: string): Promise<readonly RecentIssue[]> {
  const remembered = await readRemembered(recordsFolder);
  return Promise.all(remembered.map(async (one) => ({ ...one, isThere: await isFolder(one) })));
}

/** Puts an issue first in the list. A list that cannot be written is no reason to stop work. */
export async function rememberIssue(recordsFolder: string, issue: RememberedIssue): Promise<void> {
  const others = (await readRemembered(recordsFolder)).filter(
    ({ folder }) => folder !== issue.folder,
  );
  const recent = [issue, ...others].slice(0, MOST_RECENT);
  try {
    await mkdir(recordsFolder, { recursive: true });
    const text = JSON.stringify({ recent }, undefined, 2);
    await replaceFile(join(recordsFolder, FILE_NAME), `${text}\n`);
  } catch (trouble) {
    console.error(trouble);
  }
}

/** Empty when there is no list, or none that can be read. */
async function readRemembered(recordsFolder: string): Promise<readonly RememberedIssue[]> {
  try {
    const text = await readFile(join(recordsFolder, FILE_NAME), 'utf8');
    const parsed = RECENT_ISSUES.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.recent : [];
  } catch {
    return [];
  }
}

async function isFolder({ folder }: RememberedIssue): Promise<boolean> {
  const state = await stat(folder).catch(() => undefined);
  return state?.isDirectory() ?? false;
}
