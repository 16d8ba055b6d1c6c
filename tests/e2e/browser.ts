import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { buildScreen } from '#build/build-screen.ts';
import { findBrowser } from '#build/find-browser.ts';

/** The installed Chromium, without a window; fails in words where there is none. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('These tests need Chromium: Debian package chromium, or BANXIN_BROWSER.');
  }
  // Containers have neither a sandbox for Chromium nor a large /dev/shm.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A freshly built screen in a folder of its own. */
export interface BuiltScreen {
  readonly folder: string;
  remove(): void;
}

/** Builds the screen from today's sources, so that no test looks at yesterday's. */
export async function builtScreen(): Promise<BuiltScreen> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-screen-'));
  await buildScreen(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
