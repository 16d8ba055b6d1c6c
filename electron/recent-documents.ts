import { basename } from 'node:path';
import { app } from 'electron';
import type { RecentIssue } from '#host/contract.ts';
import { shellWords } from './words.ts';

/** As many as the jump list of Windows shows unless told otherwise. */
const MOST_SHOWN = 10;

/**
 * Names the issues last opened to the system. macOS keeps the list of a program's documents itself;
 * the one of Windows knows files only, so the issues stand there as starts of the program. Linux
 * has none.
 */
export function showRecentIssues(recent: readonly RecentIssue[]): void {
  const present = recent.filter(({ isThere }) => isThere);
  const [latest] = present;
  if (process.platform === 'darwin' && latest !== undefined) app.addRecentDocument(latest.folder);
  if (process.platform === 'win32') app.setJumpList(jumpList(present.slice(0, MOST_SHOWN)));
}

function jumpList(issues: readonly RecentIssue[]): Electron.JumpListCategory[] {
  const items = issues.map((issue) => ({
    type: 'task' as const,
    title: `${issue.supplement} ${issue.date}`,
    description: basename(issue.folder),
    program: process.execPath,
    args: `"${issue.folder}"`,
    iconPath: process.execPath,
    iconIndex: 0,
  }));
  return items.length === 0 ? [] : [{ type: 'custom', name: shellWords().recent, items }];
}
