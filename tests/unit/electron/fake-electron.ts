import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The parts of Electron that electron/ uses, and a record of what was done with them. */
type Answerer = (event: unknown, request: unknown) => unknown;

/** What was done, in order. */
export const done: string[] = [];

class FakeApp extends EventEmitter {
  readonly name = 'Banxin';
  readonly isPackaged = true;
  isFirst = true;
  locale = 'zh-CN';
  lockedWith: unknown;
  jumpList: unknown;
  enableSandbox(): void {
    done.push('sandbox');
  }
  requestSingleInstanceLock(asked: unknown): boolean {
    this.lockedWith = asked;
    return this.isFirst;
  }
  quit(): void {
    done.push('quit');
  }
  exit(): void {
    done.push('exit');
  }
  isReady(): boolean {
    return done.includes('ready');
  }
  async whenReady(): Promise<void> {
    done.push('ready');
  }
  getLocale(): string {
    return this.locale;
  }
  getVersion(): string {
    return '0.1.0';
  }
  getPath(): string {
    return join(tmpdir(), 'banxin-fake-user-data');
  }
  setAboutPanelOptions(): void {}
  setAppUserModelId(): void {}
  addRecentDocument(path: string): void {
    done.push(`recent ${path}`);
  }
  setJumpList(list: unknown): void {
    this.jumpList = list;
  }
}

export class FakeContents extends EventEmitter {
  isLoadingNow = false;
  readonly sent: (readonly [string, unknown])[] = [];
  openHandler: (() => unknown) | undefined;
  setWindowOpenHandler(handler: () => unknown): void {
    this.openHandler = handler;
  }
  isLoading(): boolean {
    return this.isLoadingNow;
  }
  send(channel: string, message: unknown): void {
    this.sent.push([channel, message]);
  }
  cut(): void {
    done.push('cut');
  }
  copy(): void {
    done.push('copy');
  }
  paste(): void {
    done.push('paste');
  }
  reload(): void {
    done.push('reload');
  }
}

export class BrowserWindow extends EventEmitter {
  static opened: BrowserWindow[] = [];
  static getAllWindows(): readonly BrowserWindow[] {
    return BrowserWindow.opened;
  }
  readonly webContents = new FakeContents();
  readonly options: Record<string, unknown>;
  /** True: the page has edits that are not on the disk, and says so before it unloads. */
  objects = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
  }
  loadURL(address: string): void {
    done.push(`load ${address}`);
  }
  show(): void {
    done.push('show');
  }
  focus(): void {
    done.push('focus');
  }
  restore(): void {
    done.push('restore');
  }
  hasMenuBar = true;
  setMenuBarVisibility(isShown: boolean): void {
    this.hasMenuBar = isShown;
  }
  maximize(): void {
    done.push('maximize');
  }
  isMinimized(): boolean {
    return true;
  }
  isMaximized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return !BrowserWindow.opened.includes(this);
  }
  getNormalBounds(): object {
    return { x: 10, y: 20, width: 1200, height: 800 };
  }
  setRepresentedFilename(path: string): void {
    done.push(`represents ${path}`);
  }
  /** As Electron does: `close`, then the page is asked, then `closed`. */
  close(): void {
    if (isPrevented(this, 'close')) return;
    const staysOpen = this.objects && !isPrevented(this.webContents, 'will-prevent-unload');
    if (staysOpen) return;
    BrowserWindow.opened = BrowserWindow.opened.filter((window) => window !== this);
    done.push('closed');
    this.emit('closed');
    if (BrowserWindow.opened.length === 0) app.emit('window-all-closed');
  }
}

/** Emits an event that a listener may prevent, and answers whether one did. */
export function isPrevented(emitter: EventEmitter, event: string, details: object = {}): boolean {
  let prevented = false;
  const preventDefault = () => {
    prevented = true;
  };
  emitter.emit(event, { ...details, preventDefault });
  return prevented;
}

export const app = new FakeApp();

export const ipcMain = {
  answerers: new Map<string, Answerer>(),
  handle(channel: string, answerer: Answerer): void {
    ipcMain.answerers.set(channel, answerer);
  },
};

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (channel: string, request: unknown) => Promise.resolve({ channel, request }),
});

type Exposed = Record<string, (request: never) => unknown>;

export const contextBridge = {
  exposed: new Map<string, Exposed>(),
  exposeInMainWorld(name: string, value: Exposed): void {
    contextBridge.exposed.set(name, value);
  },
};

export const protocol = {
  privileged: [] as unknown[],
  answerers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: readonly unknown[]): void {
    done.push('scheme');
    protocol.privileged.push(...schemes);
  },
  handle(scheme: string, answerer: (request: Request) => Promise<Response>): void {
    protocol.answerers.set(scheme, answerer);
  },
};

type Decide = (granted: boolean) => void;
type Asked = (contents: unknown, what: string, decide: Decide, details: object) => void;
type Checked = (contents: unknown, what: string, origin: string, details: object) => boolean;
type Begun = (details: unknown, decide: (verdict: object) => void) => void;

class FakeSession extends EventEmitter {
  request: Asked | undefined;
  check: Checked | undefined;
  device: (() => boolean) | undefined;
  watched: readonly string[] = [];
  begun: Begun | undefined;
  readonly webRequest = {
    onBeforeRequest: ({ urls }: { readonly urls: readonly string[] }, begun: Begun) => {
      this.watched = urls;
      this.begun = begun;
    },
  };
  setPermissionRequestHandler(handler: Asked): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: Checked): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
}

export const session = { defaultSession: new FakeSession() };

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

/** What the dialogs answer, and what they were opened with. */
export const dialog = {
  path: undefined as string | undefined,
  button: 0,
  asked: [] as Record<string, unknown>[],
  async showOpenDialog(...words: Record<string, unknown>[]): Promise<object> {
    dialog.asked.push(words.at(-1) ?? {});
    return { canceled: dialog.path === undefined, filePaths: dialog.path ? [dialog.path] : [] };
  },
  async showSaveDialog(...words: Record<string, unknown>[]): Promise<object> {
    dialog.asked.push(words.at(-1) ?? {});
    return { canceled: dialog.path === undefined, filePath: dialog.path ?? '' };
  },
  async showMessageBox(...words: Record<string, unknown>[]): Promise<object> {
    return { response: dialog.showMessageBoxSync(...words) };
  },
  showMessageBoxSync(...words: Record<string, unknown>[]): number {
    dialog.asked.push(words.at(-1) ?? {});
    return dialog.button;
  },
};

export const shell = {
  showItemInFolder: (path: string) => done.push(`show ${path}`),
};

/** A process of its own, as Electron forks it. */
export class FakeProcess extends EventEmitter {
  readonly file: string;
  readonly posted: unknown[] = [];
  constructor(file: string) {
    super();
    this.file = file;
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  kill(): boolean {
    return this.emit('exit', 15);
  }
}

export const utilityProcess = {
  forked: [] as FakeProcess[],
  fork(file: string): FakeProcess {
    const child = new FakeProcess(file);
    utilityProcess.forked.push(child);
    return child;
  },
};

/** An item as Electron holds it: what it was built from, with state that changes. */
export interface FakeItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly type?: string;
  readonly submenu?: FakeItem[];
  readonly click?: () => void;
  enabled?: boolean;
  checked?: boolean;
}

export class Menu {
  static application: Menu | undefined;
  static built = 0;
  static setApplicationMenu(menu: Menu): void {
    Menu.application = menu;
  }
  static buildFromTemplate(template: FakeItem[]): Menu {
    Menu.built += 1;
    return new Menu(template);
  }
  readonly items: FakeItem[];
  constructor(items: FakeItem[]) {
    this.items = items;
  }
  getMenuItemById(id: string): FakeItem | null {
    return allItems(this.items).find((item) => item.id === id) ?? null;
  }
}

/** The items of a menu with those of the menus in it. */
export function allItems(items: readonly FakeItem[]): readonly FakeItem[] {
  return items.flatMap((item) => [item, ...allItems(item.submenu ?? [])]);
}

/** Forgets everything, before each test. */
export function resetElectron(): void {
  app.removeAllListeners();
  session.defaultSession.removeAllListeners();
  ipcRenderer.removeAllListeners();
  done.length = 0;
  Object.assign(app, { isFirst: true, locale: 'zh-CN', jumpList: undefined });
  Object.assign(dialog, { path: undefined, button: 0, asked: [] });
  utilityProcess.forked = [];
  BrowserWindow.opened = [];
  Object.assign(Menu, { application: undefined, built: 0 });
  ipcMain.answerers.clear();
  protocol.answerers.clear();
  protocol.privileged.length = 0;
  contextBridge.exposed.clear();
}
