import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runBanxin } from './run-banxin.ts';

const ICC = 'templates/press-profiles/newsprint-tr002-tac220.icc';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-profile-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('says of a print shop’s file that it will do, and how the press prints', async () => {
  const run = await runBanxin(['profile', 'check', ICC, '--lang', 'zh']);
  expect(run).toMatchObject({ exit: 0, complaint: '' });
  expect(run.out).toMatch(/可以用。图片最大墨量 216%，纸白 L\*80 /u);
  const json = await runBanxin(['profile', 'check', ICC, '--json']);
  const { mostInkPercent, paper } = JSON.parse(json.out) as {
    mostInkPercent: number;
    paper: { screen: string };
  };
  expect(mostInkPercent).toBeLessThan(220);
  expect(paper.screen).toMatch(/^#[0-9a-f]{6}$/u);
});

test('refuses a file that is cut short, and one that is not there, with what to do', async () => {
  const cut = join(folder, '断了.icc');
  writeFileSync(cut, readFileSync(ICC).subarray(0, 5000));
  const run = await runBanxin(['profile', 'check', cut, '--lang', 'zh']);
  expect(run).toMatchObject({ exit: 4, out: '' });
  expect(run.complaint).toContain('请重新拷贝一份');
  expect(await runBanxin(['profile', 'check', join(folder, 'no.icc')])).toMatchObject({ exit: 4 });
  expect(await runBanxin(['profile', 'sharpen'])).toMatchObject({ exit: 2 });
});

test('lists the profiles of this machine and names a damaged one', async () => {
  const environment = { BANXIN_DATA_FOLDER: folder };
  const whole = await runBanxin(['profile', 'list'], '', environment);
  expect(whole).toMatchObject({ exit: 0, complaint: '' });
  expect(whole.out.trim().split('\n')).toHaveLength(2);
  mkdirSync(join(folder, 'press-profiles'));
  writeFileSync(join(folder, 'press-profiles', 'own-1.json'), '{');
  const damaged = await runBanxin(['profile', 'list'], '', environment);
  expect(damaged).toMatchObject({ exit: 4 });
  expect(damaged.complaint).toContain('own-1');
});
