import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the system keeps what a program remembers of its user. BANXIN_DATA_FOLDER names another
 * place: for tests, and for a desk that is carried about on a stick.
 */
export function recordsFolder(): string {
  const { env, platform } = process;
  if (env.BANXIN_DATA_FOLDER) return env.BANXIN_DATA_FOLDER;
  if (platform === 'win32' && env.APPDATA) return join(env.APPDATA, 'Banxin');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Banxin');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'banxin');
}

/** Folder of the newsroom's own press profiles. */
export function ownProfilesFolder(): string {
  return join(recordsFolder(), 'press-profiles');
}

/** Folder of the newsroom's own fillers. */
export function ownFillersFolder(): string {
  return join(recordsFolder(), 'fillers');
}

/** Folder that new issues are put in: 版心 among the user's documents. */
export function issuesFolder(): string {
  if (process.env.BANXIN_DATA_FOLDER) return join(process.env.BANXIN_DATA_FOLDER, '版心');
  return join(documentsFolder(), '版心');
}

/** On Linux the folder is named in the language of the desktop, and a file says how. */
function documentsFolder(): string {
  const usual = join(homedir(), 'Documents');
  if (process.platform !== 'linux') return usual;
  const settings = join(
    process.env.XDG_CONFIG_HOME || join(homedir(), '.config'),
    'user-dirs.dirs',
  );
  try {
    return documentsIn(readFileSync(settings, 'utf8'), homedir()) ?? usual;
  } catch {
    return usual;
  }
}

/** The documents folder that a user-dirs.dirs names: below the home folder, or absolute. */
export function documentsIn(settings: string, home: string): string | undefined {
  const named = /^\s*XDG_DOCUMENTS_DIR="([^"]+)"/mu.exec(settings)?.[1];
  return named?.replace(/^\$HOME(?=\/|$)/u, home);
}
