import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Attempt,
  errorCode,
  failed,
  type LockHolder,
  systemFailure,
} from './folder-failure.ts';

/** The right to edit an issue folder, held until released. */
export interface FolderLock {
  /**
   * Sees whether the lock is still ours, before anything is written. One that has gone, with its
   * folder or with the disk, is made anew; errors of the file system are thrown.
   */
  confirm(): Promise<LockState>;
  release(): Promise<void>;
}

/** What became of a lock: once taken by someone else, it is not had back. */
export type LockState =
  | { readonly kind: 'held' | 'made anew' }
  | { readonly kind: 'taken'; readonly holder: LockHolder };

const LOCK_NAME = 'lock.json';

const lockSchema = z.object({
  pid: z.int(),
  host: z.string(),
  user: z.string().default(''),
  since: z.string(),
  token: z.string(),
});

type LockNote = z.infer<typeof lockSchema>;

/**
 * Takes the lock of an issue folder, or tells who holds it. A lock of this computer whose program
 * no longer runs is taken over; one of another computer only with `takeOver`, because nothing here
 * can tell whether that computer is still at work.
 */
export async function takeLock(
  folder: string,
  options: { readonly takeOver: boolean },
): Promise<Attempt<FolderLock>> {
  const path = join(folder, LOCK_NAME);
  const own = ownNote();
  try {
    // Each round either gets the lock, finds a live holder, or clears one stale lock away.
    for (let round = 0; round < 5; round += 1) {
      if (await createNote(path, own)) return { ok: true, value: heldLock(path, own) };
      const holder = await readNote(path);
      if (holder && !options.takeOver && !isStale(holder)) return openElsewhere(holder);
      await clearAway(path, holder);
    }
    const holder = await readNote(path);
    return openElsewhere(holder ?? own);
  } catch (error) {
    return failed(systemFailure(path, error));
  }
}

/** A lock that is to be had as soon as the folder can be written: at the first `confirm`. */
export function lockToCome(folder: string): FolderLock {
  return heldLock(join(folder, LOCK_NAME), ownNote());
}

function ownNote(): LockNote {
  return {
    pid: process.pid,
    host: hostname(),
    user: signedInUser(),
    since: new Date().toISOString(),
    token: randomUUID(),
  };
}

function openElsewhere(note: LockNote): Attempt<never> {
  return failed({ code: 'open elsewhere', holder: holderOf(note) });
}

function holderOf({ pid, host, user, since }: LockNote): LockHolder {
  return { pid, host, user, since };
}

function signedInUser(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the id of the user may have no name.
    return '';
  }
}

function heldLock(path: string, own: LockNote): FolderLock {
  let taken: LockHolder | undefined;
  return {
    async confirm() {
      if (taken !== undefined) return { kind: 'taken', holder: taken };
      const note = await readNote(path);
      if (note?.token === own.token) return { kind: 'held' };
      if (note === undefined && (await createNote(path, own))) return { kind: 'made anew' };
      taken = holderOf(note ?? (await readNote(path)) ?? own);
      return { kind: 'taken', holder: taken };
    },
    async release() {
      const note = await readNote(path).catch(() => undefined);
      if (note?.token === own.token) await rm(path, { force: true });
    },
  };
}

/** Puts the note in place whole or not at all: nobody ever sees a lock without its holder. */
async function createNote(path: string, note: LockNote): Promise<boolean> {
  const written = `${path}.${note.token}`;
  await writeFile(written, JSON.stringify(note));
  try {
    await link(written, path);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (NO_HARD_LINKS.includes(code)) return createNoteInPlace(path, note);
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

/** Memory sticks and some network drives have no hard links. */
const NO_HARD_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];

async function createNoteInPlace(path: string, note: LockNote): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(note), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The note of the holder; undefined when it is gone or no note of ours. */
async function readNote(path: string): Promise<LockNote | undefined> {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isStale(note: LockNote): boolean {
  return note.host === hostname() && !isRunning(note.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to someone else.
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Takes a lock file away that was found stale. Another program may have done so and locked the
 * folder in the meantime: then what was moved aside is its fresh lock, and goes back.
 */
async function clearAway(path: string, stale: LockNote | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readNote(aside);
  if (moved && moved.token !== stale?.token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
