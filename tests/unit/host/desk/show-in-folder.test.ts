import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ProgramCall, showInFolder, showingCall } from '#host/desk/show-in-folder.ts';
import { passingFolder } from './desk-behind-door.ts';

test('a name that a shell would obey goes to the file manager as it is', async () => {
  const folder = join(await passingFolder(), '$(reboot); a & b');
  await mkdir(folder);
  await writeFile(join(folder, 'A06.pdf'), '');
  const called: ProgramCall[] = [];
  const run = async (call: ProgramCall) => {
    called.push(call);
    return true;
  };
  expect((await showInFolder(join(folder, 'A06.pdf'), run)).ok).toBe(true);
  expect(called[0]?.words.join('')).toContain('$(reboot); a & b');
  expect(called[0]?.words).toHaveLength(process.platform === 'darwin' ? 2 : 1);
});

test('nothing is called for a file that is not there', async () => {
  const run = async () => {
    throw new Error('called');
  };
  const answer = await showInFolder(join(await passingFolder(), 'gone.pdf'), run);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'missing folder' } });
});

test('a machine without a file manager is told where the file is', async () => {
  const folder = await passingFolder();
  const answer = await showInFolder(folder, async () => false);
  expect(answer).toMatchObject({ failure: { code: 'no-file-manager', values: { path: folder } } });
});

test('each system has its own way', () => {
  expect(showingCall('win32', 'C:\\p\\A06.pdf', false)).toEqual({
    program: 'explorer.exe',
    words: ['/select,C:\\p\\A06.pdf'],
  });
  expect(showingCall('darwin', '/p/A06.pdf', false).words).toEqual(['-R', '/p/A06.pdf']);
  expect(showingCall('linux', '/p/A06.pdf', false)).toEqual({ program: 'xdg-open', words: ['/p'] });
  expect(showingCall('linux', '/p', true).words).toEqual(['/p']);
});
