import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureItem } from '#engine/display/display-list.ts';
import { packPicture } from '#host/pictures/pack-picture.ts';
import { separatePicture } from '#host/pictures/separate-picture.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { platesOfPicture } from '#tests/unit/press/picture-plates.ts';

const loaded = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
if (!loaded.ok) throw new Error(loaded.failure.code);
const demands = { ...loaded.value.profile, icc: loaded.value.icc, inkTable: loaded.value.inkTable };

interface Printed {
  readonly widthPt: number;
  readonly greyscale?: boolean;
  readonly crop?: PictureItem['crop'];
}

async function ready(bytes: Uint8Array, { widthPt, greyscale = false, crop }: Printed) {
  const item: PictureItem = {
    kind: 'picture',
    picture: 'p',
    asset: 'a.png',
    frame: { x: 0, y: 0, width: widthPt, height: widthPt },
    crop: crop ?? { x: 0, y: 0, width: 1, height: 1 },
    greyscale,
  };
  const separation = await separatePicture(item, bytes, demands);
  if (!separation.ok) throw new Error(separation.reason);
  return packPicture(separation.picture, demands);
}

/** A pattern of squares like those of a code: 40 × 40 of them, five pixels each. */
const SQUARES = 40;
const SQUARE_PX = 5;
const SIDE_PX = SQUARES * SQUARE_PX;

function isBlackSquare(across: number, down: number): boolean {
  return ((across * 7 + down * 13 + ((across * down) >> 2)) & 3) < 2;
}

function code(dark = 0, paper = 255) {
  const raw = Buffer.from(
    Array.from({ length: SIDE_PX * SIDE_PX }, (_, at) => {
      const [across, down] = [at % SIDE_PX, Math.floor(at / SIDE_PX)];
      const square = [across, down].map((px) => Math.floor(px / SQUARE_PX));
      return isBlackSquare(square[0] ?? 0, square[1] ?? 0) ? dark : paper;
    }),
  );
  return sharp(raw, { raw: { width: SIDE_PX, height: SIDE_PX, channels: 1 } });
}

const BILEVEL_TIFF = { bitdepth: 1, compression: 'ccittfax4' } as const;

describe('line art', () => {
  it.each([
    ['a TIFF of one bit', () => code().toColourspace('b-w').tiff(BILEVEL_TIFF).toBuffer()],
    ['a PNG of two colours', () => code().png({ palette: true, colours: 2 }).toBuffer()],
    [
      'black and white that was saved in colours',
      () => code().toColourspace('srgb').png().toBuffer(),
    ],
    ['black on nothing', onNothing],
    ['black that is not quite black', () => code(2, 254).webp({ lossless: true }).toBuffer()],
  ])('%s stays at one bit, on the black plate alone', async (_, make) => {
    const picture = await ready(await make(), { widthPt: 18 });
    expect([picture.inks, picture.bits, picture.packing]).toEqual(['k', 1, 'flate']);
    expect([picture.widthPx, picture.heightPx]).toEqual([SIDE_PX, SIDE_PX]);
    const plates = platesOfPicture(picture);
    for (const plate of [plates.cyan, plates.magenta, plates.yellow]) {
      expect(Math.max(...plate)).toBe(0);
    }
    expect([...new Set(plates.black)].sort((a, b) => a - b)).toEqual([0, 255]);
    expect(plates.black[0]).toBe(isBlackSquare(0, 0) ? 255 : 0);
    expect(plates.black[SQUARE_PX]).toBe(isBlackSquare(1, 0) ? 255 : 0);
  });

  /** Where there is no black, there is no picture. */
  async function onNothing() {
    const light = await code().toColourspace('b-w').raw().toBuffer();
    const raw = Buffer.from([...light].flatMap((grey) => [0, 0, 0, 255 - grey]));
    return sharp(raw, { raw: { width: SIDE_PX, height: SIDE_PX, channels: 4 } })
      .png()
      .toBuffer();
  }

  it('that is coarse becomes squares of pixels with the same edges', async () => {
    // A code of 200 pixels on 30 mm: 169 ppi.
    const picture = await ready(await code().png().toBuffer(), { widthPt: 85.04 });
    expect([picture.widthPx, picture.heightPx]).toEqual([5 * SIDE_PX, 5 * SIDE_PX]);
    const { black, widthPx } = platesOfPicture(picture);
    const side = 5 * SQUARE_PX;
    let wrong = 0;
    black.forEach((ink, at) => {
      const [across, down] = [at % widthPx, Math.floor(at / widthPx)];
      const isBlack = isBlackSquare(Math.floor(across / side), Math.floor(down / side));
      if (ink !== (isBlack ? 255 : 0)) wrong += 1;
    });
    expect(wrong).toBe(0);
  });

  it('that is finer than any plate is brought down, and nothing of it turns grey', async () => {
    const picture = await ready(await code().png().toBuffer(), { widthPt: 7.2 });
    expect([picture.widthPx, picture.bits]).toEqual([120, 1]);
  });

  it('is cut to its crop', async () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
    const picture = await ready(await code().png().toBuffer(), { widthPt: 9, crop });
    expect([picture.widthPx, picture.heightPx]).toEqual([SIDE_PX / 2, SIDE_PX]);
    const { black } = platesOfPicture(picture);
    expect(black[0]).toBe(isBlackSquare(SQUARES / 2, 0) ? 255 : 0);
  });

  it.each([
    ['a drawing with one grey', () => code(0, 200).png().toBuffer()],
    ['a drawing of red', () => code(54).tint('#ff0000').png().toBuffer()],
    ['a JPEG, whose edges are grey', () => code().jpeg({ quality: 100 }).toBuffer()],
    ['a photograph below a white margin', margined],
  ])('is not %s', async (_, make) => {
    expect((await ready(await make(), { widthPt: 72 })).bits).toBe(8);
  });

  async function margined() {
    const raw = { width: SIDE_PX, height: SIDE_PX, channels: 1 } as const;
    const photo = Buffer.from(Array.from({ length: SIDE_PX ** 2 }, (_, at) => at & 255));
    return sharp(photo, { raw }).extend({ top: 100, background: 'white' }).png().toBuffer();
  }
});
