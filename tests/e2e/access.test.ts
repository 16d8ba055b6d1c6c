import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '#renderer/desk-state/desk-state.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';
import { walkByTab } from './keyboard-walk.ts';

/** Names depend on the language and contrast on the theme: two looks have all of both. */
const LOOKS: readonly (readonly [string, Partial<Settings>])[] = [
  ['Chinese, light', { language: 'zh-CN', theme: 'light' }],
  ['English, dark', { language: 'en', theme: 'dark' }],
];
const DIALOGS = [
  'Control+k',
  'Control+e',
  'Control+,',
  'Control+/',
  'Control+o',
  'Control+Shift+s',
] as const;
/** Menus and dialogs slide in; axe is to look at them as they stay. */
const SETTLED_MS = 250;

/** A click on the tab of the panel that shows would fold it away. */
async function show(panel: Locator): Promise<void> {
  if ((await panel.getAttribute('aria-selected')) !== 'true') await panel.click();
}

const CAPTION = { text: 'picture:workshop/caption', offset: 8, edge: 'leading' } as const;

/** Sixteen pixels square, the least that is taken. */
const SMALL_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGElEQVQokWNQ' +
  'ckkjCTGManAZDSWl4Zo0ADFYzAFsQ4AXAAAAAElFTkSuQmCC';

describe.each(LOOKS)('the desk in %s', (_, settings) => {
  let desk: DeskUnderTest;

  beforeAll(async () => {
    desk = await openDeskUnderTest({ settings });
  }, 90_000);
  afterAll(() => desk?.close());

  async function looksFine(what: string): Promise<void> {
    await pause(SETTLED_MS);
    expect([what, await axeComplaints(desk.page)]).toEqual([what, []]);
  }

  test('every panel can be used by keyboard and screen reader', async () => {
    const { page } = desk;
    await page.mouse.click(520, 300);
    const panels = await page.locator('.rail-tab').all();
    expect(panels.length).toBeGreaterThan(5);
    for (const panel of panels) {
      await show(panel);
      const name = await panel.innerText();
      await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
      await looksFine(name);
    }
    for (const list of await page.locator('.side.left [role=tab]').all()) {
      await list.click();
      await looksFine(await list.innerText());
    }
  }, 60_000);

  test('every dialog can, and closes with Escape', async () => {
    const { page } = desk;
    for (const keys of DIALOGS) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await looksFine(keys);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  }, 60_000);

  test('every menu can, at the bar, at the zoom, at the pointer and in a field', async () => {
    const { page } = desk;
    const heads = await page.locator('.menu-bar button, .zoom-percent').all();
    expect(heads.length).toBeGreaterThan(6);
    for (const head of heads) {
      await head.click();
      await page.getByRole('menu').waitFor();
      await looksFine(await head.innerText());
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
    for (const click of [{ button: 'right' }, { clickCount: 2 }] as const) {
      await page.mouse.click(520, 300, click);
      await looksFine(JSON.stringify(click));
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog').locator('.control.select').click();
    await page.locator('.popover').getByRole('listbox').waitFor();
    await looksFine('a choice in a dialog');
    await page.keyboard.press('Escape');
    // The choice gives the keyboard back to the dialog before that can hear the next key.
    await page.locator('.popover').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }, 60_000);

  test('Tab comes to every control, shows where it is, and each has a name', async () => {
    const { page } = desk;
    for (const panel of await page.locator('.rail-tab').all()) {
      // A walk through the galley leaves the caret in its words, where Tab stays.
      await page.keyboard.press('Escape');
      await page.mouse.click(520, 300);
      await show(panel);
      const walk = await walkByTab(page);
      const name = await panel.innerText();
      expect([name, walk]).toEqual([name, { unseen: [], unreached: [], nameless: [] }]);
    }
  }, 60_000);

  test('F6 goes from the chosen block to its properties, and it stays chosen', async () => {
    const { page } = desk;
    await show(page.locator('.rail-tab').first());
    await page.mouse.click(520, 300);
    const figures = page.locator('.side-panel .field-steps');
    await figures.first().waitFor();
    const isIn = (place: string) =>
      page.evaluate((one) => document.activeElement?.closest(one) != null, place);
    await page.keyboard.press('F6');
    expect(await isIn('.side-panel')).toBe(true);
    expect(await figures.count()).toBeGreaterThan(3);
    await page.keyboard.press('Shift+F6');
    expect(await isIn('.page-root')).toBe(true);
    for (const place of ['.side-panel', '.status-line', '.top-bar', '.side.left', '.page-root']) {
      await page.keyboard.press('F6');
      expect([place, await isIn(place)]).toEqual([place, true]);
    }
  });

  test('a dialog gives the keyboard back to the words that had it', async () => {
    const { page } = desk;
    await page.mouse.dblclick(520, 300);
    const has = () =>
      page.evaluate(() => document.activeElement?.closest('[contenteditable=true]') != null);
    await expect.poll(has).toBe(true);
    for (const keys of DIALOGS) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await expect.poll(has).toBe(false);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(async () => [keys, await has()]).toEqual([keys, true]);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  test('the soft proof and the plates can, too', async () => {
    await desk.page.locator('.page-root').focus();
    for (const keys of ['Control+Alt+Shift+Y', 'Control+F6']) {
      await desk.page.keyboard.press(keys);
      await desk.page.locator('.plate-line').first().waitFor();
      expect([keys, await axeComplaints(desk.page)]).toEqual([keys, []]);
    }
    await desk.page.keyboard.press('Control+F6');
  });

  test('what lies over the page while a picture is cropped or placed can, too', async () => {
    const { page } = desk;
    const { x, y } = await desk.placeOf(CAPTION);
    await page.mouse.dblclick(x, y - 60);
    await page.getByRole('region', { name: /^(裁切图片|Crop picture)$/ }).waitFor();
    expect(await axeComplaints(desk.page)).toEqual([]);
    await page.keyboard.press('Enter');
    for (let press = 0; press < 2; press++) await page.keyboard.press('Escape');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+d');
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'image/png',
      buffer: Buffer.from(text, 'base64'),
    });
    await (await chooser).setFiles([file('图.png', SMALL_PICTURE), file('坏.png', 'AAAA')]);
    await page.getByRole('region', { name: /^(待置入的图片|Pictures to place)$/ }).waitFor();
    await page.locator('.remark-note').waitFor();
    expect(await axeComplaints(desk.page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

describe.each(LOOKS)('the start window in %s', (_, settings) => {
  let desk: DeskUnderTest;

  beforeAll(async () => {
    desk = await openDeskUnderTest({ settings, isStartWindow: true });
    await desk.page.locator('.host-picture img').first().waitFor();
  }, 90_000);
  afterAll(() => desk?.close());

  test('can be used by keyboard and screen reader, with its dialogs', async () => {
    const { page } = desk;
    expect(await axeComplaints(page)).toEqual([]);
    const walk = await walkByTab(page);
    expect(walk).toEqual({ unseen: [], unreached: [], nameless: [] });
    for (const keys of ['Control+n', 'Control+o', 'Control+,']) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await pause(SETTLED_MS);
      expect([keys, await axeComplaints(page)]).toEqual([keys, []]);
      const isWithin = await dialog.evaluate((one) => one.contains(document.activeElement));
      expect([keys, isWithin]).toEqual([keys, true]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  }, 60_000);
});
