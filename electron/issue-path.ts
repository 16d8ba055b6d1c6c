import { basename, dirname, extname, resolve } from 'node:path';
import { JSON_NAME } from '#host/issue-folder/read-issue-folder.ts';

/** Ending of the small file in an issue folder that the system opens with this program. */
export const POINTER_ENDING = '.banxin';

/** The issue folder that a path stands for: the folder, or the one its pointer or JSON lies in. */
export function issueFolderAt(path: string): string {
  const name = basename(path);
  const isInside = name === JSON_NAME || extname(name).toLowerCase() === POINTER_ENDING;
  return isInside ? dirname(path) : path;
}

/** The issue folder among the words of a start: the first that is no switch. */
export function startFolderIn(words: readonly string[], workingFolder: string): string | undefined {
  const word = words.find((text) => text !== '' && !text.startsWith('-'));
  return word === undefined ? undefined : issueFolderAt(resolve(workingFolder, word));
}
