import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { heaviestPixelPercent } from '#engine/press/ink-table.ts';
import { packJpeg } from '#engine/press/jpeg.ts';
import { huffmanCodes } from '#engine/press/jpeg-codes.ts';
import { packStream } from '#engine/press/pack.ts';
import { heaviestPercent, platesOfJpeg, platesOfPicture } from './picture-plates.ts';

/** Samples without pattern, the same in every run (a linear congruential generator). */
function noise(length: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

/** A soft slope with a hard bar in it, like a roof against the sky. */
function greyPicture(widthPx: number, heightPx: number): Uint8Array {
  return Uint8Array.from({ length: widthPx * heightPx }, (_, at) => {
    const x = at % widthPx;
    const y = Math.floor(at / widthPx);
    return x % 23 < 4 ? 20 : Math.round((x * 120) / widthPx + (y * 120) / heightPx);
  });
}

async function readGrey(file: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await sharp(file).toColourspace('b-w').raw().toBuffer());
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

describe('a grey picture', () => {
  it.each([
    [64, 48],
    [61, 43],
    [8, 8],
    [1, 1],
    [1, 17],
  ])('of %i × %i pixels comes back as it was', async (widthPx, heightPx) => {
    const samples = greyPicture(widthPx, heightPx);
    const request = { widthPx, heightPx, channels: 1, samples, greatestSum: undefined } as const;
    const back = await readGrey(packJpeg({ ...request, quality: 95 }));
    expect(back).toHaveLength(samples.length);
    expect(meanDifference(back, samples)).toBeLessThan(2);
  });

  it('takes no more bytes than libjpeg needs for it', async () => {
    const [widthPx, heightPx] = [200, 160];
    const samples = greyPicture(widthPx, heightPx);
    const request = { widthPx, heightPx, channels: 1, samples, greatestSum: undefined } as const;
    const ours = packJpeg({ ...request, quality: 80 });
    const raw = { width: widthPx, height: heightPx, channels: 1 } as const;
    const theirs = await sharp(samples, { raw }).jpeg({ quality: 80 }).toBuffer();
    expect(ours.length).toBeLessThan(theirs.length);
    const ourDifference = meanDifference(await readGrey(ours), samples);
    const theirDifference = meanDifference(await readGrey(theirs), samples);
    expect(ourDifference).toBeLessThan(theirDifference * 1.05);
  });

  it('is coarser and shorter at a lower quality', () => {
    const samples = greyPicture(64, 64);
    const look = {
      widthPx: 64,
      heightPx: 64,
      channels: 1,
      samples,
      greatestSum: undefined,
    } as const;
    const lengths = [95, 75, 40].map((quality) => packJpeg({ ...look, quality }).length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  });
});

describe('a picture of four inks', () => {
  const [widthPx, heightPx] = [40, 24];

  it('comes out of the file ink for ink, without any turning over', () => {
    const samples = new Uint8Array(widthPx * heightPx * 4);
    for (let at = 0; at < samples.length; at += 4) samples.set([200, 30, 0, 90], at);
    const request = { widthPx, heightPx, channels: 4, samples, quality: 90 } as const;
    const plates = platesOfJpeg(packJpeg({ ...request, greatestSum: 612 }), widthPx, heightPx);
    const middle = (plates.heightPx / 2) * plates.widthPx + plates.widthPx / 2;
    const inks = [plates.cyan, plates.magenta, plates.yellow, plates.black];
    const found = inks.map((plate) => plate[Math.floor(middle)] ?? Number.NaN);
    [200, 30, 0, 90].forEach((ink, at) => {
      expect(Math.abs((found[at] ?? Number.NaN) - ink)).toBeLessThanOrEqual(2);
    });
  });

  it('is turned over on the plate when its samples say paper', () => {
    const samples = new Uint8Array(8 * 8 * 4);
    for (let at = 0; at < samples.length; at += 4) samples.set([200, 30, 0, 90], at);
    const look = { widthPx: 8, heightPx: 8, inks: 'cmyk', bits: 8, packing: 'flate' } as const;
    const inked = platesOfPicture({ ...look, fullSample: 'ink', bytes: packStream(samples) });
    const turned = packStream(samples.map((ink) => 255 - ink));
    expect(platesOfPicture({ ...look, fullSample: 'paper', bytes: turned })).toEqual(inked);
    expect(inked.cyan[30]).toBe(200);
  });

  it('stays within the ink limit when unpacked, though packing swings', () => {
    // Hard edges everywhere, up to the limit: the worst there is for the cosine transform.
    const limitPercent = 224;
    const samples = noise(widthPx * heightPx * 4).map((value, at) =>
      at % 4 === 3 ? 0 : value > 128 ? 190 : 20,
    );
    expect(heaviestPixelPercent(samples)).toBeLessThanOrEqual(limitPercent);
    const request = { widthPx, heightPx, channels: 4, samples, quality: 40 } as const;
    const free = heaviestPercent(
      platesOfJpeg(packJpeg({ ...request, greatestSum: undefined }), widthPx, heightPx),
    );
    const kept = heaviestPercent(
      platesOfJpeg(
        packJpeg({ ...request, greatestSum: (limitPercent / 100) * 255 }),
        widthPx,
        heightPx,
      ),
    );
    expect(free).toBeGreaterThan(limitPercent + 10);
    expect(kept).toBeLessThanOrEqual(limitPercent);
  });
});

describe('the codes', () => {
  it('are at most sixteen bits long, tell each other apart and leave all ones free', () => {
    // Frequencies like the Fibonacci numbers give the longest codes there are.
    const frequencies = [1, 1];
    while (frequencies.length < 40) {
      frequencies.push((frequencies.at(-1) ?? 0) + (frequencies.at(-2) ?? 0));
    }
    const { codes, lengths } = huffmanCodes(frequencies);
    const words = frequencies.map((_, symbol) =>
      (codes[symbol] ?? 0).toString(2).padStart(lengths[symbol] ?? 0, '0'),
    );
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(16);
      expect(word).toMatch(/0/u);
      expect(words.filter((other) => other.startsWith(word))).toEqual([word]);
    }
  });

  it('are short for what is frequent', () => {
    const { lengths } = huffmanCodes([1000, 10, 1, 0]);
    expect([...lengths.subarray(0, 4)]).toEqual([1, 2, 3, 0]);
  });
});
