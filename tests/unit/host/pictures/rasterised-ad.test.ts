import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { PictureItem } from '#engine/display/display-list.ts';
import { separatePicture } from '#host/pictures/separate-picture.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';

const loaded = await loadPressProfile('templates/press-profiles/newsprint-390x540.json');
if (!loaded.ok) throw new Error(loaded.failure.code);
const { icc, inkTable, profile } = loaded.value;

/** A third black type, a third a grey tint, a third orange. */
async function thirds(): Promise<Buffer> {
  const raw = Buffer.alloc(30 * 10 * 3);
  const colours = [
    [0, 0, 0],
    [150, 150, 150],
    [240, 130, 40],
  ];
  for (let at = 0; at < 300; at += 1) raw.set(colours[Math.floor((at % 30) / 10)] ?? [], at * 3);
  return sharp(raw, { raw: { width: 30, height: 10, channels: 3 } })
    .png()
    .toBuffer();
}

/** Inks in the middle of each third. */
async function inks(isAd: boolean): Promise<readonly (readonly number[])[]> {
  const item: PictureItem = {
    kind: 'picture',
    picture: 'ad',
    asset: 'ad.png',
    frame: { x: 0, y: 0, width: 72, height: 24 },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    greyscale: false,
    ...(isAd && { isRasterisedAd: true }),
  };
  const made = await separatePicture(item, await thirds(), { ...profile, icc, inkTable });
  if (!made.ok) throw new Error(made.reason);
  if (made.picture.inks !== 'cmyk') throw new Error('not four inks');
  const { samples } = made.picture;
  return [5, 15, 25].map((x) => [...samples.subarray((5 * 30 + x) * 4, (5 * 30 + x) * 4 + 4)]);
}

test('black type and tints of an ad that became a picture take the black plate alone', async () => {
  const [black, grey, orange] = await inks(true);
  expect(black).toEqual([0, 0, 0, 255]);
  expect(grey?.slice(0, 3)).toEqual([0, 0, 0]);
  expect(grey?.[3]).toBeGreaterThan(60);
  expect(orange?.[2]).toBeGreaterThan(100);
});

test('a photograph goes on being separated into four inks', async () => {
  const [black] = await inks(false);
  expect(black?.slice(0, 3).some((ink) => ink > 60)).toBe(true);
});
