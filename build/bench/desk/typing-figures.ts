import type { Figure } from '#build/bench/figure.ts';
import { quantile } from '#build/bench/figure.ts';
import { assert } from '#engine/units/assert.ts';
import type { BenchedDesk } from './desk-browser.ts';
import { clickIntoLead } from './sample-places.ts';
import { keystrokesSeen, watchKeystrokes } from './watch-paints.ts';

const KEYSTROKES = 200;
/** As fast as a quick typist: ten characters a second. */
const PAUSE_MS = 100;
/** Ten minutes at ten characters a second. */
const LONG_KEYSTROKES = 6000;
const WORDS = '园区企业服务学史力行经济开发区高质量发展';
const MIB = 1024 * 1024;

/** Milliseconds from a keystroke in the lead story to the painted page. */
export async function keystrokeFigures(
  desk: BenchedDesk,
  where: string,
): Promise<readonly Figure[]> {
  await clickIntoLead(desk.page);
  await watchKeystrokes(desk.page);
  await typeWords(desk, 20);
  await keystrokesSeen(desk.page);
  await typeWords(desk, KEYSTROKES);
  const seen = await keystrokesSeen(desk.page);
  assert(
    seen.length > KEYSTROKES / 2,
    `the page showed ${seen.length} of ${KEYSTROKES} keystrokes`,
  );
  const name = `keystroke to painted page, ${where}`;
  const samples = seen.length;
  return [
    { name: `${name}: p50`, value: quantile(seen, 0.5), unit: 'ms', target: '≤ 12 ms', samples },
    { name: `${name}: p95`, value: quantile(seen, 0.95), unit: 'ms', target: '≤ 24 ms', samples },
    { name: `${name}: worst`, value: Math.max(...seen), unit: 'ms', target: undefined, samples },
  ];
}

/** Memory of the window after ten minutes of typing and deleting, replayed without pauses. */
export async function memoryFigures(desk: BenchedDesk): Promise<readonly Figure[]> {
  await clickIntoLead(desk.page);
  await typeAndDelete(desk, 200);
  const before = await heapBytes(desk);
  await typeAndDelete(desk, LONG_KEYSTROKES);
  const after = await heapBytes(desk);
  return [
    {
      name: `memory growth over ${LONG_KEYSTROKES} keystrokes, window and worker`,
      value: (after - before) / MIB,
      unit: 'MiB',
      target: '≤ 30 MB',
      samples: 1,
    },
  ];
}

async function typeWords({ cdp, page }: BenchedDesk, count: number): Promise<void> {
  for (let typed = 0; typed < count; typed++) {
    await cdp.send('Input.insertText', { text: WORDS[typed % WORDS.length] ?? '园' });
    await page.waitForTimeout(PAUSE_MS);
  }
}

/** Twenty characters, then back over them, so that the story stays as long as it was. */
async function typeAndDelete({ cdp, page }: BenchedDesk, count: number): Promise<void> {
  const stretch = WORDS.length;
  for (let typed = 0; typed < count; typed++) {
    const place = typed % (2 * stretch);
    if (place < stretch) await cdp.send('Input.insertText', { text: WORDS[place] ?? '园' });
    else await page.keyboard.press('Backspace');
  }
}

/** Live objects after a collection, of the window and of its workers. */
async function heapBytes({ cdp, page }: BenchedDesk): Promise<number> {
  await page.waitForTimeout(1500);
  await cdp.send('HeapProfiler.collectGarbage');
  const own = await cdp.send('Runtime.getHeapUsage');
  let bytes = own.usedSize + own.backingStorageSize;
  for (const worker of page.workers()) {
    bytes += await worker.evaluate(() => {
      const memory = (performance as { memory?: { usedJSHeapSize: number } }).memory;
      return memory?.usedJSHeapSize ?? 0;
    });
  }
  return bytes;
}
