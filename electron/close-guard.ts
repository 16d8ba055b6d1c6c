import type { BrowserWindow } from 'electron';
import { dialog } from 'electron';
import type { ShellHost } from './shell-host.ts';
import { shellWords } from './words.ts';

/** A window that will not close within this time closes with what lies on the disk. */
export const CLOSING_LIMIT_MS = 3000;

/**
 * Lets the window go when nothing of the editor's is lost by it:
 *
 *     close -> pressing? ask -> wait for writes -> close -> page objects? wait once more
 *                                                        -> objects again? ask -> closed
 *
 * The page objects (beforeunload) as long as edits are not on the disk, and sends them; it goes on
 * objecting when they cannot be written. `stayed` is called when the window stays open after all.
 */
export function guardClosing(window: BrowserWindow, host: ShellHost, stayed: () => void): void {
  let mayClose = false;
  let isPreparing = false;
  let hasObjected = false;

  async function prepare(): Promise<void> {
    if ((await host.runningJob()) !== undefined && !(await stopsPressing(window))) return stayed();
    hasObjected = false;
    await closeWhenQuiet();
  }
  async function closeWhenQuiet(): Promise<void> {
    await host.quiet(CLOSING_LIMIT_MS);
    mayClose = true;
    if (!window.isDestroyed()) window.close();
  }
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    if (isPreparing) return;
    isPreparing = true;
    prepare().finally(() => {
      isPreparing = false;
    });
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (!hasObjected) {
      hasObjected = true;
      closeWhenQuiet();
    } else if (discardsEdits(window)) event.preventDefault();
    else {
      mayClose = false;
      stayed();
    }
  });
}

async function stopsPressing(window: BrowserWindow): Promise<boolean> {
  const words = shellWords();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.pressingTitle,
    detail: words.pressingDetail,
    buttons: [words.keepPressing, words.stopPressing],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** Asked while the page waits, so the answer must be there at once. */
function discardsEdits(window: BrowserWindow): boolean {
  const words = shellWords();
  const response = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: words.unsavedTitle,
    detail: words.unsavedDetail,
    buttons: [words.goBack, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
