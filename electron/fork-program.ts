import { utilityProcess } from 'electron';

/** A program of ours in a process of its own. */
export interface ForkedProgram {
  send(message: unknown): void;
  hear(listener: (message: unknown) => void): void;
  /** Ends the program at once. */
  end(): void;
  /** The code that the program ended with, however it came to end. */
  readonly ended: Promise<number>;
}

/**
 * Starts a bundled program beside the main process, with `process.parentPort` to hear and speak
 * through. `child_process` cannot: it would run Electron as Node, and the fuses of the packaged
 * program forbid that.
 */
export function forkProgram(file: string, execArgv: readonly string[] = []): ForkedProgram {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Banxin',
    stdio: 'inherit',
    execArgv: [...execArgv],
  });
  return {
    send: (message) => child.postMessage(message),
    hear: (listener) => child.on('message', listener),
    end: () => child.kill(),
    ended: new Promise((resolve) => child.once('exit', resolve)),
  };
}
