import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * The door's own folder within an inbox. Whoever serves the door writes here and, under their
 * SHA-256, into received/; whoever has the inbox reads it and writes to neither.
 *
 *     door/lock.json       who serves the door
 *     door/sendings.log    what came in at the door, acknowledged when its line is on the disk
 *     door/invitations/    one file for each invitation
 *     door/setting.json    whether the door is open, and to whom
 *     door/coming/         files of forms that are not complete yet
 */

/** The folder of the door of an inbox. */
export function doorFolder(inboxFolder: string): string {
  return join(inboxFolder, 'door');
}

/** The log of sendings. */
export function sendingsPath(inboxFolder: string): string {
  return join(doorFolder(inboxFolder), 'sendings.log');
}

/** Where the invitations lie. */
export function invitationsFolder(inboxFolder: string): string {
  return join(doorFolder(inboxFolder), 'invitations');
}

/** Where files of unfinished forms lie. */
export function comingFolder(inboxFolder: string): string {
  return join(doorFolder(inboxFolder), 'coming');
}

/** Makes the folders of the door. */
export async function makeDoorFolder(inboxFolder: string): Promise<void> {
  await mkdir(invitationsFolder(inboxFolder), { recursive: true });
  await mkdir(comingFolder(inboxFolder), { recursive: true });
}

/** A form that was begun yesterday is begun anew. */
const KEPT_MS = 24 * 60 * 60_000;

/** Takes away files of forms that nobody has come back to. */
export async function clearComing(inboxFolder: string, nowMs: number): Promise<void> {
  const folder = comingFolder(inboxFolder);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && nowMs - found.mtimeMs > KEPT_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
