import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;

beforeAll(async () => {
  desk = await openDeskUnderTest();
}, 90_000);

afterAll(async () => {
  await desk?.close();
});

const choice = (name: string) =>
  desk.page.getByRole('radio', { name: new RegExp(`^${name}`, 'u') });

test('a page is made a black one in its properties, and the page list says so', async () => {
  await choice('黑白').click();
  await expect.poll(async () => (await desk.issue()).pages[0]?.colours).toBe('black');
  await expect.poll(() => desk.page.locator('.page-colours').innerText()).toBe('黑白');
});

test('the page shows in greys at once, and in colours again when it is undone', async () => {
  const isColoured = () =>
    desk.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.page-root canvas');
      const surface = canvas?.getContext('2d');
      if (!canvas || !surface) throw new Error('no page shows');
      const { data } = surface.getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) return true;
      }
      return false;
    });
  await expect.poll(isColoured).toBe(false);
  await choice('套红').click();
  await expect.poll(isColoured).toBe(true);
  await desk.page.keyboard.press('Control+z');
  await expect.poll(isColoured).toBe(false);
  await desk.page.keyboard.press('Control+z');
  await expect.poll(async () => (await desk.issue()).pages[0]?.colours).toBeUndefined();
  expect(desk.complaints).toEqual([]);
});
