import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { EXIT } from '#host/cli/exit-codes.ts';
import { startSshServer } from '#tests/unit/host/delivery/ssh-server.ts';
import { changedSample, removeSamples } from './changed-sample.ts';
import { runBanxin, startBanxin } from './run-banxin.ts';
import { changeWords, signedSample } from './signed-sample.ts';

let place = '';

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'banxin-deliver-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));
afterAll(removeSamples);

async function deliver(words: readonly string[], issue?: string) {
  const data = { BANXIN_DATA_FOLDER: join(place, 'data') };
  const folder = issue ?? (await signedSample());
  return runBanxin(['deliver', folder, ...words, '--lang', 'zh'], '', data);
}

const shop = () => mkdtempSync(join(place, 'shop-'));
const pages = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.pdf'));

test('brings the page to a folder and says with which sha-256', async () => {
  const folder = shop();
  const run = await deliver(['--to', folder]);
  expect(run.exit).toBe(0);
  const [name = ''] = pages(folder);
  expect(name).toBe('XTRB_20210618_A06_v1.pdf');
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  expect(run.complaint).toContain(sha256);
});

test('holds a page that is found wanting when read back, unless told to send it', async () => {
  const folder = shop();
  const shipped = 'templates/press-profiles';
  const json = JSON.parse(readFileSync(join(shipped, 'newsprint-390x540.json'), 'utf8'));
  const profile = join(place, 'coarse.json');
  // Photographs of 60 ppi: nothing that the checks before press can see.
  writeFileSync(profile, JSON.stringify({ ...json, pictureTargetPpi: 60 }));
  for (const name of [json.icc, json.controlStrip])
    copyFileSync(join(shipped, name), join(place, name));
  const words = ['--to', folder, '--press-profile', profile];
  const held = await deliver(words);
  expect([held.exit, readdirSync(folder)]).toEqual([EXIT.held, []]);
  expect(held.complaint).toMatch(/图片有效分辨率只有 \d+ ppi（至少 99）/);
  expect((await deliver([...words, '--anyway'])).exit).toBe(EXIT.done);
});

test('keeps what was delivered, so that the next proof shows what has changed since', async () => {
  const issue = await signedSample();
  await deliver(['--to', shop()], issue);
  changeWords(issue, '本报讯', '本报讯（改）');
  const out = join(place, 'proof.pdf');
  const run = await runBanxin(['proof', issue, '--out', out, '--against', 'last', '--lang', 'zh']);
  expect([run.exit, run.complaint]).toEqual([0, expect.stringContaining(out)]);
  const text = execFileSync('pdftotext', ['-raw', out, '-']).toString();
  expect(text).toMatch(/改动单[\s\S]*（改）/);
});

test('sends an unchanged page no second time, and a changed one as its next version', async () => {
  const folder = shop();
  const issue = await signedSample();
  await deliver(['--to', folder], issue);
  const again = await deliver(['--to', folder], issue);
  expect(again).toMatchObject({ exit: 0 });
  expect(again.complaint).toContain('没有要送的版');
  const changed = await signedSample((json) =>
    json.replace('日前，湘潭高新区', '近日，湘潭高新区'),
  );
  expect((await deliver(['--to', folder], changed)).exit).toBe(0);
  expect(pages(folder).sort()).toEqual(['XTRB_20210618_A06_v1.pdf', 'XTRB_20210618_A06_v2.pdf']);
  const sheet = readFileSync(join(folder, 'XTRB_20210618_A06_v2.signoff.txt'), 'utf8');
  expect(sheet).toContain('稿次：第 2 稿，换版，替换第 1 稿');
  const slug = execFileSync('pdftotext', [
    join(folder, 'XTRB_20210618_A06_v2.pdf'),
    '-',
  ]).toString();
  expect(slug).toContain('第二版次');
});

test('sends a sign-off sheet with names and times beside the page', async () => {
  const folder = shop();
  await deliver(['--to', folder, '--by', '王墨']);
  const sheet = readFileSync(join(folder, 'XTRB_20210618_A06_v1.signoff.txt'), 'utf8');
  expect(sheet).toMatch(
    /^签样单\n\n湘潭日报 园区周刊 2021-06-18　A06 版　园区周刊\n稿次：第 1 稿/u,
  );
  expect(sheet).toContain('责编：王墨　2021-06-17 22:30:00');
  expect(sheet).toContain('值班主任：李灿晖　2021-06-17 22:');
  expect(sheet).not.toContain('破例');
});

test('writes a ready-file that sha256sum accepts, and renews it for a new page', async () => {
  const folder = shop();
  const to = ['--to', folder, '--ready', 'page', '--ready-name', '{section}{number}.ready'];
  const issue = await signedSample();
  expect((await deliver(to, issue)).exit).toBe(EXIT.done);
  const check = () => execFileSync('sha256sum', ['-c', '--strict', 'A06.ready'], { cwd: folder });
  expect(check().toString()).toContain('XTRB_20210618_A06_v1.pdf: OK');
  expect(check().toString()).toContain('XTRB_20210618_A06_v1.signoff.txt: OK');
  changeWords(issue, '日前，湘潭高新区', '近日，湘潭高新区');
  await deliver([...to, '--unsigned', '电话同意'], issue);
  expect(check().toString()).toContain('XTRB_20210618_A06_v2.pdf: OK');
  expect(readFileSync(join(folder, 'A06.ready'), 'utf8')).toMatch(/^# \d+ bytes$/mu);
  const sheet = readFileSync(join(folder, 'XTRB_20210618_A06_v2.signoff.txt'), 'utf8');
  expect(sheet).toContain('本版没有按现样签完，破例送出。');
  expect(sheet).toContain('电话同意');
});

test('writes one empty ready-file for the order where that is wanted', async () => {
  const folder = shop();
  const ready = ['--ready', 'issue', '--ready-empty', '--sheet', 'none'];
  await deliver(['--to', folder, ...ready]);
  expect(readdirSync(folder).sort()).toEqual(['20210618_A06_v1.ready', 'XTRB_20210618_A06_v1.pdf']);
  expect(readFileSync(join(folder, '20210618_A06_v1.ready'))).toHaveLength(0);
});

test('takes no ready-file that would be made a plate of', async () => {
  const run = await deliver(['--to', shop(), '--ready', 'page', '--ready-name', '{page}.pdf']);
  expect([run.exit, run.complaint]).toEqual([EXIT.usage, expect.stringContaining('{page}.pdf')]);
});

test('brings the page to a server once its key is confirmed, the held order first', async () => {
  const server = await startSshServer();
  const { user, port, hostKey = '', keyFile = '' } = server.address;
  const to = ['--to', `sftp://${user}@127.0.0.1:${port}${server.folder}`, '--key', keyFile];
  const unknown = await deliver(to);
  expect(unknown.exit).toBe(6);
  expect(unknown.complaint).toContain(hostKey);
  expect(readdirSync(server.folder)).toEqual([]);
  const run = await deliver([...to, '--host-key', hostKey]);
  expect([run.exit, run.complaint]).toEqual([0, expect.stringContaining('已送达')]);
  expect(pages(server.folder)).toEqual(['XTRB_20210618_A06_v1.pdf']);
  await server.stop();
});

test('sends no page that is not signed, unless somebody gives a reason', async () => {
  const folder = shop();
  const issue = await signedSample(undefined, [{ role: 'editor', by: '王墨' }]);
  const held = await deliver(['--to', folder], issue);
  expect([held.exit, readdirSync(folder)]).toEqual([EXIT.held, []]);
  expect(held.complaint).toContain('A06 版还没有签样，缺：值班主任或值班总编。');
  const empty = await deliver(['--to', folder, '--unsigned', ' '], issue);
  expect(empty.exit).toBe(EXIT.usage);
  const receipt = join(place, 'receipt.pdf');
  const reason = '值班主任在外，已电话同意';
  const words = ['--to', folder, '--by', '王墨', '--unsigned', reason, '--receipt', receipt];
  expect((await deliver(words, issue)).exit).toBe(EXIT.done);
  const text = execFileSync('pdftotext', ['-layout', receipt, '-']).toString();
  const [name = ''] = pages(folder);
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  expect(text.replaceAll(/\s+/gu, '')).toContain(sha256);
  expect(text).toMatch(/传版回执[\s\S]*未签样，破例传版[\s\S]*王墨：值班主任在外，已电话同意/);
  expect(text).toContain('责编 王墨 2021-06-17 22:30:00');
});

test('says what was changed on a page after it was signed, and sends it no more', async () => {
  const folder = shop();
  const issue = await signedSample();
  changeWords(issue, '日前，湘潭高新区', '近日，湘潭高新区');
  const run = await deliver(['--to', folder], issue);
  expect([run.exit, readdirSync(folder)]).toEqual([EXIT.held, []]);
  expect(run.complaint).toContain('A06 版签样后又有改动');
  expect(run.complaint).toContain('校企签约 正文：“日前” → “近日”');
});

test('lets nobody release alone what they have edited', async () => {
  const issue = await signedSample(undefined, [
    { role: 'editor', by: '王墨' },
    { role: 'dutyChief', by: '王墨' },
  ]);
  const run = await deliver(['--to', shop()], issue);
  expect([run.exit, run.complaint]).toEqual([EXIT.held, expect.stringContaining('还没有签样')]);
});

test('sends to one print shop while an order for another waits', async () => {
  const issue = await signedSample();
  const far = ['--to', 'sftp://shop@127.0.0.1:1/pages', '--host-key', 'SHA256:x'];
  const stuck = startBanxin(['deliver', issue, ...far], {
    BANXIN_DATA_FOLDER: join(place, 'data'),
  });
  const complained = new Promise((told) => stuck.stderr.once('data', told));
  await complained;
  const busy = await deliver(['--to', shop()], issue);
  expect([busy.exit, busy.complaint]).toEqual([
    EXIT.output,
    expect.stringContaining('传版队列正由别的程序使用'),
  ]);
  const ended = new Promise((over) => stuck.once('close', over));
  stuck.kill('SIGKILL');
  await ended;
  const folder = shop();
  expect((await deliver(['--to', folder], issue)).exit).toBe(EXIT.done);
  expect(pages(folder)).toEqual(['XTRB_20210618_A06_v1.pdf']);
});

test('names the missing photograph of a page that cannot be pressed', async () => {
  const issue = await signedSample();
  rmSync(join(issue, 'assets'), { recursive: true });
  const run = await deliver(['--to', shop()], issue);
  expect([run.exit, run.complaint]).toEqual([
    EXIT.material,
    expect.stringMatching(/图片文件|图片.*不在|找不到/),
  ]);
});

test('needs to know where to', async () => {
  const run = await deliver(
    [],
    changedSample((json) => json),
  );
  expect(run.exit).toBe(2);
  expect(run.complaint).toContain('--to');
});
