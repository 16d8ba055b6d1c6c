import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { HOUSE } from '#build/build-screen.ts';
import { findBrowser } from '#build/find-browser.ts';
import { assert } from '#engine/units/assert.ts';

/** A desk started as `npm start` does it, in a window of 1440 × 900. */
export interface BenchedDesk {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** From the start of the program to a page that can be edited. */
  readonly startMs: number;
  /** From the loading of the window to a page that can be edited. */
  readonly openMs: number;
  close(): Promise<void>;
}

/** How the browser is started. */
export interface BrowserWish {
  /** Frames as fast as they come, to see what a frame costs and not how often the screen asks. */
  readonly unlimitedFrames: boolean;
}

/** Opens a copy of the issue folder on a desk of its own; nothing else runs beside it. */
export async function openBenchedDesk(source: string, wish: BrowserWish): Promise<BenchedDesk> {
  const place = await mkdtemp(join(tmpdir(), 'banxin-bench-desk-'));
  const folder = join(place, 'bench.issue');
  await cp(source, folder, { recursive: true });
  const begun = performance.now();
  const { address, program } = await startProgram(folder, join(place, 'data'));
  const browser = await launchBrowser(wish);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  const loading = performance.now();
  await page.goto(address);
  await page.waitForSelector('.page-canvas[aria-busy=false]', { timeout: 60_000 });
  const ready = performance.now();
  return {
    page,
    cdp,
    startMs: ready - begun,
    openMs: ready - loading,
    async close() {
      await browser.close();
      const ended = new Promise((exited) => program.once('exit', exited));
      program.kill('SIGTERM');
      await ended;
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** A desk that runs in a process of its own, and where it is. */
export interface StartedProgram {
  readonly address: string;
  readonly program: ChildProcess;
}

/** `npm start` without a display prints the address of the desk. */
export function startProgram(folder: string, dataFolder: string): Promise<StartedProgram> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...quiet } = process.env;
  const env = { ...quiet, BANXIN_DATA_FOLDER: dataFolder };
  const program = spawn(process.execPath, [join(HOUSE, 'build/start.ts'), folder], { env });
  return new Promise((started, failed) => {
    let said = '';
    const listen = (piece: Buffer) => {
      said += piece;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (address !== undefined) started({ address, program });
    };
    program.stdout.on('data', listen);
    program.stderr.on('data', listen);
    program.once('exit', () => failed(new Error(`the desk did not start: ${said}`)));
  });
}

function launchBrowser({ unlimitedFrames }: BrowserWish): Promise<Browser> {
  const executablePath = findBrowser();
  assert(executablePath !== undefined, 'the bench of the desk needs Chromium');
  const limits = unlimitedFrames ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : [];
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', ...limits];
  return chromium.launch({ executablePath, args });
}
