import { describe, expect, it } from 'vitest';
import { adFile } from '#build/bench/press/ad-files/ad-file.ts';
import { ALL_ADS, orderFor, outcomeOf } from '#build/bench/press/ad-files/all-ads.ts';
import { adForPress, readAd } from '#engine/placed-ads/read-ad.ts';
import { adPress } from './press-demands.ts';

describe("an advertiser's file", () => {
  it.each(ALL_ADS.map((ad) => [ad.name, ad] as const))(
    'has its light: %s',
    async (_, ad) => {
      expect(await outcomeOf(ad, await adPress())).toContain(ad.wants);
    },
    20_000,
  );

  it('is measured by its trim, upright and in its own unit', async () => {
    const bytes = adFile({ page: '/TrimBox[20 10 180 90]/Rotate 90/UserUnit 2' });
    const { boxPt } = await readAd(bytes, orderFor(await adPress()));
    expect(boxPt).toEqual({ width: 160, height: 320 });
  });

  it('gives the same parts each time it is made ready', async () => {
    const order = orderFor(await adPress());
    const [one, other] = [await adForPress(adFile(), order), await adForPress(adFile(), order)];
    expect(one).toEqual(other);
    expect(one.ok).toBe(true);
  });

  it('is held back from X-1a when it mixes colours by transparency', async () => {
    const bytes = adFile({
      resources: '/ExtGState<</T<</ca 0.5>>>>',
      contents: ['/T gs 0 0 1 0 k 20 20 100 50 re f'],
    });
    const order = { ...orderFor(await adPress()), standard: 'x1a' as const };
    const made = await adForPress(bytes, order);
    expect(made).toMatchObject({ ok: false, finding: { code: 'ad-transparent-x1a' } });
  });
});
