import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { ArticleBlock, GridArea } from '#engine/model/issue.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

beforeEach(async () => {
  for (let press = 0; press < 3; press++) await desk.page.keyboard.press('Escape');
});

const GRID = pageGrid(pageTemplate('park-broadsheet'));

function inArea(area: GridArea, across = 0.5, down = 0.5) {
  const { x, y, width, height } = areaRect(GRID, area);
  return desk.windowPlace({ x: x + across * width, y: y + down * height });
}

async function blocksOf(page = 0) {
  return (await desk.issue()).pages[page]?.blocks ?? [];
}

async function stories(): Promise<readonly ArticleBlock[]> {
  return (await blocksOf()).flatMap((block) => (block.kind === 'article' ? [block] : []));
}

const shot = async (name: string) => {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  await desk.page.waitForTimeout(400);
  await desk.page.screenshot({ path: `${SHOTS}/${name}.png` });
};

test('two stories change places by the palette, and back by undo', async () => {
  const { page } = desk;
  const [one, other] = await stories();
  if (one === undefined || other === undefined) throw new Error('the sample has two stories');
  const articles = async () => (await stories()).slice(0, 2).map(({ article }) => article);
  const first = await inArea(one.area, 0.5, 0.8);
  const second = await inArea(other.area, 0.5, 0.8);
  await page.mouse.click(first.x, first.y);
  await page.keyboard.down('Shift');
  await page.mouse.click(second.x, second.y);
  await page.keyboard.up('Shift');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('两稿对调');
  await page.keyboard.press('Enter');
  await expect.poll(articles).toEqual([other.article, one.article]);
  await shot('m1-swapped');
  await page.keyboard.press('Control+z');
  await expect.poll(articles).toEqual([one.article, other.article]);
});

test('a picture in a story is dragged, and the story runs around it', async () => {
  const { page } = desk;
  const [story] = await stories();
  if (story === undefined) throw new Error('the sample has a story');
  const at = await inArea(story.area, 0.5, 0.8);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('加文中图片');
  await page.keyboard.press('Enter');
  const inset = async () => (await stories())[0]?.pictures.at(-1);
  await expect.poll(async () => (await inset()) !== undefined).toBe(true);
  const area = (await inset())?.area;
  if (area === undefined) throw new Error('no picture was set into the story');
  const from = await inArea(area);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y + 30, { steps: 5 });
  await shot('m2-inset-dragged');
  await page.mouse.up();
  await expect.poll(async () => (await inset())?.area.column).toBeLessThan(area.column);
  await page.keyboard.press('ArrowDown');
  await shot('m3-inset-moved');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
  await expect.poll(inset).toBeUndefined();
});

/** The overset mark stands so far, in CSS pixels, from the right end of a block's foot. */
const MARK_INSET_PX = 16;

test('a story that is drawn on from its overset mark goes on in the free space', async () => {
  const { page } = desk;
  const [story] = await stories();
  if (story === undefined) throw new Error('the sample has a story');
  const { area } = story;
  const shorter = { ...area, lines: area.lines - 10 };
  const middle = await inArea(area);
  const foot = await inArea(area, 0.5, 1);
  const wanted = await inArea(shorter, 0.5, 1);
  await page.mouse.click(middle.x, middle.y);
  await page.mouse.move(foot.x, foot.y);
  await page.mouse.down();
  await page.mouse.move(wanted.x, wanted.y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await stories())[0]?.area.lines).toBe(shorter.lines);
  await page.keyboard.press('Control+Alt+y');
  await page
    .locator('.page-layer')
    .getByText(/^\+\d+ 行$/)
    .first()
    .waitFor();
  const mark = await inArea(shorter, 1, 1);
  const free = await inArea({ ...area, line: area.line + shorter.lines, lines: 10 }, 0.3, 0.3);
  await page.mouse.move(mark.x - MARK_INSET_PX, mark.y);
  await page.mouse.down();
  await page.mouse.move(free.x, free.y, { steps: 6 });
  await shot('m6-threading');
  await page.mouse.up();
  const parts = async () =>
    (await stories()).filter(({ article }) => article === story.article).map(({ part }) => part);
  await expect.poll(parts).toEqual([0, 1]);
  await shot('m7-threaded');
  await page.keyboard.press('Control+Alt+y');
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z');
  await expect.poll(parts).toEqual([0]);
});

test('the lines of threads are switched on and off by key', async () => {
  const { page } = desk;
  const pressed = () =>
    page.getByRole('button', { name: '续排线' }).first().getAttribute('aria-pressed');
  expect(await pressed()).toBe('false');
  await page.keyboard.press('Control+Alt+y');
  await expect.poll(pressed).toBe('true');
  await page.keyboard.press('Control+Alt+y');
  await expect.poll(pressed).toBe('false');
});

test('a picture with its words is copied to another page, by menu and by clipboard', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+Shift+n');
  await expect.poll(async () => (await desk.issue()).pages.length).toBe(2);
  await shot('m4-two-pages');
  const pictures = page.getByRole('option');
  await expect.poll(() => pictures.count()).toBe(2);
  await pictures.first().click();
  const block = (await blocksOf()).find(({ kind }) => kind === 'picture');
  if (block?.kind !== 'picture') throw new Error('the sample has a picture');
  const before = (await blocksOf(1)).length;
  const at = await inArea(block.area, 0.5, 0.4);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('Control+c');
  await page.locator('.page-root').focus();
  await page.keyboard.press('Shift+PageDown');
  await expect.poll(() => pictures.nth(1).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await blocksOf(1)).length).toBe(before + 1);
  await shot('m5-pasted');
  const copy = (await blocksOf(1)).at(-1);
  if (copy?.kind !== 'picture') throw new Error('a picture was pasted');
  expect(copy.area).toEqual(block.area);
  const { pictures: all } = await desk.issue();
  expect(copy.picture).not.toBe(block.picture);
  expect(all[copy.picture]?.caption).toBe(all[block.picture]?.caption);
  expect(all[copy.picture]?.credit).toBe(all[block.picture]?.credit);
});

test('the window complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
