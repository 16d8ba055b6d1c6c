import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_ISSUE } from './run-banxin.ts';

const folders: string[] = [];

/** A copy of the sample whose issue.json was changed. */
export function changedSample(change: (json: string) => string): string {
  const parent = mkdtempSync(join(tmpdir(), 'banxin-'));
  folders.push(parent);
  const folder = join(parent, 'changed.issue');
  cpSync(SAMPLE_ISSUE, folder, { recursive: true });
  const path = join(folder, 'issue.json');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return folder;
}

/** An empty folder. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-'));
  folders.push(folder);
  return folder;
}

/** Takes the copies away again. */
export function removeSamples(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}
