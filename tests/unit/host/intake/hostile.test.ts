import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PictureFile } from '#host/intake/gathered.ts';
import type { IntakeNews, IntakeOrder } from '#host/intake/intake-order.ts';
import { LONGEST_READING_MS } from '#host/intake/intake-rooms.ts';
import type { DraftReading } from '#host/intake/read-draft.ts';
import { startIntakeRoom } from '#host/intake/start-intake-room.ts';
import sentences from '#templates/sentences/sentences.json' with { type: 'json' };
import {
  hostileArchives,
  hostileMails,
  hostilePages,
  hostilePictures,
  hostileTexts,
  hostileWordFiles,
} from './hostile-files.ts';
import { goodFiles, type HostileFile, spoiled, spoiledWithin } from './spoiled-files.ts';

interface Told {
  readonly file: HostileFile;
  readonly reading: DraftReading;
  readonly tookMs: number;
}

let folder = '';
let visits = 0;
const server = createServer((_, response) => {
  visits += 1;
  response.end();
});
let told: readonly Told[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-hostile-'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  told = await readAll(await corpus(`http://127.0.0.1:${port}`));
}, 200_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  server.close();
});

async function corpus(far: string): Promise<readonly HostileFile[]> {
  const good = await goodFiles();
  const bytesOf = (name: string) => good.find((file) => file.name === name)?.bytes ?? Buffer.of();
  return [
    ...good,
    ...spoiled(good),
    ...spoiledWithin(),
    ...hostileArchives(),
    ...hostileWordFiles(far),
    ...hostilePages(far),
    ...hostileMails(far),
    ...hostileTexts(),
    ...hostilePictures(bytesOf('图.png'), bytesOf('图.jpg')),
  ];
}

/**
 * A room takes one draft in life; here one takes draft after draft until one breaks it, or else
 * the opening of four hundred rooms would be all that is measured.
 */
async function readAll(files: readonly HostileFile[]): Promise<readonly Told[]> {
  await mkdir(join(folder, 'files'));
  const lanes = [files.filter((_, at) => at % 2 === 0), files.filter((_, at) => at % 2 === 1)];
  return (await Promise.all(lanes.map(readLane))).flat();
}

async function readLane(files: readonly HostileFile[]): Promise<readonly Told[]> {
  const answers: Told[] = [];
  let room = openRoom();
  for (const file of files) {
    const path = join(folder, 'files', file.name);
    await writeFile(path, file.bytes);
    const began = performance.now();
    let reading = await readOne(room, { name: file.name, path });
    answers.push({ file, reading, tookMs: performance.now() - began });
    if (!WORN.has(codeIn(reading))) continue;
    room = openRoom();
    // The drafts before it had their share of the memory: one that is to be read has a room of
    // its own in life.
    if (codeIn(reading) !== 'draft-reader-stopped') continue;
    reading = await readOne(room, { name: file.name, path });
    answers.splice(-1, 1, { file, reading, tookMs: performance.now() - began });
    if (WORN.has(codeIn(reading))) room = openRoom();
  }
  room.end();
  await room.ended;
  return answers;
}

/** A room that is listened to once, by whoever waits for it at the time. */
function openRoom() {
  const room = startIntakeRoom();
  let listener: (news: unknown) => void = () => undefined;
  room.hear((news) => listener(news));
  return {
    ...room,
    hear(next: (news: unknown) => void) {
      listener = next;
    },
  };
}

/** Answers after which the room is gone. */
const WORN = new Set(['draft-too-slow', 'draft-reader-stopped']);

function codeIn(reading: DraftReading): string {
  return reading.ok ? '' : reading.failure.code;
}

/** Hands a draft to a room; ends the room when it takes too long, as intake-rooms.ts does. */
async function readOne(
  room: ReturnType<typeof startIntakeRoom>,
  order: IntakeOrder,
): Promise<DraftReading> {
  const answer = Promise.withResolvers<DraftReading>();
  const refuse = (code: string) =>
    answer.resolve({ ok: false, failure: { code, values: { name: order.name } } });
  const pictures: PictureFile[] = [];
  room.hear((message) => {
    const news = message as IntakeNews;
    if (news.kind === 'picture') pictures.push(news.file);
    else if (news.kind === 'failed') answer.resolve({ ok: false, failure: news.failure });
    else if (news.kind === 'read') {
      const { matter, notes } = news;
      answer.resolve({ ok: true, reading: { matter, notes, pictures } });
    }
  });
  void room.ended.then(() => refuse('draft-reader-stopped'));
  const clock = setTimeout(() => {
    refuse('draft-too-slow');
    room.end();
  }, LONGEST_READING_MS);
  room.send(order);
  const reading = await answer.promise;
  clearTimeout(clock);
  return reading;
}

function codesOf({ reading }: Told): readonly string[] {
  if (!reading.ok) return [reading.failure.code];
  return reading.reading.notes.map(({ code }) => code);
}

test('more than three hundred hostile and broken drafts are answered', () => {
  expect(told.length).toBeGreaterThan(350);
  expect(new Set(told.map(({ file }) => file.name)).size).toBe(told.length);
});

test('none takes longer than a draft may', () => {
  const slow = told.filter(({ tookMs }) => tookMs > LONGEST_READING_MS + 500);
  expect(slow.map(({ file, tookMs }) => `${file.name} ${tookMs}`)).toEqual([]);
});

test('each gets the answer that is right for it', () => {
  const wrong = told.flatMap((one) => {
    const { answer } = one.file;
    const codes = codesOf(one);
    const isRight =
      answer === undefined || (answer === 'read' ? one.reading.ok : codes.includes(answer));
    return isRight ? [] : [`${one.file.name}: ${codes.join(' ')} instead of ${answer}`];
  });
  expect(wrong).toEqual([]);
});

test('every answer is a sentence that the newsroom can read', () => {
  const known: Readonly<Record<string, readonly string[]>> = sentences;
  for (const one of told) {
    for (const code of codesOf(one)) expect([code, known[code]?.length]).toEqual([code, 2]);
  }
});

test('rooms are broken by a few at most, and our own code by none', () => {
  const codes = told.flatMap(codesOf);
  expect(codes.filter((code) => code === 'draft-reader-broken')).toEqual([]);
  const broken = told.filter((one) => {
    const [code] = codesOf(one);
    return code === 'draft-too-slow' || code === 'draft-reader-stopped';
  });
  expect(broken.map(({ file }) => file.name).length).toBeLessThanOrEqual(6);
});

test('nothing reaches for the network, and nothing is written', async () => {
  expect(visits).toBe(0);
  expect(await readdir(folder)).toEqual(['files']);
  expect((await readdir(join(folder, 'files'))).sort()).toEqual(
    told.map(({ file }) => file.name).sort(),
  );
  for (const { file } of told.slice(0, 40)) {
    expect(Buffer.compare(await readFile(join(folder, 'files', file.name)), file.bytes)).toBe(0);
  }
});
