import { readFile } from 'node:fs/promises';
import type { IntakeRooms } from '#host/intake/intake-rooms.ts';
import { readDraft } from '#host/intake/read-draft.ts';

/** Rooms without processes, for tests that are not about those. */
export const roomsHere: IntakeRooms = {
  read: async ({ name, path }) => readDraft({ name, bytes: await readFile(path) }),
  shut: async () => undefined,
};
