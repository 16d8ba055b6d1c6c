import { join } from 'node:path';
import type { Answer, DoorState, Failure } from '#host/contract.ts';
import { MOST_PICTURES, USUAL_LIMITS } from '#host/door/door-limits.ts';
import { type DoorSetting, readDoorSetting, writeDoorSetting } from '#host/door/door-setting.ts';
import { addInvitation, listInvitations, withdrawInvitation } from '#host/door/invitations.ts';
import { doorLinks, OWN_MACHINE, openCheckedDoor } from '#host/door/open-checked-door.ts';
import { networkAddresses } from '#host/door/own-address.ts';
import type { ServedDoor } from '#host/door/serve-door.ts';
import { systemFailure } from '#host/issue-folder/folder-failure.ts';
import { failed, succeeded } from './answers.ts';
import type { DeskCalls } from './desk-host.ts';
import { localTime } from './press-calls.ts';
import { screenFailure } from './screen-failure.ts';

/** The calls that have to do with the correspondents' door. */
export type DoorCalls = Pick<
  DeskCalls,
  'doorState' | 'setDoor' | 'addInvitation' | 'withdrawInvitation'
>;

/** The door of this desk, opened with the program where it was left open. */
export interface DeskDoor {
  readonly calls: DoorCalls;
  shut(): Promise<void>;
}

interface DoorPlace {
  readonly folder: string;
  served: ServedDoor | undefined;
  trouble: Failure | undefined;
}

/** The door of the inbox among the records of this user. */
export function createDeskDoor(recordsFolder: string): DeskDoor {
  const place: DoorPlace = {
    folder: join(recordsFolder, 'inbox'),
    served: undefined,
    trouble: undefined,
  };
  let line: Promise<unknown> = readDoorSetting(place.folder).then((setting) =>
    setting.isOpen ? open(place, setting) : undefined,
  );
  /** One after the other: a door is not opened while it is being shut. */
  function inLine<Value>(work: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const done = line.then(async () => {
      try {
        return await work();
      } catch (error) {
        return failed(screenFailure(systemFailure(place.folder, error)));
      }
    });
    line = done;
    return done;
  }
  return {
    calls: {
      doorState: () => inLine(async () => succeeded(await stateOf(place))),
      setDoor: (wanted) => inLine(() => setDoor(place, wanted)),
      addInvitation: ({ unit }) => inLine(() => invite(place, unit.trim())),
      withdrawInvitation: ({ id }) =>
        inLine(async () => {
          const ended = await withdrawInvitation(place.folder, id, now());
          if (ended === undefined) return failed({ code: 'no-such-invitation', values: { id } });
          return succeeded(await stateOf(place));
        }),
    },
    async shut() {
      await line;
      await place.served?.close();
      place.served = undefined;
    },
  };
}

const now = () => localTime(new Date());

async function open(place: DoorPlace, { address, port }: DoorSetting): Promise<void> {
  const opened = await openCheckedDoor({ inboxFolder: place.folder, address, port, now });
  place.served = opened.ok ? opened.value : undefined;
  place.trouble = opened.ok ? undefined : opened.failure;
}

async function setDoor(place: DoorPlace, wanted: DoorSetting): Promise<Answer<DoorState>> {
  await place.served?.close();
  place.served = undefined;
  place.trouble = undefined;
  if (wanted.isOpen) await open(place, wanted);
  // A door that could not be opened is not tried again at every start.
  await writeDoorSetting(place.folder, { ...wanted, isOpen: place.served !== undefined });
  return succeeded(await stateOf(place));
}

async function invite(place: DoorPlace, unit: string) {
  if (unit === '') return failed({ code: 'door-unit-missing', values: {} });
  const { code } = await addInvitation(place.folder, unit, now());
  return succeeded({ code, state: await stateOf(place) });
}

async function stateOf({ folder, served, trouble }: DoorPlace): Promise<DoorState> {
  const { address, port } = served ?? (await readDoorSetting(folder));
  const invitations = await listInvitations(folder);
  return {
    isOpen: served !== undefined,
    address,
    port,
    links: served === undefined ? [] : doorLinks(served),
    addresses: [OWN_MACHINE, ...networkAddresses()],
    invitations: invitations
      .filter(({ withdrawnAt }) => withdrawnAt === undefined)
      .map(({ id, unit, madeAt }) => ({ id, unit, madeAt })),
    limits: {
      pictures: MOST_PICTURES,
      sendingMegabytes: USUAL_LIMITS.sendingBytes / 1024 / 1024,
      sendingsPerUnitADay: USUAL_LIMITS.sendingsPerUnitADay,
    },
    trouble,
  };
}
