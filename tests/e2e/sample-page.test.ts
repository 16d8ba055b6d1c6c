import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDeskHost } from '#host/desk/open-desk-host.ts';
import type { LoopbackDesk } from '#host/loopback/serve-desk.ts';
import { serveDesk } from '#host/loopback/serve-desk.ts';
import type { BuiltScreen } from './browser.ts';
import { builtScreen, launchBrowser } from './browser.ts';

let screen: BuiltScreen;
let desk: LoopbackDesk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  screen = await builtScreen();
  desk = await serveDesk({ host: openDeskHost({}), screenFolder: screen.folder });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 960 } });
  await page.goto(desk.address);
  await page.locator('canvas[aria-busy=false]').waitFor();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await desk?.close();
  screen?.remove();
});

test('the sample page is painted with every face it is set in', async () => {
  expect(await page.getByRole('heading').innerText()).toContain('湘潭日报');
  expect(await page.evaluate(() => document.fonts.size)).toBeGreaterThan(3);
  // Measured 0.097 with an open picture slot; the body face alone makes half of it.
  const share = await inkShare();
  expect(share).toBeGreaterThan(0.085);
  expect(share).toBeLessThan(0.4);
});

test('the page follows the scrolled desk', async () => {
  await page.getByRole('button', { name: '实际大小' }).click();
  const before = await page.locator('canvas').screenshot();
  await page.locator('.page-desk').evaluate((area) => area.scrollTo(300, 500));
  await page.waitForTimeout(100);
  const after = await page.locator('canvas').screenshot();
  expect(after.equals(before)).toBe(false);
});

/** Mean darkness of the paper that shows, 0 to 1. */
function inkShare(): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const surface = canvas?.getContext('2d');
    if (!canvas || !surface) throw new Error('no canvas');
    const { data } = surface.getImageData(0, 0, canvas.width, canvas.height);
    let paper = 0;
    let dark = 0;
    for (let index = 0; index < data.length; index += 4) {
      if (data[index + 3] === 0) continue;
      paper++;
      dark += 1 - (data[index + 1] ?? 255) / 255;
    }
    return dark / paper;
  });
}
