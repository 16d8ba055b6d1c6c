import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the system keeps what can be made again: unpacked fonts, pictures, program files. */
export function cacheFolder(content: 'fonts' | 'pictures' | 'program'): string {
  const { env, platform } = process;
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'Banxin', content);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Banxin', content);
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'banxin', content);
}
