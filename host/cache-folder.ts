import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the system keeps what can be made again: unpacked fonts, pictures, program files. Pictures
 * show the user's own pages; they go where BANXIN_DATA_FOLDER has the rest of what is the user's.
 */
export function cacheFolder(content: 'fonts' | 'pictures' | 'program'): string {
  const { env, platform } = process;
  if (content === 'pictures' && env.BANXIN_DATA_FOLDER)
    return join(env.BANXIN_DATA_FOLDER, content);
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'Banxin', content);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Banxin', content);
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'banxin', content);
}
