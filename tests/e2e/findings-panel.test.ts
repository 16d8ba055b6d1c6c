import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeComplaints } from './axe-complaints.ts';
import { spoiltSample } from './bad-page.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest({ changed: spoiltSample });
  await desk.page.getByRole('tab', { name: '问题', exact: true }).first().click();
  await desk.page.locator('.finding-place').first().waitFor();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

const cards = () => desk.page.locator('.finding-place');
const press = (key: string) => desk.page.keyboard.press(key);

/** What the finding says that has the keyboard; empty where none has. */
function focused(): Promise<string> {
  return desk.page.evaluate(() => {
    const card = document.activeElement;
    return card?.classList.contains('finding-place') === true ? (card.textContent ?? '') : '';
  });
}

/** Goes down from the first finding to the one that says these words. */
async function goTo(words: string): Promise<void> {
  await cards().first().focus();
  for (let steps = await cards().count(); steps > 0; steps -= 1) {
    if ((await focused()).includes(words)) return;
    await press('ArrowDown');
  }
  throw new Error(`no finding says ${words}`);
}

test('arrow keys go from finding to finding, and Enter shows the place and stays', async () => {
  await goTo('深浅只差 33%');
  await press('Enter');
  await expect.poll(focused).toContain('深浅只差 33%');
  await expect.poll(() => desk.page.locator('.finding.chosen').innerText()).toContain('底纹');
  expect(await axeComplaints(desk.page)).toEqual([]);
}, 60_000);

test('Ctrl+Enter mends, the next finding has the keyboard, one undo goes back', async () => {
  const tints = async () => {
    const [page] = (await desk.issue()).pages;
    return page?.blocks.filter(({ tint }) => tint !== undefined).length;
  };
  expect(await tints()).toBe(2);
  await goTo('深浅只差 33%');
  await press('Control+Enter');
  await expect.poll(tints, { timeout: 10_000 }).toBe(1);
  await expect.poll(focused, { timeout: 10_000 }).toContain('深浅只差 34%');
  await press('Control+z');
  await expect.poll(tints, { timeout: 10_000 }).toBe(2);
}, 60_000);

test('Alt+Enter answers for a finding, Shift+Enter opens what it is put right with', async () => {
  const { page } = desk;
  await goTo('责编栏里没有写');
  await press('Alt+Enter');
  await page.locator('.finding.chosen').getByLabel('理由').waitFor();
  await goTo('没有区号');
  await press('Shift+Enter');
  await expect.poll(() => page.locator('.partners').innerText()).toContain('区号');
}, 60_000);

test('proofreading leaves the hotlines to the findings, and leads there', async () => {
  const { page } = desk;
  await page.getByRole('tab', { name: '校对', exact: true }).first().click();
  const elsewhere = page.locator('.proof-elsewhere');
  await expect.poll(() => elsewhere.innerText(), { timeout: 20_000 }).toMatch(/热线.*另有 \d 处/u);
  expect(await page.locator('.proof-marks').allInnerTexts()).not.toContain('招商电话');
  await elsewhere.click();
  await cards().first().waitFor();
  expect(desk.complaints).toEqual([]);
}, 60_000);
