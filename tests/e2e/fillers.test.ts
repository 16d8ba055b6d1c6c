import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { placedFillers } from '#engine/fillers/remove-filler.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest({ changed: withHoles });
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

beforeEach(async () => {
  await desk.page.locator('.page-root').focus();
});

/** The lead ends short, and in the place of the photograph an ad is booked that has not come. */
function withHoles(json: string): string {
  const issue = JSON.parse(json);
  const [page] = issue.pages;
  const lead = page.blocks.find(({ id }: { id: string }) => id === 'lead');
  issue.articles[lead.article].story.paragraphs.pop();
  const at = page.blocks.findIndex(({ id }: { id: string }) => id === 'workshop');
  const ad = { size: '1/32', widthMm: 87, heightMm: 60, mark: 'topRight', booking: 'A-01' };
  const area = { column: 0, line: 40, columns: 25, lines: 14 };
  page.blocks[at] = { id: 'slot', kind: 'picture', area, picture: 'ad', captionLines: 0, ad };
  const booking = { number: 'A-01', advertiser: '', size: '1/32', page: 'A06', note: '', file: '' };
  issue.bookings = { 'A-01': { ...booking, date: issue.date, colour: 'unsaid' } };
  issue.pictures.ad = openSlot('ad');
  return JSON.stringify(issue);
}

const shot = async (name: string) => {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  await desk.page.waitForTimeout(600);
  await desk.page.screenshot({ path: `${SHOTS}/${name}.png` });
};
const panel = () => desk.page.locator('.fillers');
const hole = (words: RegExp) => panel().getByRole('button', { name: words });
const names = async () => placedFillers(await desk.issue()).map(({ filler }) => filler.name);

test('the keyboard alone closes the foot of an article, and one undo opens it again', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+Alt+b');
  await hole(/缺 \d+ 行/u).waitFor();
  await page.locator('.fillers-line:focus').waitFor();
  expect(await page.locator('.fillers-line:focus').innerText()).toContain('正好');
  await shot('fillers-1-fitting');
  expect(await axeComplaints(page)).toEqual([]);
  const [name] = (await page.locator('.fillers-line:focus').innerText()).split('\n');
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual([name]);
  await expect.poll(() => hole(/缺 \d+ 行/u).count()).toBe(0);
  await shot('fillers-2-taken');
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual([]);
  await hole(/缺 \d+ 行/u).waitFor();
});

test('what is only looked at shows on the page and is not taken', async () => {
  const { page } = desk;
  await hole(/缺 \d+ 行/u).click();
  const line = panel()
    .getByRole('button', { name: /文明出行/u })
    .first();
  await line.waitFor();
  await line.hover();
  await page.waitForTimeout(500);
  await shot('fillers-3-preview');
  await page.mouse.move(5, 5);
  expect(await names()).toEqual([]);
});

test('an empty slot leads from its finding to a notice, which is pressed', async () => {
  const { page } = desk;
  await page.getByRole('tab', { name: '问题' }).click();
  await page
    .getByRole('button', { name: /广告位还空着/u })
    .first()
    .click();
  await page.getByRole('button', { name: '补白…' }).click();
  await page.locator('.fillers-line:focus', { hasText: '图文' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(names).toHaveLength(1);
  await hole(/缺 \d+ 行/u).click();
  await page.keyboard.press('Control+Alt+Shift+b');
  await expect.poll(names).toHaveLength(2);
  await shot('fillers-4-both');
  await page.locator('.page-root').focus();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '出片', exact: true }).click();
  await expect
    .poll(() => dialog.locator('.press-outcome').innerText(), { timeout: 30_000 })
    .toContain('已出 1 版');
  expect(readdirSync(dirname(desk.folder)).some((name) => name.endsWith('.pdf'))).toBe(true);
  await page.keyboard.press('Escape');
});

test('a filler is taken off, and its host has its cells again', async () => {
  const { page } = desk;
  await page.getByRole('tab', { name: '补白' }).click();
  for (const left of [1, 0]) {
    await page
      .getByRole('button', { name: /^撤下 / })
      .first()
      .click();
    await expect.poll(names).toHaveLength(left);
  }
  await hole(/缺 \d+ 行/u).waitFor();
  await hole(/广告位/u).waitFor();
});

test('a picture and a text of the newsroom are kept in stock and fill holes', async () => {
  const { page } = desk;
  const background = { r: 40, g: 40, b: 40 };
  const buffer = await sharp({ create: { width: 870, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '加图片或 PDF…' }).click();
  await (await choosing).setFiles({ name: '征订.jpg', mimeType: 'image/jpeg', buffer });
  await shot('fillers-5-file');
  await page.getByRole('dialog').getByRole('button', { name: '存入补白库' }).click();
  await page.getByRole('button', { name: '从库里删去 征订' }).waitFor();
  await page.getByRole('button', { name: '加文字…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('标题').fill('错峰用电');
  await dialog.getByLabel('正文，一行一段').fill('高峰时少开一台空调。\n低谷时再洗衣充电。');
  await shot('fillers-6-text');
  await dialog.getByRole('button', { name: '存入补白库' }).click();
  await page.getByRole('button', { name: '从库里删去 错峰用电' }).waitFor();
  await hole(/广告位/u).click();
  await panel()
    .getByRole('button', { name: /征订.*图片/su })
    .first()
    .click();
  await expect.poll(names).toEqual(['征订']);
  const { pictures } = await desk.issue();
  expect(pictures.ad?.asset).toMatch(/\.jpg$/u);
  await shot('fillers-7-picture');
  expect(desk.complaints).toEqual([]);
});
