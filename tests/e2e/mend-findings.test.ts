import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

/** What the partner cells say, as it lies on the disk. */
async function labels(): Promise<readonly string[]> {
  const { adGrids } = await desk.issue();
  const cells = Object.values(adGrids).flatMap((grid) => grid.cells);
  return cells.flatMap((cell) => (cell.kind === 'partner' ? (cell.hotline?.label ?? []) : []));
}

test('the desk says how it mends findings, and undoes it in one step', async () => {
  const { page } = desk;
  await page.getByRole('tab', { name: '问题', exact: true }).first().click();
  await page.getByRole('button', { name: /^自动改正/ }).click();
  const dialog = page.getByRole('dialog', { name: '自动改正' });
  await dialog.waitFor();
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
  expect(await dialog.getByRole('checkbox').count()).toBe(3);
  await dialog.getByRole('button', { name: '改正 1 条' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(labels, { timeout: 10_000 }).not.toContain('招商电话');
  await page.keyboard.press('Control+z');
  await expect.poll(labels, { timeout: 10_000 }).toContain('招商电话');
  expect(desk.complaints).toEqual([]);
}, 60_000);
