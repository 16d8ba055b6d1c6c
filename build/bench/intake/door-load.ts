import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchDoor } from '#host/door/take-up-sendings.ts';
import { type Inbox, openInbox } from '#host/inbox/open-inbox.ts';

/** How many send how much at once. */
export interface DoorLoad {
  readonly senders: number;
  readonly sendingsEach: number;
}

/** What became of the sendings. */
export interface DoorLoadResult {
  readonly sent: number;
  /** Sendings whose sender was given a receipt number. */
  readonly acknowledged: number;
  /** Acknowledged drafts that are in the inbox, under the number that was given, byte for byte. */
  readonly found: number;
  /** Acknowledged drafts that are not. */
  readonly lost: number;
  /** Sendings that lie in the inbox more than once. */
  readonly doubled: number;
  readonly withPictures: number;
  /** Attempts that the killed program left without an answer, and that were made again. */
  readonly repeated: number;
  /** From the last attempt of a sending to its answer. */
  readonly answerMs: readonly number[];
}

const PROGRAM = join(import.meta.dirname, '../../../host/cli/banxin.ts');
/** Every fourth sending brings a picture along. */
const WITH_PICTURE = 4;
const PICTURE_BYTES = 1_500_000;
const PAUSE_MS = 100;
const MOST_ATTEMPTS = 400;
const LOOK_MS = 150;
/** The program is killed when these parts of the sendings are acknowledged. */
const KILLS = [1 / 3, 2 / 3];

/**
 * Sends drafts through the door of `banxin inbox serve` from many senders at once, while this
 * program has the inbox, as a desk has it. The program at the door is killed twice and started
 * again; who got no answer sends again.
 */
export async function loadDoor(load: DoorLoad): Promise<DoorLoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-door-load-'));
  try {
    const inboxFolder = join(folder, 'inbox');
    const inbox = await openedInbox(inboxFolder);
    const watch = watchDoor(inbox, inboxFolder);
    const clock = setInterval(watch.look, LOOK_MS);
    const answers = await sendThroughKills(folder, load);
    clearInterval(clock);
    await watch.look();
    const result = await resultOf(load, answers, inbox);
    await inbox.close();
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Answers = ReadonlyMap<string, Answered>;

async function sendThroughKills(
  folder: string,
  { senders, sendingsEach }: DoorLoad,
): Promise<Answers> {
  const port = await freePort();
  const answers = new Map<string, Answered>();
  const sent = senders * sendingsEach;
  let program = await startDoor(folder, port);
  let restart: Promise<void> = Promise.resolve();
  let kills = 0;
  const killInTime = () => {
    const share = KILLS[kills];
    if (share === undefined || answers.size < sent * share) return;
    kills += 1;
    restart = restart.then(async () => {
      program.kill('SIGKILL');
      await once(program, 'close');
      program = await startDoor(folder, port);
    });
  };
  const sendAll = async (sender: number) => {
    for (let number = 0; number < sendingsEach; number += 1) {
      const name = `稿件${sender}之${number}`;
      answers.set(name, await sendUntilAnswered(port, name, hasPicture(number)));
      killInTime();
    }
  };
  try {
    await Promise.all(Array.from({ length: senders }, (_, sender) => sendAll(sender)));
    await restart;
  } finally {
    program.kill('SIGTERM');
    await once(program, 'close');
  }
  return answers;
}

function hasPicture(number: number): boolean {
  return number % WITH_PICTURE === 0;
}

async function startDoor(folder: string, port: number): Promise<ChildProcess> {
  const program = spawn(process.execPath, [PROGRAM, 'inbox', 'serve', '--port', String(port)], {
    env: { ...process.env, BANXIN_DATA_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // It prints its address when it listens.
  const [first] = await Promise.race([once(program.stdout, 'data'), once(program, 'close')]);
  if (!String(first).startsWith('http')) throw new Error('the door did not open');
  return program;
}

interface Answered {
  readonly receipt: string;
  readonly ms: number;
  readonly attempts: number;
}

async function sendUntilAnswered(
  port: number,
  name: string,
  withPicture: boolean,
): Promise<Answered> {
  const door = `http://127.0.0.1:${port}`;
  for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1) {
    const begun = performance.now();
    const receipt = await send(door, name, withPicture).catch(() => undefined);
    if (receipt !== undefined) return { receipt, ms: performance.now() - begun, attempts };
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  throw new Error(`no answer to ${name}`);
}

/** Sends a form and reads the number off the page that answers it. */
async function send(door: string, name: string, withPicture: boolean): Promise<string | undefined> {
  const body = new FormData();
  const words = {
    name: '王墨',
    unit: '湘潭经开区',
    phone: '13800001234',
    headline: name,
    story: storyOf(name),
    elsewhere: 'no',
  };
  for (const [field, value] of Object.entries(words)) body.append(field, value);
  if (withPicture) {
    body.append('picture-1', new File([pictureBytes(name)], '图.jpg'));
    body.append('picture-1-caption', '园区一角。');
    body.append('picture-1-credit', '李灿晖');
  }
  const ticket = createHash('sha256').update(name).digest('base64url').slice(0, 24);
  const answer = await fetch(`${door}/send/${ticket}`, { method: 'POST', body });
  const page = await answer.text();
  return answer.ok ? /class="number">([^<]+)</u.exec(page)?.[1] : undefined;
}

function storyOf(name: string): string {
  return `本报讯 ${name}，日前建成。`.repeat(20);
}

/** Begins as a JPEG does; what follows is the sender's name, over and over. */
function pictureBytes(name: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(PICTURE_BYTES, name);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** An inbox that reads no draft: how long that takes is measured elsewhere. */
async function openedInbox(folder: string): Promise<Inbox> {
  const unread = { ok: false, failure: { code: 'draft-not-read-yet', values: {} } } as const;
  const rooms = { read: async () => unread, shut: async () => undefined };
  const inbox = await openInbox({ folder, rooms, now: () => new Date().toISOString() });
  if (!inbox.ok) throw new Error(inbox.failure.code);
  return inbox.value;
}

async function resultOf(
  { senders, sendingsEach }: DoorLoad,
  answers: Answers,
  inbox: Inbox,
): Promise<DoorLoadResult> {
  const kept = new Map<string, string[]>();
  for (const { name, receipt } of inbox.list({}).drafts) {
    const headline = name.replace(/[.]zip$/u, '');
    kept.set(headline, [...(kept.get(headline) ?? []), receipt]);
  }
  let found = 0;
  for (const [name, { receipt }] of answers) {
    const isThere = kept.get(name)?.includes(receipt) === true;
    if (isThere && (await isWhole(inbox, name, receipt))) found += 1;
  }
  const all = [...answers.values()];
  const pictures = Array.from({ length: sendingsEach }, (_, number) => number).filter(hasPicture);
  return {
    sent: senders * sendingsEach,
    acknowledged: answers.size,
    found,
    lost: answers.size - found,
    doubled: [...kept.values()].filter((numbers) => numbers.length > 1).length,
    withPictures: senders * pictures.length,
    repeated: all.reduce((sum, { attempts }) => sum + attempts - 1, 0),
    answerMs: all.map(({ ms }) => ms),
  };
}

/** True when the archive of a draft holds the story and the picture to the byte. */
async function isWhole(inbox: Inbox, name: string, receipt: string): Promise<boolean> {
  const file = await inbox.file(receipt);
  if (file?.ok !== true) return false;
  // Archives of the door are not squeezed: what was sent stands in them as it was.
  const archive = Buffer.from(file.value);
  const picture = hasPicture(Number(name.split('之')[1])) ? pictureBytes(name) : undefined;
  return archive.includes(storyOf(name)) && (!picture || archive.includes(Buffer.from(picture)));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
