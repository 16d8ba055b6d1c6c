import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureItem } from '#engine/display/display-list.ts';
import { inksOfPixels } from '#engine/press/ink-table.ts';
import { type DecodeRequest, decodePicture } from '#host/pictures/decode-picture.ts';
import { packPicture } from '#host/pictures/pack-picture.ts';
import { separatePicture } from '#host/pictures/separate-picture.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { heaviestPercent, platesOfPicture } from '#tests/unit/press/picture-plates.ts';

const loaded = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
if (!loaded.ok) throw new Error(loaded.failure.code);
const { icc, inkTable, profile } = loaded.value;
const demands = { ...profile, inkTable, icc };
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** Left half red, right half blue, on 40 × 20 pixels. */
function twoHalves(): Sharp {
  const raw = Buffer.alloc(40 * 20 * 3);
  for (let at = 0; at < 40 * 20; at += 1) raw.set(at % 40 < 20 ? [255, 0, 0] : [0, 0, 255], at * 3);
  return sharp(raw, { raw: { width: 40, height: 20, channels: 3 } });
}

async function decoded(bytes: Uint8Array, change: Partial<DecodeRequest> = {}) {
  const result = await decodePicture({ bytes, crop: WHOLE, widthPx: 40, heightPx: 20, ...change });
  if (!result.ok) throw new Error(`${result.fault}: ${result.reason}`);
  if (result.picture.kind !== 'light') throw new Error(`not light but ${result.picture.kind}`);
  return result.picture;
}

describe('decoding', () => {
  it('turns a picture upright by its EXIF mark', async () => {
    // Mark 6: the camera lay on its side; upright, the left half is on top.
    const bytes = await twoHalves().withMetadata({ orientation: 6 }).png().toBuffer();
    const picture = await decoded(bytes, { widthPx: 20, heightPx: 40 });
    expect([picture.widthPx, picture.heightPx]).toEqual([20, 40]);
    expect([...picture.rgb.subarray(19 * 3, 20 * 3)]).toEqual([255, 0, 0]);
    expect([...picture.rgb.subarray(39 * 20 * 3).subarray(0, 3)]).toEqual([0, 0, 255]);
  });

  it('cuts to the crop of the upright picture', async () => {
    const bytes = await twoHalves().png().toBuffer();
    const right = await decoded(bytes, { crop: { x: 0.5, y: 0, width: 0.5, height: 1 } });
    expect([right.widthPx, right.heightPx]).toEqual([20, 20]);
    expect([...right.rgb.subarray(0, 3)]).toEqual([0, 0, 255]);
    const sliver = await decoded(bytes, { crop: { x: 1, y: 1, width: 0, height: 0 } });
    expect([sliver.widthPx, sliver.heightPx]).toEqual([1, 1]);
  });

  it('brings a picture down to the pixels needed and never enlarges it', async () => {
    const bytes = await twoHalves().png().toBuffer();
    const small = await decoded(bytes, { widthPx: 10, heightPx: 5 });
    expect([small.widthPx, small.heightPx]).toEqual([10, 5]);
    const same = await decoded(bytes, { widthPx: 4000, heightPx: 2000 });
    expect([same.widthPx, same.heightPx]).toEqual([40, 20]);
  });

  it('lays a transparent picture on white and spreads grey to three channels', async () => {
    const clear = Buffer.from([255, 0, 0, 0, 0, 0, 255, 255]);
    const raw = { width: 2, height: 1, channels: 4 } as const;
    const half = await decoded(await sharp(clear, { raw }).png().toBuffer());
    expect([...half.rgb]).toEqual([255, 255, 255, 0, 0, 255]);
    const grey = await twoHalves().greyscale().jpeg().toBuffer();
    expect((await decoded(grey)).rgb).toHaveLength(40 * 20 * 3);
  });

  it('reads a profile that a picture carries', async () => {
    const wide = await twoHalves().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer();
    const [red = 0, green = 0] = (await decoded(wide)).rgb;
    // The file holds other numbers than sRGB; read by its profile they are sRGB red again.
    expect(red).toBeGreaterThan(250);
    expect(green).toBeLessThan(12);
  });

  it.each([
    [
      'a torn photograph',
      async () => (await twoHalves().jpeg().toBuffer()).subarray(0, 300),
      'damaged',
    ],
    ['a text', async () => Buffer.from('not a picture'), 'damaged'],
    ['nothing', async () => Buffer.alloc(0), 'damaged'],
    ['a drawing that may refer to other files', async () => Buffer.from(SVG), 'format'],
    ['a picture that unpacks to 3.6 billion pixels', async () => hugePng(), 'too-large'],
  ])('refuses %s', async (_, make, fault) => {
    const request = { bytes: await make(), crop: WHOLE, widthPx: 10, heightPx: 10 };
    expect(await decodePicture(request)).toMatchObject({ ok: false, fault });
  });
});

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

/** A PNG file whose head says 60,000 × 60,000 pixels. */
async function hugePng(): Promise<Buffer> {
  const png = await twoHalves().png().toBuffer();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function itemOf(greyscale: boolean): PictureItem {
  const frame = { x: 0, y: 0, width: 72, height: 36 };
  return { kind: 'picture', picture: 'p', asset: 'a.png', frame, crop: WHOLE, greyscale };
}

/** A dark, busy photograph: as much ink as the table ever gives, with hard edges. */
async function darkPhoto(): Promise<Uint8Array> {
  let state = 3;
  const raw = Buffer.from(
    Array.from({ length: 300 * 150 * 3 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 28 > 9 ? (state >>> 24) & 127 : (state >>> 24) & 15;
    }),
  );
  return sharp(raw, { raw: { width: 300, height: 150, channels: 3 } })
    .png()
    .toBuffer();
}

async function ready(greyscale: boolean, bytes: Uint8Array) {
  const separation = await separatePicture(itemOf(greyscale), bytes, demands);
  if (!separation.ok) throw new Error(separation.reason);
  return packPicture(separation.picture, demands);
}

describe('a picture made ready for the plate', () => {
  it('has 200 pixels to the inch and keeps the ink limit after packing', async () => {
    const picture = await ready(false, await darkPhoto());
    expect([picture.widthPx, picture.heightPx, picture.packing]).toEqual([200, 100, 'dct']);
    const heaviest = heaviestPercent(platesOfPicture(picture));
    expect(heaviest).toBeGreaterThan(150);
    expect(heaviest).toBeLessThanOrEqual(profile.inkLimitPercent);
  });

  it('keeps the hard edges of a drawing', async () => {
    const bytes = await twoHalves().png().toBuffer();
    const picture = await ready(false, bytes);
    expect(picture.packing).toBe('flate');
    const plates = platesOfPicture(picture);
    const [cyan, magenta, yellow, black] = inksOfPixels(inkTable, Uint8Array.of(255, 0, 0));
    expect([plates.cyan[0], plates.magenta[0], plates.yellow[0], plates.black[0]]).toEqual([
      cyan,
      magenta,
      yellow,
      black,
    ]);
  });

  it('prints on the black plate alone when it is to be grey', async () => {
    for (const bytes of [await darkPhoto(), await twoHalves().png().toBuffer()]) {
      const plates = platesOfPicture(await ready(true, bytes));
      expect(plates.black.some((ink) => ink > 100)).toBe(true);
      for (const plate of [plates.cyan, plates.magenta, plates.yellow]) {
        expect(plate.every((ink) => ink === 0)).toBe(true);
      }
    }
  });
});
