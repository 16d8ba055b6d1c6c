import { EventEmitter } from 'node:events';

/** The parts of Electron that electron/ uses, and a record of what was done with them. */
type Answerer = (event: unknown, request: unknown) => unknown;

class FakeApp extends EventEmitter {
  readonly done: string[] = [];
  isFirst = true;
  enableSandbox(): void {
    this.done.push('sandbox');
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirst;
  }
  quit(): void {
    this.done.push('quit');
  }
  async whenReady(): Promise<void> {
    this.done.push('ready');
  }
}

export class FakeContents extends EventEmitter {
  openHandler: (() => unknown) | undefined;
  setWindowOpenHandler(handler: () => unknown): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static opened: BrowserWindow[] = [];
  static getAllWindows(): readonly BrowserWindow[] {
    return BrowserWindow.opened;
  }
  readonly options: Record<string, unknown>;
  readonly done: string[] = [];
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
  }
  loadURL(address: string): void {
    this.done.push(`load ${address}`);
  }
  show(): void {
    this.done.push('show');
  }
  focus(): void {
    this.done.push('focus');
  }
  restore(): void {
    this.done.push('restore');
  }
  isMinimized(): boolean {
    return true;
  }
}

export const app = new FakeApp();

export const ipcMain = {
  answerers: new Map<string, Answerer>(),
  handle(channel: string, answerer: Answerer): void {
    ipcMain.answerers.set(channel, answerer);
  },
};

export const ipcRenderer = {
  invoke: (channel: string, request: unknown) => Promise.resolve({ channel, request }),
};

export const contextBridge = {
  exposed: new Map<string, Record<string, (request: object) => unknown>>(),
  exposeInMainWorld(name: string, value: Record<string, (request: object) => unknown>): void {
    contextBridge.exposed.set(name, value);
  },
};

export const protocol = {
  privileged: [] as unknown[],
  answerers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: readonly unknown[]): void {
    app.done.push('scheme');
    protocol.privileged.push(...schemes);
  },
  handle(scheme: string, answerer: (request: Request) => Promise<Response>): void {
    protocol.answerers.set(scheme, answerer);
  },
};

type Decide = (granted: boolean) => void;
type Asked = (contents: unknown, what: string, decide: Decide) => void;

export const session = {
  defaultSession: {
    request: undefined as Asked | undefined,
    check: undefined as (() => boolean) | undefined,
    device: undefined as (() => boolean) | undefined,
    setPermissionRequestHandler(handler: Asked): void {
      session.defaultSession.request = handler;
    },
    setPermissionCheckHandler(handler: () => boolean): void {
      session.defaultSession.check = handler;
    },
    setDevicePermissionHandler(handler: () => boolean): void {
      session.defaultSession.device = handler;
    },
  },
};

/** Forgets everything, before each test. */
export function resetElectron(): void {
  app.removeAllListeners();
  app.done.length = 0;
  app.isFirst = true;
  BrowserWindow.opened = [];
  ipcMain.answerers.clear();
  protocol.answerers.clear();
  protocol.privileged.length = 0;
  contextBridge.exposed.clear();
}
