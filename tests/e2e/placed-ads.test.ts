import { afterAll, beforeAll, expect, test } from 'vitest';
import { adFile } from '#build/bench/press/ad-files/ad-file.ts';
import { pressSample } from '#build/bench/press/pressed-sample.ts';
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
