import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app, BrowserWindow } from 'electron';
import { SCREEN_ADDRESS } from './own-address.ts';
import { keepWindowPlace, readWindowPlace, type WindowPlace } from './window-place.ts';
import { shellWords } from './words.ts';

/** Opens the window of the desk; it shows itself when the first page has been laid out. */
export function openDeskWindow(preloadFile: string): BrowserWindow {
  const place = readWindowPlace();
  const window = new BrowserWindow(deskWindowOptions(preloadFile, place));
  if (process.platform !== 'darwin') window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => {
    if (place?.isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => keepWindowPlace(window));
  window.loadURL(SCREEN_ADDRESS);
  return window;
}

/** The page is our own, but a draft's picture or font may not be: it gets no power over Node. */
function deskWindowOptions(
  preload: string,
  place: WindowPlace | undefined,
): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 960,
    ...place?.bounds,
    minWidth: 960,
    minHeight: 640,
    show: false,
    // Until the page names itself after the issue.
    title: shellWords().product,
    backgroundColor: '#55585c',
    ...(process.platform === 'linux' && { icon: join(import.meta.dirname, 'icon.png') }),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  };
}
