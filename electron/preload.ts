import { contextBridge, ipcRenderer } from 'electron';
import { HOST_CALLS, type HostCall } from '#host/contract.ts';
import { channelOf } from './channels.ts';

/** The host contract as `window.banxin`: these calls and nothing else of Electron. */
const calls = (Object.keys(HOST_CALLS) as HostCall[]).map((call) => [
  call,
  (request: object) => ipcRenderer.invoke(channelOf(call), request),
]);
contextBridge.exposeInMainWorld('banxin', Object.fromEntries(calls));
