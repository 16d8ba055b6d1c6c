import type { Session, WebContents } from 'electron';
import { app, session } from 'electron';
import { isOwnAddress } from './own-address.ts';

/** Keeps every window on our own page: no other pages, no new windows, no permissions. */
export function guardWindows(): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
  refusePermissions(session.defaultSession);
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Camera, microphone, place, notices, USB …: the desk needs none of them. */
function refusePermissions(all: Session): void {
  all.setPermissionRequestHandler((_, __, decide) => decide(false));
  all.setPermissionCheckHandler(() => false);
  all.setDevicePermissionHandler(() => false);
}
