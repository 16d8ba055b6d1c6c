import type { Session, WebContents } from 'electron';
import { app, session } from 'electron';
import { isOwnAddress } from './own-address.ts';

/** Keeps every window on our own page: no other pages, no new windows, no network, no downloads. */
export function guardWindows(): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
  const all = session.defaultSession;
  refusePermissions(all);
  refuseNetwork(all);
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * What our own page may do beyond showing itself. The keys for the clipboard need nothing; "paste"
 * in a context menu or in the command palette reads it, and they stand in the page.
 */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-read', 'clipboard-sanitized-write']);

/** Camera, microphone, place, notices, USB …: the desk needs none of them. */
function refusePermissions(all: Session): void {
  all.setPermissionRequestHandler((_, permission, decide, { isMainFrame, requestingUrl }) =>
    decide(GRANTED.has(permission) && isMainFrame && isOwnAddress(requestingUrl ?? '')),
  );
  all.setPermissionCheckHandler(
    (_, permission, origin, { isMainFrame }) =>
      GRANTED.has(permission) && isMainFrame && isOwnAddress(origin),
  );
  all.setDevicePermissionHandler(() => false);
}

const ELSEWHERE = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((kind) => `${kind}://*/*`);

/** The content policy forbids it already; this holds even where a page has slipped past it. */
function refuseNetwork(all: Session): void {
  all.webRequest.onBeforeRequest({ urls: ELSEWHERE }, (_, decide) => decide({ cancel: true }));
  all.on('will-download', (event) => event.preventDefault());
}
