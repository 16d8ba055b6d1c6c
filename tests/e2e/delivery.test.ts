import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSshServer } from '#tests/unit/host/delivery/ssh-server.ts';
import { axeComplaints } from './axe-complaints.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;
let shop = '';

beforeAll(async () => {
  desk = await openDeskUnderTest();
  shop = join(dirname(desk.folder), 'shop');
  mkdirSync(shop);
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

const dialog = () => desk.page.getByRole('dialog').last();
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const field = (name: string) => dialog().getByRole('textbox', { name, exact: true });
const pageRow = () => dialog().locator('.job-page');
const sent = () => readdirSync(shop).filter((name) => name.endsWith('.pdf'));

async function openDelivery(): Promise<void> {
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+Alt+e');
  await dialog().waitFor();
}

async function sign(role: string, name: string): Promise<void> {
  await dialog().locator('.sign-line').getByRole('button', { name: '职务' }).click();
  await desk.page.getByRole('option', { name: role, exact: true }).click();
  await field('姓名').fill(name);
  await button('签字').click();
  await expect
    .poll(() => dialog().locator('.sign-sheet').innerText())
    .toContain(`${role}　${name}`);
}

test('a print shop’s folder is kept, and nothing goes there unsigned', async () => {
  await openDelivery();
  await button('添加…').click();
  await field('名称').fill('印厂');
  await field('文件夹').fill(shop);
  await dialog().getByRole('button', { name: '标记文件', exact: false }).click();
  await desk.page.getByRole('option', { name: '每版一个', exact: true }).click();
  await field('标记文件名').fill('{page}.pdf');
  await button('测试连接').click();
  await expect.poll(() => dialog().innerText()).toContain('连得上');
  await button('保存').click();
  await expect.poll(() => dialog().innerText()).toContain('不能以 .pdf 结尾');
  await field('标记文件名').fill('{page}_v{version}.ready');
  await button('保存').click();
  await expect.poll(() => pageRow().innerText()).toContain('未签样');
  expect(await pageRow().innerText()).toContain('未送');
  await field('传版人').fill('王墨');
  expect(await button('传版').isDisabled()).toBe(true);
  expect(await dialog().innerText()).toContain('有版没有签样');
});

test('two people sign, and the page goes out under its name', async () => {
  await button('A06 版签样').click();
  await sign('责编', '王墨');
  expect(await pageRow().innerText()).toContain('缺值班主任或值班总编');
  await sign('值班主任', '李灿晖');
  await expect.poll(() => pageRow().innerText()).toContain('已签样');
  await button('传版').click();
  await expect.poll(sent, { timeout: 20_000 }).toEqual(['XTRB_20210618_A06_v1.pdf']);
  await expect.poll(() => pageRow().innerText()).toContain('已送第 1 稿');
  execFileSync('sha256sum', ['-c', '--strict', 'A06_v1.ready'], { cwd: shop });
  const sheet = readFileSync(join(shop, 'XTRB_20210618_A06_v1.signoff.txt'), 'utf8');
  expect(sheet).toMatch(/责编：王墨[\s\S]*值班主任：李灿晖/u);
  expect(await dialog().locator('.delivery-record').innerText()).toMatch(/sha-256 [0-9a-f]{64}/u);
  await button('传版').click();
  await expect.poll(() => dialog().innerText(), { timeout: 20_000 }).toContain('不用再送');
  expect(Object.values((await desk.issue()).signOffs)).toHaveLength(2);
});

test('a page that is changed has to be signed anew, and says what was changed', async () => {
  await desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  const text = 'article:lead/story:0';
  const { x, y } = await desk.placeOf({ text, offset: 4, edge: 'leading' });
  await desk.page.mouse.dblclick(x, y);
  await desk.page.keyboard.type('新');
  await desk.page.keyboard.press('Escape');
  await openDelivery();
  await expect.poll(() => pageRow().innerText(), { timeout: 10_000 }).toContain('签后有改动');
  await expect.poll(() => pageRow().innerText()).toContain('送后有改动（第 1 稿）');
  expect(await button('传版').isDisabled()).toBe(true);
  await button('A06 版签样').click();
  await expect.poll(() => dialog().locator('.sign-changes').innerText()).toMatch(/正文：加?“.*新/u);
});

test('an unsigned page goes out with a reason only, which stands on the receipt', async () => {
  await dialog().getByText('没有签样也送').click();
  expect(await button('传版').isDisabled()).toBe(true);
  await field('理由').fill('值班主任在外，已电话同意');
  await button('传版').click();
  await expect.poll(sent, { timeout: 20_000 }).toContain('XTRB_20210618_A06_v2.pdf');
  const latest = dialog().locator('.delivery-record').first();
  await expect.poll(() => latest.innerText()).toMatch(/已送达[\s\S]*_v2\.pdf/u);
  await latest.getByRole('button', { name: '回执' }).click();
  await expect.poll(() => dialog().innerText()).toContain('未签样，破例传版');
  await button('存成 PDF').click();
  await expect.poll(() => dialog().innerText(), { timeout: 20_000 }).toContain('已存入');
  const receipts = join(desk.folder, 'receipts');
  const [name = ''] = readdirSync(receipts);
  const printed = execFileSync('pdftotext', ['-layout', join(receipts, name), '-']).toString();
  expect(printed).toContain('王墨：值班主任在外，已电话同意');
  expect(printed).toContain('XTRB_20210618_A06_v2.pdf');
});

test('a server shows its key once, to be compared with the print shop’s', async () => {
  const server = await startSshServer();
  const { port, user, keyFile = '', hostKey = '' } = server.address;
  await button('关闭').click();
  await button('添加…').click();
  await field('名称').fill('印务公司');
  await dialog().getByRole('button', { name: '方式' }).click();
  await desk.page.getByRole('option', { name: 'SFTP' }).click();
  await field('主机').fill('127.0.0.1');
  await field('端口').fill(String(port));
  await field('用户').fill(user);
  await field('远程文件夹').fill(server.folder);
  await field('私钥文件').fill(keyFile);
  await button('测试连接').click();
  await expect.poll(() => dialog().innerText()).toContain(hostKey);
  await button('指纹相符，确认').click();
  await expect.poll(() => dialog().innerText()).toContain('连得上');
  await button('取消').click();
  await server.stop();
});

test('what cannot be sent shows in the status line, and is tried again or withdrawn', async () => {
  rmSync(shop, { recursive: true });
  await dialog().getByText('没有改动的版也再送一次').click();
  expect(await field('理由').inputValue()).toContain('已电话同意');
  await button('传版').click();
  const latest = dialog().locator('.delivery-record').first();
  await expect.poll(() => latest.innerText(), { timeout: 20_000 }).toContain('请检查网络盘');
  await expect
    .poll(() => desk.page.locator('.status-line').innerText(), { timeout: 10_000 })
    .toContain('传版受阻 1 件');
  mkdirSync(shop);
  await latest.getByRole('button', { name: '重试' }).click();
  await expect.poll(sent, { timeout: 20_000 }).toEqual(['XTRB_20210618_A06_v2.pdf']);
  await expect.poll(() => latest.innerText()).toContain('已送达');
  expect(await axeComplaints(desk.page)).toEqual([]);
  expect(desk.complaints).toEqual([]);
});
