import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOST_CALLS, type Host } from '#host/contract.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { startDesk } = await import('#electron/start-desk.ts');

const bytes = Uint8Array.of(1, 2);
const host: Host = {
  openIssue: async () => ({ ok: false, failure: { code: 'asked', values: {} } }),
  composePage: async ({ page }) => ({ ok: false, failure: { code: 'asked', values: { page } } }),
  paintFont: async () => ({ ok: true, value: bytes }),
  pictureFile: () => Promise.reject(new Error('disk on fire')),
};
const ownFrame = { url: 'banxin://desk/', parent: null };

let screenFolder = '';

beforeEach(() => {
  electron.resetElectron();
  screenFolder = mkdtempSync(join(tmpdir(), 'banxin-screen-'));
  writeFileSync(join(screenFolder, 'index.html'), '<!doctype html>');
});

afterEach(() => rmSync(screenFolder, { recursive: true, force: true }));

function start(): Promise<void> {
  return startDesk({ host, screenFolder, preloadFile: '/app/preload.cjs' });
}

test('sandbox and scheme are set before the application is ready', async () => {
  await start();
  expect(electron.app.done).toEqual(['sandbox', 'scheme', 'ready']);
});

test('the window has a sandbox and no Node, and shows when it is ready', async () => {
  await start();
  const [window] = electron.BrowserWindow.opened;
  expect(window?.options.webPreferences).toMatchObject({
    preload: '/app/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(window?.done).toEqual(['load banxin://desk/']);
  window?.emit('ready-to-show');
  expect(window?.done.at(-1)).toBe('show');
});

test('a second start brings the first window to the front', async () => {
  electron.app.isFirst = false;
  await start();
  expect(electron.app.done).toEqual(['sandbox', 'quit']);
  electron.app.isFirst = true;
  await start();
  electron.app.emit('second-instance');
  expect(electron.BrowserWindow.opened[0]?.done).toEqual([
    'load banxin://desk/',
    'restore',
    'focus',
  ]);
});

test('exactly the calls of the contract are answered', async () => {
  await start();
  const channels = Object.keys(HOST_CALLS).map((call) => `banxin:${call}`);
  expect([...electron.ipcMain.answerers.keys()]).toEqual(channels);
});

test('our own page is answered, other frames and pages are not', async () => {
  await start();
  const failureOf = async (senderFrame: unknown, request: unknown = { page: 3 }) => {
    const answer = electron.ipcMain.answerers.get('banxin:composePage')?.({ senderFrame }, request);
    return ((await answer) as { failure: { code: string } }).failure.code;
  };
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
  const answer = electron.ipcMain.answerers.get('banxin:pictureFile');
  const told = await answer?.({ senderFrame: ownFrame }, { asset: 'x' });
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

test('no window leaves our page, opens another or embeds one', async () => {
  await start();
  const contents = new electron.FakeContents();
  electron.app.emit('web-contents-created', {}, contents);
  expect(contents.openHandler?.()).toEqual({ action: 'deny' });
  const isStopped = (event: string, url: string) => {
    const preventDefault = vi.fn();
    contents.emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length === 1;
  };
  expect(isStopped('will-navigate', 'https://evil.example/')).toBe(true);
  expect(isStopped('will-navigate', 'file:///etc/passwd')).toBe(true);
  expect(isStopped('will-redirect', 'https://evil.example/')).toBe(true);
  expect(isStopped('will-navigate', 'banxin://desk/')).toBe(false);
  expect(isStopped('will-attach-webview', '')).toBe(true);
});

test('no page is given a permission or a device', async () => {
  await start();
  const all = electron.session.defaultSession;
  const decide = vi.fn();
  all.request?.({}, 'media', decide);
  expect(decide).toHaveBeenCalledWith(false);
  expect([all.check?.(), all.device?.()]).toEqual([false, false]);
});

test('the last window closes the application, except on a Mac', async () => {
  await start();
  electron.app.emit('window-all-closed');
  expect(electron.app.done.includes('quit')).toBe(process.platform !== 'darwin');
});

test('the preload script hands the page the calls of the contract and nothing else', async () => {
  await import('#electron/preload.ts');
  const exposed = electron.contextBridge.exposed.get('banxin') ?? {};
  expect([...electron.contextBridge.exposed.keys()]).toEqual(['banxin']);
  expect(Object.keys(exposed)).toEqual(Object.keys(HOST_CALLS));
  expect(await exposed.composePage?.({ page: 1 })).toEqual({
    channel: 'banxin:composePage',
    request: { page: 1 },
  });
});
