import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInbox } from '#host/inbox/open-inbox.ts';

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
  /** Acknowledged drafts that are in the inbox, under the number that was given. */
  readonly found: number;
  /** Sendings that lie in the inbox more than once. */
  readonly doubled: number;
  /** Attempts that the killed program left without an answer, and that were made again. */
  readonly repeated: number;
  /** From the last attempt to its answer. */
  readonly answerMs: readonly number[];
}

const PROGRAM = join(import.meta.dirname, '../../../host/cli/banxin.ts');
/** Every fifth sending brings a picture along. */
const WITH_PICTURE = 5;
const PICTURE_BYTES = 300_000;
const PAUSE_MS = 100;
const MOST_ATTEMPTS = 400;

/**
 * Sends drafts through the door of `banxin inbox serve` from many senders at once. When half of
 * them are acknowledged the program is killed, and started again; who got no answer sends again.
 */
export async function loadDoor({ senders, sendingsEach }: DoorLoad): Promise<DoorLoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-door-load-'));
  const port = await freePort();
  const sent = senders * sendingsEach;
  const receipts = new Map<string, string>();
  const answerMs: number[] = [];
  let repeated = 0;
  let program = await startDoor(folder, port);
  let restart: Promise<void> | undefined;
  const killOnce = () => {
    if (restart !== undefined || receipts.size < sent / 2) return;
    program.kill('SIGKILL');
    restart = once(program, 'close').then(async () => {
      program = await startDoor(folder, port);
    });
  };
  const sendAll = async (sender: number) => {
    for (let number = 0; number < sendingsEach; number += 1) {
      const name = `稿件${sender}之${number}`;
      const { receipt, ms, attempts } = await sendUntilAnswered(port, name, number);
      receipts.set(name, receipt);
      answerMs.push(ms);
      repeated += attempts - 1;
      killOnce();
    }
  };
  try {
    await Promise.all(Array.from({ length: senders }, (_, sender) => sendAll(sender)));
    await restart;
  } finally {
    program.kill('SIGTERM');
    await once(program, 'close');
  }
  const kept = await keptDrafts(folder);
  await rm(folder, { recursive: true, force: true });
  const found = [...receipts].filter(([name, receipt]) => kept.get(name)?.includes(receipt));
  return {
    sent,
    acknowledged: receipts.size,
    found: found.length,
    doubled: [...kept.values()].filter((numbers) => numbers.length > 1).length,
    repeated,
    answerMs,
  };
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

async function sendUntilAnswered(port: number, name: string, number: number): Promise<Answered> {
  for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1) {
    const begun = performance.now();
    const receipt = await send(port, name, number % WITH_PICTURE === 0).catch(() => undefined);
    if (receipt !== undefined) return { receipt, ms: performance.now() - begun, attempts };
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  throw new Error(`no answer to ${name}`);
}

async function send(port: number, name: string, hasPicture: boolean): Promise<string | undefined> {
  const body = new FormData();
  const words = {
    token: `sending-${name}`,
    name: '王墨',
    unit: '湘潭经开区',
    phone: '13800001234',
    headline: name,
    text: `本报讯 ${name}，日前建成。`.repeat(20),
    elsewhere: 'only',
  };
  for (const [field, value] of Object.entries(words)) body.append(field, value);
  if (hasPicture) {
    body.append('picture1', new File([pictureBytes(name)], '图.jpg'));
    body.append('caption1', '园区一角。');
    body.append('photographer1', '李灿晖');
  }
  const address = `http://127.0.0.1:${port}/drafts`;
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const location = answer.headers.get('location') ?? '';
  return answer.status === 303 ? location.split('=')[1] : undefined;
}

/** Begins as a JPEG does; what follows is the sender's name, over and over. */
function pictureBytes(name: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(PICTURE_BYTES, name);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** The receipt numbers of every headline in the inbox. */
async function keptDrafts(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const unread = { ok: false, failure: { code: 'draft-not-read-yet', values: {} } } as const;
  const inbox = await openInbox({
    folder: join(folder, 'inbox'),
    rooms: { read: async () => unread, shut: async () => undefined },
    now: () => new Date().toISOString(),
  });
  if (!inbox.ok) throw new Error(inbox.failure.code);
  const kept = new Map<string, readonly string[]>();
  for (const { name, receipt } of inbox.value.list({}).drafts) {
    const headline = name.replace(/[.]eml$/u, '');
    kept.set(headline, [...(kept.get(headline) ?? []), receipt]);
  }
  await inbox.value.close();
  return kept;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
