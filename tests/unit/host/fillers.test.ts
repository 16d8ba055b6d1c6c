import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REQUESTS } from '#host/desk/requests.ts';
import {
  type FillerFolders,
  keepOwnFiller,
  ownFillerFile,
  readStock,
  removeOwnFiller,
} from '#host/fillers/filler-stock.ts';

let folders: FillerFolders;

beforeEach(() => {
  const own = mkdtempSync(join(tmpdir(), 'banxin-fillers-'));
  folders = { shipped: 'templates/fillers', own };
});

afterEach(() => {
  rmSync(folders.own, { recursive: true, force: true });
});

const TEXT = {
  kind: 'text',
  name: '错峰用电',
  label: 'publicService',
  headline: '错峰用电',
  paragraphs: ['高峰少开一台空调。'],
} as const;
const BYTES = new Uint8Array([1, 2, 3]);
const ASSET = `${createHash('sha256').update(BYTES).digest('hex')}.jpg`;
const FILE = {
  kind: 'picture',
  name: '征订',
  label: 'advertisement',
  asset: ASSET,
  widthPx: 30,
  heightPx: 20,
} as const;

async function own() {
  const { fillers } = await readStock(folders);
  return fillers.filter(({ isOwn }) => isOwn).map(({ filler }) => filler);
}

test('the stock is what came with the program and what the newsroom has kept', async () => {
  const before = await readStock(folders);
  expect(before.fillers.length).toBeGreaterThan(15);
  expect(before.fillers.some(({ isOwn }) => isOwn)).toBe(false);
  await keepOwnFiller(folders, TEXT, new Uint8Array());
  await keepOwnFiller(folders, FILE, BYTES);
  expect((await own()).map(({ name }) => name)).toEqual(['征订', '错峰用电']);
  const [picture] = await own();
  expect(await ownFillerFile(folders, picture?.id ?? '')).toEqual(Buffer.from(BYTES));
});

test('a file is kept only if it is the one named, and handed out only unchanged', async () => {
  expect(await keepOwnFiller(folders, FILE, new Uint8Array([9]))).toBe('other file');
  expect(await own()).toEqual([]);
  await keepOwnFiller(folders, FILE, BYTES);
  writeFileSync(join(folders.own, ASSET), 'other');
  const [picture] = await own();
  expect(await ownFillerFile(folders, picture?.id ?? '')).toBeUndefined();
});

test('a damaged filler is told and passed over', async () => {
  await keepOwnFiller(folders, TEXT, new Uint8Array());
  writeFileSync(join(folders.own, 'own-00000000.json'), '{');
  expect((await readStock(folders)).broken).toEqual(['own-00000000.json']);
  expect(await own()).toHaveLength(1);
});

test('a filler goes with its file, unless another one shows it', async () => {
  await keepOwnFiller(folders, FILE, BYTES);
  await keepOwnFiller(folders, { ...FILE, name: '征订二' }, BYTES);
  const [first, second] = await own();
  await removeOwnFiller(folders, first?.id ?? '');
  expect(readdirSync(folders.own)).toContain(ASSET);
  await removeOwnFiller(folders, second?.id ?? '');
  expect(readdirSync(folders.own)).toEqual([]);
});

test('the screen may name no path, and keep nothing that is no filler', () => {
  const { fillerFile, keepFiller } = REQUESTS;
  expect(fillerFile.safeParse({ id: 'own-0a1b2c3d' }).success).toBe(true);
  expect(fillerFile.safeParse({ id: '../secret' }).success).toBe(false);
  expect(fillerFile.safeParse({ id: 'water' }).success).toBe(false);
  expect(keepFiller.safeParse({ filler: TEXT, bytes: BYTES }).success).toBe(true);
  const unnamed = { ...TEXT, name: '' };
  expect(keepFiller.safeParse({ filler: unnamed, bytes: BYTES }).success).toBe(false);
});
