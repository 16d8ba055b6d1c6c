import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '#host/issue-folder/replace-file.ts';

const FILE_NAME = 'watched-folder.json';

const SETTING = z.object({ folder: z.string().optional() });

/** The folder that was watched last; undefined when none was, or the note is damaged. */
export async function readWatchSetting(recordsFolder: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(recordsFolder, FILE_NAME), 'utf8');
    return SETTING.parse(JSON.parse(text)).folder;
  } catch {
    return undefined;
  }
}

/** Notes which folder is watched; errors of the file system are thrown. */
export async function writeWatchSetting(
  recordsFolder: string,
  folder: string | undefined,
): Promise<void> {
  await mkdir(recordsFolder, { recursive: true });
  await replaceFile(join(recordsFolder, FILE_NAME), `${JSON.stringify({ folder })}\n`);
}
