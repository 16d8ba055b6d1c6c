import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { GridArea, Issue } from '#engine/model/issue.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;
let photograph: Buffer;

beforeAll(async () => {
  photograph = await sharp({
    create: { width: 1800, height: 1200, channels: 3, background: { r: 40, g: 110, b: 160 } },
  })
    .composite([{ input: await disc(), left: 300, top: 200 }])
    .jpeg()
    .toBuffer();
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

beforeEach(async () => {
  for (let press = 0; press < 3; press++) await desk.page.keyboard.press('Escape');
});

/** A bright disc, so that what is cropped can be seen on the screenshots. */
function disc(): Promise<Buffer> {
  const svg =
    '<svg width="500" height="500"><circle cx="250" cy="250" r="250" fill="#f2c230"/></svg>';
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const GRID = pageGrid(pageTemplate('park-broadsheet'));

/** The place in the window of a point of an area, by shares of its sides. */
function inArea(area: GridArea, across = 0.5, down = 0.5) {
  const { x, y, width, height } = areaRect(GRID, area);
  return desk.windowPlace({ x: x + across * width, y: y + down * height });
}

async function sampleSlot() {
  const issue = await desk.issue();
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const inset = blocks.flatMap((block) => (block.kind === 'article' ? block.pictures : []));
  const own = blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []));
  const found = own[0] ?? inset[0];
  if (found === undefined) throw new Error('the sample has no picture');
  return found;
}

const pictureOf = (issue: Issue, id: string) => {
  const picture = issue.pictures[id];
  if (picture === undefined) throw new Error(`no picture ${id}`);
  return picture;
};

const shot = async (name: string) => {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  await desk.page.waitForTimeout(400);
  await desk.page.screenshot({ path: `${SHOTS}/${name}.png` });
};

test('a double click crops on the page, and one undo takes the crop back', async () => {
  const { page } = desk;
  const slot = await sampleSlot();
  const read = async () => {
    const { focus, zoom } = pictureOf(await desk.issue(), slot.picture);
    return { focus, zoom };
  };
  const before = await read();
  const middle = await inArea(slot.area, 0.5, 0.4);
  await page.mouse.dblclick(middle.x, middle.y);
  const bar = page.getByRole('region', { name: '裁切图片' });
  await bar.waitFor();
  await page.mouse.move(middle.x, middle.y);
  for (let notch = 0; notch < 3; notch++) await page.mouse.wheel(0, -100);
  await expect.poll(async () => (await read()).zoom).toBeGreaterThan(1.5);
  await shot('1-crop-closer');
  const closer = await read();
  const grip = await inArea(slot.area, 0.3, 0.2);
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x - 20, grip.y - 12, { steps: 4 });
  await shot('2-crop-dragging');
  await page.mouse.up();
  await expect.poll(async () => (await read()).focus.x).toBeGreaterThan(closer.focus.x);
  expect((await read()).focus.y).toBeGreaterThan(closer.focus.y);
  expect((await read()).zoom).toBe(closer.zoom);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('+');
  await expect.poll(async () => (await read()).zoom).toBeGreaterThan(closer.zoom);
  await page.keyboard.press('Enter');
  await bar.waitFor({ state: 'detached' });
  await shot('3-cropped');
  await page.keyboard.press('Control+z');
  await expect.poll(read).toEqual(before);
});

test('Escape leaves the crop as it is, and its block stays chosen', async () => {
  const { page } = desk;
  const slot = await sampleSlot();
  const at = await inArea(slot.area, 0.3, 0.3);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('Shift+Enter');
  const bar = page.getByRole('region', { name: '裁切图片' });
  await bar.waitFor();
  await page.keyboard.press('+');
  const zoom = async () => pictureOf(await desk.issue(), slot.picture).zoom;
  await expect.poll(zoom).toBe(1.05);
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  expect(await zoom()).toBe(1.05);
  await page.keyboard.press('Control+Alt+Shift+E');
  await expect.poll(async () => pictureOf(await desk.issue(), slot.picture).whole).toBe(true);
  await shot('4-whole');
  await page.keyboard.press('Control+Alt+Shift+C');
  await expect.poll(async () => pictureOf(await desk.issue(), slot.picture).whole).toBe(false);
  await expect.poll(zoom).toBe(1);
});

/** Drags files in from outside the window and lets go of them. */
async function dropFiles(at: { x: number; y: number }, files: readonly DroppedFile[]) {
  const { page } = desk;
  const list = files.map(({ name, bytes }) => ({ name, text: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((wanted) => {
    const made = new DataTransfer();
    for (const { name, text } of wanted) {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      made.items.add(new File([bytes], name));
    }
    return made;
  }, list);
  const place = { clientX: at.x, clientY: at.y };
  const root = page.locator('.page-root');
  await root.dispatchEvent('dragover', { dataTransfer: transfer, ...place });
  await shot('5-dragged-over');
  await root.dispatchEvent('drop', { dataTransfer: transfer, ...place });
}

interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

test('a file dropped on a story is set into it, with its caption below', async () => {
  const issue = await desk.issue();
  const block = issue.pages[0]?.blocks.find(
    (one) =>
      one.kind === 'article' &&
      one.part === 0 &&
      one.pictures.length === 0 &&
      one.area.columns > 20,
  );
  if (block?.kind !== 'article') throw new Error('no story to drop on');
  await dropFiles(await inArea(block.area, 0.5, 0.6), [{ name: '车间.jpg', bytes: photograph }]);
  const insets = async () => {
    const found = (await desk.issue()).pages[0]?.blocks.find(({ id }) => id === block.id);
    return found?.kind === 'article' ? found.pictures : [];
  };
  await expect.poll(async () => (await insets()).length).toBe(1);
  const [inset] = await insets();
  expect(inset?.captionLines).toBeGreaterThan(0);
  expect(pictureOf(await desk.issue(), inset?.picture ?? '').widthPx).toBe(1800);
  await shot('6-dropped-on-story');
  await desk.page.keyboard.press('Control+z');
  await expect.poll(async () => (await insets()).length).toBe(0);
});

test('a file that cannot be printed is refused with what to do about it', async () => {
  const slot = await sampleSlot();
  const before = pictureOf(await desk.issue(), slot.picture).asset;
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1heic')]);
  await dropFiles(await inArea(slot.area), [
    { name: '厂房.heic', bytes: heic },
    { name: '图表.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    { name: '半张.jpg', bytes: photograph.subarray(0, 900) },
  ]);
  const note = desk.page.locator('.remark-note');
  await note.waitFor();
  const said = await note.innerText();
  expect(said).toContain('HEIC');
  expect(said).toContain('SVG');
  expect(said).toContain('半张.jpg');
  await shot('7-refused');
  expect(pictureOf(await desk.issue(), slot.picture).asset).toBe(before);
  await note.getByRole('button').click();
  await note.waitFor({ state: 'detached' });
});

test('Ctrl+D loads the pointer, and a drag draws the place of the photograph', async () => {
  const { page } = desk;
  const count = async () => (await desk.issue()).pages[0]?.blocks.length ?? 0;
  const before = await count();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+d');
  await (await chooser).setFiles([
    { name: '一.jpg', mimeType: 'image/jpeg', buffer: photograph },
    { name: '二.jpg', mimeType: 'image/jpeg', buffer: photograph },
  ]);
  await page.getByRole('region', { name: '待置入的图片' }).waitFor();
  const from = await desk.windowPlace({ x: GRID.originX + 200, y: GRID.originY + 300 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 120, from.y + 90, { steps: 4 });
  await shot('8-drawing-a-place');
  await page.mouse.up();
  await shot('9-placed');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('region', { name: '待置入的图片' }).count()).toBe(0);
  const placed = async () =>
    Object.values((await desk.issue()).pictures).filter(({ widthPx }) => widthPx === 1800);
  await expect.poll(async () => (await placed()).length).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(count).toBe(before);
});

test('a photograph on the pointer fills the chosen slot by Enter, and its words stay', async () => {
  const { page } = desk;
  const slot = await sampleSlot();
  const picture = async () => pictureOf(await desk.issue(), slot.picture);
  const before = await picture();
  const files = ['一.jpg', '二.jpg'].map((name) => {
    return { name, mimeType: 'image/jpeg', buffer: photograph };
  });
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+d');
  await (await chooser).setFiles(files);
  await page.getByRole('region', { name: '待置入的图片' }).waitFor();
  const at = await inArea(slot.area, 0.2, 0.2);
  await page.mouse.click(at.x, at.y);
  await expect.poll(async () => (await picture()).widthPx).toBe(1800);
  expect((await picture()).caption).toBe(before.caption);
  const filled = (await picture()).asset;
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await picture()).asset).toBe(before.asset);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await picture()).asset).toBe(filled);
  await expect.poll(() => page.getByRole('region', { name: '待置入的图片' }).count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await picture()).asset).toBe(before.asset);
});

test('a picture in the clipboard waits at the pointer, and words beside it are words', async () => {
  const { page } = desk;
  const bytes = [...photograph];
  const paste = (words: string) =>
    page.evaluate(
      ({ bytes, words }) => {
        const clipboardData = new DataTransfer();
        const file = new File([new Uint8Array(bytes)], 'image.png', { type: 'image/jpeg' });
        clipboardData.items.add(file);
        if (words !== '') clipboardData.setData('text/plain', words);
        const event = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        });
        return !document.querySelector('.page-root')?.dispatchEvent(event);
      },
      { bytes, words },
    );
  expect(await paste('园区动态')).toBe(false);
  expect(await paste('')).toBe(true);
  const waiting = page.getByRole('region', { name: '待置入的图片' });
  await waiting.getByText('粘贴的图片').waitFor();
  await page.keyboard.press('Escape');
  await waiting.waitFor({ state: 'detached' });
}, 60_000);

test('the window complained of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
