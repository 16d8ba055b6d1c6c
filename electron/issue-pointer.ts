import { readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { POINTER_ENDING } from './issue-path.ts';

/** Read in the file manager, so in the newsroom's language; any name with the ending will do. */
const POINTER_NAME = `打开本期${POINTER_ENDING}`;

const POINTER = {
  format: 'banxin issue pointer',
  version: 1,
  // Where the file lies is all that counts: it stays right when the folder is moved or renamed.
  opens: 'the folder that this file lies in',
};

/**
 * Puts a file into an issue folder that a double click opens with this program; see
 * docs/decisions/0012. A folder that takes none is opened all the same.
 */
export async function writeIssuePointer(folder: string): Promise<void> {
  try {
    const names = await readdir(folder);
    if (names.some((name) => extname(name).toLowerCase() === POINTER_ENDING)) return;
    const text = `${JSON.stringify(POINTER, undefined, 2)}\n`;
    await writeFile(join(folder, POINTER_NAME), text, { flag: 'wx' });
  } catch {
    // A full disk or a read-only medium is reported by the log, which matters.
  }
}
