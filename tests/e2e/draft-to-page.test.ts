import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Block } from '#engine/model/issue.ts';
import { unplacedArticles } from '#engine/model/unplaced.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';
import {
  type GridPlace,
  keepPicture,
  makeNewIssue,
  onDisk,
  windowPlaceOf,
} from './editor-hands.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest({ isStartWindow: true });
  await makeNewIssue(desk);
  await desk.page.getByRole('tab', { name: '收稿', exact: true }).click();
}, 90_000);
afterAll(() => desk?.close());

const SEED = readFileSync('tests/fixtures/park-supplement-page.txt');
const lines = () => desk.page.locator('.draft-line');
const dialog = () => desk.page.getByRole('dialog');

async function add(name: string, words: Uint8Array | string): Promise<void> {
  const input = desk.page.locator('.inbox input[type=file]');
  const mimeType = 'application/octet-stream';
  await input.setInputFiles({ name, mimeType, buffer: Buffer.from(words) });
}

async function blocks(): Promise<readonly Block[]> {
  return (await desk.issue()).pages[0]?.blocks ?? [];
}

/** Drags a draft out of the list to a place of the page. */
async function dragToPage(subject: string, place: GridPlace): Promise<void> {
  const root = desk.page.locator('.page-root');
  const box = await root.boundingBox();
  const { x, y } = await windowPlaceOf(desk, place);
  const targetPosition = { x: x - (box?.x ?? 0), y: y - (box?.y ?? 0) };
  await lines().filter({ hasText: subject }).first().dragTo(root, { targetPosition });
}

test('the text of a page becomes the page with one press, and is gone with one undo', async () => {
  await add('整版.txt', SEED);
  await lines().first().dblclick();
  await dialog().locator('.draft-copy').waitFor();
  await dialog().getByRole('button', { name: '采用并上版' }).click();
  await dialog().waitFor({ state: 'detached' });
  const said = desk.page.getByText('已上版 11 篇，合作园区填了 8 格');
  await said.waitFor();
  await onDisk(blocks, (all) => all.some(({ kind }) => kind === 'group'));
  const issue = await desk.issue();
  expect(unplacedArticles(issue)).toEqual([]);
  await desk.page.getByRole('button', { name: '收起提示' }).click();
  await said.waitFor({ state: 'detached' });
  await keepPicture(desk, '30-whole-page');
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+z');
  const written = async () => Object.values((await desk.issue()).articles);
  await onDisk(written, (all) => all.every(({ headline }) => headline === ''));
  await desk.page.keyboard.press('Control+Shift+z');
  await onDisk(written, (all) => all.some(({ headline }) => headline.includes('学史力行')));
}, 60_000);

test('by key a draft goes onto free cells, and nothing makes way for it', async () => {
  const before = (await blocks()).length;
  await add('键盘.txt', '九华经开区党课\n\n本报讯（通讯员 李宁）6月16日，九华经开区上党课。');
  const draft = lines().filter({ hasText: '九华经开区党课' }).first();
  await draft.getByText('字').first().waitFor();
  await draft.click();
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.getByText('版面上没有空处放这篇来稿').waitFor();
  const { x, y } = await windowPlaceOf(desk, [20, 25]);
  await desk.page.mouse.click(x, y);
  await desk.page.keyboard.press('Delete');
  await onDisk(blocks, (all) => all.length === before - 1);
  await draft.click();
  await desk.page.keyboard.press('Control+Enter');
  await draft.getByText('已采用').waitFor();
  const { articles } = await desk.issue();
  const placed = (await blocks()).flatMap((block) =>
    block.kind === 'article' ? [articles[block.article]?.headline] : [],
  );
  expect(placed).toContain('九华经开区党课');
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+z');
  await desk.page.keyboard.press('Control+z');
  await onDisk(blocks, (all) => all.length === before);
}, 60_000);

test('a draft is dragged onto free cells, and is taken', async () => {
  const picture = (await blocks()).find(({ kind }) => kind === 'picture');
  if (picture === undefined) throw new Error('the page has no picture');
  const { column, line, columns, lines: high } = picture.area;
  const middle = [column + columns / 2, line + high / 2] as const;
  const { x, y } = await windowPlaceOf(desk, middle);
  await desk.page.mouse.click(x, y);
  await desk.page.keyboard.press('Delete');
  await onDisk(blocks, (all) => !all.some(({ id }) => id === picture.id));
  await add(
    '简讯.txt',
    '天易中学校园开放\n\n本报讯（通讯员 王墨）6月15日，天易中学向家长开放校园。',
  );
  await lines().filter({ hasText: '天易中学校园开放' }).getByText('字').first().waitFor();
  await dragToPage('天易中学校园开放', [column + 1, line + 1]);
  const taken = async () => {
    const { articles } = await desk.issue();
    const shown = (await blocks()).flatMap((block) =>
      block.kind === 'article' ? [articles[block.article]?.headline] : [],
    );
    return shown.includes('天易中学校园开放');
  };
  await onDisk(taken, (isThere) => isThere);
  const line2 = lines().filter({ hasText: '天易中学校园开放' }).first();
  await line2.getByText('已采用').waitFor();
}, 60_000);

test('a draft that is let go over a story takes its place only when asked to', async () => {
  await add('换稿.txt', '园区夏送清凉\n\n本报讯（通讯员 毛星）6月16日，园区为一线职工送去清凉。');
  await lines().filter({ hasText: '园区夏送清凉' }).getByText('字').first().waitFor();
  await dragToPage('园区夏送清凉', [20, 25]);
  await dialog().getByRole('button', { name: '换稿' }).click();
  const lead = async () => {
    const { articles } = await desk.issue();
    const [first] = (await blocks()).filter((block) => block.kind === 'article');
    return first?.kind === 'article' ? (articles[first.article]?.headline ?? '') : '';
  };
  await onDisk(lead, (headline) => headline === '园区夏送清凉');
  expect(unplacedArticles(await desk.issue())).toHaveLength(1);
}, 60_000);
