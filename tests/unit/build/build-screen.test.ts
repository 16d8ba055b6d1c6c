import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepScreenBuilt } from '#build/build-screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'banxin-kept-screen-'));
const page = join(folder, 'index.html');
const stamp = join(folder, 'built-from.txt');

beforeAll(() => keepScreenBuilt(folder), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('builds the screen where there is none', () => {
  expect(readFileSync(page, 'utf8')).toContain('assets/');
  expect(readFileSync(stamp, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
});

it('leaves a screen alone that was built from the same sources', async () => {
  const built = statSync(page).mtimeMs;
  await keepScreenBuilt(folder);
  expect(statSync(page).mtimeMs).toBe(built);
});

it('builds a screen anew that was built from other sources', async () => {
  writeFileSync(stamp, 'of yesterday');
  writeFileSync(page, 'of yesterday');
  await keepScreenBuilt(folder);
  expect(readFileSync(page, 'utf8')).toContain('assets/');
  expect(readFileSync(stamp, 'utf8')).not.toBe('of yesterday');
}, 60_000);
