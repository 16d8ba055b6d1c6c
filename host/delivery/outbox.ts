import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 as digestOf } from '#host/issue-folder/assets.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import { DeliveryTrouble } from './delivery-place.ts';

/** Files that wait to be sent, by their sha-256: what is pressed meanwhile changes none of them. */
export interface Outbox {
  /** Takes a file in; answers its sha-256 when it lies on the disk. */
  put(bytes: Uint8Array): Promise<string>;
  /** The file of that sha-256; throws when it is gone or damaged. */
  take(sha256: string): Promise<Uint8Array>;
  /** Takes away what nobody waits for any more. */
  keepOnly(wanted: ReadonlySet<string>): Promise<void>;
}

/** The outbox in a folder, which is made when it is first needed. */
export function openOutbox(folder: string): Outbox {
  return {
    async put(bytes) {
      const sha256 = digestOf(bytes);
      const path = join(folder, sha256);
      const there = await stat(path).catch(() => undefined);
      if (there?.size === bytes.length) return sha256;
      await mkdir(folder, { recursive: true });
      await replaceFile(path, bytes);
      return sha256;
    },
    async take(sha256) {
      const bytes = await readFile(join(folder, sha256)).catch(() => undefined);
      if (bytes === undefined || digestOf(bytes) !== sha256) {
        throw new DeliveryTrouble('delivery-outbox-lost', { file: sha256.slice(0, 12) }, false);
      }
      return bytes;
    },
    async keepOnly(wanted) {
      const names = await readdir(folder).catch(() => []);
      const idle = names.filter((name) => !wanted.has(name));
      await Promise.all(idle.map((name) => rm(join(folder, name), { force: true })));
    },
  };
}
