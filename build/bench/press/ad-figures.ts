import { type Figure, median } from '#build/bench/figure.ts';
import { readAd } from '#engine/placed-ads/read-ad.ts';
import { assert } from '#engine/units/assert.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { ALL_ADS, orderFor, outcomeOf } from './ad-files/all-ads.ts';

const PROFILE = 'templates/press-profiles/newsprint-390x540.json';
const FLIPS = 400;

/** What becomes of advertisers' files: placed, mended, refused, or judged wrong. */
export async function adFigures(wholePage: Uint8Array): Promise<readonly Figure[]> {
  const loaded = await loadPressProfile(PROFILE);
  assert(loaded.ok, 'the press profile can be read');
  const press = loaded.value;
  const counts = { right: 0, mended: 0, refused: 0, wrong: 0 };
  for (const ad of ALL_ADS) {
    const outcome = await outcomeOf(ad, press);
    if (!outcome.split(' ').includes(ad.wants)) counts.wrong += 1;
    else if (ad.wants === 'right' || ad.wants === 'mended') counts[ad.wants] += 1;
    else counts.refused += 1;
  }
  const samples = ALL_ADS.length;
  const order = orderFor(press);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    const { light } = await readAd(wholePage, order);
    assert(light !== 'red', 'a page of ours can be placed as an ad');
    times.push(performance.now() - started);
  }
  const count = (name: string, value: number, target?: string): Figure => {
    return { name, value, unit: `of ${samples}`, target, samples };
  };
  return [
    count('ad files placed as they are', counts.right),
    count('ad files placed after mends', counts.mended),
    count('ad files refused with the right reason', counts.refused),
    count('ad files judged wrong', counts.wrong, '0'),
    {
      name: 'a whole page read as an ad',
      value: median(times),
      unit: 'ms',
      target: undefined,
      samples: 5,
    },
    await spoiltFigure(order),
  ];
}

/** Ads with bits flipped where a counter says: the slowest answer; a throw ends the bench. */
async function spoiltFigure(order: ReturnType<typeof orderFor>): Promise<Figure> {
  const right = ALL_ADS.filter(({ wants }) => wants === 'right');
  const files = await Promise.all(right.map(({ make }) => make()));
  let slowest = 0;
  for (let run = 0; run < FLIPS; run += 1) {
    const bytes = Uint8Array.from(files[run % files.length] ?? []);
    for (let flip = 0; flip < 6; flip += 1) {
      const at = (run * 7919 + flip * 104_729) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << ((run + flip) % 8));
    }
    const started = performance.now();
    await readAd(bytes, order);
    slowest = Math.max(slowest, performance.now() - started);
  }
  const name = 'ads with six bits flipped, slowest answer';
  return { name, value: slowest, unit: 'ms', target: '≤ 5000 ms, none throws', samples: FLIPS };
}
