import { type Figure, median } from '#build/bench/figure.ts';
import { previewAd } from '#engine/placed-ads/preview-ad.ts';
import { readAd } from '#engine/placed-ads/read-ad.ts';
import { assert } from '#engine/units/assert.ts';
import { type LoadedPressProfile, loadPressProfile } from '#host/press/load-press-profile.ts';
import { ALL_ADS, orderFor, outcomeOf } from './ad-files/all-ads.ts';
import { adPictures, comparePictures } from './ad-pictures.ts';

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
    await previewFigure(wholePage, order),
    ...(await pictureFigures(press)),
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

/** What a whole page costs to show. */
async function previewFigure(
  wholePage: Uint8Array,
  order: ReturnType<typeof orderFor>,
): Promise<Figure> {
  const times: number[] = [];
  let size = '';
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    const preview = await previewAd(wholePage, order);
    assert(preview !== undefined, 'a page of ours can be shown');
    size = `${preview.widthPx} × ${preview.heightPx}`;
    times.push(performance.now() - started);
  }
  const name = `a whole page laid for the screen, ${size} pixels`;
  return { name, value: median(times), unit: 'ms', target: '≤ 5000 ms', samples: 3 };
}

/** How the desk's picture of every ad differs from poppler's picture of the file. */
async function pictureFigures(press: LoadedPressProfile): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const ad of ALL_ADS) {
    if (ad.wants !== 'right' && ad.wants !== 'mended') continue;
    const { ours, theirs } = await adPictures(ad, press);
    const { meanPercent } = comparePictures(ours, theirs);
    const name = `picture beside poppler's, ${ad.name}`;
    figures.push({ name, value: meanPercent, unit: '%', target: undefined, samples: 1 });
  }
  return figures;
}
