import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photograph, wordFile, wordParagraph } from '#tests/unit/host/intake/draft-files.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;
let door = '';

const PHONE = { width: 390, height: 844 };
const HEADLINE = '雨湖高新区：认识再提升 责任再压实';
const STORY = '本报讯（通讯员 毛星）6月15日，雨湖高新区召开安全生产工作部署会。';

const dialog = () => desk.page.getByRole('dialog');

beforeAll(async () => {
  desk = await openDeskUnderTest();
  await desk.page.getByRole('tab', { name: '收稿', exact: true }).click();
  await desk.page.getByRole('button', { name: '投稿门', exact: true }).click();
  const port = dialog().getByLabel('端口');
  await port.fill(String(20_000 + (process.pid % 20_000)));
  await port.press('Tab');
  await dialog().getByText('已关闭').click();
  door = (await dialog().locator('.door-link code').textContent()) ?? '';
}, 90_000);
afterAll(() => desk?.close());

async function pageAt(size: { readonly width: number; readonly height: number }): Promise<Page> {
  const context = await desk.page.context().browser()?.newContext({ viewport: size });
  if (context === undefined) throw new Error('no browser');
  const page = await context.newPage();
  await page.goto(door);
  return page;
}

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

test('the dialog of the door invites a unit, shows its code once, and withdraws it', async () => {
  expect(await axeComplaints(desk.page)).toEqual([]);
  await dialog().getByLabel('单位').fill('雨湖高新区');
  await dialog().getByRole('button', { name: '发邀请码' }).click();
  expect(await dialog().locator('.door-code code').textContent()).toMatch(/^\w{4}-\w{4}$/u);
  expect(await axeComplaints(desk.page)).toEqual([]);
  await dialog().getByRole('button', { name: '停用“雨湖高新区”的邀请码' }).click();
  await dialog().getByText('还没有。').waitFor();
  expect(await dialog().locator('.door-code').count()).toBe(0);
  await desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('a draft goes from a telephone to the desk, and its return back', async () => {
  const phone = await pageAt(PHONE);
  await phone.getByRole('button', { name: '发送稿件' }).click();
  await phone.getByRole('heading', { name: /还没有发出/u }).waitFor();
  expect(await axeComplaints(phone)).toEqual([]);
  await phone.getByRole('link', { name: '请填写姓名。' }).click();
  await expect.poll(() => phone.evaluate(() => document.activeElement?.id)).toBe('name');
  await phone.getByLabel('姓名').fill('毛星');
  await phone.getByLabel('单位').fill('雨湖高新区');
  await phone.getByLabel('电话').fill('13800000042');
  await phone.getByLabel('标题').fill(HEADLINE);
  const buffer = Buffer.from(wordFile(wordParagraph(HEADLINE) + wordParagraph(STORY)));
  const mimeType = 'application/octet-stream';
  await phone.getByLabel('或稿件文件').setInputFiles({ name: '部署会.docx', mimeType, buffer });
  const picture = { mimeType: 'image/jpeg', buffer: Buffer.from(await photograph()) };
  expect(await phone.locator('.picture:visible').count()).toBe(1);
  await phone.locator('#picture-1').setInputFiles({ name: 'IMG_1.jpg', ...picture });
  await phone.getByLabel('图片说明').first().fill('图为部署会现场。');
  await phone.getByLabel('摄影者').first().fill('李灿晖');
  await phone.locator('#picture-2').setInputFiles({ name: 'IMG_2.jpg', ...picture });
  await phone.getByRole('button', { name: '发送稿件' }).click();
  await phone.getByText('请声明这篇稿件').first().waitFor();
  expect(await phone.getByText('已保留：').count()).toBe(3);
  expect(await overflows(phone)).toBe(false);
  await phone.getByLabel('图片说明').nth(1).fill('企业车间。');
  await phone.getByLabel('只投给本刊').check();
  await phone.getByRole('button', { name: '发送稿件' }).click();
  const receipt = (await phone.locator('.number').textContent()) ?? '';
  expect(receipt).toMatch(/^\w{4}-\w{4}$/u);
  expect(await axeComplaints(phone)).toEqual([]);

  const line = desk.page.locator('.draft-line').filter({ hasText: '认识再提升' });
  await line.waitFor();
  expect(await line.innerText()).toContain('雨湖高新区 毛星');
  await expect.poll(() => line.innerText(), { timeout: 20_000 }).toContain('2 图');
  await line.dblclick();
  await dialog().getByText('投稿人声明：只投给本刊').waitFor();
  expect(await dialog().innerText()).toContain('13800000042');
  await dialog().getByText('图为部署会现场。').waitFor();
  await dialog().getByRole('button', { name: '退稿…' }).click();
  await dialog().getByLabel('原因').fill('请补会议出席人员');
  await dialog().getByLabel('处理人').fill('值班');
  await dialog().getByRole('button', { name: '退稿', exact: true }).click();
  await dialog().getByText('请补会议出席人员').waitFor();

  await phone.getByRole('link', { name: '查稿' }).first().click();
  await phone.getByLabel('收稿号').fill(receipt);
  await phone.getByLabel('电话后四位').fill('0042');
  await phone.getByRole('button', { name: '查询' }).click();
  const standing = phone.getByRole('region', { name: '查询结果' });
  expect(await standing.innerText()).toContain('已退回');
  expect(await standing.innerText()).toContain('请补会议出席人员');
  expect(await axeComplaints(phone)).toEqual([]);
  await phone.context().close();
}, 90_000);

test('the pages of the door fit a desktop, and work without a script', async () => {
  const wide = await pageAt({ width: 1280, height: 900 });
  expect(await axeComplaints(wide)).toEqual([]);
  expect(await overflows(wide)).toBe(false);
  await wide.goto(`${door}nowhere`);
  expect(await axeComplaints(wide)).toEqual([]);
  await wide.context().close();
  const context = await desk.page.context().browser()?.newContext({ javaScriptEnabled: false });
  const bare = await context?.newPage();
  await bare?.goto(door);
  expect(await bare?.locator('.picture:visible').count()).toBe(9);
  await bare?.getByLabel('姓名').fill('毛星');
  await bare?.getByLabel('单位').fill('雨湖高新区');
  await bare?.getByLabel('电话').fill('13800000042');
  await bare?.getByLabel('标题').fill('湘乡经开区推进创建工作');
  await bare?.getByLabel('正文').fill(STORY);
  await bare?.getByLabel('只投给本刊').check();
  await bare?.getByRole('button', { name: '发送稿件' }).click();
  await bare?.locator('.number').waitFor();
  await context?.close();
});
