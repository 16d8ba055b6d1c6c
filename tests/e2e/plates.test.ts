import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import { assert } from '#engine/units/assert.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

const GRID = pageGrid(pageTemplate('park-broadsheet'));

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest({ changed: onTint });
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

beforeEach(async () => {
  await desk.page.locator('.page-root').focus();
});

/** The lead stands on three inks, so that its black overprints them. */
function onTint(json: string): string {
  const changed = json.replace('"id": "lead"', '"id": "lead", "tint": "standingHeadGround"');
  assert(changed !== json, 'the sample has that block');
  return changed;
}

const panel = () => desk.page.locator('.plates-panel');

/** What the panel says, ink by ink and of all together. */
async function readout(): Promise<readonly string[]> {
  return panel().locator('.plate-amount').allInnerTexts();
}

async function pointAt(column: number, line: number): Promise<{ x: number; y: number }> {
  const at = areaRect(GRID, { column, line, columns: 0, lines: 0 });
  const { x, y } = await desk.windowPlace(at);
  await desk.page.mouse.move(x, y);
  return { x, y };
}

async function press(keys: string): Promise<void> {
  await desk.page.keyboard.press(keys);
  await desk.page.waitForTimeout(300);
  await desk.page.locator('.page-canvas[aria-busy=false]').waitFor();
}

/** Colour of the canvas at a place of the page. */
async function colourAt(column: number, line: number): Promise<readonly number[]> {
  const at = areaRect(GRID, { column, line, columns: 0, lines: 0 });
  const place = await desk.windowPlace(at);
  return desk.page.evaluate(({ x, y }) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.page-canvas');
    const box = canvas?.getBoundingClientRect();
    const surface = canvas?.getContext('2d');
    if (!box || !surface) throw new Error('no page shows');
    return [...surface.getImageData(x - box.left, y - box.top, 1, 1).data.subarray(0, 3)];
  }, place);
}

/** Left of the standing head's words, and on bare paper between two columns. */
const HEAD_GROUND = [3, 67.5] as const;
const BARE = [60, 50] as const;

test('the soft proof shows paper and ink of the press, and its keys take it away', async () => {
  expect(await colourAt(...BARE)).toEqual([255, 255, 255]);
  await press('Control+Alt+Shift+Y');
  const paper = await colourAt(...BARE);
  // Newsprint is greyer than the screen's white and a little yellow.
  expect(paper[0]).toBeLessThan(225);
  expect(paper[2]).toBeLessThan(paper[0] ?? 0);
  await pointAt(...HEAD_GROUND);
  await expect.poll(readout).toEqual(['90%', '55%', '0%', '15%', '160%']);
  await press('Control+Alt+Shift+Y');
  expect(await panel().count()).toBe(0);
  expect(await colourAt(...BARE)).toEqual([255, 255, 255]);
});

test('a plate shows as much grey as it has ink, or the ink’s own colour', async () => {
  await press('Control+F6');
  await press('Control+Alt+Shift+2');
  expect(await colourAt(...HEAD_GROUND)).toEqual([115, 115, 115]);
  await press('Control+Alt+Shift+3');
  expect(await colourAt(...HEAD_GROUND)).toEqual([255, 255, 255]);
  await panel().getByText('单版用灰色').click();
  await panel().getByRole('button', { name: '品红' }).click();
  await panel().getByRole('button', { name: '黄' }).click();
  await desk.page.waitForTimeout(400);
  const [red = 0, green = 0, blue = 0] = await colourAt(...HEAD_GROUND);
  expect(Math.min(red, blue)).toBeGreaterThan(green);
  // The last plate cannot be taken away.
  await panel().getByRole('button', { name: '品红' }).click();
  expect(await panel().getByRole('button', { pressed: true }).count()).toBe(1);
  await panel().getByText('单版用灰色').click();
  await panel().getByRole('button', { name: '回到屏幕色' }).click();
  expect(await panel().count()).toBe(0);
});

test('black lies over the inks beneath, and what is over the limit is told', async () => {
  await press('Control+F6');
  await press('Control+Alt+Shift+0');
  const from = await pointAt(8, 8);
  const limit = panel().locator('.plate-limit');
  expect(await limit.innerText()).toBe('印厂上限 240%');
  // Somewhere on this line the pointer meets a stroke of the headline.
  for (let step = 0; step < 120; step += 1) {
    await desk.page.mouse.move(from.x + step, from.y);
    await desk.page.waitForTimeout(20);
    if ((await readout())[4] === '245%') break;
  }
  expect(await readout()).toEqual(['90%', '55%', '0%', '100%', '245%']);
  expect(await limit.innerText()).toBe('超过上限 240%');
  await panel().getByText('标红超墨处').click();
  await press('Control+Alt+Shift+0');
  const marked = await desk.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.page-canvas');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    let count = 0;
    for (let at = 0; data && at < data.length; at += 4) {
      if (data[at] === 255 && data[at + 1] === 42 && data[at + 2] === 0) count += 1;
    }
    return count;
  });
  expect(marked).toBeGreaterThan(100);
  await panel().getByText('标红超墨处').click();
});

test('what is typed shows on the plates, and the readout follows a pushed page', async () => {
  const round = async () =>
    Number(await desk.page.locator('.page-canvas').getAttribute('data-round'));
  const { x, y } = await desk.placeOf({
    text: 'article:lead/story:1',
    offset: 5,
    edge: 'leading',
  });
  await desk.page.mouse.dblclick(x, y);
  const before = await round();
  await desk.page.keyboard.insertText('荷塘');
  await expect.poll(round).toBeGreaterThan(before);
  await desk.page.keyboard.press('Control+z');
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Escape');
  await pointAt(...HEAD_GROUND);
  await expect.poll(async () => (await readout())[4]).toBe('160%');
  await desk.page.mouse.wheel(0, 60);
  await expect.poll(async () => (await readout())[4]).not.toBe('160%');
  await desk.page.mouse.wheel(0, -60);
  await desk.page.locator('.page-root').focus();
  await press('Control+F6');
  expect(desk.complaints).toEqual([]);
});
