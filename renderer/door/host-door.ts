import type { Host, ShellBridge } from '#host/contract.ts';
import { loopbackDoor } from './loopback-door.ts';

declare global {
  interface Window {
    /** Put there by the Electron preload script; absent in a browser. */
    readonly banxin?: ShellBridge;
  }
}

/** The host of this window: Electron's where there is one, else the loopback server's. */
export function hostDoor(): Host {
  return window.banxin ?? loopbackDoor(window.location.hash.slice(1));
}
