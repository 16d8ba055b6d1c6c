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
import { runBanxin } from './run-banxin.ts';

let place = '';

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'banxin-deliver-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));
afterAll(removeSamples);

function deliver(words: readonly string[], issue = changedSample((json) => json)) {
  const data = { BANXIN_DATA_FOLDER: join(place, 'data') };
  return runBanxin(['deliver', issue, ...words, '--lang', 'zh'], '', data);
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
  const issue = changedSample((json) => json);
  await deliver(['--to', shop()], issue);
  const path = join(issue, 'issue.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('本报讯', '本报讯（改）'));
  const out = join(place, 'proof.pdf');
  const run = await runBanxin(['proof', issue, '--out', out, '--against', 'last', '--lang', 'zh']);
  expect([run.exit, run.complaint]).toEqual([0, expect.stringContaining(out)]);
  const text = execFileSync('pdftotext', ['-raw', out, '-']).toString();
  expect(text).toMatch(/改动单[\s\S]*（改）/);
});

test('sends an unchanged page no second time, and a changed one as its next version', async () => {
  const folder = shop();
  const issue = changedSample((json) => json);
  await deliver(['--to', folder], issue);
  const again = await deliver(['--to', folder], issue);
  expect(again).toMatchObject({ exit: 0 });
  expect(again.complaint).toContain('没有要送的版');
  const changed = changedSample((json) => json.replace('日前，湘潭高新区', '近日，湘潭高新区'));
  expect((await deliver(['--to', folder], changed)).exit).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([
    'XTRB_20210618_A06_v1.pdf',
    'XTRB_20210618_A06_v2.pdf',
  ]);
});

test('brings the page to a server once its key is confirmed', async () => {
  const server = await startSshServer();
  const { user, port, hostKey = '', keyFile = '' } = server.address;
  const to = ['--to', `sftp://${user}@127.0.0.1:${port}${server.folder}`, '--key', keyFile];
  const unknown = await deliver(to);
  expect(unknown.exit).toBe(6);
  expect(unknown.complaint).toContain(hostKey);
  expect(readdirSync(server.folder)).toEqual([]);
  const run = await deliver([...to, '--host-key', hostKey, '--again']);
  expect([run.exit, run.complaint]).toEqual([0, expect.stringContaining('已送达')]);
  expect(readdirSync(server.folder)).toEqual(['XTRB_20210618_A06_v1.pdf']);
  await server.stop();
});

test('needs to know where to', async () => {
  const run = await deliver([]);
  expect(run.exit).toBe(2);
  expect(run.complaint).toContain('--to');
});
