import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildScreen, HOUSE } from '#build/build-screen.ts';
import { bundleElectron } from '#build/bundle-electron.ts';
import { installedElectron } from '#build/electron-binary.ts';
import { HOST_CALLS } from '#host/contract.ts';

const SAMPLE = join(HOUSE, 'templates/samples/park-supplement-2021-06-18.issue');

test('the application opens an issue in Electron, where Electron is', async () => {
  const executablePath = installedElectron();
  if (executablePath === undefined) {
    console.warn(
      'Not tried: Electron is not on this machine. Its main process is tested on a fake.',
    );
    return;
  }
  await Promise.all([buildScreen(), bundleElectron()]);
  const folder = mkdtempSync(join(tmpdir(), 'banxin-electron-'));
  const issue = join(folder, 'sample.issue');
  cpSync(SAMPLE, issue, { recursive: true });
  const application = await _electron.launch({
    executablePath,
    args: ['--no-sandbox', `--user-data-dir=${join(folder, 'user')}`, HOUSE, issue],
    env: { ...process.env, BANXIN_DATA_FOLDER: folder } as Record<string, string>,
  });
  try {
    const window = await application.firstWindow();
    await window.locator('canvas').first().waitFor();
    const door = await window.evaluate(() => Object.keys(Reflect.get(globalThis, 'banxin')));
    expect(door.sort()).toEqual([...Object.keys(HOST_CALLS), 'onShellOrder'].sort());
    expect(await window.evaluate(() => Reflect.has(globalThis, 'require'))).toBe(false);
    expect(existsSync(join(issue, '打开本期.banxin'))).toBe(true);
  } finally {
    await application.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
