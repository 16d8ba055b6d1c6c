import { setTimeout as pause } from 'node:timers/promises';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ArticleBlock } from '#engine/model/issue.ts';
import { storyText } from '#engine/model/story-text.ts';
import { composedPage, type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

/** Every test leaves the page as it found it. */
afterEach(async () => {
  await desk.page.keyboard.press('Escape');
  for (let step = 0; step < 12; step++) await desk.page.keyboard.press('Control+z');
  await pause(300);
  for (let press = 0; press < 3; press++) await desk.page.keyboard.press('Escape');
});

const panel = (name: string) => desk.page.getByRole('tab', { name, exact: true }).click();
const button = (name: string | RegExp) => desk.page.getByRole('button', { name });
const leadBlock = async () =>
  (await desk.issue()).pages[0]?.blocks.find(({ id }) => id === 'lead') as ArticleBlock;
const leadArticle = async () => (await desk.issue()).articles.lead;
const leadFit = async () => composedPage(await desk.issue()).fits.lead;
const preview = () => desk.page.locator('.page-canvas').getAttribute('data-preview');

async function chooseLead(): Promise<void> {
  const at = { text: 'article:lead/story:2', offset: 3, edge: 'leading' } as const;
  const { x, y } = await desk.placeOf(at);
  await desk.page.mouse.click(x, y);
}

/** Makes the block of the lead lower, so that its text runs over. */
async function shortenLead(by: number): Promise<void> {
  await chooseLead();
  await panel('属性');
  const height = desk.page.getByRole('textbox', { name: '高', exact: true });
  await height.fill(String(Number(await height.inputValue()) - by));
  await height.press('Enter');
  await expect.poll(async () => (await leadFit())?.oversetLines).toBeGreaterThan(0);
}

test('the headline panel counts what is typed on the page, line by line', async () => {
  await chooseLead();
  await panel('标题');
  const counts = desk.page.locator('.headline-count');
  await expect.poll(() => counts.first().innerText()).toContain('6 / 26 字');
  const at = { text: 'article:lead/kicker', offset: 3, edge: 'leading' } as const;
  const { x, y } = await desk.placeOf(at);
  await desk.page.mouse.dblclick(x, y);
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.insertText('荷塘');
  await expect.poll(() => counts.first().innerText()).toContain('8 / 26 字');
  await expect.poll(async () => (await leadArticle())?.kicker).toContain('荷塘');
});

test('words typed into the panel stand in the issue, and Enter breaks the line', async () => {
  await chooseLead();
  await panel('标题');
  const field = desk.page.getByRole('textbox', { name: '主题文字' });
  await field.focus();
  await desk.page.keyboard.press('Control+Home');
  for (let at = 0; at < 5; at++) await desk.page.keyboard.press('ArrowRight');
  await desk.page.keyboard.press('Enter');
  await expect
    .poll(async () => (await leadArticle())?.headline)
    .toBe('学史力行，\n把满意写进群众心里');
  await button('取消手工断行').click();
  await expect.poll(async () => (await leadArticle())?.headline).not.toContain('\n');
});

test('a proposed break shows on the page, and is taken as one step', async () => {
  await chooseLead();
  await panel('标题');
  const before = (await leadArticle())?.headline ?? '';
  const proposal = button(/学史力行，\s*把满意.*字/).first();
  await proposal.hover();
  await expect.poll(preview).toBe('true');
  expect((await leadArticle())?.headline).toBe(before);
  await proposal.click();
  await expect.poll(async () => (await leadArticle())?.headline).toContain('\n');
  await desk.page.mouse.move(5, 5);
  await expect.poll(preview).toBe('false');
  await desk.page.getByRole('button', { name: /撤销标题断行/ }).click();
  await expect.poll(async () => (await leadArticle())?.headline).toBe(before);
});

test('a deck is added, given the room it needs, and left out with its words kept', async () => {
  await chooseLead();
  await panel('标题');
  await button('加副题').click();
  await expect.poll(async () => (await leadBlock()).headline?.deck?.style).toBe('leadDeck');
  await desk.page.getByRole('textbox', { name: '副题文字' }).fill('为群众办实事');
  await expect.poll(async () => (await leadArticle())?.deck).toBe('为群众办实事');
  // Three parts do not go into seven lines: the panel says so, and offers the room.
  const roomy = button(/^改占 \d+ 行$/);
  await roomy.click();
  await expect.poll(async () => (await leadBlock()).headline?.extent).toBeGreaterThan(7);
  await expect.poll(() => roomy.count()).toBe(0);
  await button('不排副题').click();
  await expect.poll(async () => (await leadBlock()).headline?.deck).toBeUndefined();
  expect((await leadArticle())?.deck).toBe('为群众办实事');
  await button('排上副题“为群众办实事”').waitFor();
  await desk.page.getByRole('button', { name: /撤销不排副题/ }).waitFor();
});

test('a headline goes upright beside its story, and finds its columns', async () => {
  await chooseLead();
  await panel('标题');
  await desk.page.getByRole('radio', { name: '右侧：竖题' }).click();
  await expect.poll(async () => (await leadBlock()).headline?.placement).toBe('right');
  const { findings } = composedPage(await desk.issue());
  const headline = findings.filter(
    ({ code, where }) => code.startsWith('headline-') && where.text?.startsWith('article:lead/'),
  );
  expect(headline).toEqual([]);
});

test('headlines change size, room and breaks by keys', async () => {
  await chooseLead();
  await desk.page.keyboard.press('Control+Shift+Period');
  await expect.poll(async () => (await leadBlock()).headline?.headline.sizePt).toBe(50);
  await desk.page.keyboard.press('Control+Alt+Equal');
  await expect.poll(async () => (await leadBlock()).headline?.extent).toBe(8);
  await desk.page.keyboard.press('Control+Alt+j');
  await expect.poll(async () => (await leadArticle())?.headline).toContain('\n');
});

test('the badge opens the fit panel; a lever shows on the page before it is pulled', async () => {
  await shortenLead(2);
  await desk.page.locator('.fit-badge.over').click();
  await desk.page.locator('.fit-state.over').waitFor();
  const lever = desk.page.locator('.fit-lever', { hasText: '段紧排一行' }).first();
  await lever.waitFor();
  const before = (await leadFit())?.oversetLines ?? 0;
  await lever.hover();
  await expect.poll(preview).toBe('true');
  expect((await leadFit())?.oversetLines).toBe(before);
  await lever.click();
  await expect.poll(async () => (await leadFit())?.oversetLines).toBe(before - 1);
  await desk.page.getByRole('button', { name: /撤销凑版（第 \d+ 段紧排一行）/ }).waitFor();
  await button(/第 \d+ 段恢复原样/).click();
  await expect.poll(async () => (await leadFit())?.oversetLines).toBe(before);
});

test('closing up makes the story fit as one step, and takes no word away', async () => {
  await shortenLead(2);
  const words = storyText((await leadArticle())?.story ?? { paragraphs: [] });
  await panel('凑版');
  await button('凑齐').press('Enter');
  await expect.poll(async () => (await leadFit())?.oversetLines).toBe(0);
  await desk.page.locator('.fit-state.full').waitFor();
  // The button is gone, but the keyboard stays in the panel.
  expect(await desk.page.evaluate(() => document.activeElement?.className)).toBe('fit-panel');
  expect(storyText((await leadArticle())?.story ?? { paragraphs: [] })).toBe(words);
  await desk.page.getByRole('button', { name: /撤销凑齐/ }).click();
  await expect.poll(async () => (await leadFit())?.oversetLines).toBeGreaterThan(0);
});

test('sentences that might go are marked when asked for, and go one by one', async () => {
  await shortenLead(3);
  await panel('凑版');
  const before = storyText((await leadArticle())?.story ?? { paragraphs: [] });
  await desk.page.getByText('在版面上标出可删的句子').click();
  const cut = desk.page.locator('.fit-cut').first();
  const sentence = await cut.locator('.fit-cut-words').innerText();
  await pause(1200);
  expect(storyText((await leadArticle())?.story ?? { paragraphs: [] })).toBe(before);
  await cut.getByRole('button').click();
  await expect
    .poll(async () => storyText((await leadArticle())?.story ?? { paragraphs: [] }))
    .not.toContain(sentence);
  await desk.page.getByRole('button', { name: /撤销删句/ }).waitFor();
});

test('with nothing chosen the panel lists what is off, and goes there', async () => {
  await shortenLead(2);
  await desk.page.getByRole('tab', { name: '凑版', exact: true }).click();
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Escape');
  const line = desk.page.locator('.fit-line').first();
  await expect.poll(() => line.innerText()).toMatch(/学史力行\s*\+\d+ 行/);
  await line.press('Enter');
  await desk.page.locator('.fit-state.over').waitFor();
});

test('the galley marks where the text turns overset', async () => {
  await shortenLead(2);
  await panel('小样');
  const fit = await leadFit();
  await expect
    .poll(() => desk.page.locator('.galley-fit-label').innerText())
    .toBe(`+${fit?.oversetLines} 行`);
  expect(await desk.page.locator('.galley-counts').innerText()).toMatch(
    new RegExp(
      `字\\s+\\d+ 行\\s+6 段\\s+\\+${fit?.oversetLines} 行 \\+${fit?.oversetCharacters} 字`,
    ),
  );
});

test('both panels can be used by keyboard and screen reader with a story at hand', async () => {
  await desk.page.evaluate(axe.source);
  await shortenLead(2);
  for (const name of ['标题', '凑版']) {
    await panel(name);
    if (name === '凑版') await desk.page.locator('.fit-plan').waitFor();
    const found = await desk.page.evaluate(async () => {
      const runner = (window as unknown as { axe: typeof axe }).axe;
      const rules = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };
      const { violations } = await runner.run('.side-scroll', { runOnly: rules });
      return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect([name, found]).toEqual([name, []]);
  }
});

test('the window complains of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
