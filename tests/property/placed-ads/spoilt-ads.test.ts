import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_ADS, orderFor } from '#build/bench/press/ad-files/all-ads.ts';
import { readAd } from '#engine/placed-ads/read-ad.ts';
import { adPress } from '#tests/unit/placed-ads/press-demands.ts';

const PLACED = ALL_ADS.filter(({ wants }) => wants === 'right' || wants === 'mended');
const PDFS = await Promise.all(PLACED.map(({ make }) => make()));

it('an ad with flipped bits has an answer, and soon', async () => {
  const order = orderFor(await adPress());
  await fc.assert(
    fc.asyncProperty(
      fc.nat(PDFS.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      async (which, flips) => {
        const bytes = Uint8Array.from(PDFS[which] ?? []);
        for (const [at, mask] of flips) {
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ mask;
        }
        const started = performance.now();
        const { light } = await readAd(bytes, order);
        expect(['green', 'amber', 'red']).toContain(light);
        expect(performance.now() - started).toBeLessThan(5000);
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);

it('an ad that is cut anywhere before its end is red', async () => {
  const order = orderFor(await adPress());
  await fc.assert(
    fc.asyncProperty(
      fc.nat(PDFS.length - 1),
      fc.double({ min: 0, max: 0.98, noNaN: true }),
      async (which, share) => {
        const whole = PDFS[which] ?? new Uint8Array();
        const { light } = await readAd(whole.subarray(0, Math.floor(whole.length * share)), order);
        expect(light).toBe('red');
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);
