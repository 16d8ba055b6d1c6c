import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cutAfter } from '#build/bench/press/cut-after.ts';
import { openHotFolder } from '#host/delivery/hot-folder.ts';
import { sendFile } from '#host/delivery/send-file.ts';
import { fileOf } from './places.ts';

const PAGE = fileOf('XTRB_20210618_A06_v1.pdf', 700_000);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-hot-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('puts a page into the folder whole, also after a cut', async () => {
  const place = await openHotFolder(folder);
  await expect(sendFile(cutAfter(place, 300_001), PAGE)).rejects.toMatchObject({ isPassing: true });
  await sendFile(place, PAGE);
  expect(readdirSync(folder)).toEqual([PAGE.name]);
  expect(Buffer.compare(readFileSync(join(folder, PAGE.name)), PAGE.bytes)).toBe(0);
});

it('waits for a folder that is away: the share may come back', async () => {
  await expect(openHotFolder(join(folder, 'away'))).rejects.toMatchObject({
    code: 'delivery-no-folder',
    isPassing: true,
  });
});

it('does not take a file for a folder', async () => {
  const path = join(folder, 'file');
  writeFileSync(path, '');
  await expect(openHotFolder(path)).rejects.toMatchObject({ code: 'delivery-no-folder' });
});

it('says that the folder went away in the middle', async () => {
  const place = await openHotFolder(folder);
  rmSync(folder, { recursive: true });
  await expect(sendFile(place, PAGE)).rejects.toMatchObject({ code: 'delivery-no-folder' });
});

it('says that the disk is full', async () => {
  // Whatever is written to this device of Linux does not fit.
  const place = await openHotFolder('/dev');
  await expect(place.append('full', 0, PAGE.bytes)).rejects.toMatchObject({
    code: 'delivery-disk-full',
    isPassing: true,
  });
});
