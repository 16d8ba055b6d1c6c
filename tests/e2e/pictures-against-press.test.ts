import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Picture } from '#engine/model/issue.ts';
import { runBanxin } from '#tests/unit/host/cli/run-banxin.ts';
import { inkTiff } from '#tests/unit/host/pictures/four-inks.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';
import { counterparts, differencePercent, type InkMask } from './ink-masks.ts';
import { paintedPage } from './painted-page.ts';
import { type PressRasters, rasterPlates } from './press-rasters.ts';

const PPI = 150;
/** Of ink in squares of 13 mm: pictures of the two sides are brought down by two ways. */
const MOST_DIFFERENCE_PERCENT = 4;

vi.setConfig({ testTimeout: 120_000 });

let desk: DeskUnderTest;
let pressed: PressRasters;
let blackPage: PressRasters;

beforeAll(async () => {
  const files = await pictureFiles();
  desk = await openDeskUnderTest({
    assets: new Map(files.map(({ asset, bytes }) => [asset, bytes])),
    changed: (json) => withPictures(json, files),
    viewport: { width: 1560, height: 2240 },
    density: PPI / 96,
  });
  pressed = await pressedPlates();
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+\\');
  await desk.page.locator('.side-edge.right').waitFor({ state: 'detached' });
  await desk.page.keyboard.press('Control+1');
}, 240_000);

afterAll(async () => {
  await desk?.close();
});

async function pressedPlates(): Promise<PressRasters> {
  const pdf = join(desk.folder, '..', 'page.pdf');
  const { exit, complaint } = await runBanxin(['press', desk.folder, '--anyway', '--out', pdf]);
  if (exit !== 0) throw new Error(complaint);
  return rasterPlates(pdf, PPI);
}

interface PictureFile {
  readonly asset: string;
  readonly bytes: Uint8Array;
  readonly sizePx: readonly [number, number];
  readonly isLineArt: boolean;
}

/** A photograph of four inks, a QR code, a seal of strokes, a logo with holes, a photo in greys. */
async function pictureFiles(): Promise<readonly PictureFile[]> {
  const logo = sharp(Buffer.from(LOGO)).png({ palette: true });
  const grey = { width: 300, height: 300, channels: 1 } as const;
  const ramp = Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at % 300) * 0.85));
  return [
    named(fourInkPhoto(), 'tif', [600, 400]),
    named(await drawn(code), 'png', [SIDE, SIDE], true),
    named(await drawn(seal), 'png', [SIDE, SIDE], true),
    named(await logo.toBuffer(), 'png', [400, 200]),
    named(await sharp(ramp, { raw: grey }).jpeg({ quality: 95 }).toBuffer(), 'jpg', [300, 300]),
  ];
}

function named(
  bytes: Uint8Array,
  suffix: string,
  sizePx: readonly [number, number],
  isLineArt = false,
): PictureFile {
  const asset = `${createHash('sha256').update(bytes).digest('hex')}.${suffix}`;
  return { asset, bytes, sizePx, isLineArt };
}

/** Skin, sky, shadow and a strip of black alone, with soft changes between. */
function fourInkPhoto(): Uint8Array {
  const [width, height] = [600, 400];
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    const inks = y > 0.8 ? [0, 0, 0, 255 * x] : [40 + 200 * x, 200 * y, 230 * (1 - x), 180 * x * y];
    pixels.set(inks.map(Math.round), at * 4);
  }
  return inkTiff(pixels, { widthPx: width, heightPx: height });
}

const SIDE = 240;

function drawn(isBlack: (x: number, y: number) => boolean): Promise<Uint8Array> {
  const light = Array.from({ length: SIDE * SIDE }, (_, at) =>
    isBlack(at % SIDE, Math.floor(at / SIDE)) ? 0 : 255,
  );
  const raw = { width: SIDE, height: SIDE, channels: 1 } as const;
  return sharp(Buffer.from(light), { raw }).png().toBuffer();
}

function code(x: number, y: number): boolean {
  return ((Math.floor(x / 8) * 3 + Math.floor(y / 8) * 5 + ((x * y) >> 9)) & 3) > 1;
}

function seal(x: number, y: number): boolean {
  const far = Math.hypot(x - SIDE / 2, y - SIDE / 2);
  return Math.abs(far - 100) < 8 || (far < 60 && Math.abs(x - y) < 9);
}

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">
  <circle cx="100" cy="100" r="90" fill="#c8102e"/><circle cx="100" cy="100" r="45" fill="#fff"/>
  <path d="M220 20h160v60H280v100h-60z" fill="#00539b"/></svg>`;

/** The first file in place of the photograph, the others as logos of partners. */
function withPictures(json: string, files: readonly PictureFile[]): string {
  const issue = JSON.parse(json);
  const [photo, ...logos] = files;
  if (photo === undefined) throw new Error('there is a photograph');
  Object.assign(issue.pictures.workshop, fieldsOf(photo));
  logos.forEach((file, index) => {
    const id = `logo-${index}`;
    const words = { caption: '', credit: '', focus: { x: 0.5, y: 0.5 }, greyscale: false };
    issue.pictures[id] = { id, ...words, ...fieldsOf(file) };
    issue.adGrids.partners.cells[index + 1].logo = id;
  });
  return JSON.stringify(issue);
}

function fieldsOf({ asset, isLineArt, sizePx }: PictureFile): Partial<Picture> {
  const [widthPx, heightPx] = sizePx;
  return { asset, widthPx, heightPx, ...(isLineArt && { lineArt: 'squares' }) };
}

type PlateName = 'c' | 'm' | 'y' | 'k';
const KEYS = { c: '1', m: '2', y: '3', k: '4' } as const;
const PLATES = [
  ['cyan', 'c'],
  ['magenta', 'm'],
  ['yellow', 'y'],
  ['black', 'k'],
] as const;

async function painted(plate: PlateName): Promise<InkMask> {
  await desk.page.keyboard.press(`Control+Alt+Shift+${KEYS[plate]}`);
  await desk.page.waitForTimeout(400);
  await desk.page.locator('.page-canvas[aria-busy=false]').waitFor();
  return paintedPage(desk.page);
}

test.each(PLATES)('the %s plate shows every kind of picture as it is pressed', async (_, plate) => {
  const screen = await painted(plate);
  expect(counterparts(screen, pressed[plate]).inked).toBeGreaterThan(10_000);
  expect(differencePercent(screen, pressed[plate])).toBeLessThan(MOST_DIFFERENCE_PERCENT);
});

test('a black page has all of them on its black plate, and nothing on the others', async () => {
  await desk.page.keyboard.press('Control+\\');
  await desk.page.getByRole('radio', { name: /^黑白/u }).click();
  await expect.poll(async () => (await desk.issue()).pages[0]?.colours).toBe('black');
  blackPage = await pressedPlates();
  for (const plate of ['c', 'm', 'y'] as const) {
    expect(blackPage[plate].ink.every((ink) => ink === 0)).toBe(true);
  }
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+\\');
  await desk.page.locator('.side-edge.right').waitFor({ state: 'detached' });
  await desk.page.keyboard.press('Control+1');
  expect(differencePercent(await painted('k'), blackPage.k)).toBeLessThan(MOST_DIFFERENCE_PERCENT);
});
