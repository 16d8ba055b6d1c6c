import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureItem } from '#engine/display/display-list.ts';
import { openColourEngine } from '#engine/press/colour-engine.ts';
import { platesBehind } from '#engine/press/plates-behind.ts';
import { packPicture } from '#host/pictures/pack-picture.ts';
import { screenPicture } from '#host/pictures/screen-picture.ts';
import { separatePicture } from '#host/pictures/separate-picture.ts';
import { loadPressProfile, readLcmsWasm } from '#host/press/load-press-profile.ts';
import { heaviestPercent, platesOfPicture } from '#tests/unit/press/picture-plates.ts';
import { fourInks, type Inks } from './four-inks.ts';

const loaded = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
if (!loaded.ok) throw new Error(loaded.failure.code);
const { icc, inkTable, profile } = loaded.value;
const demands = { ...profile, icc, inkTable };

async function plates(bytes: Uint8Array, change: Partial<PictureItem> = {}) {
  const item: PictureItem = {
    kind: 'picture',
    picture: 'p',
    asset: 'a.jpg',
    frame: { x: 0, y: 0, width: 72, height: 36 },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    greyscale: false,
    ...change,
  };
  const separation = await separatePicture(item, bytes, demands);
  if (!separation.ok) throw new Error(separation.reason);
  return platesOfPicture(packPicture(separation.picture, demands));
}

async function inksAt(bytes: Uint8Array, across = 0.25): Promise<readonly number[]> {
  const { black, cyan, magenta, widthPx, yellow, heightPx } = await plates(bytes);
  const at = Math.floor(heightPx / 2) * widthPx + Math.floor(across * widthPx);
  return [cyan, magenta, yellow, black].map((plate) => plate[at] ?? Number.NaN);
}

function expectNear(found: readonly number[], wanted: readonly number[], most = 2): void {
  const off = found.map((value, at) => Math.abs(value - (wanted[at] ?? Number.NaN)));
  expect(Math.max(...off), `${found} beside ${wanted}`).toBeLessThanOrEqual(most);
}

/** The profile of coated paper that libvips brings with it. */
const coated = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  .withIccProfile('cmyk')
  .jpeg()
  .toBuffer()
  .then(async (jpeg) => new Uint8Array((await sharp(jpeg).metadata()).icc ?? []));

const SKIN: Inks = [20, 110, 130, 10];
const SKY: Inks = [150, 60, 0, 0];

describe('a picture that came as four inks keeps them', () => {
  it.each(['jpeg', 'tiff'] as const)('in a %s file', async (format) => {
    const bytes = await fourInks(format, SKIN, SKY);
    expectNear(await inksAt(bytes, 0.25), SKIN);
    expectNear(await inksAt(bytes, 0.75), SKY);
  });

  it('turned upright, cut and brought down', async () => {
    const bytes = await fourInks('tiff', SKIN, SKY, { orientation: 3 });
    expectNear(await inksAt(bytes, 0.25), SKY);
    const crop = { x: 0, y: 0, width: 0.5, height: 1 };
    const cut = await plates(bytes, { crop });
    const columns = new Set([...cut.cyan].map((ink) => Math.round(ink / 8)));
    expect(columns).toEqual(new Set([Math.round(SKY[0] / 8)]));
  });

  it('with black alone on the black plate alone', async () => {
    for (const format of ['jpeg', 'tiff'] as const) {
      const { black, cyan, magenta, yellow } = await plates(
        await fourInks(format, [0, 0, 0, 200], [0, 0, 0, 40]),
      );
      for (const plate of [cyan, magenta, yellow]) expect(Math.max(...plate)).toBe(0);
      expect(Math.abs(Math.max(...black) - 200)).toBeLessThanOrEqual(2);
    }
  });

  it('but within the limit of the press, as dark as before', async () => {
    const brown: Inks = [200, 220, 230, 80];
    const found = await inksAt(await fourInks('tiff', brown, [255, 255, 255, 255]));
    const sum = found.reduce((all, ink) => all + ink, 0);
    expect(sum).toBeLessThanOrEqual(Math.round(profile.inkLimitPercent * 2.55));
    expect(sum / 2.55).toBeGreaterThan(profile.inkLimitPercent - 3);
    // Grey went from the three colours to the black plate, and the hue stayed.
    expect(found[3]).toBeGreaterThan(80);
    expect((found[2] ?? 0) - (found[0] ?? 0)).toBe(30);
    const solid = await plates(await fourInks('jpeg', [255, 255, 255, 255], brown));
    expect(heaviestPercent(solid)).toBeLessThanOrEqual(profile.inkLimitPercent);
    expect(Math.max(...solid.black)).toBe(255);
  });

  it('and prints in greys on a page of black alone', async () => {
    const bytes = await fourInks('jpeg', SKIN, SKY);
    const { black, cyan, magenta, yellow } = await plates(bytes, { greyscale: true });
    for (const plate of [cyan, magenta, yellow]) expect(Math.max(...plate)).toBe(0);
    expect(Math.max(...black)).toBeGreaterThan(40);
    const only = await fourInks('tiff', [0, 0, 0, 90], [0, 0, 0, 200]);
    expect(Math.max(...(await plates(only, { greyscale: true })).black)).toBe(200);
  });
});

describe('a picture that was separated for another paper', () => {
  it('is turned into inks that look alike on newsprint', async () => {
    const engine = await openColourEngine(await readLcmsWasm());
    const look = (press: Uint8Array, inks: readonly number[]) =>
      engine.rgbOf(press, Uint8Array.from(inks), 'white');
    for (const inks of [SKIN, SKY, [60, 20, 90, 40]] as const) {
      const found = await inksAt(await fourInks('tiff', inks, SKY, { icc: coated }));
      expect(found).not.toEqual(inks);
      expectNear([...look(icc, found)], [...look(coated, inks)], 8);
    }
  });

  it('keeps black alone on the black plate', async () => {
    const bytes = await fourInks('tiff', [0, 0, 0, 128], [0, 0, 0, 255], { icc: coated });
    const { black, cyan, magenta, yellow } = await plates(bytes);
    for (const plate of [cyan, magenta, yellow]) expect(Math.max(...plate)).toBe(0);
    expect([...new Set(black)].sort((one, other) => one - other)[1]).toBe(255);
    expect(Math.abs(Math.min(...black) - 128)).toBeLessThan(30);
  });

  it('keeps its inks when the profile is that of our press, or none at all', async () => {
    const own = await fourInks('tiff', SKIN, SKY, { icc });
    expectNear(await inksAt(own), SKIN, 0);
    const broken = await fourInks('tiff', SKIN, SKY, { icc: coated.subarray(0, 400) });
    expectNear(await inksAt(broken), SKIN, 0);
  });
});

describe('a picture of four inks on the screen', () => {
  it('shows as the press prints it, with its plates behind', async () => {
    const bytes = await fourInks('jpeg', SKIN, [255, 255, 255, 255]);
    const file = await screenPicture('a.jpg', bytes, async () => ({ ...profile, icc }));
    const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([80, 40, 3]);
    const engine = await openColourEngine(await readLcmsWasm());
    expectNear([...data.subarray(0, 3)], [...engine.rgbOf(icc, Uint8Array.from(SKIN), 'white')], 4);
    const behind = await sharp(platesBehind(file) ?? Buffer.alloc(0))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([behind.info.width, behind.info.height]).toEqual([80, 80]);
    const lightAt = (row: number, column: number) => {
      const at = (row * 80 + column) * 3;
      return [...behind.data.subarray(at, at + 3)];
    };
    expectNear(lightAt(5, 5), [235, 145, 125]);
    expectNear(lightAt(45, 5), [245, 245, 245]);
    // Solid black on all four plates, and within the limit.
    expect(lightAt(45, 70)).toEqual([0, 0, 0]);
    const over = lightAt(5, 70).reduce((sum, light) => sum + 255 - light, 255);
    expect(over).toBeLessThanOrEqual(Math.round(profile.inkLimitPercent * 2.55));
  });

  it('shows black alone as a neutral grey', async () => {
    const bytes = await fourInks('tiff', [0, 0, 0, 128], [0, 0, 0, 255]);
    const file = await screenPicture('a.tif', bytes, async () => ({ ...profile, icc }));
    const [red, green, blue] = await sharp(file).raw().toBuffer();
    expect(red).toBe(green);
    expect(red).toBe(blue);
  });

  it('has no plates behind when it is of light', async () => {
    const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const file = await screenPicture('a.jpg', bytes, async () => ({ ...profile, icc }));
    expect(file).toBe(bytes);
    expect(platesBehind(file)).toBeUndefined();
    expect(platesBehind(new Uint8Array(3))).toBeUndefined();
  });
});
