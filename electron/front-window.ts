import { BrowserWindow } from 'electron';
import type { ShellOrder } from '#host/contract.ts';
import { ORDER_CHANNEL } from './channels.ts';

/** The window of the desk; there is one at most. */
export function frontWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((window) => !window.isDestroyed());
}

/** Brings the window to the front. */
export function showFrontWindow(): void {
  const window = frontWindow();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Tells the page what the shell was asked for. */
export function sendOrder(order: ShellOrder): void {
  const contents = frontWindow()?.webContents;
  if (contents === undefined) return;
  // While a page loads, messages go to the page before it.
  if (contents.isLoading()) {
    contents.once('did-finish-load', () => contents.send(ORDER_CHANNEL, order));
  } else contents.send(ORDER_CHANNEL, order);
}
