import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createIntakeRooms } from '#host/intake/intake-rooms.ts';
import type { DraftReading } from '#host/intake/read-draft.ts';
import { startReadingRoom } from '#host/intake/start-intake-room.ts';
import { passingFolder } from '#tests/unit/host/inbox/inbox-desk.ts';

const PLANTED = join(import.meta.dirname, 'planted-room.ts');

function plantedRooms(longestMs?: number) {
  const rooms = createIntakeRooms(() => startReadingRoom(PLANTED), longestMs);
  onTestFinished(() => rooms.shut());
  return rooms;
}

function words(reading: DraftReading): readonly string[] {
  if (!reading.ok) return [reading.failure.code];
  const { parts } = reading.reading.matter;
  return parts.map((part) => (part.kind === 'paragraph' ? part.text : ''));
}

test('a draft that is read without end is given up, and the next one is read', async () => {
  const rooms = plantedRooms(2500);
  const began = performance.now();
  expect(words(await rooms.read({ name: 'endless', path: '' }))).toEqual(['draft-too-slow']);
  expect(performance.now() - began).toBeLessThan(4000);
  const [pid = ''] = words(await rooms.read({ name: 'good', path: '' }));
  expect(pid).toMatch(/^\d+$/u);
}, 30_000);

test('a draft that takes all memory, or breaks its room, takes nothing else with it', async () => {
  const rooms = plantedRooms(20_000);
  const read = (name: string) => rooms.read({ name, path: '' });
  const [greedy, dies, good] = await Promise.all([read('greedy'), read('dies'), read('good')]);
  expect(words(greedy)).toEqual(['draft-reader-stopped']);
  expect(words(dies)).toEqual(['draft-reader-stopped']);
  expect(words(good)).toHaveLength(1);
}, 60_000);

test('no room reads two drafts', async () => {
  const rooms = plantedRooms();
  const pids = [];
  for (let at = 0; at < 3; at += 1) pids.push(words(await rooms.read({ name: 'x', path: '' }))[0]);
  expect(new Set(pids).size).toBe(3);
}, 30_000);

test('a room can write no file and start no program', async () => {
  const path = join(await passingFolder(), 'written');
  const tried = words(await plantedRooms().read({ name: 'writes', path }));
  expect(tried).toEqual(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED']);
}, 30_000);

test('drafts that still wait when the desk closes are not read, and say so', async () => {
  const rooms = plantedRooms();
  const orders = Array.from({ length: 4 }, () => rooms.read({ name: 'endless', path: '' }));
  await new Promise((resume) => setTimeout(resume, 300));
  await rooms.shut();
  const codes = (await Promise.all(orders)).flatMap(words);
  expect(codes.slice(0, 2)).toEqual(['draft-reader-stopped', 'draft-reader-stopped']);
  expect(codes.slice(2)).toEqual(['draft-not-read-yet', 'draft-not-read-yet']);
}, 30_000);
