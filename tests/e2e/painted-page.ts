import type { Page } from 'playwright-core';
import type { InkMask } from './ink-masks.ts';
import { maskOf } from './press-rasters.ts';

/** The page as our painter has it on the canvas of the desk, all of it in view. */
export async function paintedPage(page: Page): Promise<InkMask> {
  // The page's own pixels are opaque; the desk around it and the shadow let the ground through.
  const png = await page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.page-canvas');
    const surface = canvas?.getContext('2d');
    if (!canvas || !surface) throw new Error('no page shows');
    const { width, height } = canvas;
    const { data } = surface.getImageData(0, 0, width, height);
    const isPage = (x: number, y: number) => data[(y * width + x) * 4 + 3] === 255;
    const middle = { x: Math.floor(width / 2), y: Math.floor(height / 2) };
    let [left, top, right, bottom] = [middle.x, middle.y, middle.x, middle.y];
    while (left > 0 && isPage(left - 1, middle.y)) left -= 1;
    while (right < width && isPage(right, middle.y)) right += 1;
    while (top > 0 && isPage(middle.x, top - 1)) top -= 1;
    while (bottom < height && isPage(middle.x, bottom)) bottom += 1;
    if (left === 0 || top === 0 || right === width || bottom === height) {
      throw new Error('the page is larger than its window');
    }
    const cut = new OffscreenCanvas(right - left, bottom - top);
    cut.getContext('2d')?.drawImage(canvas, -left, -top);
    const bytes = new Uint8Array(await (await cut.convertToBlob()).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  return maskOf(Buffer.from(png, 'base64'));
}
