import { type Figure, figureLine, median } from '#build/bench/figure.ts';
import { openSampleDesk, PRESS_PROFILE } from '#build/bench/sample-desk.ts';
import { readBack } from '#engine/read-back/read-back.ts';
import { assert } from '#engine/units/assert.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { adFigures } from './ad-figures.ts';
import { BAD_PAGES, spoilt } from './bad-pages/all-bad-pages.ts';
import { blindFigures } from './blind-round/blind-figures.ts';
import { deliveryFigures } from './delivery-figures.ts';
import { fillerFigures } from './filler-figures.ts';
import { livePassFigure } from './live-pass.ts';
import { pictureFigures } from './picture-figures.ts';
import { plateFigures } from './plate-figures.ts';
import { type PressedSample, pressSample, SAMPLE_LOOKS } from './pressed-sample.ts';

/** Measures the checks before and after press and prints each figure. Takes about two minutes. */
async function main(): Promise<void> {
  const sample = { template: 'park-broadsheet', profile: 'newsprint-390x540' };
  const x4 = await pressSample({ ...sample, standard: 'x4' });
  const x1a = await pressSample({ ...sample, standard: 'x1a' });
  const profile = await loadPressProfile(PRESS_PROFILE);
  assert(profile.ok, 'the press profile of the sample can be read');
  const figures = [
    livePassFigure(),
    fullPassFigure(x4),
    ...(await inkFigures(x4)),
    caughtFigure({ x4, x1a }),
    await falseAlarmFigure(),
    ...(await blindFigures({ x4, x1a }, profile.value)),
    ...(await pictureFigures()),
    ...(await adFigures(x4.pdf)),
    ...(await deliveryFigures(x4.pdf)),
    ...fillerFigures(openSampleDesk()),
  ];
  for (const figure of figures) console.log(figureLine(figure));
}

const FULL_PASSES = 7;

/** The first pass counts too: a press job reads its first page back cold. */
function fullPassFigure({ demands, pdf }: PressedSample): Figure {
  const times = Array.from({ length: FULL_PASSES }, () => {
    const started = performance.now();
    readBack(pdf, demands);
    return (performance.now() - started) / 1000;
  });
  const worst = Math.max(...times);
  return {
    name: `finished page read back, ink included, slowest (median ${median(times).toFixed(2)} s)`,
    value: worst,
    unit: 's',
    target: '≤ 1.5 s',
    samples: FULL_PASSES,
  };
}

/** Broadsheet, narrow page and tabloid: other type, other pictures beside it. */
async function inkFigures(broadsheet: PressedSample): Promise<readonly Figure[]> {
  const look = { profile: 'newsprint-390x540', standard: 'x4' } as const;
  const narrow = await pressSample({ ...look, template: 'park-narrow' });
  const tabloid = await pressSample({ ...look, template: 'park-tabloid' });
  return [
    ...plateFigures(broadsheet, 'ink of the sample'),
    ...plateFigures(narrow, 'ink of the narrow page'),
    ...plateFigures(tabloid, 'ink of the tabloid'),
  ];
}

function caughtFigure(good: Readonly<Record<'x4' | 'x1a', PressedSample>>): Figure {
  const caught = BAD_PAGES.filter((bad) => {
    const { demands, pdf } = good[bad.standard];
    const { findings } = readBack(spoilt(pdf, bad), demands);
    return findings.some(
      ({ severity, values }) => values.rule === bad.rule && severity === bad.severity,
    );
  });
  const count = BAD_PAGES.length;
  return {
    name: 'spoilt pages caught by the rule they break',
    value: caught.length,
    unit: `of ${count}`,
    target: `${count} of ${count}`,
    samples: count,
  };
}

async function falseAlarmFigure(): Promise<Figure> {
  let alarms = 0;
  for (const look of SAMPLE_LOOKS) {
    const { demands, pdf } = await pressSample(look);
    alarms += readBack(pdf, demands).findings.length;
  }
  const samples = SAMPLE_LOOKS.length;
  return { name: 'false alarms on good pages', value: alarms, unit: '', target: '0', samples };
}

await main();
