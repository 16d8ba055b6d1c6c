import { describe, expect, it } from 'vitest';
import { orderFor } from '#build/bench/press/ad-files/all-ads.ts';
import { JPEG_ADS, jpegAd, yccPicture } from '#build/bench/press/ad-files/jpeg-ads.ts';
import { makeAd } from '#engine/placed-ads/make-ad.ts';
import { decodeJpeg } from '#engine/read-back/decode-jpeg.ts';
import { adPress } from './press-demands.ts';

/** The JPEG file within an ad that was made ready. */
async function madeJpeg(ad: Uint8Array): Promise<Uint8Array> {
  const made = await makeAd(ad, orderFor(await adPress()));
  const part = made.ad?.parts.find(({ body }) => body.join('').includes('/DCTDecode'));
  if (part?.bytes === undefined) throw new Error('the ad has no photograph');
  return part.bytes;
}

/** Place of the pixel in the middle of 64 by 64 of four channels. */
const MIDDLE = (32 * 64 + 32) * 4;

function middleOf(samples: Uint8Array): readonly number[] {
  return [...samples.subarray(MIDDLE, MIDDLE + 4)];
}

function farthest(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((ink, at) => Math.abs(ink - (other[at] ?? 0))));
}

async function upsideDown(): Promise<Buffer> {
  const file = JPEG_ADS.find(({ name }) => name.includes('upside down'));
  return Buffer.from((await file?.make()) ?? []);
}

describe('a photograph of an ad', () => {
  it('keeps its inks when it was written as YCCK', async () => {
    const wanted = [20, 150, 180, 10] as const;
    const { adobeTransform, samples } = decodeJpeg(
      await madeJpeg(jpegAd(yccPicture(wanted), '/ColorSpace/DeviceCMYK')),
    );
    expect(adobeTransform ?? 0).toBe(0);
    expect(farthest(wanted, middleOf(samples))).toBeLessThan(4);
  });

  it('keeps its inks when they stand upside down and in several scans', async () => {
    const ad = await upsideDown();
    const own = ad.subarray(
      ad.indexOf(Buffer.from([0xff, 0xd8])),
      ad.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2,
    );
    const inks = middleOf(decodeJpeg(own).samples).map((sample) => 255 - sample);
    const [c = 0, m = 0, y = 0] = inks;
    expect([c < 60, m > c, y > m]).toEqual([true, true, true]);
    expect(farthest(inks, middleOf(decodeJpeg(await madeJpeg(ad)).samples))).toBeLessThan(6);
  });

  it('is packed anew in one scan, as every RIP reads it', async () => {
    const bytes = Buffer.from(await madeJpeg(await upsideDown()));
    expect(bytes.includes(Buffer.from([0xff, 0xc0]))).toBe(true);
    expect(bytes.includes(Buffer.from([0xff, 0xc2]))).toBe(false);
  });
});
