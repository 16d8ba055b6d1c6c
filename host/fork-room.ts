import { fork, type Serializable } from 'node:child_process';

/** A program of ours that runs in a process of its own. */
export interface Room<Order> {
  send(order: Order): void;
  hear(listener: (news: unknown) => void): void;
  /** Ends the process at once; nothing else is ended. */
  end(): void;
  /** When the process has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
}

/** Starts a program as a further process of this Node; what it complains of goes to `says`. */
export function forkRoom<Order extends Serializable>(
  program: string,
  execArgv: readonly string[],
  says: 'inherit' | 'ignore' = 'inherit',
): Room<Order> {
  const child = fork(program, [], {
    execArgv: [...execArgv],
    // Bytes travel as bytes.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', says, 'ipc'],
  });
  return {
    // The process may be gone already; `ended` tells.
    send: (order) => void (child.connected && child.send(order, () => undefined)),
    hear: (listener) => void child.on('message', listener),
    end: () => void child.kill('SIGKILL'),
    ended: new Promise((ended) => {
      child.once('exit', ended);
      child.once('error', ended);
    }),
  };
}
