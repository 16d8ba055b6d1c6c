import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BackRoomWork, DeliverOrder } from './back-room-work.ts';

/** A back room that runs. Its news are of back-room-work.ts; it hears orders of there. */
export interface BackRoom {
  send(order: BackRoomWork | DeliverOrder): void;
  hear(listener: (news: unknown) => void): void;
  /** Ends the process at once; nothing else is ended. */
  end(): void;
  /** When the process has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
}

/** Starts a back room. Electron hands in one of its own: it is no Node for other programs. */
export type StartBackRoom = () => BackRoom;

/**
 * The program of the back room: beside this source, or beside the bundle that this source is in,
 * where it is one of the programs of build/bundle-electron.ts.
 */
export const BACK_ROOM_PROGRAM = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'back-room.ts' : 'back-room.js',
);

/** Eight times what sixteen pages with fonts and photographs were seen to take. */
export const BACK_ROOM_MEMORY = '--max-old-space-size=2048';

/** Starts a back room as a further process of this Node. */
export const startBackRoom: StartBackRoom = () => {
  const child = fork(BACK_ROOM_PROGRAM, [], {
    execArgv: [BACK_ROOM_MEMORY],
    // Bytes travel as bytes.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    send: (order) => void child.send(order),
    hear: (listener) => void child.on('message', listener),
    end: () => void child.kill('SIGKILL'),
    ended: new Promise((ended) => {
      child.once('exit', ended);
      child.once('error', ended);
    }),
  };
};
