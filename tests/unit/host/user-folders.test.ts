import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { documentsIn, issuesFolder, recordsFolder } from '#host/user-folders.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('records lie where the system keeps them, unless another place is named', () => {
  vi.stubEnv('BANXIN_DATA_FOLDER', '');
  vi.stubEnv('XDG_DATA_HOME', '/records');
  if (process.platform === 'linux') expect(recordsFolder()).toBe(join('/records', 'banxin'));
  vi.stubEnv('BANXIN_DATA_FOLDER', '/stick');
  expect(recordsFolder()).toBe('/stick');
  expect(issuesFolder()).toBe(join('/stick', '版心'));
});

test('the documents folder is read in the language of the desktop', () => {
  const settings = '# comment\nXDG_DESKTOP_DIR="$HOME/桌面"\nXDG_DOCUMENTS_DIR="$HOME/文档"\n';
  expect(documentsIn(settings, '/users/li')).toBe('/users/li/文档');
  expect(documentsIn('XDG_DOCUMENTS_DIR="/shared/papers"', '/users/li')).toBe('/shared/papers');
  expect(documentsIn('XDG_MUSIC_DIR="$HOME/x"', '/users/li')).toBeUndefined();
});
