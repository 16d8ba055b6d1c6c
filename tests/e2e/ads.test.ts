import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { Issue, PictureBlock } from '#engine/model/issue.ts';
import { mmToPt } from '#engine/units/units.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import { operatorsOf } from '#tests/unit/press/read-pdf.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;
let ad: Buffer;

beforeAll(async () => {
  // 250 × 48 mm at 210 ppi, in one colour.
  const background = { r: 20, g: 90, b: 150 };
  ad = await sharp({ create: { width: 2067, height: 397, channels: 3, background } })
    .jpeg()
    .toBuffer();
  desk = await openDeskUnderTest({ changed: withoutPartners });
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

/** The foot of the sample's page is kept free for the ad. */
function withoutPartners(json: string): string {
  const issue = JSON.parse(json);
  const [page] = issue.pages;
  page.blocks = page.blocks.filter(({ kind }: { kind: string }) => kind !== 'adGrid');
  return JSON.stringify(issue);
}

const LIST = [
  '编号,广告主,规格,版面,日期,色彩,文件名,备注',
  'A-01,金荣集团,下报眉大,A06,2021-06-18,彩色,jr.jpg,',
  'A-02,金荣集团,两版,A06,2021-06-18,彩色,,',
  'A-03,金荣集团,半版,A06,六月十八,彩色,,',
].join('\r\n');

const shot = async (name: string) => {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  await desk.page.waitForTimeout(600);
  await desk.page.screenshot({ path: `${SHOTS}/${name}.png` });
};

function slotOf(issue: Issue): PictureBlock | undefined {
  const blocks = issue.pages.flatMap((page) => page.blocks);
  return blocks.find((block) => block.kind === 'picture' && block.ad !== undefined) as
    | PictureBlock
    | undefined;
}

test('a booked ad comes from the list to its slot, and its light turns green', async () => {
  const { page } = desk;
  await page.getByRole('tab', { name: '广告', exact: true }).click();
  await shot('ads-1-empty');
  // A list as spreadsheets of Windows save it would be GB18030; Node can only write UTF-8.
  const file = { name: '登记.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${LIST}`) };
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入登记表…' }).click();
  await (await choosing).setFiles(file);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('第 4 行：日期读不懂').waitFor();
  expect(await axeComplaints(page)).toEqual([]);
  await shot('ads-2-import');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect
    .poll(async () => Object.keys((await desk.issue()).bookings))
    .toEqual(['A-01', 'A-02']);
  await page.getByText('广告价目里没有“两版”这个规格').waitFor();
  await page.getByRole('button', { name: '把 A-01 排上版' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('已排，缺稿').waitFor();
  await expect.poll(async () => slotOf(await desk.issue())?.ad?.booking).toBe('A-01');
  await shot('ads-3-slot');
  const slot = slotOf(await desk.issue());
  if (slot === undefined) throw new Error('the slot is on the page');
  await dropAd(slot);
  await page.getByText('已有稿').waitFor();
  expect(await axeComplaints(page)).toEqual([]);
  await shot('ads-4-ready');
}, 60_000);

/** Lets a file of the file manager go over the middle of a block. */
async function dropAd({ area }: PictureBlock): Promise<void> {
  const { page } = desk;
  const { x, y, width, height } = areaRect(pageGrid(pageTemplate('park-broadsheet')), area);
  const at = await desk.windowPlace({ x: x + width / 2, y: y + height / 2 });
  const transfer = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], 'jr.jpg', { type: 'image/jpeg' }));
    return dropped;
  }, ad.toString('base64'));
  const place = { clientX: at.x, clientY: at.y };
  const root = page.locator('.page-root');
  await root.dispatchEvent('dragover', { dataTransfer: transfer, ...place });
  await root.dispatchEvent('drop', { dataTransfer: transfer, ...place });
}

test('one undo takes the placed ad off, one redo puts it back', async () => {
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Control+z');
  await desk.page.getByText('已排，缺稿').waitFor();
  await desk.page.keyboard.press('Control+Shift+z');
  await desk.page.getByText('已有稿').waitFor();
});

test('the pressed page holds the ad at the millimetres that are paid for', async () => {
  const { page } = desk;
  await page.locator('.page-root').focus();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '出片', exact: true }).click();
  const outcome = () => dialog.locator('.press-outcome').innerText();
  await expect.poll(outcome, { timeout: 20_000 }).toContain('已出 1 版');
  await shot('ads-6-pressed');
  const folder = dirname(desk.folder);
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.pdf'));
  const operators = operatorsOf(readFileSync(join(folder, name)));
  const frames = [...operators.matchAll(/([\d.]+) 0 0 (-?[\d.]+) [\d.-]+ [\d.-]+ cm/gu)];
  const sizes = frames.map(([, width, height]) => [Number(width), Math.abs(Number(height))]);
  const own = sizes.find(([width = 0]) => Math.abs(width - mmToPt(250)) < mmToPt(0.5));
  expect(own?.[1]).toBeCloseTo(mmToPt(48), 0);
}, 60_000);

test('in English and in the dark the panel says the same', async () => {
  const english = await openDeskUnderTest({ settings: { language: 'en', theme: 'dark' } });
  const { page } = english;
  await page.getByRole('tab', { name: 'Ads', exact: true }).click();
  await page.getByText('No ad is booked yet.').waitFor();
  expect(await axeComplaints(page)).toEqual([]);
  if (process.env.SHOTS !== undefined) {
    await page.screenshot({ path: `${process.env.SHOTS}/ads-5-english.png` });
  }
  await english.close();
}, 90_000);
