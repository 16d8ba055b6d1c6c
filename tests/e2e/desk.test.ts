import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LoopbackDesk } from '#host/loopback/serve-desk.ts';
import { serveDesk } from '#host/loopback/serve-desk.ts';
import type { BuiltScreen } from './browser.ts';
import { builtScreen, launchBrowser } from './browser.ts';
import { PLANTED, plantedHost } from './planted-host.ts';

let screen: BuiltScreen;
let desk: LoopbackDesk;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  screen = await builtScreen();
  desk = await serveDesk({ host: plantedHost(), screenFolder: screen.folder });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.on('console', (message) => {
    // Reading pixels back is the test's own doing, and Chromium remarks on it.
    if (!/error|warning/.test(message.type()) || /readback/.test(message.text())) return;
    complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(desk.address);
  await page.getByRole('img', { name: 'A06　园区' }).waitFor();
  await page.locator('canvas[aria-busy=false]').waitFor();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await desk?.close();
  screen?.remove();
});

test('the window names the issue and its pages', async () => {
  expect(await page.getByRole('heading').innerText()).toBe('湘潭日报　园区周刊　2021-06-18');
  expect(await page.getByRole('navigation').getByRole('button').allInnerTexts()).toEqual([
    'A06　园区',
    'A07　缺版',
  ]);
});

test('the page is painted where the display list says, glyphs by glyph id', async () => {
  const { black, red, headline } = PLANTED;
  expect(await inkAt(black.x + 5, black.y + 5)).toEqual([40, 40, 40]);
  expect(await inkAt(red.x + 5, red.y + 5)).toEqual([241, 55, 55]);
  expect(await inkAt(5, 5)).toEqual([255, 255, 255]);
  for (let index = 0; index < headline.text.length; index++) {
    const box = {
      x: headline.x + index * headline.sizePt,
      y: headline.baseline - 0.88 * headline.sizePt,
    };
    const share = await inkShare({ ...box, width: headline.sizePt, height: headline.sizePt });
    // A bold Song character covers a fifth to a half of its square; .notdef or nothing does not.
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.6);
  }
  expect(await inkShare({ x: 300, y: 20, width: 80, height: 80 })).toBe(0);
});

test('the page is shown larger and smaller, and whole again', async () => {
  const output = page.locator('output');
  const fitting = await output.innerText();
  await page.getByRole('button', { name: '实际大小' }).click();
  expect(await output.innerText()).toBe('100%');
  await page.getByRole('button', { name: '放大' }).click();
  expect(await output.innerText()).toBe('119%');
  await page.getByRole('button', { name: '整版' }).click();
  expect(await output.innerText()).toBe(fitting);
});

test('a page that cannot be had is explained in the newsroom language', async () => {
  await page.getByRole('button', { name: 'A07　缺版' }).click();
  expect(await page.getByRole('alert').innerText()).toBe('本期没有第 2 个版面。');
  await page.getByRole('button', { name: 'A06　园区' }).click();
  await page.getByRole('img', { name: 'A06　园区' }).waitFor();
});

test('a window without the token is told that the door is closed', async () => {
  const stranger = await browser.newPage();
  await stranger.goto(new URL('/', desk.address).href);
  expect(await stranger.getByRole('alert').innerText()).toContain('连接断了');
  await stranger.close();
});

test('nothing complains in the console', () => {
  expect(complaints).toEqual([]);
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Colour at a point of the page, in points. */
async function inkAt(x: number, y: number): Promise<readonly number[]> {
  return (await pixelsOf({ x, y, width: 0, height: 0 })).slice(0, 3);
}

/** Share of dark pixels in a box of the page. */
async function inkShare(box: Box): Promise<number> {
  const pixels = await pixelsOf(box);
  let dark = 0;
  for (let index = 0; index < pixels.length; index += 4) if ((pixels[index] ?? 255) < 128) dark++;
  return dark / (pixels.length / 4);
}

function pixelsOf(box: Box): Promise<readonly number[]> {
  return page.evaluate(({ x, y, width, height }) => {
    const canvas = document.querySelector('canvas');
    const surface = canvas?.getContext('2d');
    if (!canvas || !surface) throw new Error('no canvas');
    // The painter leaves its transform behind: points to device pixels.
    const { a: scale, e: left, f: top } = surface.getTransform();
    const wide = Math.max(1, Math.round(width * scale));
    const high = Math.max(1, Math.round(height * scale));
    const from = { x: Math.round(left + x * scale), y: Math.round(top + y * scale) };
    return [...surface.getImageData(from.x, from.y, wide, high).data];
  }, box);
}
