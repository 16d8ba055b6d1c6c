import { join } from 'node:path';
import { forkRoom, type Room } from '#host/fork-room.ts';
import type { RoomOrder } from './intake-order.ts';

/** Starts an intake room. Electron hands in one of its own: it is no Node for other programs. */
export type StartIntakeRoom = () => Room<RoomOrder>;

/** The program of the intake room: beside this source, or beside the bundle that it is in. */
export const INTAKE_ROOM_PROGRAM = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'intake-room.ts' : 'intake-room.js',
);

/** What the words of a draft may take; pictures lie outside this, under memory-guard.ts. */
export const INTAKE_ROOM_MEMORY = '--max-old-space-size=320';

/**
 * The room may read and do nothing else: no file is written and no program started, whatever a
 * draft makes of the libraries that read it. Node itself sees to that.
 */
const READ_ONLY = ['--permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons'];

/** Starts an intake room as a further process of this Node. */
export const startIntakeRoom: StartIntakeRoom = () => startReadingRoom(INTAKE_ROOM_PROGRAM);

/** The same for another program that is to be held as closely. */
export function startReadingRoom(program: string): ReturnType<StartIntakeRoom> {
  return forkRoom(program, [INTAKE_ROOM_MEMORY, ...READ_ONLY], 'ignore');
}
