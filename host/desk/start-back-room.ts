import { join } from 'node:path';
import { forkRoom, type Room } from '#host/fork-room.ts';
import type { BackRoomWork, DeliverOrder } from './back-room-work.ts';

/** A back room that runs. Its news are of back-room-work.ts; it hears orders of there. */
export type BackRoom = Room<BackRoomWork | DeliverOrder>;

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
export const startBackRoom: StartBackRoom = () => forkRoom(BACK_ROOM_PROGRAM, [BACK_ROOM_MEMORY]);
