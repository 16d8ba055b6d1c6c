import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caretSegment } from '#engine/display/caret-segment.ts';
import type { ArticleBlock, Block, Issue } from '#engine/model/issue.ts';
import { storyText } from '#engine/model/story-text.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { composedPage, type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';
import {
  drag,
  keepPicture,
  makeNewIssue,
  onDisk,
  paste,
  typeByInputMethod,
  windowPlaceOf,
} from './editor-hands.ts';
import { charactersOfList, charactersOfPlate } from './plate-glyphs.ts';

const HEADLINE = '学史力行，把满意写进群众心里';
const CAPTION = '先进制造业是韶山高新区主导产业之一。';
const PARTNER = '湘潭高新区';
/** A page is pressed at positions of a thousandth of a point; the issue asks for half a point. */
const TOLERANCE_PT = 0.5;

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest({ isStartWindow: true });
}, 90_000);
afterAll(() => desk?.close());

test('from an empty template to the plate, as an editor does it in one evening', async () => {
  await makeNewIssue(desk);
  const empty = await desk.issue();
  await typeHeadline();
  await pasteStory();
  await placeFromList();
  await makeShort();
  await threadOn();
  await placePicture();
  await fillPartner();
  await makeRoom();
  await undoAndRedoAll(empty);
  await comparePlate(await press());
  expect(desk.complaints).toEqual([]);
}, 180_000);

async function typeHeadline(): Promise<void> {
  const { x, y } = await desk.placeOf(leading('article:lead/headline'));
  await desk.page.mouse.dblclick(x, y);
  const label = desk.page.locator('.text-device');
  await expect.poll(() => label.getAttribute('aria-label')).toMatch(/^[^:/]*主题$/u);
  const pinyin = ['xue', 'xueshi', 'xueshilixing'] as const;
  await typeByInputMethod(desk, [pinyin, HEADLINE.slice(0, 4)], () =>
    keepPicture(desk, '04-input-method'),
  );
  await typeByInputMethod(desk, [['，'], HEADLINE.slice(4)]);
  const headline = async () => (await desk.issue()).articles.lead?.headline;
  await onDisk(headline, (words) => words === HEADLINE);
}

/** The sample's lead as it comes by mail: blanks, empty lines, half-width marks. */
async function pasteStory(): Promise<void> {
  await desk.page.keyboard.press('Tab');
  const clean = sampleParagraphs();
  const untidy = clean
    .map((words) => `　　${words.replaceAll('，', ',')}  \r\n`)
    .join('\r\n')
    .replace('（', '(')
    .replace('）', ')');
  await paste(desk, untidy);
  const story = async () => storyText((await desk.issue()).articles.lead?.story ?? NO_STORY);
  await onDisk(story, (words) => words === clean.join('\n'));
  await desk.page
    .getByText(/已清理/)
    .first()
    .waitFor();
  await keepPicture(desk, '05-pasted');
}

/** The block is deleted; its article waits in the list and is dragged back to the page. */
async function placeFromList(): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  const blocks = async () => blocksOf(await desk.issue(), 'lead');
  await onDisk(blocks, (found) => found.length === 0);
  await page.getByRole('tab', { name: wordsIn(deskStrings, 'zh-CN').unplaced }).click();
  const line = await page.locator('.matter-line', { hasText: HEADLINE }).boundingBox();
  if (line === null) throw new Error('the article is not in the list');
  const from = { x: line.x + 20, y: line.y + line.height / 2 };
  await drag(desk, [from, await windowPlaceOf(desk, [20, 5])], () =>
    keepPicture(desk, '06-placing'),
  );
  const [placed] = await onDisk(blocks, (found) => found.length === 1);
  expect(placed?.area.lines).toBeGreaterThan(10);
  await keepPicture(desk, '07-placed');
}

/** The lower edge is drawn up until words are left over. */
async function makeShort(): Promise<void> {
  const [block] = blocksOf(await desk.issue(), 'lead');
  if (block === undefined) throw new Error('the lead is on the page');
  await dragFoot(block, block.area.line + Math.round(block.area.lines * 0.6));
  const foot = async () => blocksOf(await desk.issue(), 'lead')[0]?.area.lines;
  await onDisk(foot, (lines) => lines !== undefined && lines < block.area.lines);
  expect(await oversetLines()).toBeGreaterThan(0);
  await keepPicture(desk, '08-overset');
}

async function threadOn(): Promise<void> {
  const [block] = blocksOf(await desk.issue(), 'lead');
  const empty = (await desk.issue()).pages[0]?.blocks.find(({ id }) => id === 'cooperation');
  if (block === undefined || empty === undefined) throw new Error('both blocks are on the page');
  const { column, columns, line, lines } = block.area;
  const corner = await windowPlaceOf(desk, [column + columns, line + lines]);
  const middle: readonly [number, number] = [
    empty.area.column + empty.area.columns / 2,
    empty.area.line + empty.area.lines / 2,
  ];
  // The overset mark stands beside the corner, where the handle is.
  await drag(desk, [{ x: corner.x - 16, y: corner.y }, await windowPlaceOf(desk, middle)], () =>
    keepPicture(desk, '09-threading'),
  );
  const thread = async () => blocksOf(await desk.issue(), 'lead').map(({ id }) => id);
  await onDisk(thread, (ids) => ids.includes('cooperation') && ids.length === 2);
  await keepPicture(desk, '10-threaded');
}

async function placePicture(): Promise<void> {
  const { page } = desk;
  const block = (await desk.issue()).pages[0]?.blocks.find(({ id }) => id === 'workshop');
  if (block === undefined) throw new Error('the template has a picture');
  const { column, columns, line, lines } = block.area;
  const { x, y } = await windowPlaceOf(desk, [column + columns / 2, line + lines / 2]);
  await page.mouse.click(x, y);
  await page.getByRole('tab', { name: wordsIn(deskStrings, 'zh-CN').picture }).click();
  const choosing = page.waitForEvent('filechooser');
  const { place } = wordsIn(pictureStrings, 'zh-CN');
  await page.getByRole('button', { name: place, exact: true }).click();
  await (await choosing).setFiles(samplePicture());
  const picture = async () => (await desk.issue()).pictures.workshop;
  await onDisk(picture, (found) => found?.asset !== undefined);
  const caption = await desk.placeOf(leading('picture:workshop/caption'));
  await page.mouse.dblclick(caption.x, caption.y);
  await page.keyboard.insertText(CAPTION);
  await onDisk(picture, (found) => found?.caption === CAPTION);
  await keepPicture(desk, '11-picture');
}

async function fillPartner(): Promise<void> {
  const text = 'adGrid:partners/cell:1/name';
  const { x, y } = await desk.placeOf(leading(text));
  await desk.page.mouse.dblclick(x, y);
  await desk.page.keyboard.insertText(PARTNER);
  const cell = async () => (await desk.issue()).adGrids.partners?.cells[1];
  await onDisk(cell, (found) => found?.kind === 'partner' && found.name === PARTNER);
  await desk.page.keyboard.press('Escape');
  await keepPicture(desk, '12-partner');
}

/** The lower edge is drawn down again, a line at a time, until nothing is left over. */
async function makeRoom(): Promise<void> {
  for (let step = 0; step < 20 && (await oversetLines()) > 0; step += 1) {
    const [block] = blocksOf(await desk.issue(), 'lead');
    if (block === undefined) throw new Error('the lead is on the page');
    const { column, columns, line } = block.area;
    const { x, y } = await windowPlaceOf(desk, [column + columns / 2, line + 10]);
    await desk.page.mouse.click(x, y);
    const foot = block.area.line + block.area.lines;
    await dragFoot(block, foot + 2);
    const now = async () => blocksOf(await desk.issue(), 'lead')[0]?.area.lines;
    await onDisk(now, (lines) => lines !== block.area.lines);
  }
  expect(await oversetLines()).toBe(0);
  await keepPicture(desk, '13-fits');
}

async function undoAndRedoAll(empty: Issue): Promise<void> {
  const full = await desk.issue();
  const undone = await pressUntilNothing('Control+z', 0);
  await onDisk(desk.issue, (now) => JSON.stringify(now) === JSON.stringify(empty));
  await keepPicture(desk, '14-undone');
  const redone = await pressUntilNothing('Control+Shift+z', 1);
  await onDisk(desk.issue, (now) => JSON.stringify(now) === JSON.stringify(full));
  await keepPicture(desk, '15-redone');
  expect(undone.length).toBeGreaterThan(8);
  expect(redone).toHaveLength(undone.length);
  for (const step of [...undone, ...redone]) expect(step).toMatch(/^(撤销|重做)\p{Script=Han}+$/u);
}

/** Presses the keys as long as the button of the bar names a step; answers the names. */
async function pressUntilNothing(keys: string, place: 0 | 1): Promise<readonly string[]> {
  const { history } = wordsIn(deskStrings, 'zh-CN');
  const button = desk.page.getByRole('toolbar', { name: history }).getByRole('button').nth(place);
  const names: string[] = [];
  await expect.poll(() => button.isEnabled()).toBe(true);
  while ((await button.isEnabled()) && names.length < 100) {
    names.push((await button.getAttribute('aria-label')) ?? '');
    await desk.page.keyboard.press(keys);
    // The bar hears of edits in leisure.
    await desk.page.waitForTimeout(150);
  }
  return names;
}

async function press(): Promise<Uint8Array> {
  const { page } = desk;
  const words = wordsIn(pressStrings, 'zh-CN');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // An unfinished page may be pressed as a proof only.
  const proof = dialog.getByText(words.proof);
  if ((await proof.count()) > 0) await proof.click();
  await keepPicture(desk, '16-press');
  await dialog.getByRole('button', { name: words.start, exact: true }).click();
  await dialog.getByText(words.delivered(1)).waitFor({ timeout: 60_000 });
  await keepPicture(desk, '17-pressed');
  await page.keyboard.press('Escape');
  const [name = ''] = readdirSync(desk.issuesFolder).filter((one) => one.endsWith('.pdf'));
  return readFileSync(join(desk.issuesFolder, name));
}

/** Every typed word stands on the plate where the display list has it, and the caret shows it. */
async function comparePlate(pdf: Uint8Array): Promise<void> {
  const { list } = composedPage(await desk.issue());
  const plate = charactersOfPlate(pdf);
  const typed = [
    ['article:lead/headline', HEADLINE],
    ['picture:workshop/caption', CAPTION],
    ['adGrid:partners/cell:1/name', PARTNER],
    ['article:lead/story', sampleParagraphs().join('').slice(0, 200)],
  ] as const;
  for (const [text, words] of typed) {
    const wanted = charactersOfList(list, text);
    expect(wanted.map(({ character }) => character).join('')).toContain(words);
    const missing = wanted.filter(
      ({ character, x, y }) =>
        !plate.some(
          (one) =>
            one.character === character &&
            Math.abs(one.x - x) <= TOLERANCE_PT &&
            Math.abs(one.y - y) <= TOLERANCE_PT,
        ),
    );
    expect([text, missing]).toEqual([text, []]);
    await compareCaret(text);
  }
}

/** Where the screen has the caret before a text, as its status line reads it from the pointer. */
async function compareCaret(text: string): Promise<void> {
  const { page } = desk;
  const position = leading(text === 'article:lead/story' ? `${text}:0` : text);
  const caret = caretSegment(composedPage(await desk.issue()).list, position);
  if (caret === undefined) throw new Error(`${text} is not on the page`);
  await page.keyboard.press('Control+0');
  const { x, y } = await desk.placeOf(position);
  await page.mouse.dblclick(x + 2, y);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+2');
  await page.waitForTimeout(200);
  const box = await page.locator('.text-place').boundingBox();
  if (box === null) throw new Error('no text has the caret');
  await page.mouse.move(box.x, box.y);
  const said = await page.locator('.status-place').innerText();
  const [xMm = 0, yMm = 0] = (/([\d.]+)，([\d.]+) mm/.exec(said) ?? []).slice(1).map(Number);
  expect(Math.abs((xMm * 72) / 25.4 - caret.x1)).toBeLessThan(TOLERANCE_PT);
  expect(Math.abs((yMm * 72) / 25.4 - caret.y1)).toBeLessThan(TOLERANCE_PT);
  await page.keyboard.press('Control+0');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function dragFoot(block: Block, line: number): Promise<void> {
  const { column, columns } = block.area;
  const foot = block.area.line + block.area.lines;
  const places = [
    await windowPlaceOf(desk, [column + columns / 2, foot]),
    await windowPlaceOf(desk, [column + columns / 2, line]),
  ] as const;
  await drag(desk, places);
}

async function oversetLines(): Promise<number> {
  const fits = Object.values(composedPage(await desk.issue()).fits);
  return fits.reduce((sum, fit) => sum + fit.oversetLines, 0);
}

/** In the order of the thread. */
function blocksOf(issue: Issue, article: string): readonly ArticleBlock[] {
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const own = blocks.flatMap((block) =>
    block.kind === 'article' && block.article === article ? [block] : [],
  );
  return own.sort((a, b) => a.part - b.part);
}

function leading(text: string) {
  return { text, offset: 0, edge: 'leading' } as const;
}

const NO_STORY = { paragraphs: [] };
const SAMPLE = 'templates/samples/park-supplement-2021-06-18.issue';

function sampleParagraphs(): readonly string[] {
  const issue = JSON.parse(readFileSync(join(SAMPLE, 'issue.json'), 'utf8')) as {
    readonly articles: Issue['articles'];
  };
  return storyText(issue.articles.lead?.story ?? NO_STORY).split('\n');
}

function samplePicture(): string {
  const [name = ''] = readdirSync(join(SAMPLE, 'assets'));
  return join(SAMPLE, 'assets', name);
}
