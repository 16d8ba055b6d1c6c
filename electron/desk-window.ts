import type { BrowserWindowConstructorOptions } from 'electron';
import { BrowserWindow } from 'electron';
import { SCREEN_ADDRESS } from './own-address.ts';

/** Opens the window of the desk; it shows itself when the first page has been laid out. */
export function openDeskWindow(preloadFile: string): BrowserWindow {
  const window = new BrowserWindow(deskWindowOptions(preloadFile));
  window.once('ready-to-show', () => window.show());
  window.loadURL(SCREEN_ADDRESS);
  return window;
}

/** The page is our own, but a draft's picture or font may not be: it gets no power over Node. */
function deskWindowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 960,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: '版心',
    backgroundColor: '#55585c',
    autoHideMenuBar: true,
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
    },
  };
}
