import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureItem } from '#engine/display/display-list.ts';
import { greatestInkPercent } from '#engine/press/ink-table.ts';
import { decodePicture } from '#host/pictures/decode-picture.ts';
import { packPicture } from '#host/pictures/pack-picture.ts';
import { screenPicture } from '#host/pictures/screen-picture.ts';
import { separatePicture } from '#host/pictures/separate-picture.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { heaviestPercent, platesOfPicture } from '#tests/unit/press/picture-plates.ts';

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
const ITEM: PictureItem = {
  kind: 'picture',
  picture: 'p',
  asset: 'a.png',
  frame: { x: 0, y: 0, width: 72, height: 36 },
  crop: WHOLE,
  greyscale: false,
};

async function demandsOf(name: string) {
  const loaded = await loadPressProfile(`templates/press-profiles/${name}.json`);
  if (!loaded.ok) throw new Error(loaded.failure.code);
  const { icc, inkTable, profile } = loaded.value;
  return { ...profile, icc, inkTable };
}

const DEMANDS = await demandsOf('newsprint-390x540');

async function ready(bytes: Uint8Array, demands = DEMANDS) {
  const separation = await separatePicture(ITEM, bytes, demands);
  if (!separation.ok) throw new Error(separation.reason);
  return packPicture(separation.picture, demands);
}

/** The first pixel of a file as it is taken in, in sRGB. */
async function firstPixel(bytes: Uint8Array): Promise<readonly number[]> {
  const wanted = { bytes, crop: WHOLE, widthPx: 40, heightPx: 20 };
  const decoded = await decodePicture(wanted);
  if (!decoded.ok) throw new Error(decoded.reason);
  if (decoded.picture.kind !== 'light') throw new Error(`not light but ${decoded.picture.kind}`);
  return [...decoded.picture.rgb.subarray(0, 3)];
}

/** One colour, 40 × 20 pixels. */
function plain(red: number, green: number, blue: number): Sharp {
  const background = { r: red, g: green, b: blue };
  return sharp({ create: { width: 40, height: 20, channels: 3, background } });
}

function expectNear(found: readonly number[], wanted: readonly number[], most: number): void {
  const off = found.map((value, at) => Math.abs(value - (wanted[at] ?? Number.NaN)));
  expect(Math.max(...off), `${found} beside ${wanted}`).toBeLessThanOrEqual(most);
}

describe('a picture of another make has its own colours', () => {
  const ORANGE = [180, 110, 80] as const;
  const PALETTE = { palette: true, colours: 4 };
  it.each([
    [
      '16 bits a channel',
      () =>
        plain(...ORANGE)
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
      1,
    ],
    [
      'indexed colours',
      () =>
        plain(...ORANGE)
          .png(PALETTE)
          .toBuffer(),
      1,
    ],
    [
      'a channel of transparency',
      () =>
        plain(...ORANGE)
          .ensureAlpha(1)
          .png()
          .toBuffer(),
      1,
    ],
    [
      'Lab',
      () =>
        plain(...ORANGE)
          .toColourspace('lab')
          .tiff()
          .toBuffer(),
      3,
    ],
    [
      '16 bits a channel in Display P3',
      () =>
        plain(...ORANGE)
          .toColourspace('rgb16')
          .withIccProfile('p3')
          .png()
          .toBuffer(),
      2,
    ],
    [
      'Display P3',
      () =>
        plain(...ORANGE)
          .withIccProfile('p3')
          .png()
          .toBuffer(),
      2,
    ],
  ])('%s', async (_, make, most) => {
    const bytes = await make();
    expectNear(await firstPixel(bytes), ORANGE, most);
    const onScreen = await sharp(await screenPicture('a.tif', bytes))
      .raw()
      .toBuffer();
    expectNear([...onScreen.subarray(0, 3)], ORANGE, most + 2);
  });
});

describe('a picture in greys', () => {
  function ramp(): Sharp {
    const raw = Buffer.from(Array.from({ length: 400 * 200 }, (_, at) => (at % 400) >> 1));
    return sharp(raw, { raw: { width: 400, height: 200, channels: 1 } });
  }

  it.each([
    ['a photograph in greys', () => ramp().jpeg().toBuffer()],
    ['greys that were saved as colours', () => ramp().toColourspace('srgb').png().toBuffer()],
  ])('%s prints on the black plate alone', async (_, make) => {
    const plates = platesOfPicture(await ready(await make()));
    expect(plates.black.some((ink) => ink > 200)).toBe(true);
    for (const plate of [plates.cyan, plates.magenta, plates.yellow]) {
      expect(Math.max(...plate)).toBe(0);
    }
  });

  it('but with one pixel of colour it is a picture of colours', async () => {
    const red = { input: await plain(255, 0, 0).resize(8, 8).png().toBuffer(), left: 0, top: 0 };
    const bytes = await ramp().toColourspace('srgb').composite([red]).png().toBuffer();
    expect((await ready(bytes)).inks).toBe('cmyk');
  });
});

describe('a picture made to drown the paper', () => {
  /** Saturated colours and blacks in every row, no two neighbours alike. */
  async function hostile(): Promise<Uint8Array> {
    const colours = [0x000000, 0x0000ff, 0x00ff00, 0xff0000, 0x1a0a30, 0x002000, 0x3b0505];
    const raw = Buffer.from(
      Array.from({ length: 300 * 150 }, (_, at) => colours[(at * 5 + (at >> 7)) % 7] ?? 0).flatMap(
        (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255],
      ),
    );
    return sharp(raw, { raw: { width: 300, height: 150, channels: 3 } })
      .png()
      .toBuffer();
  }

  it.each(['newsprint-390x540', 'newsprint-390x545'])(
    'keeps the ink limit of %s on its plates',
    async (profile) => {
      const demands = await demandsOf(profile);
      const heaviest = heaviestPercent(platesOfPicture(await ready(await hostile(), demands)));
      expect(heaviest).toBeGreaterThan(180);
      expect(heaviest).toBeLessThanOrEqual(demands.inkLimitPercent);
    },
  );

  it('keeps a limit as low as the table allows', async () => {
    const inkLimitPercent = Math.ceil(greatestInkPercent(DEMANDS.inkTable));
    const low = { ...DEMANDS, inkLimitPercent };
    const heaviest = heaviestPercent(platesOfPicture(await ready(await hostile(), low)));
    expect(heaviest).toBeLessThanOrEqual(inkLimitPercent);
  });
});
