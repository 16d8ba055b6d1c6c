import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cutAfter } from '#build/bench/press/cut-after.ts';
import { type DeliveryPlace, DeliveryTrouble } from '#host/delivery/delivery-place.ts';
import {
  type DeliveryQueue,
  type FileInHand,
  openDeliveryQueue,
  type QueueParts,
} from '#host/delivery/delivery-queue.ts';
import { openHotFolder } from '#host/delivery/hot-folder.ts';
import { fileOf, MemoryPlace } from './places.ts';

let folder = '';
let queue: DeliveryQueue | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-queue-'));
});
afterEach(async () => {
  await queue?.shut();
  queue = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function opened(parts: Partial<QueueParts>): Promise<DeliveryQueue> {
  const attempt = await openDeliveryQueue({
    folder: join(folder, 'queue'),
    openPlace: async () => new MemoryPlace(),
    now: () => '2021-06-17T22:30:00+08:00',
    pause: async () => undefined,
    ...parts,
  });
  if (!attempt.ok) throw new Error(attempt.failure.code);
  queue = attempt.value;
  return queue;
}

function order(id: string, target = 'shop') {
  const words = { at: '', targetName: '印厂', by: '', subject: '' };
  return { id, target, ...words, override: undefined };
}

/** The line is down until the end. */
const untilTheEnd: QueueParts['pause'] = (_, end) =>
  new Promise((passed) => {
    end.addEventListener('abort', () => passed());
  });

function pages(...names: readonly string[]): readonly FileInHand[] {
  return names.map((name, seed) => ({
    ...plain(name),
    bytes: fileOf(name, 600_000, seed + 1).bytes,
  }));
}

function plain(name: string) {
  return { name, page: undefined, readyFor: undefined };
}

/** A ready-file for pages, with words of its own. */
function ready(name: string, readyFor: readonly string[], words = ''): FileInHand {
  return { ...plain(name), readyFor, bytes: new TextEncoder().encode(words) };
}

it('sends the files of a delivery in their order, the ready-file last', async () => {
  const place = new MemoryPlace();
  const open = await opened({ openPlace: async () => place });
  await open.order(order('1'), [ready('1.ready', ['A06.pdf']), ...pages('A06.pdf', 'A07.pdf')]);
  await open.idle();
  expect(place.seen).toEqual(['A06.pdf', 'A07.pdf', '1.ready']);
  expect(open.deliveries()).toMatchObject([{ state: 'done' }]);
  expect(readdirSync(join(folder, 'queue', 'outbox'))).toEqual([]);
});

it('takes the ready-file of old pages back before the first of the new has its name', async () => {
  const place = new MemoryPlace();
  const open = await opened({ openPlace: async () => place });
  await open.order(order('1'), [...pages('A06.pdf'), ready('A06.ready', ['A06.pdf'], 'old')]);
  await open.order(order('2'), [...pages('A07.pdf'), ready('A07.ready', ['A07.pdf'])]);
  await open.idle();
  const seenWith: (readonly string[])[] = [];
  const rename = place.rename.bind(place);
  place.rename = async (from, to) => {
    await rename(from, to);
    seenWith.push([...place.files.keys()].filter((name) => name.endsWith('.ready')));
  };
  const [replaced] = pages('', 'A06.pdf').slice(1);
  const renewed = ready('v2.ready', ['A06.pdf'], 'new');
  await open.order(order('3'), replaced ? [replaced, renewed] : []);
  await open.idle();
  expect(seenWith).toEqual([['A07.ready'], ['A07.ready', 'v2.ready']]);
});

it('keeps the ready-file away for as long as the line is cut before a page', async () => {
  const place = new MemoryPlace();
  const lines: DeliveryPlace[] = [cutAfter(place, 700_000), place];
  const seen: (readonly string[])[] = [];
  const open = await opened({
    openPlace: async () => lines.shift() ?? place,
    async pause() {
      seen.push([...place.seen]);
    },
  });
  const files = pages('A06.pdf', 'A07.pdf');
  await open.order(order('1'), [...files, ready('1.ready', ['A06.pdf', 'A07.pdf'])]);
  await open.idle();
  expect(seen).toEqual([['A06.pdf']]);
  expect(place.seen).toEqual(['A06.pdf', 'A07.pdf', '1.ready']);
});

it('tries again where the line was cut, and sends nothing twice', async () => {
  const place = new MemoryPlace();
  const lines: DeliveryPlace[] = [cutAfter(place, 700_000), cutAfter(place, 100_000), place];
  const open = await opened({ openPlace: async () => lines.shift() ?? place });
  await open.order(order('1'), pages('A06.pdf', 'A07.pdf'));
  await open.idle();
  expect(open.deliveries()).toMatchObject([{ state: 'done' }]);
  expect(place.appended).toBe(1_200_000);
});

it('holds a delivery that trying again would not help, until it is taken up', async () => {
  let isLetIn = false;
  const place = new MemoryPlace();
  const open = await opened({
    async openPlace() {
      if (isLetIn) return place;
      throw new DeliveryTrouble('delivery-not-let-in', { host: 'shop', user: 'x' }, false);
    },
  });
  await open.order(order('1'), pages('A06.pdf'));
  await open.idle();
  expect(open.deliveries()).toMatchObject([
    { state: 'held', trouble: { code: 'delivery-not-let-in', values: { host: 'shop' } } },
  ]);
  isLetIn = true;
  await open.takeUp('1');
  await open.idle();
  expect(open.deliveries()).toMatchObject([{ state: 'done' }]);
});

it('takes away the piece of a page that is withdrawn while it is sent', async () => {
  const place = new MemoryPlace();
  const append = place.append.bind(place);
  let withdrawn: Promise<void> | undefined;
  const open = await opened({ openPlace: async () => place });
  place.append = async (name, length, bytes) => {
    await append(name, length, bytes);
    withdrawn ??= open.withdraw('1');
    await withdrawn;
  };
  await open.order(order('1'), pages('A06.pdf'));
  await open.idle();
  expect(place.files.size).toBe(0);
  expect(open.deliveries()).toMatchObject([{ state: 'withdrawn' }]);
});

it('goes on after the end of the program with what was not delivered', async () => {
  const place = new MemoryPlace();
  const first = await opened({
    openPlace: async () => cutAfter(place, 300_000),
    pause: untilTheEnd,
  });
  await first.order(order('1'), pages('A06.pdf'));
  await expect.poll(() => first.underWay()[0]?.trouble?.code).toBe('delivery-no-line');
  await first.shut();
  const second = await opened({ openPlace: async () => place });
  await second.idle();
  expect(second.deliveries()).toMatchObject([{ state: 'done' }]);
  expect(place.appended).toBe(600_000);
});

it('sends to one print shop while another cannot be reached', async () => {
  const place = new MemoryPlace();
  const open = await opened({
    async openPlace({ target }) {
      if (target === 'shop') return place;
      throw new DeliveryTrouble('delivery-no-line', { host: target }, true);
    },
    pause: untilTheEnd,
  });
  await open.order(order('1', 'dead'), pages('A06.pdf'));
  await expect.poll(() => open.underWay()[0]?.trouble?.code).toBe('delivery-no-line');
  await open.order(order('2'), pages('A07.pdf'));
  await expect.poll(() => open.deliveries().map(({ state }) => state)).toEqual(['waiting', 'done']);
  expect(place.seen).toEqual(['A07.pdf']);
});

it('leaves orders alone that this program cannot send, and their files with them', async () => {
  const place = new MemoryPlace();
  const first = await opened({ openPlace: async () => place, takes: () => false });
  await first.order(order('1'), pages('A06.pdf'));
  await first.idle();
  expect([first.deliveries()[0]?.state, place.files.size]).toEqual(['waiting', 0]);
  await first.shut();
  const second = await opened({ openPlace: async () => place });
  await second.idle();
  expect(place.seen).toEqual(['A06.pdf']);
});

it('tries at once when somebody asks, in the middle of a pause', async () => {
  let isDown = true;
  const place = new MemoryPlace();
  const open = await opened({
    async openPlace() {
      if (!isDown) return place;
      throw new DeliveryTrouble('delivery-no-line', { host: 'shop' }, true);
    },
    pause: untilTheEnd,
  });
  await open.order(order('1'), pages('A06.pdf'));
  await expect.poll(() => open.underWay()[0]?.attempts).toBe(1);
  isDown = false;
  await open.takeUp('1');
  await open.idle();
  expect(open.deliveries()).toMatchObject([{ state: 'done' }]);
});

it('goes to the next delivery when the one that waits for its line is withdrawn', async () => {
  const place = new MemoryPlace();
  const open = await opened({
    async openPlace({ id }) {
      if (id === '2') return place;
      throw new DeliveryTrouble('delivery-no-line', { host: 'shop' }, true);
    },
    pause: untilTheEnd,
  });
  await open.order(order('1'), pages('A06.pdf'));
  await open.order(order('2'), pages('A07.pdf'));
  await expect.poll(() => open.underWay()[0]?.attempts).toBe(1);
  await open.withdraw('1');
  await open.idle();
  expect(open.deliveries().map(({ state }) => state)).toEqual(['withdrawn', 'done']);
});

it('is in the hands of one program at a time, and free again when that has ended', async () => {
  const first = await opened({});
  const parts = {
    folder: join(folder, 'queue'),
    openPlace: async () => new MemoryPlace(),
    now: () => '',
    pause: async () => undefined,
  };
  expect(await openDeliveryQueue(parts)).toMatchObject({
    ok: false,
    failure: { code: 'open elsewhere', holder: { pid: process.pid } },
  });
  await first.shut();
  expect((await opened({})).deliveries()).toEqual([]);
});

it('notes when sending began, when the last byte was there and when it was read back', async () => {
  let second = 0;
  const open = await opened({
    now() {
      second += 1;
      return `2021-06-17T22:30:${String(second).padStart(2, '0')}+08:00`;
    },
  });
  await open.order(order('1'), pages('A06.pdf'));
  await open.idle();
  const { begun = '', arrived = '', at = '' } = open.deliveries()[0]?.sent.get('A06.pdf') ?? {};
  expect([begun < arrived, arrived < at]).toEqual([true, true]);
});

it('loses nothing and shows nothing half-written when the program is killed', async () => {
  const shop = join(folder, 'shop');
  mkdirSync(shop);
  const names = ['A06.pdf', 'A07.pdf', 'A08.pdf'];
  const readyName = 'A06.ready';
  const sender = fork(join(import.meta.dirname, 'send-until-killed.ts'), [
    join(folder, 'queue'),
    shop,
    readyName,
    ...names,
  ]);
  await piece(sender);
  const wasSeen = readdirSync(shop).filter((name) => name.endsWith('.pdf'));
  sender.kill('SIGKILL');
  await new Promise((exited) => sender.once('exit', exited));
  for (const name of wasSeen) expectWhole(shop, name, names.indexOf(name));
  expect(readdirSync(shop).some((name) => name.endsWith('.part'))).toBe(true);
  expect(readdirSync(shop)).not.toContain(readyName);
  const open = await opened({ openPlace: () => openHotFolder(shop) });
  await open.idle();
  expect(readdirSync(shop).sort()).toEqual([...names, readyName].sort());
  for (const [place, name] of names.entries()) expectWhole(shop, name, place);
});

/** The sender tells of every piece; in the middle of the second file is a good moment to die. */
function piece(sender: ChildProcess): Promise<void> {
  return new Promise((reached) => {
    sender.on('message', (told: { readonly file: string; readonly bytesSent: number }) => {
      if (told.file === 'A07.pdf' && told.bytesSent > 0) reached();
    });
  });
}

function expectWhole(shop: string, name: string, place: number): void {
  const wanted = fileOf(name, 600_000, place + 1).bytes;
  expect(Buffer.compare(readFileSync(join(shop, name)), wanted)).toBe(0);
}
