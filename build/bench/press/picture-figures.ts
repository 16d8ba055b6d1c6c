import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { type Figure, median } from '#build/bench/figure.ts';
import { PRESS_PROFILE } from '#build/bench/sample-desk.ts';
import type { PictureItem } from '#engine/display/display-list.ts';
import { heaviestPixelPercent, inksOfPixels } from '#engine/press/ink-table.ts';
import { limitInks } from '#engine/press/limit-inks.ts';
import { assert } from '#engine/units/assert.ts';
import { packPicture } from '#host/pictures/pack-picture.ts';
import { type PictureDemands, separatePicture } from '#host/pictures/separate-picture.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';

const ROUNDS = 3;
const PHOTO_PX = { width: 6000, height: 4000 } as const;
const PHOTO_PIXELS = PHOTO_PX.width * PHOTO_PX.height;

/** A4 at 1,200 ppi. */
const SHEET_PX = { width: 9921, height: 14_031 } as const;
const SHEET_PT = { width: 595.28, height: 841.89 } as const;
/** Three quarters of a broadsheet: as large as a photograph is ever printed. */
const PHOTO_PT = { width: 765, height: 510 } as const;

/** What it takes to make large pictures ready for the plate, and the most ink that comes of it. */
export async function pictureFigures(): Promise<readonly Figure[]> {
  const loaded = await loadPressProfile(PRESS_PROFILE);
  assert(loaded.ok, 'the press profile of the sample can be read');
  const { icc, inkTable, profile } = loaded.value;
  const demands = { ...profile, icc, inkTable };
  const limit = profile.inkLimitPercent;
  const [light, inks] = [roughSamples(PHOTO_PIXELS * 3), roughSamples(PHOTO_PIXELS * 4)];
  const percent = (name: string, plates: Uint8Array): Figure => {
    const value = heaviestPixelPercent(plates);
    return { name, value, unit: '%', target: `≤ ${limit} %`, samples: PHOTO_PIXELS };
  };
  return [
    await timed('24 megapixels of sRGB to four inks', '≤ 2.5 s', () =>
      inksOfPixels(inkTable, light),
    ),
    await timed('24 megapixels of four inks brought within the limit', undefined, () =>
      limitInks(inks, limit),
    ),
    percent('heaviest pixel of sRGB in four inks', inksOfPixels(inkTable, light)),
    percent('heaviest pixel of four inks within the limit', limitInks(inks, limit)),
    await madeReady('24 megapixel CMYK JPEG on 270 mm', await inkedPhoto(), {
      frame: PHOTO_PT,
      demands,
    }),
    await madeReady('A4 of line art at 1200 ppi', await drawnSheet(), { frame: SHEET_PT, demands }),
  ];
}

async function timed(name: string, target: string | undefined, work: () => unknown) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await work();
    times.push((performance.now() - started) / 1000);
  }
  return { name, value: median(times), unit: 's', target, samples: ROUNDS };
}

/** Decoded, separated and packed, as a press job does it. */
function madeReady(
  name: string,
  bytes: Uint8Array,
  {
    demands,
    frame,
  }: { readonly demands: PictureDemands; readonly frame: typeof PHOTO_PT | typeof SHEET_PT },
): Promise<Figure> {
  const item: PictureItem = {
    kind: 'picture',
    picture: 'bench',
    asset: 'bench',
    frame: { x: 0, y: 0, ...frame },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    greyscale: false,
  };
  return timed(`${name}, ready for the plate`, undefined, async () => {
    const separation = await separatePicture(item, bytes, demands);
    assert(separation.ok, 'the picture can be read');
    packPicture(separation.picture, demands);
  });
}

/** Bytes of all amounts, so that every part of the table is used. */
function roughSamples(length: number): Uint8Array {
  const rough = readFileSync(process.execPath).subarray(0, 3_000_000);
  const samples = new Uint8Array(length);
  for (let at = 0; at < length; at += rough.length) {
    samples.set(rough.subarray(0, Math.min(rough.length, length - at)), at);
  }
  return samples;
}

/** Soft changes, as a photograph has them. */
function inkedPhoto(): Promise<Uint8Array> {
  const { height, width } = PHOTO_PX;
  const pixels = new Uint8Array(PHOTO_PIXELS * 3);
  for (let at = 0; at < PHOTO_PIXELS; at += 1) {
    const [x, y] = [(at % width) >> 3, Math.floor(at / width) >> 3];
    pixels[at * 3] = (x + y) & 255;
    pixels[at * 3 + 1] = (x * 2 - y) & 255;
    pixels[at * 3 + 2] = (x ^ y) & 255;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toColourspace('cmyk')
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Rings and bars, packed as a fax. */
function drawnSheet(): Promise<Uint8Array> {
  const { height, width } = SHEET_PX;
  const light = new Uint8Array(width * height);
  for (let at = 0; at < light.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isRing = ((x * x + y * y) >> 18) % 9 === 0;
    light[at] = isRing || ((x >> 5) * (y >> 6)) % 7 === 0 ? 0 : 255;
  }
  return sharp(light, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .toColourspace('b-w')
    .tiff({ bitdepth: 1, compression: 'ccittfax4' })
    .toBuffer();
}
