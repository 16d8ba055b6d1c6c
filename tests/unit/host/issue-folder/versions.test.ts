import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepVersion, listVersions, readVersion } from '#host/issue-folder/versions.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const SAMPLE = sampleIssue();
const LATER = { ...SAMPLE, supplement: '园区周刊（改）' };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-versions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (time: string) => `2021-06-17T${time}:00+08:00`;

it('keeps the issue and gives it back as it was', async () => {
  const kept = await keepVersion(
    folder,
    { at: at('22:30'), reason: 'signed', note: '二审' },
    SAMPLE,
  );
  expect(kept).toMatchObject({ ok: true, value: { reason: 'signed', note: '二审' } });
  const [version] = await listVersions(folder);
  expect(await readVersion(folder, version?.name ?? '')).toEqual({ ok: true, value: SAMPLE });
});

it('lists the latest first', async () => {
  await keepVersion(folder, { at: at('22:30'), reason: 'pressed', note: '' }, SAMPLE);
  await keepVersion(folder, { at: at('23:05'), reason: 'delivered', note: '' }, LATER);
  expect((await listVersions(folder)).map(({ reason }) => reason)).toEqual([
    'delivered',
    'pressed',
  ]);
});

it('keeps an unchanged issue once', async () => {
  await keepVersion(folder, { at: at('22:30'), reason: 'pressed', note: '' }, SAMPLE);
  await keepVersion(folder, { at: at('23:05'), reason: 'pressed', note: '' }, SAMPLE);
  expect(await listVersions(folder)).toHaveLength(1);
});

it('has none in a folder that never kept one', async () => {
  expect(await listVersions(folder)).toEqual([]);
});

it('leaves out what is damaged, and says so when it is asked for', async () => {
  const name = '2021-06-17T22-30-00+08-00.json';
  mkdirSync(join(folder, 'versions'));
  writeFileSync(join(folder, 'versions', name), '{"kept":');
  expect(await listVersions(folder)).toEqual([]);
  expect(await readVersion(folder, name)).toMatchObject({ failure: { code: 'damaged json' } });
});

it('reads nothing outside its folder', async () => {
  expect(await readVersion(folder, '../issue.json')).toMatchObject({ ok: false });
});
