import { setTimeout as after } from 'node:timers/promises';
import { app } from 'electron';
import type { OpenedIssue } from '#host/contract.ts';
import type { RunningHost } from '#host/desk/open-desk-host.ts';
import { CLOSING_LIMIT_MS, guardClosing } from './close-guard.ts';
import { guardAgainstCrash } from './crash-guard.ts';
import { openDeskWindow } from './desk-window.ts';
import { frontWindow, sendOrder, showFrontWindow } from './front-window.ts';
import { guardWindows } from './guards.ts';
import { answerCalls } from './ipc.ts';
import { issueFolderAt } from './issue-path.ts';
import { showBareMenus } from './menus.ts';
import { registerScreenScheme, serveScreen } from './screen-scheme.ts';
import { layShell, type ShellHost } from './shell-host.ts';
import { shellWords } from './words.ts';

/** What the application is started with. */
export interface DeskParts {
  readonly host: RunningHost;
  /** The desk opens this issue at once; otherwise the start window shows. */
  readonly startFolder: string | undefined;
  /** Folder of the built screen, with index.html. */
  readonly screenFolder: string;
  /** The bundled preload script. */
  readonly preloadFile: string;
}

/** As build/electron-builder.json names the program; Windows groups its windows by it. */
const WINDOWS_ID = 'cn.banxin.desk';

/**
 * Runs the application. A second start brings the first one's window to the front, with the issue
 * it was started for, instead of opening a second desk.
 */
export async function startDesk(parts: DeskParts): Promise<void> {
  app.enableSandbox();
  if (!app.requestSingleInstanceLock({ folder: parts.startFolder })) {
    app.quit();
    return;
  }
  const host = layShell(parts.host, nameIssue);
  host.startWith(parts.startFolder);
  const stay = endWithCare(host);
  const openWindow = () => openGuardedWindow(parts, host, stay);
  registerScreenScheme();
  takeFurtherIssues(host, openWindow);
  await app.whenReady();
  nameProgram();
  guardWindows();
  serveScreen(parts.screenFolder);
  answerCalls(host);
  showBareMenus();
  openWindow();
  app.on('activate', () => {
    if (frontWindow() === undefined) openWindow();
  });
}

function nameProgram(): void {
  const { product, credits } = shellWords();
  app.setAboutPanelOptions({
    applicationName: product,
    applicationVersion: app.getVersion(),
    credits,
  });
  if (process.platform === 'win32') app.setAppUserModelId(WINDOWS_ID);
}

/** A Mac shows the folder in the title of the window, to be dragged from there. */
function nameIssue(issue: OpenedIssue | undefined): void {
  if (process.platform !== 'darwin') return;
  frontWindow()?.setRepresentedFilename(issue?.folder ?? '');
}

function openGuardedWindow({ preloadFile }: DeskParts, host: ShellHost, stay: () => void): void {
  const window = openDeskWindow(preloadFile);
  guardAgainstCrash(window, host);
  guardClosing(window, host, stay);
  window.on('closed', () => {
    const issue = host.openedIssue();
    host.startWith(undefined);
    showBareMenus();
    if (issue !== undefined) host.closeIssue({ session: issue.session }).catch(console.error);
  });
}

/** Issues that the system asks for while the desk runs: a second start, a file opened on a Mac. */
function takeFurtherIssues(host: ShellHost, openWindow: () => void): void {
  function takeIssue(folder: string): void {
    if (frontWindow() !== undefined) {
      showFrontWindow();
      sendOrder({ kind: 'open folder', folder });
      return;
    }
    host.startWith(folder);
    if (app.isReady()) openWindow();
  }
  app.on('second-instance', (_, __, ___, asked) => {
    const { folder } = (asked ?? {}) as { readonly folder?: unknown };
    if (typeof folder === 'string') takeIssue(folder);
    else showFrontWindow();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    takeIssue(issueFolderAt(path));
  });
}

/**
 * Gives the open issue back before the program ends, but never hangs on it. Answers how to call the
 * end off, when a window stays open after all.
 */
function endWithCare(host: ShellHost): () => void {
  let isQuitting = false;
  let isOver = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isOver) return;
    isOver = true;
    const ended = host.shut().catch(console.error);
    Promise.race([ended, after(CLOSING_LIMIT_MS)]).then(() => app.exit());
  });
  return () => {
    isQuitting = false;
  };
}
