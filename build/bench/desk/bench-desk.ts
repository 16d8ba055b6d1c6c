import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figure } from '#build/bench/figure.ts';
import { figureLine } from '#build/bench/figure.ts';
import { writeIssueOf } from '#build/bench/many-pages.ts';
import { openSampleDesk, SAMPLE_FOLDER } from '#build/bench/sample-desk.ts';
import { openBenchedDesk } from './desk-browser.ts';
import { dragFigures, zoomFigures } from './frame-figures.ts';
import { plateFrameFigures, plateKeystrokeFigures, readoutFigures } from './plate-figures.ts';
import { keystrokeFigures, memoryFigures } from './typing-figures.ts';

/** Measures the desk in Chromium on the sample page and prints each figure. Takes some minutes. */
async function main(): Promise<void> {
  for (const figure of await startFigures()) print(figure);
  await onDesk(SAMPLE_FOLDER, false, (desk) => keystrokeFigures(desk, 'the sample page'));
  await onDesk(SAMPLE_FOLDER, true, dragFigures);
  await onDesk(SAMPLE_FOLDER, true, zoomFigures);
  await onDesk(SAMPLE_FOLDER, false, plateKeystrokeFigures);
  await onDesk(SAMPLE_FOLDER, false, readoutFigures);
  await onDesk(SAMPLE_FOLDER, true, plateFrameFigures);
  await onDesk(SAMPLE_FOLDER, false, memoryFigures);
  await sixteenPages();
}

type Desk = Awaited<ReturnType<typeof openBenchedDesk>>;

async function onDesk(
  folder: string,
  unlimitedFrames: boolean,
  measure: (desk: Desk) => Promise<readonly Figure[]>,
): Promise<void> {
  const desk = await openBenchedDesk(folder, { unlimitedFrames });
  try {
    for (const figure of await measure(desk)) print(figure);
  } finally {
    await desk.close();
  }
}

/** The first start fills the caches of fonts; the second is what an editor meets. */
async function startFigures(): Promise<readonly Figure[]> {
  const starts: number[] = [];
  for (let run = 0; run < 4; run++) {
    const desk = await openBenchedDesk(SAMPLE_FOLDER, { unlimitedFrames: false });
    starts.push(desk.startMs);
    await desk.close();
  }
  const [first = Number.NaN, ...later] = starts;
  const name = 'npm start to a page that can be edited (loopback)';
  return [
    { name: `${name}, first time`, value: first, unit: 'ms', target: undefined, samples: 1 },
    { name, value: Math.max(...later), unit: 'ms', target: '≤ 2500 ms', samples: later.length },
  ];
}

async function sixteenPages(): Promise<void> {
  const folder = await writeIssueOf(openSampleDesk().issue, 16);
  await onDesk(folder, false, async (desk) => [
    {
      name: '16-page issue: opening',
      value: desk.openMs,
      unit: 'ms',
      target: '≤ 1500 ms',
      samples: 1,
    },
    ...(await keystrokeFigures(desk, 'a 16-page issue')),
  ]);
  await rm(join(folder, '..'), { recursive: true, force: true });
}

function print(figure: Figure): void {
  console.log(figureLine(figure));
}

await main();
