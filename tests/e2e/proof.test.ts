import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyText } from '#engine/model/story-text.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

const PHRASE = '“我为群众排忧解难”';
let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
  await desk.page.getByRole('button', { name: /^差错率/ }).waitFor();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

async function eventually<Value>(read: () => Promise<Value>, wanted: Value): Promise<void> {
  const until = performance.now() + 4000;
  while (performance.now() < until) {
    if (JSON.stringify(await read()) === JSON.stringify(wanted)) return;
    await pause(50);
  }
  expect(await read()).toEqual(wanted);
}

const card = (words: string) => desk.page.locator('.proof-mark', { hasText: words });
const phrases = async () => {
  const lead = (await desk.issue()).articles.lead;
  return (lead === undefined ? '' : storyText(lead.story)).split(PHRASE).length - 1;
};

test('a count in the status line opens the panel, and the page shows the place', async () => {
  await desk.page.getByRole('button', { name: /^存疑 \d/ }).click();
  await desk.page.locator('.proof-mark.chosen').waitFor();
  expect(await desk.page.locator('[data-severity=doubtful] .proof-mark.chosen').count()).toBe(1);
});

test('F8 goes on to the next finding, Shift+F8 back', async () => {
  const chosen = () => desk.page.locator('.proof-mark.chosen .proof-words').textContent();
  const first = await chosen();
  await desk.page.keyboard.press('F8');
  await eventually(async () => (await chosen()) === first, false);
  await desk.page.keyboard.press('Shift+F8');
  await eventually(chosen, first);
});

test('the repeated phrase is taken out by one press and comes back by one undo', async () => {
  expect(await phrases()).toBe(2);
  await card('列举重复').getByRole('button', { name: '删去' }).click();
  await eventually(phrases, 1);
  await eventually(() => card('列举重复').count(), 0);
  await desk.page.keyboard.press('Control+z');
  await eventually(phrases, 2);
  await eventually(() => card('列举重复').count(), 1);
});

test('what is let stand is kept with name, reason and time, and can be restored', async () => {
  const counted = card('数目与列举不符');
  await counted.getByRole('button', { name: '忽略…' }).click();
  await counted.getByLabel('理由').fill('原文如此');
  await counted.getByLabel('经手人').fill('夜班校对');
  await counted.getByRole('button', { name: '忽略', exact: true }).click();
  const kept = async () =>
    Object.values((await desk.issue()).dismissals).map(({ rule, words, reason, by }) => [
      rule,
      words,
      reason,
      by,
    ]);
  await eventually(kept, [['list-count', '四为一帮', '原文如此', '夜班校对']]);
  await eventually(() => desk.page.locator('[data-severity=wrong] .proof-mark').count(), 1);
  await card('夜班校对').getByRole('button', { name: '恢复' }).click();
  await eventually(kept, []);
  expect(desk.complaints).toEqual([]);
});
