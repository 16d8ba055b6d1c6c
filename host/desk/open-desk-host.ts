import { resolve } from 'node:path';
import type { Host } from '#host/contract.ts';
import { type StartIntakeRoom, startIntakeRoom } from '#host/intake/start-intake-room.ts';
import { issuesFolder, recordsFolder } from '#host/user-folders.ts';
import { failed, succeeded } from './answers.ts';
import { createDeskDelivery } from './delivery-calls.ts';
import { createDeskHost, type DeskCalls } from './desk-host.ts';
import { OWN_PLACES } from './desk-places.ts';
import { createDeskDoor } from './door-calls.ts';
import { fillerCalls } from './filler-calls.ts';
import { createDeskInbox } from './inbox-calls.ts';
import { issueCalls } from './issue-calls.ts';
import { createIssueSessions } from './issue-sessions.ts';
import { pressCalls } from './press-calls.ts';
import { createPressJobs } from './press-jobs.ts';
import { profileCalls } from './profile-calls.ts';
import { programCalls } from './program-calls.ts';
import type { DeskOpening } from './read-desk.ts';
import { createSmallPictures } from './small-pictures.ts';
import { type StartBackRoom, startBackRoom } from './start-back-room.ts';
import { versionCalls } from './version-calls.ts';

/** The calls that a window of the system can answer, and a browser cannot. */
export type ShellCalls = Pick<DeskCalls, 'choosePath' | 'setMenus'>;

/** What the desk is started with. */
export interface DeskHostOptions {
  /** The desk opens it at once; otherwise the start window shows. */
  readonly issueFolder?: string | undefined;
  /** The system's own dialogs and menus, where there are any. */
  readonly shell?: ShellCalls | undefined;
  /** How a further process is started; as one of Node where nothing else is said. */
  readonly startBackRoom?: StartBackRoom | undefined;
  /** The same for a room in which a draft is read. */
  readonly startIntakeRoom?: StartIntakeRoom | undefined;
}

/** The host contract with the end of the program, which gives the open issue back. */
export interface RunningHost extends Host {
  shut(): Promise<void>;
}

/** The host contract over issue folders on this machine. Nothing is read before it is asked for. */
export function openDeskHost(options: DeskHostOptions): RunningHost {
  const { issueFolder, shell } = options;
  const sessions = createIssueSessions();
  const opening: DeskOpening = {
    places: OWN_PLACES,
    recordsFolder: recordsFolder(),
    issuesFolder: issuesFolder(),
    startFolder: issueFolder === undefined ? undefined : resolve(issueFolder),
    hasDialogs: shell !== undefined,
  };
  const startRoom = options.startBackRoom ?? startBackRoom;
  const jobs = createPressJobs(startRoom);
  const pictures = createSmallPictures(opening.places, startRoom);
  const { startIntakeRoom: startRoomForDrafts = startIntakeRoom } = options;
  const { recordsFolder: records } = opening;
  const inbox = createDeskInbox({ recordsFolder: records, startRoom: startRoomForDrafts });
  const door = createDeskDoor(records);
  const delivery = createDeskDelivery({ sessions, opening, startRoom });
  const program = programCalls(opening, pictures);
  const host = createDeskHost({
    ...inbox.calls,
    ...door.calls,
    ...delivery.calls,
    ...issueCalls(sessions, opening, startRoomForDrafts),
    ...program,
    readDesk(request) {
      delivery.goOn();
      return program.readDesk(request);
    },
    ...pressCalls(sessions, jobs, opening),
    ...profileCalls(opening.places, startRoom),
    ...versionCalls(sessions, jobs, opening),
    ...fillerCalls(opening.places),
    ...(shell ?? BROWSER_CALLS),
  });
  return {
    ...host,
    async shut() {
      pictures.shut();
      await Promise.all([jobs.shut(), sessions.shut(), inbox.shut(), door.shut(), delivery.shut()]);
    },
  };
}

/** A browser shows no dialogs of the system, and has no menus of ours. */
const BROWSER_CALLS: ShellCalls = {
  choosePath: async () => failed({ code: 'no-dialogs', values: {} }),
  setMenus: async () => succeeded({}),
};
