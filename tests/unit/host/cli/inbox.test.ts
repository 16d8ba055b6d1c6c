import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runBanxin, startBanxin } from './run-banxin.ts';

async function ownInbox(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-inbox-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a unit is invited, listed without its code, and its invitation ends', async () => {
  const folder = await ownInbox();
  const run = (...words: string[]) => runBanxin(['inbox', 'invite', ...words, '--inbox', folder]);
  const added = await run('add', '雨湖高新区');
  expect(added.exit).toBe(0);
  const code = added.out.trim();
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
  const listed = await run('list');
  expect(listed.out).toContain('雨湖高新区');
  expect(listed.out).not.toContain(code);
  const id = listed.out.split('\t')[0] ?? '';
  expect((await run('withdraw', id)).complaint).toContain('已停用');
  expect((await run('list')).out).toContain('×');
  const missing = await run('withdraw', 'nobody');
  expect(missing).toMatchObject({ exit: 2, out: '' });
  expect(missing.complaint).toContain('没有“nobody”这个邀请');
}, 30_000);

test('the door is served until the program is told to end', async () => {
  const folder = await ownInbox();
  const child = startBanxin(['inbox', 'serve', '--port', '0', '--inbox', folder]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const address = said.toString('utf8').trim();
  expect(await (await fetch(address)).text()).toContain('给园区周刊投稿');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 30_000);

test('the door opens to no network without an invitation, nor at a foreign address', async () => {
  const folder = await ownInbox();
  const run = (...words: string[]) => runBanxin(['inbox', ...words, '--inbox', folder]);
  const bare = await run('serve', '--open-to', '0.0.0.0', '--port', '0');
  expect(bare).toMatchObject({ exit: 6, out: '' });
  expect(bare.complaint).toContain('至少要给一个单位发邀请码');
  expect((await run('serve', '--open-to', '192.0.2.1')).complaint).toContain('本机没有');
  expect((await run('serve', '--port', 'x')).complaint).toContain('不是端口');
  expect((await run('open')).complaint).toContain('用法');
}, 30_000);
