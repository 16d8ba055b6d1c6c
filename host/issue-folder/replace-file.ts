import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './folder-failure.ts';

/** A file written beside the one whose name it is to take. */
export interface StagedFile {
  /** Gives it its name; the old file of that name is gone then, and only then. */
  deliver(): Promise<void>;
  /** Takes it away again; the old file stays. */
  discard(): Promise<void>;
}

/**
 * Puts a file in place whole or not at all: a new file beside it is written and synced, then takes
 * its name. Whatever goes wrong, the old file stays; the error is thrown.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const staged = await stageFile(path, content);
  await staged.deliver();
}

/** Writes and syncs a new file beside the one of that name; a failure leaves nothing behind. */
export async function stageFile(path: string, content: string | Uint8Array): Promise<StagedFile> {
  const temporary = `${path}.${randomUUID()}.new`;
  const discard = () => rm(temporary, { force: true });
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { deliver: () => deliverFile(temporary, path), discard };
}

async function deliverFile(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes a rename in the folder outlast a power cut. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    // Windows opens no folders; there the rename itself is journalled by the file system.
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes(errorCode(error) ?? '')) throw error;
  }
}
