import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DisplayItem, PictureItem } from '#engine/display/display-list.ts';
import type { ReadAsset } from '#host/pictures/page-pictures.ts';
import { type LoadedPressProfile, loadPressProfile } from '#host/press/load-press-profile.ts';
import { deliverPages, discardPages, outputFailure, stagePages } from '#host/press/press-issue.ts';
import { isUnsound, type PageReading, readPageBack } from '#host/press/read-page-back.ts';
import { FONTS, jobOf, typeLine } from '#tests/unit/press/planted-job.ts';
import { judge } from '#tests/unit/press/read-pdf.ts';

const loaded = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
if (!loaded.ok) throw new Error(loaded.failure.code);
const press: LoadedPressProfile = loaded.value;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-issue-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
  .jpeg()
  .toBuffer();

function pictureItem(asset: string | undefined): PictureItem {
  return {
    kind: 'picture',
    picture: 'p1',
    asset,
    frame: { x: 20, y: 40, width: 90, height: 60 },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    greyscale: false,
  };
}

const readPhoto: ReadAsset = (asset) =>
  Promise.resolve(
    asset === 'photo.jpg'
      ? { ok: true, value: new Uint8Array(photo) }
      : { ok: false, failure: { code: 'missing asset', asset } },
  );

interface Wish {
  readonly items?: readonly DisplayItem[];
  readonly path?: string;
  readonly standard?: 'x4' | 'x1a';
  readonly readAsset?: ReadAsset;
}

function orderOf(wish: Wish, page: string) {
  return {
    list: jobOf(wish.items ?? [typeLine('安全生产')]).list,
    path: wish.path ?? join(folder, `${page}.pdf`),
    standard: wish.standard,
    names: {
      paper: '湘潭日报',
      supplement: '园区周刊',
      date: '2021-06-18',
      page,
      name: '要闻',
      edition: '第一版次',
      plates: 'C M Y K',
      time: '2021-06-18T03:20:00+08:00',
      version: 1,
    },
  };
}

/** Presses pages and delivers them, or takes them away when one of them fails. */
async function run(wishes: readonly Wish[], told: unknown[] = []) {
  const { waiting, failure } = await stagePages({
    fonts: FONTS,
    press,
    readAsset: wishes[0]?.readAsset ?? readPhoto,
    producer: 'Banxin 0.1.0',
    orders: wishes.map((wish, at) => orderOf(wish, `A0${at + 1}`)),
    progress: (page) => told.push(page),
  });
  if (failure === undefined) return deliverPages(waiting);
  await discardPages(waiting);
  return { ok: false, failure } as const;
}

describe('pressing an issue', () => {
  it('writes one sound file for each page and tells how far it is', async () => {
    const told: unknown[] = [];
    const done = await run([{}, { items: [typeLine('园区动态'), pictureItem('photo.jpg')] }], told);
    expect(done).toMatchObject({ ok: true, value: [{ page: 'A01' }, { page: 'A02' }] });
    expect(told).toEqual(['A01', 'A02']);
    const second = readFileSync(join(folder, 'A02.pdf'));
    expect(judge(second, 'qpdf', '--check')).toContain('No syntax or stream');
    expect(judge(second, 'pdftotext')).toContain('园区动态');
    expect(judge(second, 'pdftotext')).toContain(
      '湘潭日报 / 园区周刊 / 2021-06-18 / A02 要闻 / 第一版次',
    );
  });

  it('gives the same bytes again', async () => {
    const items = [pictureItem('photo.jpg')];
    await run([{ items, path: join(folder, 'a.pdf') }]);
    await run([{ items, path: join(folder, 'b.pdf') }]);
    const [a, b] = ['a.pdf', 'b.pdf'].map((name) => readFileSync(join(folder, name)));
    expect(a?.equals(b ?? Buffer.of())).toBe(true);
  });

  it('takes the standard that was asked for before the one of the profile', async () => {
    await run([{ standard: 'x1a' }]);
    expect(readFileSync(join(folder, 'A01.pdf'), 'latin1').startsWith('%PDF-1.4')).toBe(true);
  });

  it('leaves an empty picture slot bare', async () => {
    expect(await run([{ items: [pictureItem(undefined)] }])).toMatchObject({ ok: true });
  });
});

describe('a failed run', () => {
  const old = 'the file of last night';

  async function failWith(wish: Wish): Promise<unknown> {
    const path = wish.path ?? join(folder, 'A01.pdf');
    if (wish.path === undefined) writeFileSync(path, old);
    const done = await run([wish]);
    if (wish.path === undefined) expect(readFileSync(path, 'utf8')).toBe(old);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    return done.ok ? 'no failure' : done.failure;
  }

  it('names a missing picture with its page and keeps the old file', async () => {
    expect(await failWith({ items: [pictureItem('gone.jpg')] })).toEqual({
      code: 'picture-missing',
      values: { page: 'A01', picture: 'p1', asset: 'gone.jpg', reason: 'missing asset' },
    });
  });

  it('names a broken picture', async () => {
    const readAsset: ReadAsset = () =>
      Promise.resolve({ ok: true, value: new Uint8Array(photo.subarray(0, photo.length >> 1)) });
    expect(await failWith({ items: [pictureItem('photo.jpg')], readAsset })).toMatchObject({
      code: 'picture-damaged',
    });
  });

  it('names a folder that is not there and a path that is a folder', async () => {
    expect(await failWith({ path: join(folder, 'no', 'a.pdf') })).toMatchObject({
      code: 'output-folder-missing',
    });
    mkdirSync(join(folder, 'taken.pdf'));
    expect(await failWith({ path: join(folder, 'taken.pdf') })).toMatchObject({
      code: 'output-not-allowed',
    });
    expect(existsSync(join(folder, 'taken.pdf'))).toBe(true);
  });

  it('tells a full disk from a forbidden one', () => {
    const trouble = (code: string) => Object.assign(new Error(code), { code });
    const codes = ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EIO'].map((code) => {
      return outputFailure('a.pdf', trouble(code)).code;
    });
    expect(codes).toEqual([
      'output-disk-full',
      'output-disk-full',
      'output-not-allowed',
      'output-not-allowed',
      'output-failed',
    ]);
  });

  it('delivers no page when one of them fails', async () => {
    const done = await run([{}, { items: [pictureItem('gone.jpg')] }, {}]);
    expect(done).toMatchObject({ ok: false, failure: { values: { page: 'A02' } } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('reading finished pages back', () => {
  it('tells of each page what breaks a rule, before any file has its name', async () => {
    const readings: PageReading[] = [];
    const small = typeLine('安全', { ink: { c: 0, m: 1, y: 1, k: 0 }, sizePt: 8 });
    const orders = [orderOf({}, 'A05'), orderOf({ items: [small] }, 'A06')];
    const parts = { fonts: FONTS, press, readAsset: readPhoto, producer: 'Banxin' };
    const { failure, waiting } = await stagePages({
      ...parts,
      orders,
      readBack: (reading) => readings.push(reading),
    });
    expect(failure).toBeUndefined();
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toEqual([]);
    await discardPages(waiting);
    const told = readings.map(({ findings, page }) => [page, findings.map(({ code }) => code)]);
    expect(told).toEqual([
      ['A05', []],
      ['A06', ['pdf-type-several-inks']],
    ]);
    expect(readings[1]?.findings[0]?.where).toEqual({ page: 'A06' });
  });

  it('knows a torn file for one that must not leave the house', () => {
    const torn = new TextEncoder().encode('%PDF-1.6 torn');
    const reading = readPageBack(torn, { number: 'A06', standard: undefined }, press);
    expect(isUnsound(reading)).toBe(true);
    expect(reading.findings.map(({ code }) => code)).toEqual(['pdf-unreadable']);
  });
});
