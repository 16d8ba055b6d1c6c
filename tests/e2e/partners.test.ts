import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { AdGridBlock } from '#engine/model/issue.ts';
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

async function gridBlock(): Promise<AdGridBlock> {
  const found = (await desk.issue()).pages[0]?.blocks.find(({ kind }) => kind === 'adGrid');
  if (found?.kind !== 'adGrid') throw new Error('the sample has no partner grid');
  return found;
}

async function partners() {
  const { adGrid } = await gridBlock();
  const grid = (await desk.issue()).adGrids[adGrid];
  if (grid === undefined) throw new Error('the sample has no partner grid');
  return grid;
}

const names = async () =>
  (await partners()).cells.map((cell) => (cell.kind === 'partner' ? cell.name : cell.kind));

/** The middle of a cell of the sample's two rows of four. */
async function cellPlace(cell: number) {
  const { area } = await gridBlock();
  const { x, y, width, height } = areaRect(GRID, area);
  const [across, down] = [((cell % 4) + 0.5) / 4, (Math.floor(cell / 4) + 0.85) / 2];
  return desk.windowPlace({ x: x + across * width, y: y + down * height });
}

/** A first click chooses the grid, a second one the cell. */
async function chooseCell(cell: number) {
  const { x, y } = await cellPlace(cell);
  await desk.page.mouse.click(x, y);
  await desk.page.waitForTimeout(600);
  await desk.page.mouse.click(x, y);
}

const shot = async (name: string) => {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  await desk.page.waitForTimeout(400);
  await desk.page.screenshot({ path: `${SHOTS}/${name}.png` });
};

const panel = () => desk.page.locator('.partners');

test('a cell that is chosen moves by key, and its words go along', async () => {
  const before = await names();
  await chooseCell(1);
  await desk.page.keyboard.press('Alt+ArrowRight');
  await expect.poll(names).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
  await desk.page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);
});

test('a cell is dragged to another place in the panel', async () => {
  const before = await names();
  await chooseCell(1);
  await desk.page.getByRole('tab', { name: '合作园区' }).click();
  const cells = panel().getByRole('row');
  await cells.nth(1).dragTo(cells.nth(5), { targetPosition: { x: 3, y: 12 } });
  await expect.poll(names).not.toEqual(before);
  expect((await names()).toSorted()).toEqual(before.toSorted());
  await shot('p1-dragged');
  await desk.page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);
});

test('a cell is dragged over another on the page, and the two change places', async () => {
  const { page } = desk;
  const before = await names();
  await chooseCell(1);
  const from = await cellPlace(1);
  const to = await cellPlace(6);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await shot('p6-swapping');
  await page.mouse.up();
  const wanted = before.with(1, before[6] ?? '').with(6, before[1] ?? '');
  await expect.poll(names).toEqual(wanted);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);
});

test('the title stands over two rows, and a partner is never merged away', async () => {
  const { page } = desk;
  await chooseCell(0);
  await page.getByRole('tab', { name: '合作园区' }).click();
  const down = panel().getByRole('button', { name: '与下边一格合并' });
  expect(await down.isDisabled()).toBe(true);
  await chooseCell(4);
  await panel().getByRole('button', { name: '清空这一格' }).click();
  await chooseCell(0);
  await down.click();
  await expect
    .poll(async () => (await partners()).merged)
    .toEqual([{ row: 0, column: 0, rows: 2, columns: 1 }]);
  expect(await panel().getByRole('row').count()).toBe(7);
  await shot('p2-merged');
  const { x, y } = await cellPlace(4);
  await page.mouse.click(x, y);
  await shot('p3-merged-chosen');
  await panel().getByRole('button', { name: '拆开合并的格子' }).click();
  await expect.poll(async () => (await partners()).merged).toEqual([]);
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
});

test('a number without its area code and a contract that ends soon are said at once', async () => {
  const { page } = desk;
  await chooseCell(5);
  await page.getByRole('tab', { name: '合作园区' }).click();
  const number = panel().getByRole('textbox', { name: '电话', exact: true });
  await number.fill('58260000');
  await number.press('Enter');
  await panel().getByText('区号').first().waitFor();
  const expires = panel().getByLabel('到期日');
  await expires.fill('2021-06-25');
  await expires.press('Enter');
  await panel().getByText('2021').first().waitFor();
  const ends = async () => {
    const cell = (await partners()).cells[5];
    return cell?.kind === 'partner' ? cell.expires : undefined;
  };
  await expect.poll(ends).toBe('2021-06-25');
  await expires.fill('');
  await expires.press('Enter');
  await expect.poll(ends).toBeUndefined();
  await number.fill('12');
  await number.press('Enter');
  await panel().getByText('“12”只有 2 位数字').waitFor();
  await shot('p4-findings');
});

test('a file dropped on a cell becomes the logo of its partner', async () => {
  const { page } = desk;
  const logo = await sharp({
    create: { width: 240, height: 120, channels: 3, background: '#b3261e' },
  })
    .png()
    .toBuffer();
  const { x, y } = await cellPlace(2);
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer();
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    made.items.add(new File([bytes], '标志.png'));
    return made;
  }, logo.toString('base64'));
  const root = page.locator('.page-root');
  const at = { dataTransfer: transfer, clientX: x, clientY: y };
  await root.dispatchEvent('dragover', at);
  await root.dispatchEvent('drop', at);
  await expect
    .poll(async () => {
      const cell = (await partners()).cells[2];
      return cell?.kind === 'partner' && cell.logo !== undefined;
    })
    .toBe(true);
  await shot('p5-logo');
});

test('the window complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
