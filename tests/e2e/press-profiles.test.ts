import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;
const COATED = readFileSync('tests/fixtures/press-profiles/swop3-tr003-tac300.icc');

beforeAll(async () => {
  desk = await openDeskUnderTest();
  await desk.page.getByRole('button', { name: '文件', exact: true }).click();
  await desk.page.getByRole('menuitem', { name: '印厂规范…' }).click();
  await dialog().waitFor();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

const dialog = () => desk.page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const lines = () => dialog().getByRole('option');

async function takeIn(name: string, bytes: Buffer): Promise<void> {
  const path = join(desk.issuesFolder, '..', name);
  writeFileSync(path, bytes);
  await dialog().locator('input[type=file]').setInputFiles(path);
}

test('a shipped profile is shown and stays as it is', async () => {
  await expect.poll(() => dialog().innerText()).toContain('这一份随程序来，不能改');
  expect(await dialog().innerText()).toContain('例：XTRB_20210618_A06_v1.pdf');
  expect(await button('删除').isDisabled()).toBe(true);
  expect(await axeComplaints(desk.page)).toEqual([]);
});

test('a file that is no profile of a press is refused in words', async () => {
  await takeIn('断了.icc', COATED.subarray(0, 30_000));
  const said = () => dialog().getByRole('alert').innerText();
  await expect.poll(said).toContain('“断了.icc”不完整');
});

test('a print shop’s file becomes a profile that is seen beside the one in use', async () => {
  await takeIn('新印厂.icc', COATED);
  await expect.poll(() => lines().count(), { timeout: 15_000 }).toBe(3);
  await expect.poll(() => dialog().innerText()).toContain('换用后没有超墨的版');
  expect(await dialog().locator('.profile-proofs canvas').count()).toBe(2);
  const figures = await dialog().locator('.profile-figures').innerText();
  expect(figures).toMatch(/纸白\s+L\*80 .*\s+L\*93 /u);
  expect(await axeComplaints(desk.page)).toEqual([]);
});

test('its demands are set, with the name of the file as it will be', async () => {
  const name = dialog().getByRole('textbox', { name: '文件名' });
  await name.fill('{page}_{yyyymmdd}.pdf');
  await name.press('Enter');
  expect(await dialog().innerText()).toContain('例：A06_20210618.pdf');
  const limit = dialog().getByRole('textbox', { name: '总墨量上限' });
  await limit.fill('150');
  await limit.press('Enter');
  await expect.poll(() => dialog().innerText()).toContain('上限不能再低');
  expect(await button('存下').isDisabled()).toBe(true);
  await limit.fill('280');
  await limit.press('Enter');
  await button('存下').click();
  await expect.poll(() => dialog().innerText()).toContain('已存下');
});

test('the desk goes over to it, and the press dialog names files by it', async () => {
  await button('改用这一份').click();
  await expect.poll(() => dialog().innerText()).toContain('这一份正在用');
  await desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+e');
  await expect
    .poll(() => dialog().locator('.press-file').allInnerTexts())
    .toEqual(['A06_20210618.pdf']);
  expect(desk.complaints).toEqual([]);
});
