import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedProgram, startProgram } from '#build/bench/desk/desk-browser.ts';
import { HOUSE } from '#build/build-screen.ts';
import { storyText } from '#engine/model/story-text.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';
import { sentenceOf } from '#renderer/strings/finding-strings.ts';
import { launchBrowser } from './browser.ts';

const SAMPLE = join(HOUSE, 'templates/samples/park-supplement-2021-06-18.issue');
const KEYSTROKE_MS = 40;
const PICTURES = join(HOUSE, 'out/e2e');

let place: string;
let folder: string;
let browser: Browser;
const programs: ChildProcess[] = [];

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'banxin-kill-'));
  folder = join(place, 'killed.issue');
  cpSync(SAMPLE, folder, { recursive: true });
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const program of programs) program.kill('SIGKILL');
  rmSync(place, { recursive: true, force: true });
});

test('a killed desk loses the last second at most, and says what it recovered', async () => {
  const killed = await startDesk();
  const page = await openWindow(killed.address);
  await page.mouse.dblclick(520, 300);
  await page.keyboard.press('End');
  // One sign for each keystroke, so that what is missing can be counted.
  const typedAtMs: number[] = [];
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.insertText('荷');
    typedAtMs.push(performance.now());
    await page.waitForTimeout(KEYSTROKE_MS);
  }
  const killedAtMs = performance.now();
  killed.program.kill('SIGKILL');
  await new Promise((ended) => killed.program.once('exit', ended));
  const due = typedAtMs.filter((atMs) => atMs < killedAtMs - 1000).length;
  expect(due).toBeGreaterThan(10);
  expect(await signsOnDisk()).toBeGreaterThanOrEqual(due);

  // The window stays open with all the words, and says that the disk does not take them.
  await page.keyboard.insertText('荷');
  await page.getByRole('alert').waitFor();
  await page.screenshot({ path: join(PICTURES, '20-killed.png') });
  await page.close();

  const onDisk = await signsOnDisk();
  const again = await startDesk();
  const reopened = await openWindow(again.address);
  const [beginning = ''] = sentenceOf({ code: 'edits recovered', values: {} }, 0).split('{');
  expect(beginning.length).toBeGreaterThan(4);
  await reopened.locator('.notice-bar').getByText(beginning).waitFor();
  await reopened.screenshot({ path: join(PICTURES, '21-recovered.png') });
  expect(await signsOnDisk()).toBe(onDisk);
  await reopened.mouse.dblclick(520, 300);
  await reopened.keyboard.insertText('荷');
  await expect.poll(signsOnDisk).toBe(onDisk + 1);
}, 90_000);

async function openWindow(address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.locator('canvas[aria-busy=false]').first().waitFor();
  return page;
}

async function signsOnDisk(): Promise<number> {
  const read = await readIssueFolder(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const stories = Object.values(read.value.issue.articles).map(({ story }) => storyText(story));
  return stories.join('').split('荷').length - 1;
}

/** The desk as `npm start` starts it; it is ended with the test. */
async function startDesk(): Promise<StartedProgram> {
  const started = await startProgram(folder, join(place, 'data'));
  programs.push(started.program);
  return started;
}
