import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildScreen, HOUSE } from '#build/build-screen.ts';
import { bundleElectron } from '#build/bundle-electron.ts';
import { installedElectron } from '#build/electron-binary.ts';

test('the application opens the sample in Electron, where Electron is', async () => {
  const executablePath = installedElectron();
  if (executablePath === undefined) {
    console.warn(
      'Not tried: Electron is not on this machine. Its main process is tested on a fake.',
    );
    return;
  }
  await Promise.all([buildScreen(), bundleElectron()]);
  const application = await _electron.launch({ executablePath, args: ['--no-sandbox', HOUSE] });
  const window = await application.firstWindow();
  await window.locator('canvas[aria-busy=false]').waitFor();
  expect(await window.getByRole('heading').innerText()).toContain('湘潭日报');
  await application.close();
}, 60_000);
