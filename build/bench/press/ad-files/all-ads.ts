import type { AdOrder, AdReading } from '#engine/placed-ads/ad-reading.ts';
import { readAd } from '#engine/placed-ads/read-ad.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import type { AdCase } from './ad-case.ts';
import { DRAWN_ADS } from './drawn-ads.ts';
import { JPEG_ADS } from './jpeg-ads.ts';
import { LETTERED_ADS } from './lettered-ads.ts';
import { MENDED_ADS, RIGHT_ADS } from './placed-ads.ts';
import { RASTER_ADS } from './raster-ads.ts';
import { REFUSED_ADS } from './refused-ads.ts';
import { REPACKED_ADS } from './repacked-ads.ts';

/** Every ad file with what has to become of it. */
export const ALL_ADS: readonly AdCase[] = [
  ...RIGHT_ADS,
  ...LETTERED_ADS,
  ...DRAWN_ADS,
  ...MENDED_ADS,
  ...REFUSED_ADS,
  ...REPACKED_ADS,
  ...JPEG_ADS,
  ...RASTER_ADS,
];

/** How an ad is to be read by the demands of a print shop. */
export function orderFor({ inkTable, profile }: LoadedPressProfile, page = 1): AdOrder {
  const { inkLimitPercent } = profile;
  return { page, mends: [], scale: 1, inkTable, inkLimitPercent, standard: 'x4' };
}

/** What became of an ad, in the words of `AdCase.wants`. */
export async function outcomeOf(ad: AdCase, press: LoadedPressProfile): Promise<string> {
  const bytes = await ad.make();
  const order = orderFor(press, ad.page);
  const first = await readAd(bytes, order);
  const readings = [first];
  if (first.light !== 'red') return told(ad, 'right', readings);
  const mends = [...first.mends];
  for (let round = 0; round < 2 && mends.length > 0; round += 1) {
    const next = await readAd(bytes, { ...order, mends });
    readings.push(next);
    if (next.light !== 'red') return told(ad, 'mended', readings);
    mends.push(...next.mends.filter((mend) => !mends.includes(mend)));
  }
  const held = readings.at(-1)?.findings.filter(({ severity }) => severity === 'blocks press');
  return held?.map(({ code }) => code).join(' ') ?? '';
}

function told({ tells }: AdCase, outcome: string, readings: readonly AdReading[]): string {
  const codes = readings.flatMap(({ findings }) => findings.map(({ code }) => code));
  return tells === undefined || codes.includes(tells) ? outcome : `${outcome}, silent on ${tells}`;
}
