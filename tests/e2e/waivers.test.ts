import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assert } from '#engine/units/assert.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest({ changed: tooClose });
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

/** The crop goes so close that the pixels can be seen. */
function tooClose(json: string): string {
  const changed = json.replace('"greyscale": false', '"zoom": 4.3, "greyscale": false');
  assert(changed !== json, 'the sample has that picture');
  return changed;
}

const tab = () => desk.page.getByRole('tab', { name: '问题', exact: true }).first();
const dialog = () => desk.page.getByRole('dialog');
const coarse = /有效分辨率/u;
const press = () => dialog().getByRole('button', { name: '出片', exact: true });
const written = () => readdirSync(dirname(desk.folder)).filter((name) => name.endsWith('.pdf'));

async function openPress(): Promise<void> {
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+e');
  await dialog().waitFor();
}

test('what blocks is waived with name and reason, and the page is pressed', async () => {
  const { page } = desk;
  await tab().click();
  const card = page.locator('.finding', { hasText: coarse });
  await card.getByRole('button').first().click();
  await card.getByRole('button', { name: '放行…' }).click();
  const send = card.getByRole('button', { name: '放行', exact: true });
  expect(await send.isDisabled()).toBe(true);
  await card.getByLabel('理由').fill('现场只有这一张');
  await card.getByLabel('放行人').fill('夜班主任');
  await card.getByLabel('放行人').press('Enter');
  await page.getByRole('button', { name: '已放行　1 条' }).waitFor();
  const waivers = async () => Object.values((await desk.issue()).waivers);
  await expect.poll(async () => (await waivers()).length, { timeout: 10_000 }).toBe(1);
  expect(await waivers()).toMatchObject([
    { code: 'picture-ppi-too-low', reason: '现场只有这一张', by: '夜班主任' },
  ]);
  await openPress();
  await expect.poll(() => press().isDisabled()).toBe(false);
  await dialog().getByText('附印前检查报告').click();
  await press().click();
  const outcome = dialog().locator('.press-outcome');
  await expect.poll(() => outcome.innerText(), { timeout: 20_000 }).toContain('已出 1 版');
  const files = written();
  expect(files.map((name) => name.replace(/^.*?(?=[.])/u, ''))).toEqual(['.pdf', '.report.pdf']);
  const path = join(dirname(desk.folder), files[1]?.replace(/pdf$/u, 'json') ?? '');
  expect(readFileSync(path, 'utf8')).toContain('现场只有这一张');
}, 60_000);

test('the press dialog shows who answers, and takes it back: the page is held again', async () => {
  await dialog().getByRole('button', { name: '已放行　1 条' }).click();
  await expect.poll(() => dialog().innerText()).toContain('夜班主任');
  expect(await dialog().innerText()).toContain('现场只有这一张');
  expect(await axeComplaints(desk.page)).toEqual([]);
  await dialog().getByRole('button', { name: '收回放行' }).click();
  await expect.poll(() => dialog().innerText()).toContain('阻断 1 条');
  expect(await press().isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: '关闭' }).click();
  await desk.page.keyboard.press('Control+z');
  await tab().click();
  await desk.page.getByRole('button', { name: '已放行　1 条' }).waitFor();
}, 60_000);

test('what is said of a partner leads to its cell', async () => {
  const { page } = desk;
  const card = page.locator('.finding', { hasText: '区号' });
  await card.getByRole('button').first().click();
  await card.getByRole('button', { name: '去“合作园区”面板' }).click();
  await expect.poll(() => page.locator('.partners').innerText()).toContain('区号');
  expect(desk.complaints).toEqual([]);
}, 60_000);
