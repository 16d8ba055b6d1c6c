import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { type DeliveryPlace, DeliveryTrouble } from './delivery-place.ts';

/** A folder that the print shop watches, on this machine or on the network. */
export async function openHotFolder(folder: string): Promise<DeliveryPlace> {
  const state = await told(folder, () => stat(folder));
  if (!state.isDirectory()) throw new DeliveryTrouble('delivery-no-folder', { folder }, false);
  const at = (name: string) => join(folder, name);
  return {
    async size(name) {
      const found = await stat(at(name)).catch(() => undefined);
      return found?.size;
    },
    append: (name, length, bytes) => told(folder, () => append(at(name), length, bytes)),
    async *read(name, length) {
      if (length === 0) return;
      yield* createReadStream(at(name), { end: length - 1 });
    },
    rename: (from, to) => told(folder, () => rename(at(from), at(to))),
    remove: (name) => told(folder, () => rm(at(name), { force: true })),
    close: async () => undefined,
  };
}

async function append(path: string, length: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, length === 0 ? 'w' : 'r+');
  try {
    let done = 0;
    while (done < bytes.length) {
      const left = bytes.length - done;
      const { bytesWritten } = await file.write(bytes, done, left, length + done);
      done += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function told<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (trouble) {
    throw folderTrouble(folder, trouble);
  }
}

function folderTrouble(folder: string, trouble: unknown): DeliveryTrouble {
  switch (errorCode(trouble)) {
    // A share that is not mounted just now looks like a folder that is gone.
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EHOSTDOWN':
    case 'ENOTCONN':
      return new DeliveryTrouble('delivery-no-folder', { folder }, true);
    case 'ENOSPC':
    case 'EDQUOT':
      return new DeliveryTrouble('delivery-disk-full', { folder }, true);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DeliveryTrouble('delivery-not-allowed', { folder }, false);
    default:
      return new DeliveryTrouble('delivery-broken', { folder, reason: String(trouble) }, true);
  }
}
