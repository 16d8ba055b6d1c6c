import type { Figure } from '#build/bench/figure.ts';
import { orderFor } from '#build/bench/press/ad-files/all-ads.ts';
import { spoilt } from '#build/bench/press/bad-pages/all-bad-pages.ts';
import type { BadPage } from '#build/bench/press/bad-pages/bad-page.ts';
import type { PressedSample } from '#build/bench/press/pressed-sample.ts';
import { readAd } from '#engine/placed-ads/read-ad.ts';
import { readBack } from '#engine/read-back/read-back.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import { STRANGE_PAGES } from './all-strangers.ts';
import { GOOD_VARIATIONS } from './good-variations.ts';
import { REWRITINGS, rewritten } from './rewritten-pages.ts';
import { SECOND_ADS } from './second-ads.ts';
import { SECOND_PAGES } from './second-pages.ts';
import { type AdOutcome, STRANGERS_ADS, type StrangersAd } from './strangers-ads.ts';

type GoodPages = Readonly<Record<'x4' | 'x1a', PressedSample>>;

/** What was found on one page. */
export interface BlindReading {
  readonly name: string;
  /** Severity and rule of each finding. */
  readonly told: readonly string[];
  readonly isRight: boolean;
}

/** Reads a spoilt page; it is right when the page is stopped, or told of where it only warns. */
export function readStrangePage(good: GoodPages, page: BadPage): BlindReading {
  const { demands, pdf } = good[page.standard];
  const { findings } = readBack(spoilt(pdf, page), demands);
  const isRight = findings.some(
    ({ severity }) => severity === 'blocks press' || page.severity === 'warns',
  );
  return { name: page.name, told: findings.map(toldOf), isRight };
}

/** Reads a page that differs from ours and is good. */
export function readGoodVariation({ x4 }: GoodPages, page: BadPage): BlindReading {
  const { findings } = readBack(spoilt(x4.pdf, page), x4.demands);
  return { name: page.name, told: findings.map(toldOf), isRight: findings.length === 0 };
}

function toldOf({ severity, values }: ReturnType<typeof readBack>['findings'][number]): string {
  return `${severity}: ${values.rule}`;
}

/** Reads the page as other programs write it, as far as they are at hand. */
function readRewrittenPages({ x4 }: GoodPages, isGood: boolean): readonly BlindReading[] {
  return REWRITINGS.filter((step) => step.isGood === isGood).flatMap((step) => {
    const bytes = rewritten(x4.pdf, step);
    if (bytes === undefined) return [];
    const { findings } = readBack(bytes, x4.demands);
    const isStopped = findings.some(({ severity }) => severity === 'blocks press');
    const isRight = isGood ? findings.length === 0 : isStopped;
    return [{ name: step.name, told: findings.map(toldOf), isRight }];
  });
}

/** What became of an ad, with the mends that the reading offers. */
export async function outcomeOfStrangersAd(
  { make }: StrangersAd,
  press: LoadedPressProfile,
): Promise<{ readonly outcome: AdOutcome; readonly told: readonly string[] }> {
  const bytes = make();
  const order = orderFor(press);
  let reading = await readAd(bytes, order);
  const told = reading.findings.map(({ code, severity }) => `${severity}: ${code}`);
  if (reading.light !== 'red') return { outcome: 'right', told };
  const mends = [...reading.mends];
  for (let round = 0; round < 2 && mends.length > 0; round += 1) {
    reading = await readAd(bytes, { ...order, mends });
    if (reading.light !== 'red') return { outcome: 'mended', told };
    mends.push(...reading.mends.filter((mend) => !mends.includes(mend)));
  }
  return { outcome: 'refused', told };
}

/** What the checks make of pages and ads that were written before anybody looked at the checks. */
export async function blindFigures(
  good: GoodPages,
  press: LoadedPressProfile,
): Promise<readonly Figure[]> {
  const read = (pages: readonly BadPage[]) => pages.map((page) => readStrangePage(good, page));
  const variations = [
    ...GOOD_VARIATIONS.map((page) => readGoodVariation(good, page)),
    ...readRewrittenPages(good, true),
  ];
  const round = 'blind round';
  const later = 'second blind round';
  return [
    caughtFigure(round, [...read(STRANGE_PAGES), ...readRewrittenPages(good, false)]),
    {
      name: `${round}, false alarms on good variations`,
      value: variations.filter(({ isRight }) => !isRight).length,
      unit: `of ${variations.length}`,
      target: '0',
      samples: variations.length,
    },
    ...(await outcomeFigures(round, STRANGERS_ADS, press)),
    caughtFigure(later, read(SECOND_PAGES)),
    ...(await outcomeFigures(later, SECOND_ADS, press)),
  ];
}

function caughtFigure(round: string, readings: readonly BlindReading[]): Figure {
  const caught = readings.filter(({ isRight }) => isRight).length;
  return counted(`${round}, spoilt pages caught`, caught, readings.length);
}

async function outcomeFigures(
  round: string,
  ads: readonly StrangersAd[],
  press: LoadedPressProfile,
): Promise<readonly Figure[]> {
  const counts = { right: 0, mended: 0, refused: 0, wrong: 0 };
  for (const ad of ads) {
    const { outcome } = await outcomeOfStrangersAd(ad, press);
    counts[ad.wants.includes(outcome) ? outcome : 'wrong'] += 1;
  }
  return (['right', 'mended', 'refused', 'wrong'] as const).map((outcome) =>
    counted(`${round}, ads ${outcome}`, counts[outcome], ads.length),
  );
}

function counted(name: string, value: number, samples: number): Figure {
  return { name, value, unit: `of ${samples}`, target: undefined, samples };
}
