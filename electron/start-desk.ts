import { app, BrowserWindow } from 'electron';
import type { Host } from '#host/contract.ts';
import { openDeskWindow } from './desk-window.ts';
import { guardWindows } from './guards.ts';
import { answerCalls } from './ipc.ts';
import { registerScreenScheme, serveScreen } from './screen-scheme.ts';

/** What the application is started with. */
export interface DeskParts {
  readonly host: Host;
  /** Folder of the built screen, with index.html. */
  readonly screenFolder: string;
  /** The bundled preload script. */
  readonly preloadFile: string;
}

/**
 * Runs the application. A second start brings the first one's window to the front instead of
 * opening the same issue twice.
 */
export async function startDesk(parts: DeskParts): Promise<void> {
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerScreenScheme();
  app.on('second-instance', showFirstWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await app.whenReady();
  guardWindows();
  serveScreen(parts.screenFolder);
  answerCalls(parts.host);
  openDeskWindow(parts.preloadFile);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openDeskWindow(parts.preloadFile);
  });
}

function showFirstWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
