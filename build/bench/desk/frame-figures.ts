import type { Figure } from '#build/bench/figure.ts';
import { quantile } from '#build/bench/figure.ts';
import type { BenchedDesk } from './desk-browser.ts';
import { placeOnGrid } from './sample-places.ts';
import { framesSeen, watchFrames } from './watch-paints.ts';

/** The lead stands on the lines 3 to 39, 59 characters wide. */
const LEAD = { middle: 29.5, foot: 39 };
const DRAG_STEPS = 120;
const ZOOM_STEPS = 120;
const STEP_MS = 16;

/** Frames while the foot of the lead is dragged up and down, with the page composed anew. */
export async function dragFigures({ page }: BenchedDesk): Promise<readonly Figure[]> {
  const inLead = await placeOnGrid(page, LEAD.middle, 30);
  await page.mouse.click(inLead.x, inLead.y);
  const foot = await placeOnGrid(page, LEAD.middle, LEAD.foot);
  await page.mouse.move(foot.x, foot.y);
  await page.mouse.down();
  await watchFrames(page);
  for (let step = 0; step < DRAG_STEPS; step++) {
    const lines = 10 * Math.sin((step / DRAG_STEPS) * 4 * Math.PI);
    const at = await placeOnGrid(page, LEAD.middle, LEAD.foot - Math.abs(lines));
    await page.mouse.move(at.x, at.y);
    await page.waitForTimeout(STEP_MS);
  }
  const frames = await framesSeen(page);
  await page.mouse.up();
  return [
    {
      name: 'longest frame while dragging a block edge with live recomposition',
      value: Math.max(...frames),
      unit: 'ms',
      target: '≤ 33 ms',
      samples: frames.length,
    },
    {
      name: 'frame while dragging a block edge, p95',
      value: quantile(frames, 0.95),
      unit: 'ms',
      target: undefined,
      samples: frames.length,
    },
  ];
}

/** Frames while zooming in and out at the pointer, and while the page is pushed about. */
export async function zoomFigures({ page }: BenchedDesk): Promise<readonly Figure[]> {
  const middle = await placeOnGrid(page, 50, 50);
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down('Control');
  await watchFrames(page);
  for (let step = 0; step < ZOOM_STEPS; step++) {
    await page.mouse.wheel(0, step < ZOOM_STEPS / 2 ? -40 : 40);
    await page.waitForTimeout(STEP_MS);
  }
  // The page is painted sharp when the zoom has come to rest.
  await page.waitForTimeout(400);
  const zoomed = await framesSeen(page);
  for (let step = 0; step < 10; step++) await page.mouse.wheel(0, -60);
  await page.keyboard.up('Control');
  await page.waitForTimeout(1000);
  await watchFrames(page);
  for (let step = 0; step < ZOOM_STEPS; step++) {
    await page.mouse.wheel(step % 40 < 20 ? 20 : -20, step % 60 < 30 ? 30 : -30);
    await page.waitForTimeout(STEP_MS);
  }
  const pushed = await framesSeen(page);
  return [frameFigure('zoom frame, p95', zoomed), frameFigure('pan frame, p95', pushed)];
}

function frameFigure(name: string, frames: readonly number[]): Figure {
  const value = quantile(frames, 0.95);
  return { name, value, unit: 'ms', target: '≤ 16 ms', samples: frames.length };
}
