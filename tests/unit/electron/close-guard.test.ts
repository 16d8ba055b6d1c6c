import { beforeEach, expect, test, vi } from 'vitest';
import * as electron from './fake-electron.ts';
import { answered, plantedHost } from './planted-host.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { guardClosing } = await import('#electron/close-guard.ts');
const { layShell } = await import('#electron/shell-host.ts');

const WITHIN = { timeout: 5000 };
const GO_BACK = 0;
const CLOSE_ANYWAY = 1;

let window: electron.BrowserWindow;
const stayed = vi.fn();

beforeEach(() => {
  electron.resetElectron();
  stayed.mockClear();
  window = new electron.BrowserWindow({});
});

function guard(host = plantedHost()) {
  const shell = layShell(host, () => {});
  guardClosing(window as unknown as Electron.BrowserWindow, shell, stayed);
  return shell;
}

const isClosed = () => electron.done.includes('closed');

test('the window closes once the last edit lies on the disk', async () => {
  const writing = Promise.withResolvers<void>();
  const at = '2021-06-18T20:00:00.000Z';
  const shell = guard(
    plantedHost({ writeUpdate: () => writing.promise.then(() => answered({ at })) }),
  );
  shell.writeUpdate({ session: 's', bytes: Uint8Array.of(1) });
  window.close();
  window.close();
  await new Promise((later) => setTimeout(later, 500));
  expect(isClosed()).toBe(false);
  writing.resolve();
  await vi.waitFor(() => expect(isClosed()).toBe(true), WITHIN);
});

test('a page that objects is given time to send its last edits, without a question', async () => {
  guard();
  window.objects = true;
  window.webContents.on('will-prevent-unload', () => {
    window.objects = false;
  });
  window.close();
  await vi.waitFor(() => expect(isClosed()).toBe(true), WITHIN);
  expect(electron.dialog.asked).toEqual([]);
});

test('a window that has edits left over stays when the editor goes back', async () => {
  guard();
  window.objects = true;
  electron.dialog.button = GO_BACK;
  window.close();
  await vi.waitFor(() => expect(stayed).toHaveBeenCalledTimes(1), WITHIN);
  expect(isClosed()).toBe(false);
  expect(electron.dialog.asked[0]?.buttons).toEqual(['返回编辑', '放弃改动并关闭']);
  // Asked again next time: going back once is no promise for ever.
  window.close();
  await vi.waitFor(() => expect(stayed).toHaveBeenCalledTimes(2), WITHIN);
});

test('edits are given up only when the editor says so', async () => {
  guard();
  window.objects = true;
  electron.dialog.button = CLOSE_ANYWAY;
  window.close();
  await vi.waitFor(() => expect(isClosed()).toBe(true), WITHIN);
  expect(stayed).not.toHaveBeenCalled();
});

test('a window does not close over a press job without asking', async () => {
  const shell = guard(
    plantedHost({
      startPress: () => answered({ job: 'j' }),
      pressProgress: () => answered({ state: 'running' }),
    }),
  );
  await shell.startPress({
    ...{ session: 's', pages: [0], profile: 'p', folder: '/out' },
    inSpiteOfFindings: false,
    hasReport: false,
  });
  window.close();
  await vi.waitFor(() => expect(stayed).toHaveBeenCalled());
  expect(electron.dialog.asked[0]?.message).toBe('正在出片');
  electron.dialog.button = 1;
  window.close();
  await vi.waitFor(() => expect(isClosed()).toBe(true), WITHIN);
});
