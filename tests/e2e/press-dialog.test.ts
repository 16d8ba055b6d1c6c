import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { assert } from '#engine/units/assert.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest({ changed: tooShort });
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

beforeEach(async () => {
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+e');
  await dialog().waitFor();
});

/** One story has three lines more than its block. */
function tooShort(json: string): string {
  const changed = json.replace(/("columns": 18,\s*"lines": )25/u, '$122');
  assert(changed !== json, 'the sample has that block');
  return changed;
}

const dialog = () => desk.page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const named = () => dialog().locator('.press-file').allInnerTexts();
const written = () => readdirSync(dirname(desk.folder)).filter((name) => name.endsWith('.pdf'));
const outcome = () => dialog().locator('.press-outcome');

async function put(away: 'close' | 'escape'): Promise<void> {
  if (away === 'close') await button('关闭').click();
  else await desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

test('what blocks holds the page back, and leads to its place', async () => {
  await expect.poll(() => dialog().innerText()).toContain('阻断 1 条');
  expect(await button('出片').isDisabled()).toBe(true);
  const finding = dialog().getByRole('button', { name: /正文溢出 3 行/u });
  expect(await finding.innerText()).toContain('湘潭高新区与湘潭技师学院');
  await finding.click();
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(() => desk.page.locator('.make-up-said').innerText()).toContain('已选稿件');
});

test('whether a report is written is kept for the next night', async () => {
  const kept = () => desk.page.evaluate(() => localStorage.getItem('banxin settings') ?? '');
  await dialog().getByText('附印前检查报告').click();
  await expect.poll(kept).toContain('"writesReport":true');
  await dialog().getByText('附印前检查报告').click();
  await expect.poll(kept).toContain('"writesReport":false');
});

test('a proof goes to the file that was named before, and nothing else is written', async () => {
  await dialog().getByText('有阻断也照出').click();
  const names = await named();
  expect(names).toEqual(['XTRB_20210618_A06_v1_打样.pdf']);
  await button('出打样').click();
  await expect.poll(() => outcome().innerText(), { timeout: 15_000 }).toContain('已出 1 版');
  expect(await outcome().innerText()).toContain(names[0]);
  expect(written()).toEqual(names);
  expect(await outcome().getByRole('button', { name: '在文件夹中显示' }).count()).toBe(1);
  await put('close');
});

test('a place that takes no file is told with what helps, and the old file stays', async () => {
  const before = written();
  await dialog().getByText('有阻断也照出').click();
  const [name = ''] = await named();
  const path = join(dirname(desk.folder), name);
  rmSync(path);
  mkdirSync(join(path, 'in the way'), { recursive: true });
  await button('出打样').click();
  const said = () => outcome().innerText();
  await expect.poll(said, { timeout: 15_000 }).toContain('没有出成');
  expect(await said()).toContain(name);
  expect(await said()).toContain('请更改存放的文件夹');
  expect(written()).toEqual(before);
  rmSync(path, { recursive: true });
  await put('escape');
});

test('a job that is stopped leaves no file', async () => {
  await dialog().getByText('有阻断也照出').click();
  await button('出打样').click();
  await button('停止').click();
  await expect.poll(() => outcome().innerText(), { timeout: 15_000 }).toContain('已停止');
  expect(written()).toEqual([]);
  await put('close');
  expect(desk.complaints).toEqual([]);
});
