import { beforeAll, describe, expect, it } from 'vitest';
import { outcomeOfStrangersAd } from '#build/bench/press/blind-round/blind-figures.ts';
import { SECOND_ADS } from '#build/bench/press/blind-round/second-ads.ts';
import { STRANGERS_ADS } from '#build/bench/press/blind-round/strangers-ads.ts';
import { type LoadedPressProfile, loadPressProfile } from '#host/press/load-press-profile.ts';

const PROFILE = 'templates/press-profiles/newsprint-390x540.json';
let press: LoadedPressProfile | undefined;

beforeAll(async () => {
  const loaded = await loadPressProfile(PROFILE);
  if (loaded.ok) press = loaded.value;
});

/** Ads that are judged otherwise than a stranger expected, see decision 0046. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'Illustrator, white that overprints': 'right',
};

describe('an ad by somebody who had not seen how ads are read', () => {
  it.each([...STRANGERS_ADS, ...SECOND_ADS])('$name: $because', async (ad) => {
    if (press === undefined) throw new Error('the press profile cannot be read');
    const { outcome } = await outcomeOfStrangersAd(ad, press);
    const otherwise = OTHERWISE[ad.name];
    if (otherwise === undefined) expect(ad.wants).toContain(outcome);
    else expect(outcome).toBe(otherwise);
  });
});
