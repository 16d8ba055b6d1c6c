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
export function readRewrittenPages({ x4 }: GoodPages, isGood: boolean): readonly BlindReading[] {
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
  const spoiltPages = [
    ...STRANGE_PAGES.map((page) => readStrangePage(good, page)),
    ...readRewrittenPages(good, false),
  ];
  const goodPages = [
    ...GOOD_VARIATIONS.map((page) => readGoodVariation(good, page)),
    ...readRewrittenPages(good, true),
  ];
  const counts = { right: 0, mended: 0, refused: 0, wrong: 0 };
  for (const ad of STRANGERS_ADS) {
    const { outcome } = await outcomeOfStrangersAd(ad, press);
    counts[ad.wants.includes(outcome) ? outcome : 'wrong'] += 1;
  }
  const alarms = goodPages.filter(({ isRight }) => !isRight).length;
  const caught = spoiltPages.filter(({ isRight }) => isRight).length;
  return [
    counted('blind round, spoilt pages caught', caught, spoiltPages.length),
    counted('blind round, false alarms on good variations', alarms, goodPages.length),
    ...(['right', 'mended', 'refused', 'wrong'] as const).map((outcome) =>
      counted(`blind round, ads ${outcome}`, counts[outcome], STRANGERS_ADS.length),
    ),
  ];
}

function counted(name: string, value: number, samples: number): Figure {
  return { name, value, unit: `of ${samples}`, target: undefined, samples };
}
