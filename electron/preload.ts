import { contextBridge, ipcRenderer } from 'electron';
import { HOST_CALLS, type HostCall, type ShellBridge, type ShellOrder } from '#host/contract.ts';
import { channelOf, ORDER_CHANNEL } from './channels.ts';
import { readShellOrder } from './shell-order.ts';

type OrderListener = Parameters<ShellBridge['onShellOrder']>[0];

/** The host contract as `window.banxin`: these calls and nothing else of Electron. */
const calls = (Object.keys(HOST_CALLS) as HostCall[]).map((call) => [
  call,
  (request: object) => ipcRenderer.invoke(channelOf(call), request),
]);

const listeners = new Set<OrderListener>();
/** Orders that came before the page listened, such as the issue a second start asks for. */
let kept: ShellOrder[] = [];

// The event is not handed on: it carries a way to the main process.
ipcRenderer.on(ORDER_CHANNEL, (_, message: unknown) => {
  const order = readShellOrder(message);
  if (order === undefined) return;
  if (listeners.size === 0) kept.push(order);
  for (const listener of listeners) listener(order);
});

function onShellOrder(listener: OrderListener): () => void {
  listeners.add(listener);
  const waiting = kept;
  kept = [];
  for (const order of waiting) listener(order);
  return () => {
    listeners.delete(listener);
  };
}

contextBridge.exposeInMainWorld('banxin', { ...Object.fromEntries(calls), onShellOrder });
