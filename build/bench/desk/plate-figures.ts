import type { Figure } from '#build/bench/figure.ts';
import type { BenchedDesk } from './desk-browser.ts';
import { dragFigures, zoomFigures } from './frame-figures.ts';
import { placeOnGrid } from './sample-places.ts';
import { keystrokeFigures } from './typing-figures.ts';

const PLATES_KEYS = 'Control+F6';
const POINTER_STEPS = 200;
const STEP_MS = 16;

/** Keystrokes while the page shows as plates. */
export async function plateKeystrokeFigures(desk: BenchedDesk): Promise<readonly Figure[]> {
  await showPlates(desk);
  return keystrokeFigures(desk, 'as plates');
}

/** What the window has to do for each move of the pointer, without the ink readout and with it. */
export async function readoutFigures(desk: BenchedDesk): Promise<readonly Figure[]> {
  const plain = await pointerWork(desk);
  await showPlates(desk);
  const read = await pointerWork(desk);
  const figure = (name: string, value: number): Figure => {
    return { name, value, unit: 'ms', target: undefined, samples: POINTER_STEPS };
  };
  return [
    figure('work for a move of the pointer', plain),
    figure('work for a move of the pointer, with the ink readout', read),
  ];
}

/** Frames of dragging, zooming and pushing while the page shows as plates. */
export async function plateFrameFigures(desk: BenchedDesk): Promise<readonly Figure[]> {
  await showPlates(desk);
  const figures = [...(await dragFigures(desk)), ...(await zoomFigures(desk))];
  return figures.map((figure) => ({ ...figure, name: `${figure.name}, as plates` }));
}

/** On the page, where keys are commands. */
async function showPlates({ page }: BenchedDesk): Promise<void> {
  await page.locator('.page-root').focus();
  await page.keyboard.press(PLATES_KEYS);
  await page.locator('.plate-line').first().waitFor();
  await page.waitForTimeout(1000);
  await page.locator('.page-canvas[aria-busy=false]').waitFor();
}

/** Milliseconds of the window's main thread, for each of many moves over all that a page has. */
async function pointerWork({ page, cdp }: BenchedDesk): Promise<number> {
  await cdp.send('Performance.enable');
  const workMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await workMs();
  for (let step = 0; step < POINTER_STEPS; step++) {
    const at = await placeOnGrid(page, (step * 37) % 99, (step * 53) % 111);
    await page.mouse.move(at.x, at.y);
    await page.waitForTimeout(STEP_MS);
  }
  return ((await workMs()) - before) / POINTER_STEPS;
}
