import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './folder-failure.ts';

/** A file written beside the one whose name it is to take. */
export interface StagedFile {
  readonly temporary: string;
  readonly path: string;
}

/**
 * Puts a file in place whole or not at all: a new file beside it is written and synced, then takes
 * its name. Whatever goes wrong, the old file stays; the error is thrown.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await deliverStaged(await stageFile(path, content));
}

/** Writes and syncs a new file beside the one of that name; a failure leaves nothing behind. */
export async function stageFile(path: string, content: string | Uint8Array): Promise<StagedFile> {
  const staged = { temporary: `${path}.${randomUUID()}.new`, path };
  try {
    const file = await open(staged.temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await discardStaged(staged);
    throw error;
  }
  return staged;
}

/** Gives a staged file its name; the old file of that name is gone then, and only then. */
export async function deliverStaged(staged: StagedFile): Promise<void> {
  try {
    await rename(staged.temporary, staged.path);
  } catch (error) {
    await discardStaged(staged);
    throw error;
  }
  await syncFolder(dirname(staged.path));
}

/** Takes a staged file away again; the old file stays. */
export async function discardStaged(staged: StagedFile): Promise<void> {
  await rm(staged.temporary, { force: true });
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
