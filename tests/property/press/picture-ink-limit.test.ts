import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { PictureItem } from '#engine/display/display-list.ts';
import { limitInks } from '#engine/press/limit-inks.ts';
import { packPicture } from '#host/pictures/pack-picture.ts';
import { separatePicture } from '#host/pictures/separate-picture.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { inkTiff } from '#tests/unit/host/pictures/four-inks.ts';
import { heaviestPercent, platesOfPicture } from '#tests/unit/press/picture-plates.ts';

const loaded = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
if (!loaded.ok) throw new Error(loaded.failure.code);
const { icc, inkTable, profile } = loaded.value;

const WIDTH = 48;
const HEIGHT = 32;
const RAW = { width: WIDTH, height: HEIGHT } as const;

/** Samples as rough as they can be: heavy and light, side by side, in some order of its own. */
function samplesOf(seed: number, channels: number): Buffer {
  let state = seed | 1;
  return Buffer.from(
    Array.from({ length: WIDTH * HEIGHT * channels }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const value = state >>> 24;
      return value > 96 ? (value > 176 ? 255 : 0) : value;
    }),
  );
}

/** Each kind of file that a newsroom is sent. */
const KINDS: Readonly<Record<string, (seed: number) => Promise<Uint8Array>>> = {
  'a photograph': (seed) =>
    sharp(samplesOf(seed, 3), { raw: { ...RAW, channels: 3 } })
      .jpeg({ quality: 70 })
      .toBuffer(),
  'a photograph of a wide space': (seed) =>
    sharp(samplesOf(seed, 3), { raw: { ...RAW, channels: 3 } })
      .withIccProfile('p3')
      .png()
      .toBuffer(),
  'a drawing with holes': (seed) =>
    sharp(samplesOf(seed, 4), { raw: { ...RAW, channels: 4 } })
      .png({ palette: true, colours: 16 })
      .toBuffer(),
  greys: (seed) =>
    sharp(samplesOf(seed, 1), { raw: { ...RAW, channels: 1 } })
      .png()
      .toBuffer(),
  'four inks': async (seed) => inkTiff(samplesOf(seed, 4), { widthPx: WIDTH, heightPx: HEIGHT }),
  'a drawing of four inks': async (seed) => {
    const solid = samplesOf(seed, 4).map((ink) => (ink > 127 ? 255 : 0));
    return inkTiff(solid, { widthPx: WIDTH, heightPx: HEIGHT });
  },
  'four inks in a JPEG': (seed) =>
    sharp(inkTiff(samplesOf(seed, 4), { widthPx: WIDTH, heightPx: HEIGHT }))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: 80 })
      .toBuffer(),
};

const KIND = fc.constantFrom(...Object.keys(KINDS));

test('no pixel of a pressed picture has more ink than the press allows', async () => {
  let heaviest = 0;
  await fc.assert(
    fc.asyncProperty(
      KIND,
      fc.record({
        seed: fc.nat(),
        limit: fc.integer({ min: 216, max: 300 }),
        ppi: fc.constantFrom(60, 200),
        greyscale: fc.boolean(),
      }),
      async (kind, { greyscale, limit, ppi, seed }) => {
        const demands = { ...profile, icc, inkTable, inkLimitPercent: limit };
        const item: PictureItem = {
          kind: 'picture',
          picture: 'p',
          asset: 'a',
          frame: { x: 0, y: 0, width: (WIDTH * 72) / ppi, height: (HEIGHT * 72) / ppi },
          crop: { x: 0, y: 0, width: 1, height: 1 },
          greyscale,
        };
        const bytes = await KINDS[kind]?.(seed);
        const separated = bytes && (await separatePicture(item, bytes, demands));
        if (!separated?.ok) throw new Error(`${kind} could not be read`);
        const plates = platesOfPicture(packPicture(separated.picture, demands));
        const percent = heaviestPercent(plates);
        heaviest = Math.max(heaviest, percent - limit);
        expect(percent).toBeLessThanOrEqual(limit + 1e-6);
      },
    ),
    { numRuns: 30 },
  );
  // Some of them come up to the limit, or nothing would have been tried.
  expect(heaviest).toBeGreaterThan(-1);
}, 120_000);

test('limiting leaves what is within the limit, and black where it was', () => {
  const ink = fc.nat({ max: 255 });
  fc.assert(
    fc.property(fc.tuple(ink, ink, ink, ink), fc.integer({ min: 200, max: 400 }), (inks, limit) => {
      const before = Uint8Array.from(inks);
      const after = limitInks(before, limit);
      const sumOf = (all: Uint8Array) => all.reduce((sum, one) => sum + one, 0);
      expect(sumOf(after)).toBeLessThanOrEqual((limit * 255) / 100);
      if (sumOf(before) <= Math.floor((limit * 255) / 100)) expect(after).toEqual(before);
      expect(after[3]).toBeGreaterThanOrEqual(before[3] ?? 0);
      expect(limitInks(after, limit)).toEqual(after);
    }),
  );
});
