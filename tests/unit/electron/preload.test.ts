import { beforeEach, expect, test, vi } from 'vitest';
import { HOST_CALLS, type ShellBridge } from '#host/contract.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => {
  vi.resetModules();
});

/** A preload script of its own for each test. */
async function openBridge() {
  const electron = (await import('electron')) as unknown as typeof import('./fake-electron.ts');
  electron.resetElectron();
  await import('#electron/preload.ts');
  const bridge = electron.contextBridge.exposed.get('banxin') as unknown as ShellBridge;
  return { bridge, electron };
}

test('the page is handed the calls of the contract, the orders and nothing else', async () => {
  const { bridge, electron } = await openBridge();
  expect([...electron.contextBridge.exposed.keys()]).toEqual(['banxin']);
  expect(Object.keys(bridge)).toEqual([...Object.keys(HOST_CALLS), 'onShellOrder']);
});

test('a call travels on its own channel, bytes and all', async () => {
  const { bridge } = await openBridge();
  const request = { session: 's', bytes: Uint8Array.of(1, 2) };
  expect(await bridge.writeUpdate(request)).toEqual({ channel: 'banxin:writeUpdate', request });
});

test('an order reaches the page without the event, until it stops listening', async () => {
  const { bridge, electron } = await openBridge();
  const listener = vi.fn();
  const stop = bridge.onShellOrder(listener);
  const order = { kind: 'command', command: 'file.save' };
  electron.ipcRenderer.emit('banxin:order', { sender: 'power' }, { ...order, more: 1 });
  expect(listener.mock.calls).toEqual([[order]]);
  stop();
  electron.ipcRenderer.emit('banxin:order', {}, order);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('orders that come before the page listens wait for it', async () => {
  const { bridge, electron } = await openBridge();
  const order = { kind: 'open folder', folder: '/news/a.issue' };
  electron.ipcRenderer.emit('banxin:order', {}, order);
  const listener = vi.fn();
  bridge.onShellOrder(listener);
  bridge.onShellOrder(vi.fn());
  expect(listener.mock.calls).toEqual([[order]]);
});

test('what is no order does not pass', async () => {
  const { bridge, electron } = await openBridge();
  const listener = vi.fn();
  bridge.onShellOrder(listener);
  for (const message of [
    null,
    'quit',
    {},
    { kind: 'command' },
    { kind: 'open folder', folder: 3 },
  ]) {
    electron.ipcRenderer.emit('banxin:order', {}, message);
  }
  expect(listener).not.toHaveBeenCalled();
});
