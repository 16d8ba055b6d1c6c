import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { HOUSE } from '#build/build-screen.ts';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import type { DeskUnderTest } from './desk-under-test.ts';

/** A place on the character grid: characters from the left, lines from above. */
export type GridPlace = readonly [column: number, line: number];

const GRID = pageGrid(pageTemplate('park-broadsheet'));
const PICTURES = join(HOUSE, 'out/e2e');
/** Every edit lies on the disk within a second; a slow machine has three. */
const ON_DISK_MS = 3000;

/** The place in the window of a corner of the grid, while the page is fitted into its view. */
export function windowPlaceOf(desk: DeskUnderTest, [column, line]: GridPlace): Promise<PagePoint> {
  return desk.windowPlace(areaRect(GRID, { column, line, columns: 0, lines: 0 }));
}

/** Presses the pointer at one place, draws it to another, looks at the page, and lets go. */
export async function drag(
  desk: DeskUnderTest,
  [from, to]: readonly [PagePoint, PagePoint],
  look: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const { mouse } = desk.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await mouse.move(to.x, to.y, { steps: 5 });
  await look();
  await mouse.up();
}

/** Types a word by input method: pinyin under a line, then the characters. */
export async function typeByInputMethod(
  desk: DeskUnderTest,
  [pinyin, characters]: readonly [readonly string[], string],
  look: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (const text of pinyin) {
    const end = text.length;
    const composition = { text, selectionStart: end, selectionEnd: end };
    await desk.cdp.send('Input.imeSetComposition', composition);
    await pause(60);
  }
  await look();
  await desk.cdp.send('Input.insertText', { text: characters });
}

/** Puts words into the clipboard as another program would, and pastes them with the keys. */
export async function paste(desk: DeskUnderTest, words: string): Promise<void> {
  const { page } = desk;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), words);
  await page.keyboard.press('Control+v');
}

/** Makes an issue of the sample's date from the start window, and follows it. */
export async function makeNewIssue(desk: DeskUnderTest): Promise<void> {
  const { page } = desk;
  const words = wordsIn(startStrings, 'zh-CN');
  await page.locator('.host-picture img').first().waitFor();
  await keepPicture(desk, '01-start');
  await page.getByRole('button', { name: words.newIssue }).click();
  await page.getByRole('textbox', { name: words.date }).fill('2021-06-18');
  await keepPicture(desk, '02-new-issue');
  await page.getByRole('button', { name: words.create, exact: true }).click();
  await page.locator('canvas[aria-busy=false]').first().waitFor();
  const [name = ''] = readdirSync(desk.issuesFolder).filter((one) => one.endsWith('.issue'));
  desk.follow(join(desk.issuesFolder, name));
  expect((await desk.issue()).date).toBe('2021-06-18');
  await keepPicture(desk, '03-empty-page');
}

/** Keeps a picture of the window under out/e2e/. */
export async function keepPicture(desk: DeskUnderTest, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await desk.page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Waits until what lies on the disk is as wanted. */
export async function onDisk<Read>(
  read: () => Promise<Read>,
  isWanted: (value: Read) => boolean,
): Promise<Read> {
  const until = performance.now() + ON_DISK_MS;
  let value = await read();
  while (!isWanted(value) && performance.now() < until) {
    await pause(50);
    value = await read();
  }
  expect(isWanted(value), `on the disk is ${JSON.stringify(value)?.slice(0, 300)}`).toBe(true);
  return value;
}
