import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUSE } from '#build/build-screen.ts';
import { bundleElectron } from '#build/bundle-electron.ts';
import { askMainProcess } from './ask-main-process.ts';

/** As deep below the top as out/electron, where the bundle expects to lie. */
const BUNDLE = join(HOUSE, 'out/electron-under-test');

let dataFolder = '';

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'banxin-bundle-'));
  await bundleElectron(BUNDLE);
}, 60_000);

afterAll(() => {
  rmSync(BUNDLE, { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
});

test('the bundled main process opens a copy of the sample and hands out its faces', () => {
  const answers = askMainProcess(BUNDLE, dataFolder);
  expect(answers.templates).toBeGreaterThan(1);
  expect(answers.hasDialogs).toBe(true);
  expect(answers.document).toBeGreaterThan(1000);
  expect(Math.max(...answers.fonts)).toBeGreaterThan(1_000_000);
  expect(existsSync(join(answers.folder, '打开本期.banxin'))).toBe(true);
});

test('the preload script is one file of CommonJS that needs Electron only', () => {
  const script = readFileSync(join(BUNDLE, 'preload.cjs'), 'utf8');
  const needed = [...script.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(needed).toEqual(['electron']);
  expect(script).not.toMatch(/^import /m);
});
