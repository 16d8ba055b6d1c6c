import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unplacedArticles } from '#engine/model/unplaced.ts';
import { photograph, wordFile, wordParagraph, zipOf } from '#tests/unit/host/intake/draft-files.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
  await desk.page.getByRole('tab', { name: '收稿', exact: true }).click();
}, 90_000);
afterAll(() => desk?.close());

const SEED = readFileSync('tests/fixtures/park-supplement-page.txt');
const STORY =
  '本报讯(通讯员 毛星)6月15日，雨湖高新区召开安全生产工作部署会,对园区安全生产工作再动员。';

const lines = () => desk.page.locator('.draft-line');
const dialog = () => desk.page.getByRole('dialog');

async function add(name: string, buffer: Uint8Array): Promise<void> {
  const input = desk.page.locator('.inbox input[type=file]');
  const mimeType = 'application/octet-stream';
  await input.setInputFiles({ name, mimeType, buffer: Buffer.from(buffer) });
}

async function opened(words: string): Promise<void> {
  await lines().filter({ hasText: words }).first().dblclick();
  await dialog().locator('.draft-copy').waitFor();
}

async function closed(): Promise<void> {
  await desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

test('the text of a whole page becomes its stories in the list, as one step', async () => {
  await add('整版.txt', SEED);
  await lines().first().waitFor();
  const before = unplacedArticles(await desk.issue()).length;
  await lines().first().dblclick();
  await dialog().locator('.draft-copy').waitFor();
  expect(await dialog().locator('.draft-article').count()).toBe(11);
  expect(await dialog().locator('.draft-group').count()).toBe(2);
  await dialog().getByRole('button', { name: '采用', exact: true }).click();
  await dialog().getByText('已放进稿库：11 篇稿件').waitFor();
  await expect.poll(async () => unplacedArticles(await desk.issue()).length).toBe(before + 11);
  await closed();
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+z');
  await expect.poll(async () => unplacedArticles(await desk.issue()).length).toBe(before);
  expect(await lines().first().innerText()).toContain('已采用');
});

test('a repair that is refused stays as it came', async () => {
  const file = wordFile(
    wordParagraph('雨湖高新区：认识再提升', '<w:jc w:val="center"/>') + wordParagraph(STORY),
  );
  await add('来稿.docx', file);
  await opened('雨湖高新区');
  const repair = dialog().locator('.repair', { hasText: ',' }).first();
  await repair.click();
  await expect.poll(() => dialog().locator('.repair.refused').count()).toBe(1);
  await dialog().getByRole('button', { name: '采用', exact: true }).click();
  await dialog().getByText('已放进稿库').waitFor();
  const story = async () => {
    const issue = await desk.issue();
    const ids = unplacedArticles(issue);
    return ids.map((id) => JSON.stringify(issue.articles[id]?.story)).join('');
  };
  await expect.poll(story).toContain('部署会,对');
  await expect.poll(story).toContain('（通讯员 毛星）');
  await closed();
});

test('a photograph comes along with its caption', async () => {
  const text = `天易中学进入开学倒计时\n\n${STORY}\n\n图为园区先进制造企业车间。(李灿晖 摄)\n`;
  await add('图文.zip', zipOf({ '稿.txt': text, '车间.jpg': await photograph() }));
  await opened('天易中学');
  await dialog().locator('.draft-picture img').waitFor();
  await dialog().getByRole('button', { name: '采用', exact: true }).click();
  await dialog().getByText('1 张图片').waitFor();
  const pictures = async () => Object.values((await desk.issue()).pictures);
  await expect
    .poll(async () => (await pictures()).some(({ asset, widthPx }) => asset && widthPx === 64))
    .toBe(true);
  await closed();
});

test('a draft is returned with a reason and a name, and is found by words and state', async () => {
  await add('退稿.txt', Buffer.from(`湘乡经开区推进创建工作\n\n${STORY.replace('雨湖', '湘乡')}`));
  await opened('湘乡经开区');
  await dialog().getByRole('button', { name: '退稿…' }).click();
  const confirm = dialog().getByRole('button', { name: '退稿', exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog().getByLabel('原因').fill('与园区动态重复');
  await dialog().getByLabel('处理人').fill('值班');
  await confirm.click();
  await dialog().getByText('与园区动态重复').waitFor();
  const focused = () => desk.page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('关闭');
  await closed();
  const choose = async (state: string) => {
    await desk.page.locator('.inbox-head .control.select').click();
    await desk.page.getByRole('option', { name: state, exact: true }).click();
  };
  await choose('已退');
  await expect.poll(() => lines().count()).toBe(1);
  await lines().getByText('原因：与园区动态重复').waitFor();
  await choose('全部');
  await desk.page.getByLabel('搜索来稿').fill('推进创建工作');
  await expect.poll(() => lines().count()).toBe(1);
  await desk.page.getByLabel('搜索来稿').fill('没有这样的稿');
  await desk.page.getByText('没有找到').waitFor();
  await desk.page.getByLabel('搜索来稿').fill('');
});

test('what cannot be read is kept and says why', async () => {
  await add('坏.docx', Buffer.from('PK\u0003\u0004这不是压缩包'));
  const line = lines().filter({ hasText: '坏.docx' });
  await line.getByText('读不出来').waitFor();
  await line.dblclick();
  await dialog().locator('.inbox-trouble').waitFor();
  await closed();
});

test('the inbox and an open draft can be used by keyboard and screen reader', async () => {
  expect(await axeComplaints(desk.page)).toEqual([]);
  await desk.page.locator('.draft-lines').focus();
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Enter');
  await dialog().waitFor();
  await desk.page.waitForTimeout(300);
  expect(await axeComplaints(desk.page)).toEqual([]);
  await closed();
});
