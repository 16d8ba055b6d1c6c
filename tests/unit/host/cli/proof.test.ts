import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { changedSample, removeSamples } from './changed-sample.ts';
import { runBanxin, SAMPLE_ISSUE } from './run-banxin.ts';

const folder = mkdtempSync(join(tmpdir(), 'banxin-proof-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
  removeSamples();
});

async function proof(name: string, words: readonly string[], issue = SAMPLE_ISSUE) {
  const path = join(folder, name);
  const run = await runBanxin(['proof', issue, '--out', path, '--lang', 'zh', ...words]);
  expect([run.exit, run.complaint]).toEqual([0, expect.stringContaining(path)]);
  return path;
}

const textOf = (path: string) => execFileSync('pdftotext', ['-raw', path, '-']).toString();
const pagesOf = (path: string) =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path]).toString())?.[1]);

test('the page goes onto one sheet of A3, named as a proof, with numbers of lines', async () => {
  const path = await proof('a3.pdf', []);
  expect(pagesOf(path)).toBe(1);
  expect(execFileSync('pdfinfo', [path]).toString()).toMatch(/841\.\d+ x 1190\.\d+/);
  const text = textOf(path);
  expect(text).toContain('样张');
  expect(text).toMatch(/^35$/m);
});

test('and in its own size onto four of A4, the same bytes each time', async () => {
  const paths = [await proof('1.pdf', ['--paper', 'a4']), await proof('2.pdf', ['--paper', 'a4'])];
  expect(pagesOf(paths[0] ?? '')).toBe(4);
  const [first, second] = paths.map((path) => readFileSync(path));
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
});

test('what has changed since an earlier folder is listed behind the page', async () => {
  const changed = changedSample((json) => json.replace('本报讯', '本报讯（改）'));
  const path = await proof('changes.pdf', ['--against', SAMPLE_ISSUE], changed);
  expect(pagesOf(path)).toBe(2);
  const text = textOf(path);
  expect(text).toContain('改动单');
  expect(text).toContain('（改）');
});

test('without line numbers there are none', async () => {
  const path = await proof('plain.pdf', ['--no-line-numbers']);
  expect(textOf(path)).not.toMatch(/^35$/m);
});
