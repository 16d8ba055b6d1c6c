import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BackRoomNews, BackRoomWork, DeliverOrder } from './back-room-work.ts';

/** A back room that runs. */
export interface BackRoom {
  send(order: BackRoomWork | DeliverOrder): void;
  /** Hears all news until the room ends. */
  onNews(listener: (news: BackRoomNews) => void): void;
  /** Hears once that the process has ended, for whatever reason. */
  onEnd(listener: () => void): void;
  /** Ends the process at once; nothing else is ended. */
  end(): void;
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
    onNews: (listener) => void child.on('message', (news) => listener(news as BackRoomNews)),
    onEnd(listener) {
      let isOver = false;
      const over = () => {
        if (!isOver) listener();
        isOver = true;
      };
      child.once('exit', over);
      child.once('error', over);
    },
    end: () => void child.kill('SIGKILL'),
  };
};
