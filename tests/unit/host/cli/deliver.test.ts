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

test('brings the page to a folder and says with which sha-256', async () => {
  const folder = shop();
  const run = await deliver(['--to', folder]);
  expect(run.exit).toBe(0);
  const [name = ''] = readdirSync(folder);
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
  expect(readdirSync(folder).sort()).toEqual([
    'XTRB_20210618_A06_v1.pdf',
    'XTRB_20210618_A06_v2.pdf',
  ]);
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
  expect(readdirSync(server.folder)).toEqual(['XTRB_20210618_A06_v1.pdf']);
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
  const [name = ''] = readdirSync(folder);
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  expect(text.replaceAll(/\s+/gu, '')).toContain(sha256);
  expect(text).toMatch(/送版回执[\s\S]*未签样，破例送版[\s\S]*王墨：值班主任在外，已电话同意/);
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
    expect.stringContaining('送版队列正由别的程序使用'),
  ]);
  const ended = new Promise((over) => stuck.once('close', over));
  stuck.kill('SIGKILL');
  await ended;
  const folder = shop();
  expect((await deliver(['--to', folder], issue)).exit).toBe(EXIT.done);
  expect(readdirSync(folder)).toEqual(['XTRB_20210618_A06_v1.pdf']);
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
