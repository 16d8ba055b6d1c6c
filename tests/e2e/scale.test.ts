import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutControls } from './cut-controls.ts';
import { type DeskUnderTest, type DeskWish, openDeskUnderTest } from './desk-under-test.ts';
import { keepPicture } from './editor-hands.ts';

/** At 1440 × 900; English words are the longer ones. */
const WINDOWS: readonly (readonly [string, DeskWish])[] = [
  ['at twice the size, in Chinese', { settings: { scalePercent: 200 } }],
  ['at twice the size, in English', { settings: { scalePercent: 200, language: 'en' } }],
  ['on a screen of double density', { density: 2 }],
];
const DIALOGS = ['Control+k', 'Control+e', 'Control+,', 'Control+/', 'Control+Shift+s'] as const;
const SETTLED_MS = 250;

describe.each(WINDOWS)('the desk %s', (name, wish) => {
  let desk: DeskUnderTest;
  const picture = (what: string) => keepPicture(desk, `scale-${name.replace(/\W+/g, '-')}-${what}`);

  beforeAll(async () => {
    desk = await openDeskUnderTest(wish);
  }, 90_000);
  afterAll(() => desk?.close());

  async function isWhole(what: string): Promise<void> {
    await pause(SETTLED_MS);
    // Pictures of four times as many pixels take longer than the looking.
    if (wish.density === undefined) await picture(what);
    expect.soft([what, await cutControls(desk.page)]).toEqual([what, []]);
  }

  test('cuts off and covers nothing in its bars and panels', async () => {
    const { page } = desk;
    await isWhole('desk');
    const view = await page.locator('.page-root').boundingBox();
    // Room for the page itself is left between the sides.
    expect(view?.width).toBeGreaterThan(400);
    for (const panel of await page.locator('.rail-tab').all()) {
      const box = await page.locator('.page-root').boundingBox();
      if (box !== null) await page.mouse.click(box.x + box.width * 0.35, box.y + box.height * 0.3);
      if ((await panel.getAttribute('aria-selected')) !== 'true') await panel.click();
      await isWhole(`panel-${await panel.getAttribute('data-key')}`);
    }
    await page.locator('.side.left [role=tab]').last().click();
    await isWhole('stories');
  }, 60_000);

  test('shows every dialog and menu whole, or lets it scroll', async () => {
    const { page } = desk;
    for (const keys of DIALOGS) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await isWhole(`dialog-${keys.replace(/\W+/g, '-')}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    for (const head of await page.locator('.menu-bar button').all()) {
      await head.click();
      await page.getByRole('menu').waitFor();
      await isWhole(`menu-${await head.innerText()}`);
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
  }, 60_000);
});

describe.each(WINDOWS)('the start window %s', (name, wish) => {
  let desk: DeskUnderTest;

  beforeAll(async () => {
    desk = await openDeskUnderTest({ ...wish, isStartWindow: true });
    await desk.page.locator('.host-picture img').first().waitFor();
  }, 90_000);
  afterAll(() => desk?.close());

  test('cuts off and covers nothing, with its dialogs', async () => {
    const { page } = desk;
    const file = `scale-${name.replace(/\W+/g, '-')}-start`;
    await keepPicture(desk, file);
    expect(await cutControls(page)).toEqual([]);
    for (const keys of ['Control+n', 'Control+o', 'Control+,']) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await pause(SETTLED_MS);
      await keepPicture(desk, `${file}-${keys.replace(/\W+/g, '-')}`);
      expect.soft([keys, await cutControls(page)]).toEqual([keys, []]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  }, 60_000);
});
