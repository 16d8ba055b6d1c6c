import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

const dialog = () => desk.page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const changes = () => dialog().getByRole('option');

async function openComparison(): Promise<void> {
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+Alt+k');
  await dialog().waitFor();
}

/** Types at the beginning of the lead's story. */
async function type(words: string): Promise<void> {
  const place = await desk.placeOf({ text: 'article:lead/story:0', offset: 0, edge: 'leading' });
  await desk.page.keyboard.press('t');
  await desk.page.mouse.click(place.x + 1, place.y);
  await desk.page.keyboard.insertText(words);
  await expect.poll(async () => JSON.stringify(await desk.issue())).toContain(words);
  await desk.page.keyboard.press('Escape');
}

test('without a kept state the dialog says how there comes one', async () => {
  await openComparison();
  await expect.poll(() => dialog().innerText()).toContain('本期还没有留底');
  await button('留底').click();
  await expect.poll(() => dialog().innerText()).toContain('没有改动');
  await desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('words that came in are marked on the new page and told in the list', async () => {
  await type('日前，');
  await openComparison();
  await expect.poll(() => changes().allInnerTexts(), { timeout: 15_000 }).toHaveLength(1);
  expect(await changes().first().innerText()).toContain('加“日前，”');
  expect(await dialog().locator('.compared-page.after .compared-mark.words').count()).toBe(1);
  expect(await dialog().locator('.compared-page.before .compared-mark.gap').count()).toBe(1);
  await desk.page.keyboard.press('F8');
  expect(await changes().first().getAttribute('aria-selected')).toBe('true');
  expect(await dialog().locator('.compared-mark.chosen').count()).toBe(2);
  expect(await axeComplaints(desk.page)).toEqual([]);
});

test('both pages lie over one another, or one after the other', async () => {
  await dialog().getByRole('radio', { name: /^叠合/u }).click();
  expect(await dialog().locator('.comparison-pane').count()).toBe(1);
  expect(await dialog().locator('.compared-canvas').count()).toBe(2);
  await dialog().getByRole('radio', { name: /^换看/u }).click();
  expect(await dialog().locator('.compared-canvas').count()).toBe(1);
  await dialog().getByRole('radio', { name: '新', exact: true }).click();
  expect(await dialog().locator('.compared-page.after').count()).toBe(1);
});

test('the proof of a page goes to a file with the changes marked', async () => {
  await button('打样…').click();
  await expect.poll(() => dialog().last().innerText()).toContain('标行号');
  await expect.poll(() => dialog().last().innerText()).toMatch(/对照\s+.*留底/u);
  await button('出样张').click();
  const said = () => desk.page.locator('.press-outcome').innerText();
  await expect.poll(said, { timeout: 30_000 }).toContain('对照_A3.pdf');
  const written = readdirSync(dirname(desk.folder)).filter((name) => name.endsWith('.pdf'));
  expect(written).toEqual(['园区周刊_20210618_A06_对照_A3.pdf']);
  expect(desk.complaints).toEqual([]);
});
