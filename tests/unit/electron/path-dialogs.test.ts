import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as electron from './fake-electron.ts';
import { runAs, runAsOurselves } from './platform.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { choosePath } = await import('#electron/path-dialogs.ts');
const { showInFolder } = await import('#electron/show-in-folder.ts');

beforeEach(() => {
  electron.resetElectron();
  runAs('linux');
});

afterEach(runAsOurselves);

test('a dialog asks in Chinese, and answers what was chosen', async () => {
  electron.dialog.path = '/news/a.issue';
  const answer = await choosePath({ purpose: 'open issue', startAt: '/news' });
  expect(answer).toEqual({ ok: true, value: { path: '/news/a.issue' } });
  expect(electron.dialog.asked[0]).toMatchObject({
    ...{ title: '打开一期', buttonLabel: '打开', defaultPath: '/news' },
    properties: ['openDirectory'],
  });
});

test('a dialog asks in English where the system is English', async () => {
  electron.app.locale = 'en-US';
  await choosePath({ purpose: 'press folder' });
  expect(electron.dialog.asked[0]?.title).toBe('Choose the Folder to Press To');
});

test('a dialog that was put away answers no path', async () => {
  expect(await choosePath({ purpose: 'picture' })).toEqual({
    ok: true,
    value: { path: undefined },
  });
  expect(await choosePath({ purpose: 'save copy' })).toEqual({
    ok: true,
    value: { path: undefined },
  });
});

test('a picture is looked for among pictures, a folder among folders', async () => {
  await choosePath({ purpose: 'picture' });
  expect(electron.dialog.asked[0]?.filters).toMatchObject([{ name: '图片' }]);
  await choosePath({ purpose: 'issues folder' });
  expect(electron.dialog.asked[1]?.properties).toContain('createDirectory');
});

test('a Mac counts an issue among the files', async () => {
  runAs('darwin');
  await choosePath({ purpose: 'open issue' });
  expect(electron.dialog.asked[0]?.properties).toEqual(['openFile', 'openDirectory']);
});

test('a copy is an issue whatever name it is given', async () => {
  electron.dialog.path = '/news/周刊';
  const named = await choosePath({ purpose: 'save copy' });
  expect(named).toEqual({ ok: true, value: { path: '/news/周刊.issue' } });
  electron.dialog.path = '/news/周刊.issue';
  expect(await choosePath({ purpose: 'save copy' })).toEqual(named);
});

test('only what is there, by its full path, is shown in the file manager', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-show-'));
  expect(await showInFolder({ path: folder })).toEqual({ ok: true, value: {} });
  expect(electron.done).toEqual([`show ${folder}`]);
  rmSync(folder, { recursive: true });
  expect(await showInFolder({ path: folder })).toMatchObject({
    failure: { code: 'missing folder' },
  });
  expect(await showInFolder({ path: 'relative' })).toMatchObject({
    failure: { code: 'bad-request' },
  });
  expect(await showInFolder(undefined)).toMatchObject({ failure: { code: 'bad-request' } });
  expect(electron.done).toHaveLength(1);
});
