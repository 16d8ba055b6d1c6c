import { describe, expect, it } from 'vitest';
import type { AdCase } from '#build/bench/press/ad-files/ad-case.ts';
import { adFile } from '#build/bench/press/ad-files/ad-file.ts';
import { ALL_ADS, orderFor } from '#build/bench/press/ad-files/all-ads.ts';
import {
  adPictures,
  comparePictures,
  popplerPicture,
  shownAsPoppler,
} from '#build/bench/press/ad-pictures.ts';
import { previewAd } from '#engine/placed-ads/preview-ad.ts';
import { adPress } from './press-demands.ts';

/** Edges differ by how they are smoothed, and hardly more. */
const MEAN_PERCENT = 0.8;
const STRAY_PERCENT = 0.9;
/** Poppler moves tiles and coarse pixels to whole pixels of its own: more edges differ. */
const MOVED = ['a pattern of tiles', 'RGB in a list'];

/** Where the two differ in what they mean, with what poppler does. */
const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'tints that lie on one another': 'mixes tints in light, not in inks',
  'states left open': 'paints nothing after a state that was never saved',
  'grey becomes black': 'paints grey lighter than the same amount of black ink',
  'a transfer curve': 'follows the curve, which we drop and say so',
};

const SHOWN = ALL_ADS.filter(({ wants }) => wants === 'right' || wants === 'mended');

function adNamed(name: string): AdCase {
  const ad = SHOWN.find((one) => one.name === name);
  if (ad === undefined) throw new Error(name);
  return ad;
}

describe('the picture of an ad', () => {
  it.each(
    SHOWN.filter(({ name }) => KNOWN_DIFFERENCES[name] === undefined).map(
      (ad) => [ad.name, ad] as const,
    ),
  )(
    'is what poppler paints: %s',
    async (name, ad) => {
      const { ours, theirs } = await adPictures(ad, await adPress());
      const { meanPercent, strayPercent } = comparePictures(ours, theirs);
      expect(meanPercent).toBeLessThan(MEAN_PERCENT);
      expect(strayPercent).toBeLessThan((MOVED.includes(name) ? 2 : 1) * STRAY_PERCENT);
      expect(theirs.pixels.some((light) => light < 200)).toBe(true);
    },
    20_000,
  );

  it('shows a letter that is left out, and a word moved by a point', async () => {
    const ad = adNamed('letters in CFF by number');
    const { ours } = await adPictures(ad, await adPress());
    const text = Buffer.from(await ad.make()).toString('latin1');
    const against = (change: (content: string) => string) => {
      const changed = Buffer.from(change(text), 'latin1');
      expect(changed.equals(Buffer.from(text, 'latin1'))).toBe(false);
      return comparePictures(ours, popplerPicture(changed, 216)).strayPercent;
    };
    // The content stands in the file as it is, so that words can be changed for others as long.
    expect(against((content) => content.replace('2d70', '0001'))).toBeGreaterThan(STRAY_PERCENT);
    expect(against((content) => content.replace('30 40 Td', '31 40 Td'))).toBeGreaterThan(
      STRAY_PERCENT,
    );
  });

  it('has the letters of a whole page where poppler has them', async () => {
    const { pressSample } = await import('#build/bench/press/pressed-sample.ts');
    const look = { template: 'park-tabloid', profile: 'newsprint-390x540' };
    const { pdf } = await pressSample({ ...look, standard: 'x4' });
    const wholePage: AdCase = { name: 'a page', wants: 'mended', make: () => pdf };
    const { ours, theirs } = await adPictures(wholePage, await adPress());
    const { meanPercent, strayPercent } = comparePictures(ours, theirs);
    expect(ours.heightPx).toBe(2400);
    expect(meanPercent).toBeLessThan(3);
    expect(strayPercent).toBeLessThan(6);
  }, 60_000);

  it('keeps the size of the ad to the pixel', async () => {
    const preview = await previewAd(adFile(), orderFor(await adPress()));
    expect(preview).toMatchObject({ widthPx: 600, heightPx: 300 });
    if (preview === undefined) throw new Error('no picture');
    const { pixels, widthPx } = shownAsPoppler(preview);
    // The corner of the blue box, to the pixel: three to a point, ten points in from below.
    const blueAt = (x: number, y: number) => pixels[(y * widthPx + x) * 3] ?? 255;
    expect([blueAt(29, 200), blueAt(30, 200)]).toEqual([255, 0]);
    expect([blueAt(60, 269), blueAt(60, 270)]).toEqual([0, 255]);
  });
});
