import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOST_CALLS, type Host } from '#host/contract.ts';
import * as electron from './fake-electron.ts';
import { answered, plantedHost } from './planted-host.ts';
import { runAs, runAsOurselves } from './platform.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { startDesk } = await import('#electron/start-desk.ts');

const shut = vi.fn(async () => {});
const host = plantedHost({
  paintFont: () => answered(Uint8Array.of(1, 2)),
  pictureFile: () => Promise.reject(new Error('disk on fire')),
  readDesk: () => answered({ version: '1', recent: [], hasDialogs: false }),
  shut,
});
const ownFrame = { url: 'banxin://desk/', parent: null };

let screenFolder = '';

beforeEach(() => {
  electron.resetElectron();
  runAs('linux');
  shut.mockClear();
  screenFolder = mkdtempSync(join(tmpdir(), 'banxin-screen-'));
  writeFileSync(join(screenFolder, 'index.html'), '<!doctype html>');
});

afterEach(() => {
  runAsOurselves();
  rmSync(screenFolder, { recursive: true, force: true });
});

function start(startFolder?: string): Promise<void> {
  return startDesk({ host, startFolder, screenFolder, preloadFile: '/app/preload.cjs' });
}

function ask(call: keyof Host, request: unknown = {}, senderFrame: unknown = ownFrame) {
  const answer = electron.ipcMain.answerers.get(`banxin:${call}`)?.({ senderFrame }, request);
  return Promise.resolve(answer) as Promise<{
    readonly value: Readonly<Record<string, unknown>>;
    readonly failure: { readonly code: string; readonly values: object };
  }>;
}

test('sandbox and scheme are set before the application is ready', async () => {
  await start();
  const before = electron.done.slice(0, electron.done.indexOf('ready'));
  expect(before).toEqual(['sandbox', 'scheme']);
});

test('the window has a sandbox and no Node, and shows when it is ready', async () => {
  await start();
  const [window] = electron.BrowserWindow.opened;
  expect(window?.options.webPreferences).toMatchObject({
    preload: '/app/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
  });
  expect(electron.done.at(-1)).toBe('load banxin://desk/');
  window?.emit('ready-to-show');
  expect(electron.done.at(-1)).toBe('show');
});

test('a second start hands its issue to the first and ends', async () => {
  electron.app.isFirst = false;
  await start('/news/a.issue');
  expect(electron.done).toEqual(['sandbox', 'quit']);
  expect(electron.app.lockedWith).toEqual({ folder: '/news/a.issue' });
});

test('the first desk comes to the front and is told of the issue of a second start', async () => {
  await start();
  const [window] = electron.BrowserWindow.opened;
  electron.app.emit('second-instance', {}, [], '/', { folder: '/news/a.issue' });
  expect(electron.done.slice(-2)).toEqual(['restore', 'focus']);
  const order = { kind: 'open folder', folder: '/news/a.issue' };
  expect(window?.webContents.sent).toEqual([['banxin:order', order]]);
  electron.app.emit('second-instance', {}, [], '/', {});
  expect(window?.webContents.sent).toHaveLength(1);
});

test('an order waits for a page that is still loading', async () => {
  await start();
  const contents = electron.BrowserWindow.opened[0]?.webContents;
  if (contents === undefined) throw new Error('no window');
  contents.isLoadingNow = true;
  electron.app.emit('second-instance', {}, [], '/', { folder: '/news/a.issue' });
  expect(contents.sent).toEqual([]);
  contents.emit('did-finish-load');
  expect(contents.sent).toHaveLength(1);
});

test('the page hears which issue the program was started with', async () => {
  await start('/news/a.issue');
  const desk = await ask('readDesk');
  expect(desk.value).toMatchObject({ startFolder: '/news/a.issue', hasDialogs: true });
});

test('a Mac opens a window for an issue that is opened in the Finder', async () => {
  runAs('darwin');
  await start();
  const [window] = electron.BrowserWindow.opened;
  window?.close();
  await vi.waitFor(() => expect(electron.done).toContain('closed'));
  expect(electron.done).not.toContain('quit');
  const path = '/news/a.issue/打开本期.banxin';
  electron.app.emit('open-file', { preventDefault: () => {} }, path);
  expect(electron.BrowserWindow.opened).toHaveLength(1);
  expect((await ask('readDesk')).value).toMatchObject({ startFolder: '/news/a.issue' });
});

test('exactly the calls of the contract are answered', async () => {
  await start();
  const channels = Object.keys(HOST_CALLS).map((call) => `banxin:${call}`);
  expect([...electron.ipcMain.answerers.keys()]).toEqual(channels);
});

test('our own page is answered, other frames and pages are not', async () => {
  await start();
  const failureOf = async (senderFrame: unknown, request: unknown = {}) =>
    (await ask('lexicon', request, senderFrame)).failure.code;
  expect(await failureOf(ownFrame)).toBe('asked');
  expect(await failureOf({ ...ownFrame, url: 'https://evil.example/' })).toBe('door-closed');
  expect(await failureOf({ ...ownFrame, url: 'banxin://other/' })).toBe('door-closed');
  expect(await failureOf({ ...ownFrame, parent: ownFrame })).toBe('door-closed');
  expect(await failureOf(null)).toBe('door-closed');
  expect(await failureOf(ownFrame, 'page 3')).toBe('bad-request');
});

test('a fault of our own is printed here and told as such there', async () => {
  await start();
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const told = await ask('pictureFile', { asset: 'x' });
  expect(told).toEqual({
    ok: false,
    failure: { code: 'our-bug', values: { call: 'pictureFile' } },
  });
  expect(String(printed.mock.calls[0]?.[0])).toContain('disk on fire');
  printed.mockRestore();
});

test('the screen is served under our scheme with the content policy', async () => {
  await start();
  const answer = electron.protocol.answerers.get('banxin');
  const page = await answer?.(new Request('http://desk/'));
  expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page?.text()).toBe('<!doctype html>');
  expect((await answer?.(new Request('http://desk/../../etc/hosts.html')))?.status).toBe(404);
  expect((await answer?.(new Request('http://desk/', { method: 'POST' })))?.status).toBe(404);
});

test('workers and WebAssembly come under the policy too, as what they are', async () => {
  await start();
  const answer = electron.protocol.answerers.get('banxin');
  const typeOf = async (name: string) => {
    writeFileSync(join(screenFolder, name), '');
    const file = await answer?.(new Request(`http://desk/${name}`));
    const policy = file?.headers.get('content-security-policy');
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toContain("'wasm-unsafe-eval'");
    return file?.headers.get('content-type');
  };
  expect(await typeOf('compose-worker.js')).toBe('text/javascript; charset=utf-8');
  expect(await typeOf('harfbuzz.wasm')).toBe('application/wasm');
});

test('no window leaves our page, opens another or embeds one', async () => {
  await start();
  const contents = new electron.FakeContents();
  electron.app.emit('web-contents-created', {}, contents);
  expect(contents.openHandler?.()).toEqual({ action: 'deny' });
  const isStopped = (event: string, url: string, isMainFrame = true) =>
    electron.isPrevented(contents, event, { url, isMainFrame });
  expect(isStopped('will-navigate', 'https://evil.example/')).toBe(true);
  expect(isStopped('will-navigate', 'file:///etc/passwd')).toBe(true);
  expect(isStopped('will-redirect', 'https://evil.example/')).toBe(true);
  expect(isStopped('will-navigate', 'banxin://desk/')).toBe(false);
  expect(isStopped('will-frame-navigate', 'banxin://desk/', false)).toBe(true);
  expect(isStopped('will-attach-webview', '')).toBe(true);
});

test('our own page may use the clipboard; nothing else is granted to anybody', async () => {
  await start();
  const all = electron.session.defaultSession;
  const isGranted = (what: string, url: string, isMainFrame = true) => {
    let granted: boolean | undefined;
    const details = { isMainFrame, requestingUrl: url };
    all.request?.({}, what, (verdict) => (granted = verdict), details);
    expect(all.check?.({}, what, url, details)).toBe(granted);
    return granted;
  };
  expect(isGranted('clipboard-read', 'banxin://desk/')).toBe(true);
  expect(isGranted('clipboard-read', 'https://evil.example/')).toBe(false);
  expect(isGranted('clipboard-read', 'banxin://desk/', false)).toBe(false);
  expect(isGranted('media', 'banxin://desk/')).toBe(false);
  expect(isGranted('fileSystem', 'banxin://desk/')).toBe(false);
  expect(all.device?.()).toBe(false);
});

test('nothing goes to the network or comes down from it', async () => {
  await start();
  const all = electron.session.defaultSession;
  expect(all.watched).toEqual(expect.arrayContaining(['https://*/*', 'ws://*/*', 'file://*/*']));
  const decide = vi.fn();
  all.begun?.({}, decide);
  expect(decide).toHaveBeenCalledWith({ cancel: true });
  expect(electron.isPrevented(all, 'will-download')).toBe(true);
});

test('the last window ends the application, except on a Mac', async () => {
  await start();
  electron.app.emit('window-all-closed');
  expect(electron.done).toContain('quit');
  electron.resetElectron();
  runAs('darwin');
  await start();
  electron.app.emit('window-all-closed');
  expect(electron.done).not.toContain('quit');
  electron.app.emit('before-quit');
  electron.app.emit('window-all-closed');
  expect(electron.done).toContain('quit');
});

test('the program gives the issue back before it ends', async () => {
  await start();
  let isGivenBack = false;
  shut.mockImplementationOnce(async () => {
    await new Promise((soon) => setTimeout(soon, 20));
    isGivenBack = true;
  });
  expect(electron.isPrevented(electron.app, 'will-quit')).toBe(true);
  expect(electron.isPrevented(electron.app, 'will-quit')).toBe(true);
  await vi.waitFor(() => expect(electron.done.at(-1)).toBe('exit'));
  expect(isGivenBack).toBe(true);
  expect(shut).toHaveBeenCalledTimes(1);
});

test('a page that died is loaded again with the issue it had', async () => {
  await start();
  const [window] = electron.BrowserWindow.opened;
  window?.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  expect(electron.dialog.asked).toEqual([]);
  window?.webContents.emit('render-process-gone', {}, { reason: 'oom' });
  await vi.waitFor(() => expect(electron.done.at(-1)).toBe('reload'));
  expect(electron.dialog.asked[0]?.message).toBe('编辑窗口意外停止');
});
