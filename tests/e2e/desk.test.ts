import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { storyText } from '#engine/model/story-text.ts';
import { composedPage, type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

beforeEach(async () => {
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Escape');
});

/** Waits until what lies on the disk is as wanted; an edit must be there within a second. */
async function onDisk(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const until = performance.now() + 3000;
  while (performance.now() < until) {
    if (JSON.stringify(await read()) === JSON.stringify(wanted)) return;
    await pause(50);
  }
  expect(await read()).toEqual(wanted);
}

const leadText = async () => {
  const lead = (await desk.issue()).articles.lead;
  return lead && storyText(lead.story);
};

test('the sample page is painted, and the window complains of nothing', async () => {
  const share = await desk.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.page-canvas');
    const surface = canvas?.getContext('2d');
    if (!canvas || !surface) throw new Error('no canvas');
    const { data } = surface.getImageData(0, 0, canvas.width, canvas.height);
    let [paper, dark] = [0, 0];
    for (let index = 0; index < data.length; index += 4) {
      if (data[index + 3] === 0) continue;
      paper += 1;
      dark += 1 - (data[index + 1] ?? 255) / 255;
    }
    return dark / paper;
  });
  // Measured 0.14; without the photograph 0.1, without body type half of that.
  expect(share).toBeGreaterThan(0.11);
  expect(share).toBeLessThan(0.3);
  expect(await desk.page.evaluate(() => document.fonts.size)).toBeGreaterThan(3);
  expect(desk.complaints).toEqual([]);
});

test('the screen has Chinese letters of its own, for a system that has none', async () => {
  const loaded = await desk.page.evaluate(async () => {
    const asked = ['400 13px "Banxin Screen"', '700 13px "Banxin Screen"'];
    const faces = await Promise.all(asked.map((face) => document.fonts.load(face, '版')));
    return faces.flat().map(({ family, weight, status }) => `${family} ${weight} ${status}`);
  });
  expect(loaded).toEqual(['Banxin Screen 100 500 loaded', 'Banxin Screen 600 900 loaded']);
});

test('a click sets the caret, and what is typed stands there on page and disk', async () => {
  const before = await leadText();
  const at = { text: 'article:lead/story:0', offset: 30, edge: 'leading' } as const;
  const { x, y } = await desk.placeOf(at);
  await desk.page.mouse.dblclick(x, y);
  await desk.page.keyboard.press('Home');
  await desk.page.keyboard.press('End');
  const round = Number(await desk.page.locator('.page-canvas').getAttribute('data-round'));
  await desk.page.keyboard.insertText('荷塘');
  await expect
    .poll(async () => Number(await desk.page.locator('.page-canvas').getAttribute('data-round')))
    .toBeGreaterThan(round);
  await expect.poll(leadText).toContain('荷塘');
  const after = (await leadText()) ?? '';
  expect(after.length).toBe((before ?? '').length + 2);
  await desk.page.keyboard.press('Control+z');
  await onDisk(leadText, before);
});

test('a word of the input method is one step to undo, its pinyin stays away', async () => {
  const { cdp } = desk;
  const headline = async () => (await desk.issue()).articles.lead?.headline;
  const before = await headline();
  const { x, y } = await desk.placeOf({
    text: 'article:lead/headline',
    offset: 2,
    edge: 'leading',
  });
  await desk.page.mouse.dblclick(x, y);
  await desk.page.keyboard.press('End');
  for (const pinyin of ['yuan', 'yuanqu']) {
    await cdp.send('Input.imeSetComposition', {
      text: pinyin,
      selectionStart: pinyin.length,
      selectionEnd: pinyin.length,
    });
    // Slower than the pause after which typing becomes a step of its own.
    await pause(700);
  }
  await cdp.send('Input.insertText', { text: '园区' });
  await onDisk(headline, `${before}园区`);
  await pause(200);
  await desk.page.keyboard.press('Control+z');
  await onDisk(headline, before);
  await desk.page.keyboard.press('Control+Shift+z');
  await onDisk(headline, `${before}园区`);
  await desk.page.keyboard.press('Control+z');
  await onDisk(headline, before);
});

test('arrow keys go down the columns, and Escape chooses the block', async () => {
  const { x, y } = await desk.placeOf({ text: 'article:lead/story:1', offset: 0, edge: 'leading' });
  await desk.page.mouse.dblclick(x + 3, y);
  for (let line = 0; line < 60; line++) await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.insertText('此');
  const length = composedPage(await desk.issue()).list.items.length;
  expect(length).toBeGreaterThan(0);
  await expect.poll(leadText).toContain('此');
  await desk.page.keyboard.press('Control+z');
  await desk.page.keyboard.press('Escape');
  await expect.poll(() => desk.page.locator('.make-up-said').innerText()).toContain('已选稿件');
});

test('a block is dragged by whole lines, and the disk hears of it when it is let go', async () => {
  const area = async () =>
    (await desk.issue()).pages[0]?.blocks.find(({ id }) => id === 'workshop')?.area;
  const before = await area();
  if (before === undefined) throw new Error('the sample has a picture');
  const { originX, originY, cellPt, leadingPt } = {
    originX: 57.76,
    originY: 74.41,
    cellPt: 10,
    leadingPt: 12.5,
  };
  const middle = {
    x: originX + (before.column + before.columns / 2) * cellPt,
    y: originY + (before.line + before.lines / 2) * leadingPt,
  };
  const from = await desk.windowPlace(middle);
  const to = await desk.windowPlace({ x: middle.x, y: middle.y + 3 * leadingPt });
  await desk.page.mouse.move(from.x, from.y);
  await desk.page.mouse.down();
  await desk.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await desk.page.mouse.move(to.x, to.y, { steps: 4 });
  await expect
    .poll(() => desk.page.locator('.page-canvas').getAttribute('data-preview'))
    .toBe('true');
  expect(await area()).toEqual(before);
  await desk.page.mouse.up();
  // An edge may be drawn to a neighbour's: whole lines, but not always three.
  await expect.poll(async () => (await area())?.line).toBeGreaterThan(before.line);
  const dragged = (await area()) ?? before;
  expect(Number.isInteger(dragged.line)).toBe(true);
  await desk.page.keyboard.press('ArrowUp');
  await onDisk(area, { ...dragged, line: dragged.line - 1 });
  await desk.page.keyboard.press('Control+z');
  await desk.page.keyboard.press('Control+z');
  await onDisk(area, before);
});

test('the palette finds a command by pinyin initials', async () => {
  await desk.page.keyboard.press('Control+k');
  await desk.page.keyboard.type('cp');
  const found = desk.page.getByRole('dialog').getByRole('option');
  await expect.poll(() => found.allInnerTexts()).toContainEqual(expect.stringContaining('出片'));
  await desk.page.keyboard.press('Escape');
});
