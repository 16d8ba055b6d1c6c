import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntakeNote, WatchedFolder } from '#engine/intake/inbox-draft.ts';
import { screenFailure } from '#host/desk/screen-failure.ts';
import { sha256 } from '#host/issue-folder/assets.ts';
import { systemFailure } from '#host/issue-folder/folder-failure.ts';
import type { IncomingDraft } from './open-inbox.ts';

/** A folder that is looked at again and again. */
export interface FolderWatch {
  state(): WatchedFolder;
  /** Looks once, now; what is still growing is taken at a later look. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** What a watch does with the files it finds. */
export interface WatchOptions {
  readonly folder: string;
  /** Takes a file in; true when it is on the disk. */
  readonly take: (draft: IncomingDraft) => Promise<boolean>;
  readonly everyMs?: number;
  /** The largest file that a draft can be. */
  readonly mostBytes: number;
}

/** Network shares tell nothing of changes, so the folder is read; twice in a row is one copy. */
const EVERY_MS = 3000;

/** Where a file stood when it was last looked at. */
interface Sighting {
  readonly size: number;
  readonly changedMs: number;
  /** Taken, or too large: not looked at again until it changes. */
  isDone: boolean;
}

/**
 * Takes drafts from a folder of the newsroom's share. A file is taken when it has not changed
 * between two looks, and stays where it is. It is known by its name and its bytes: a file that
 * changes is a new draft, one that was taken before the last start is not taken again.
 */
export function watchFolder(options: WatchOptions): FolderWatch {
  const seen = new Map<string, Sighting>();
  let trouble: IntakeNote | undefined;
  let line: Promise<void> = Promise.resolve();
  async function lookOnce(): Promise<void> {
    try {
      const names = await draftNames(options.folder);
      trouble = undefined;
      for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name);
      for (const name of names) trouble = (await lookAt(name, seen, options)) ?? trouble;
    } catch (error) {
      trouble = screenFailure(systemFailure(options.folder, error));
    }
  }
  const look = () => {
    line = line.then(lookOnce);
    return line;
  };
  const clock = setInterval(look, options.everyMs ?? EVERY_MS);
  clock.unref();
  return {
    state: () => ({ folder: options.folder, trouble }),
    look,
    stop() {
      clearInterval(clock);
      return line;
    },
  };
}

/** Files of the folder itself; those in folders below are somebody's archive. */
async function draftNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !isLitter(entry.name));
  return files.map(({ name }) => name).sort();
}

const LITTER = [
  /^([.~]|thumbs[.]db$|desktop[.]ini$)/iu,
  /[.](tmp|temp|part|partial|crdownload|download|lock|lnk|ini)$/iu,
  /^~?[$]/u,
];

/** Files that Word, WPS, browsers and systems lay beside those that are being written. */
function isLitter(name: string): boolean {
  return LITTER.some((pattern) => pattern.test(name));
}

async function lookAt(
  name: string,
  seen: Map<string, Sighting>,
  options: WatchOptions,
): Promise<IntakeNote | undefined> {
  const path = join(options.folder, name);
  // Moved away since the folder was read.
  const file = await stat(path).catch(() => undefined);
  if (file === undefined) return undefined;
  const before = seen.get(name);
  const stands = before?.size === file.size && before.changedMs === file.mtimeMs;
  if (!stands) seen.set(name, { size: file.size, changedMs: file.mtimeMs, isDone: false });
  if (file.size > options.mostBytes) {
    const megabytes = options.mostBytes / 1024 / 1024;
    return { code: 'draft-too-large', values: { name, megabytes } };
  }
  if (!stands || before.isDone || file.size === 0) return undefined;
  return takeFile({ name, path, sighting: before }, options);
}

async function takeFile(
  { name, path, sighting }: { name: string; path: string; sighting: Sighting },
  { take }: WatchOptions,
): Promise<IntakeNote | undefined> {
  try {
    const bytes = await readFile(path);
    // It grew after all, or is half written; the next look will see.
    if (bytes.length !== sighting.size) return undefined;
    const key = `folder ${sha256(bytes)} ${name}`;
    sighting.isDone = await take({ name, bytes, origin: 'watched folder', key });
    return undefined;
  } catch (error) {
    // Word keeps the files that it has open to itself.
    return { code: 'draft-file-in-use', values: { name, reason: systemFailure(path, error).code } };
  }
}
