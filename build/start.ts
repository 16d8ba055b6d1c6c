import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDeskHost } from '#host/desk/open-desk-host.ts';
import { serveDesk } from '#host/loopback/serve-desk.ts';
import { HOUSE, keepScreenBuilt, SCREEN_FOLDER } from './build-screen.ts';
import { findElectron } from './electron-binary.ts';
import { findBrowser } from './find-browser.ts';

// `npm start [ISSUE]`: Electron if it can be had, else a window of an installed browser, else the
// address for a browser of your choice.
const [issueFolder] = process.argv.slice(2);

const [electron] = await Promise.all([findElectron(), keepScreenBuilt()]);
if (electron !== undefined) await runElectron(electron);
else await runLoopback();

async function runElectron(program: string): Promise<void> {
  const { bundleElectron } = await import('./bundle-electron.ts');
  await bundleElectron();
  await runProgram(program, [...asRoot(), HOUSE, ...(issueFolder ? [issueFolder] : [])]);
}

async function runLoopback(): Promise<void> {
  console.log('没有 Electron，改用本机浏览器。 (No Electron here: the desk opens in a browser.)');
  const host = openDeskHost({ issueFolder });
  const desk = await serveDesk({ host, screenFolder: SCREEN_FOLDER });
  const end = () => host.shut().finally(() => process.exit());
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const browser = findBrowser();
  if (browser === undefined || !hasDisplay()) {
    console.log(`版心 Banxin: ${desk.address}`);
    console.log('Ctrl+C 退出。 (Ctrl+C ends it.)');
    return;
  }
  await runBrowser(browser, desk.address);
  await desk.close();
  await host.shut();
}

/** An app window with a profile of its own: no tabs, no history, gone when it is closed. */
async function runBrowser(browser: string, address: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'banxin-browser-'));
  const quiet = ['--no-first-run', '--no-default-browser-check', '--disable-sync'];
  const window = [`--app=${address}`, `--user-data-dir=${profile}`, '--window-size=1440,960'];
  await runProgram(browser, [...asRoot(), ...quiet, ...window]);
  rmSync(profile, { recursive: true, force: true });
}

/** Chromium and Electron refuse to run as root unless their sandbox is left out. */
function asRoot(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function runProgram(program: string, words: readonly string[]): Promise<void> {
  return new Promise((ended, failed) => {
    const running = spawn(program, words, { stdio: ['ignore', 'inherit', 'ignore'] });
    running.once('error', failed);
    running.once('exit', () => ended());
  });
}
