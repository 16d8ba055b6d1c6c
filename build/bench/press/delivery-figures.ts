import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '#build/bench/figure.ts';
import { assert } from '#engine/units/assert.ts';
import type { DeliveryPlace } from '#host/delivery/delivery-place.ts';
import { type FileInHand, openDeliveryQueue } from '#host/delivery/delivery-queue.ts';
import { openHotFolder } from '#host/delivery/hot-folder.ts';
import { sha256 } from '#host/issue-folder/assets.ts';
import { cutAfter } from './cut-after.ts';

const CUTS = 50;
const PAGES = ['A06.pdf', 'A07.pdf'] as const;
const READY = 'A06-A07.ready';

/**
 * Two pages delivered over a line that is cut at random bytes, then replaced under the same names
 * over a line that is cut again, with a look at the print shop's folder at every step.
 */
export async function deliveryFigures(pdf: Uint8Array): Promise<readonly Figure[]> {
  const seen = { whole: 0, tooEarly: 0, readyTooEarly: 0 };
  for (let round = 0; round < CUTS; round += 1) await cutRound(pdf, seen);
  return [
    {
      name: 'deliveries cut at a random byte and resumed, with replacement: all files whole',
      value: seen.whole,
      unit: `of ${CUTS}`,
      target: `${CUTS} of ${CUTS}`,
      samples: CUTS,
    },
    {
      name: 'half-written files seen under their final name',
      value: seen.tooEarly,
      unit: '',
      target: '0',
      samples: CUTS,
    },
    {
      name: 'ready-files seen before the files that they stand for',
      value: seen.readyTooEarly,
      unit: '',
      target: '0',
      samples: CUTS,
    },
  ];
}

interface Seen {
  whole: number;
  tooEarly: number;
  readyTooEarly: number;
}

async function cutRound(pdf: Uint8Array, seen: Seen): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-cut-'));
  const shop = join(folder, 'shop');
  mkdirSync(shop);
  const first = filesOf(pdf, 'first');
  const second = filesOf(pdf, 'second');
  const look = () => {
    for (const name of readdirSync(shop)) {
      if (name.endsWith('.pdf') && !isOneOf(shop, name, [first, second])) seen.tooEarly += 1;
    }
    if (!existsSync(join(shop, READY))) return;
    if (![first, second].some((files) => isAllThere(shop, files))) seen.readyTooEarly += 1;
  };
  for (const files of [first, second]) await deliverCut(files, { folder, shop, look });
  const isAlone = readdirSync(shop).length === second.length;
  if (isAlone && isAllThere(shop, second)) seen.whole += 1;
  rmSync(folder, { recursive: true, force: true });
}

/** Pages that differ in their last byte, and the ready-file that lists them. */
function filesOf(pdf: Uint8Array, edition: string): readonly FileInHand[] {
  const own = new TextEncoder().encode(`\n% ${edition}\n`);
  const pages = PAGES.map((name) => {
    const bytes = Buffer.concat([pdf, own, Buffer.from(name)]);
    return { name, bytes, page: undefined, readyFor: undefined };
  });
  const list = pages.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
  const ready = { name: READY, bytes: Buffer.from(list), page: undefined, readyFor: PAGES };
  return [...pages, ready];
}

interface Round {
  readonly folder: string;
  readonly shop: string;
  look(): void;
}

async function deliverCut(files: readonly FileInHand[], round: Round): Promise<void> {
  const { folder, shop, look } = round;
  const all = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const cutAt = Math.floor(Math.random() * all);
  let attempts = 0;
  const opened = await openDeliveryQueue({
    folder: join(folder, 'queue'),
    async openPlace() {
      attempts += 1;
      const place = watched(await openHotFolder(shop), look);
      return attempts === 1 ? cutAfter(place, cutAt) : place;
    },
    now: () => new Date().toISOString(),
    pause: async () => look(),
  });
  assert(opened.ok, 'a new folder is in nobody else’s hands');
  const queue = opened.value;
  const id = sha256(files[0]?.bytes ?? new Uint8Array());
  const order = { id, at: '', target: shop, targetName: shop, by: '', subject: '' };
  await queue.order({ ...order, override: undefined }, files);
  await queue.idle();
  await queue.shut();
}

/** The print shop looks at its folder after each thing that happens there. */
function watched(place: DeliveryPlace, look: () => void): DeliveryPlace {
  return {
    size: (name) => place.size(name),
    read: (name, length) => place.read(name, length),
    close: () => place.close(),
    append: (name, length, bytes) => place.append(name, length, bytes).then(look),
    rename: (from, to) => place.rename(from, to).then(look),
    remove: (name) => place.remove(name).then(look),
  };
}

function isAllThere(shop: string, files: readonly FileInHand[]): boolean {
  return files.every(({ name }) => isOneOf(shop, name, [files]));
}

function isOneOf(
  shop: string,
  name: string,
  editions: readonly (readonly FileInHand[])[],
): boolean {
  const path = join(shop, name);
  if (!existsSync(path)) return false;
  const there = sha256(readFileSync(path));
  return editions.some((files) =>
    files.some((file) => file.name === name && sha256(file.bytes) === there),
  );
}
