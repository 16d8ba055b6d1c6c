import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import type { ShellHost } from './shell-host.ts';
import { shellWords } from './words.ts';

/** When the page has died, offers to load it again; it then opens the issue it had. */
export function guardAgainstCrash(window: BrowserWindow, host: ShellHost): void {
  window.webContents.on('render-process-gone', async (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const words = shellWords();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: words.goneTitle,
      detail: `${words.goneDetail} (${reason})`,
      buttons: [words.reload, words.quitNow],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 1) {
      app.quit();
      return;
    }
    host.startWith(host.openedIssue()?.folder);
    window.webContents.reload();
  });
}
