import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
  await desk.page.evaluate(axe.source);
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

/**
 * Not mended yet: a tab names its panel before the kit has given that panel its id; the button with
 * the zoom in percent is named after what it does; the list of the palette is scrolled by its keys.
 */
const KNOWN = [
  'aria-valid-attr-value',
  'label-content-name-mismatch',
  'scrollable-region-focusable',
];

/** What axe finds against WCAG 2.1 A and AA in the window as it stands. */
async function complaints(): Promise<readonly string[]> {
  const found = await desk.page.evaluate(async () => {
    const runner = (window as unknown as { axe: typeof axe }).axe;
    const rules = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };
    const { violations } = await runner.run(document, { runOnly: rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${node.html.slice(0, 120)}`),
    );
  });
  return found.filter((one) => !KNOWN.includes(one.split(' ')[0] ?? ''));
}

const CAPTION = { text: 'picture:workshop/caption', offset: 8, edge: 'leading' } as const;

/** Sixteen pixels square, the least that is taken. */
const SMALL_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGElEQVQokWNQ' +
  'ckkjCTGManAZDSWl4Zo0ADFYzAFsQ4AXAAAAAElFTkSuQmCC';

const PANELS = ['属性', '标题', '凑版', '图片', '合作园区', '小样', '查找', '问题'];

test('every panel of the desk can be used by keyboard and screen reader', async () => {
  for (const name of PANELS) {
    const tab = desk.page.getByRole('tab', { name, exact: true });
    if ((await tab.count()) === 0) continue;
    await tab.first().click();
    expect([name, await complaints()]).toEqual([name, []]);
  }
});

test('the soft proof and the plates can, too', async () => {
  await desk.page.locator('.page-root').focus();
  for (const keys of ['Control+Alt+Shift+Y', 'Shift+F6']) {
    await desk.page.keyboard.press(keys);
    await desk.page.locator('.plate-line').first().waitFor();
    expect([keys, await complaints()]).toEqual([keys, []]);
  }
  await desk.page.keyboard.press('Shift+F6');
});

test('what lies over the page while a picture is cropped or placed can, too', async () => {
  const { page } = desk;
  const { x, y } = await desk.placeOf(CAPTION);
  await page.mouse.dblclick(x, y - 60);
  await page.getByRole('region', { name: '裁切图片' }).waitFor();
  expect(await complaints()).toEqual([]);
  await page.keyboard.press('Enter');
  for (let press = 0; press < 2; press++) await page.keyboard.press('Escape');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+d');
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'image/png',
    buffer: Buffer.from(text, 'base64'),
  });
  await (await chooser).setFiles([file('图.png', SMALL_PICTURE), file('坏.png', 'AAAA')]);
  await page.getByRole('region', { name: '待置入的图片' }).waitFor();
  await page.locator('.remark-note').waitFor();
  expect(await complaints()).toEqual([]);
  await page.keyboard.press('Escape');
});

test('every dialog can, too, and gives the keyboard back', async () => {
  for (const keys of ['Control+k', 'Control+e', 'Control+,', 'Control+/']) {
    await desk.page.keyboard.press(keys);
    await desk.page.getByRole('dialog').waitFor();
    expect([keys, await complaints()]).toEqual([keys, []]);
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});
