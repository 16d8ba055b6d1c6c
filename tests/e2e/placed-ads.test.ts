import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adFile } from '#build/bench/press/ad-files/ad-file.ts';
import { drawnTypeAd, jbig2Ad, meshAd } from '#build/bench/press/ad-files/raster-ads.ts';
import { pressSample } from '#build/bench/press/pressed-sample.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

/** The picture slot of the sample's photograph, whatever it holds. */
const PICTURE = 'workshop';

beforeAll(async () => {
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

const shot = async (name: string) => {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  // The picture of an ad comes from a room of its own, some seconds later.
  await desk.page.waitForTimeout(8000);
  await desk.page.screenshot({ path: `${SHOTS}/${name}.png` });
};

async function slot() {
  const issue = await desk.issue();
  const found = Object.values(issue.pictures).find(({ asset }) => asset !== undefined);
  return issue.pictures[PICTURE] ?? found;
}

/** Files on the pointer go into the slot that is chosen, by Enter. */
async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const { page } = desk;
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+d');
  const mimeType = 'application/pdf';
  await (await chooser).setFiles([{ name, mimeType, buffer: Buffer.from(bytes) }]);
}

async function chooseSlot(): Promise<void> {
  const { page } = desk;
  const issue = await desk.issue();
  const block = issue.pages[0]?.blocks.find(({ kind }) => kind === 'picture');
  if (block?.kind !== 'picture') throw new Error('the sample has no picture block');
  const { areaRect, pageGrid } = await import('#engine/compose/page-grid.ts');
  const { pageTemplate } = await import('#tests/unit/model/sample-issue.ts');
  const rect = areaRect(pageGrid(pageTemplate('park-broadsheet')), block.area);
  const at = await desk.windowPlace({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 3 });
  await page.mouse.click(at.x, at.y);
}

test('an ad that comes as PDF stands in its slot, by its light and its words', async () => {
  const { page } = desk;
  const look = { template: 'park-broadsheet', profile: 'newsprint-390x540' };
  const { pdf } = await pressSample({ ...look, standard: 'x4' });
  await chooseSlot();
  await choose('整版广告.pdf', pdf);
  const note = page.locator('.remark-note');
  await note.waitFor({ timeout: 30_000 });
  expect(await note.innerText()).toContain('绿灯');
  await expect.poll(async () => (await slot())?.adPage?.page).toBe(1);
  await shot('ads-1-placed');
  await note.getByRole('button').click();
}, 60_000);

test('mends are said, another page is taken, the slot is filled to its edges', async () => {
  const { page } = desk;
  await chooseSlot();
  const bytes = adFile({ pages: 2, contents: ['0.8 0.1 0.1 rg 10 10 180 80 re f'] });
  await choose('促销.pdf', bytes);
  await expect
    .poll(async () => (await slot())?.adPage?.mends, { timeout: 30_000 })
    .toEqual(['colours']);
  await page.getByRole('tab', { name: '图片' }).click();
  await shot('ads-2-mended');
  await page.getByRole('textbox', { name: '用第几页' }).fill('2');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await slot())?.adPage?.page, { timeout: 30_000 }).toBe(2);
  await page.getByRole('button', { name: /放法/u }).click();
  await page.getByRole('option', { name: '撑满广告位' }).click();
  await expect.poll(async () => (await slot())?.adPage?.fit).toBe('stretched');
  await shot('ads-3-second-page');
}, 90_000);

/** The pixels of the ad that stands in the slot as a picture. */
async function rasterPixels() {
  const asset = (await slot())?.asset ?? '';
  const file = readFileSync(join(desk.folder, 'assets', asset));
  const { data, info } = await sharp(file)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x: number, y: number) => {
    const at = (Math.round(y * info.height) * info.width + Math.round(x * info.width)) * 3;
    return [...data.subarray(at, at + 3)];
  };
}

/** Chooses a file that is refused, and lets it become a picture. */
async function rasterise(name: string, bytes: Uint8Array): Promise<void> {
  const { page } = desk;
  const before = (await slot())?.asset;
  await chooseSlot();
  await choose(name, bytes);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '转成图片' }).click({ timeout: 30_000 });
  await dialog.waitFor({ state: 'detached', timeout: 60_000 });
  await expect.poll(async () => (await slot())?.asset, { timeout: 10_000 }).not.toBe(before);
}

test('an ad of drawn type becomes a picture when the editor says so, its black alone', async () => {
  const { page } = desk;
  await chooseSlot();
  await choose('绘制字.pdf', drawnTypeAd());
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Type 3').waitFor({ timeout: 30_000 });
  expect(await axeComplaints(page)).toEqual([]);
  await shot('ads-5-raster');
  const before = (await slot())?.asset;
  await dialog.getByRole('button', { name: '不置入' }).click();
  await expect.poll(() => page.locator('.remark-note').innerText()).toContain('Type 3');
  expect((await slot())?.asset).toBe(before);
  await rasterise('绘制字.pdf', drawnTypeAd());
  expect((await slot())?.rasterised).toEqual({ page: 1, ppi: 300, reason: 'ad-font-drawn' });
  const pixel = await rasterPixels();
  expect(pixel(0.55, 0.5)).toEqual([0, 0, 0]);
  expect(pixel(0.95, 0.5)).toEqual([255, 255, 255]);
  const [red = 0, green = 0] = pixel(0.1, 0.5);
  expect(red - green).toBeGreaterThan(150);
  await page.getByRole('tab', { name: '问题' }).click();
  await page.getByText(/这份广告是转成图片置入的（(299|300) ppi）/u).waitFor();
  await shot('ads-6-as-picture');
}, 120_000);

test('meshes and scans become pictures too', async () => {
  await rasterise('网格.pdf', meshAd());
  const mesh = await rasterPixels();
  expect(new Set(mesh(0.5, 0.6)).size).toBeGreaterThan(1);
  await rasterise('扫描章.pdf', await jbig2Ad());
  const scan = await rasterPixels();
  expect(scan(0.2, 0.6)).toEqual([0, 0, 0]);
  expect(scan(0.5, 0.5)).toEqual([255, 255, 255]);
}, 180_000);

test('a torn ad is refused with what to do', async () => {
  const { page } = desk;
  const before = (await slot())?.asset;
  await chooseSlot();
  const whole = adFile();
  await choose('半份.pdf', whole.subarray(0, Math.floor(whole.length / 2)));
  await expect
    .poll(() => page.locator('.remark-note').innerText(), { timeout: 30_000 })
    .toContain('文件不完整');
  await shot('ads-4-refused');
  expect((await slot())?.asset).toBe(before);
  expect(desk.complaints).toEqual([]);
}, 60_000);

/** At the foot, in the place of the partner grid: a booked slot, and a smaller one beside it. */
function withSlots(json: string): string {
  const issue = JSON.parse(json);
  const [page] = issue.pages;
  page.blocks = page.blocks.filter(({ kind }: { kind: string }) => kind !== 'adGrid');
  const empty = {
    caption: '',
    credit: '',
    focus: { x: 0.5, y: 0.5 },
    zoom: 1,
    whole: true,
    greyscale: false,
    widthPx: 0,
    heightPx: 0,
  };
  const slots = [
    { id: 'large', size: '下报眉（大）', widthMm: 250, column: 0, columns: 72 },
    { id: 'small', size: '下报眉（小）', widthMm: 100, column: 74, columns: 29 },
  ];
  for (const { column, columns, id, size, widthMm } of slots) {
    issue.pictures[id] = { id, ...empty };
    page.blocks.push({
      kind: 'picture',
      id,
      area: { column, line: 97, columns, lines: 11 },
      cutouts: [],
      locked: false,
      picture: id,
      captionLines: 0,
      ad: { size, widthMm, heightMm: 48, mark: 'topRight' },
    });
  }
  return JSON.stringify(issue);
}

test('an ad of another shape says how it is scaled, and goes to a slot that fits it', async () => {
  const slots = await openDeskUnderTest({ changed: withSlots });
  const { page } = slots;
  const { areaRect, pageGrid } = await import('#engine/compose/page-grid.ts');
  const { pageTemplate } = await import('#tests/unit/model/sample-issue.ts');
  const grid = pageGrid(pageTemplate('park-broadsheet'));
  const { height, width, x, y } = areaRect(grid, { column: 0, line: 97, columns: 72, lines: 11 });
  const at = await slots.windowPlace({ x: x + width / 2, y: y + height / 2 });
  await page.mouse.click(at.x, at.y);
  // 100 × 48 mm.
  const bytes = adFile({ mediaBox: '[0 0 283.46 136.06]' });
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+d');
  const file = { name: '小广告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  await (await chooser).setFiles([file]);
  await page.getByRole('tab', { name: '广告', exact: true }).click();
  await page
    .getByText(/按比例缩放，居中：缩放 100%，左右留白 150 mm/u)
    .waitFor({ timeout: 30_000 });
  expect(await axeComplaints(page)).toEqual([]);
  if (process.env.SHOTS !== undefined) {
    await page.screenshot({ path: `${process.env.SHOTS}/ads-7-fit.png` });
  }
  const pictures = async () => {
    const [first] = (await slots.issue()).pages;
    return Object.fromEntries(
      (first?.blocks ?? []).flatMap((block) =>
        block.kind === 'picture' ? [[block.id, block.picture]] : [],
      ),
    );
  };
  await page.getByRole('button', { name: '换到 A06 版空着的下报眉（小）' }).click();
  await expect.poll(pictures).toMatchObject({ large: 'small', small: 'large' });
  await page.locator('.page-root').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(pictures).toMatchObject({ large: 'large', small: 'small' });
  await slots.close();
}, 90_000);
