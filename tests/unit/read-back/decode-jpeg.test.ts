import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeJpeg } from '#engine/read-back/decode-jpeg.ts';
import { UnreadableJpeg } from '#engine/read-back/unreadable-jpeg.ts';

const [WIDTH, HEIGHT] = [83, 61];

/** A photograph of sorts: soft runs of colour, a hard edge, some grain. */
function pixels(channels: number): Buffer {
  const bytes = Buffer.alloc(WIDTH * HEIGHT * channels);
  for (let at = 0; at < bytes.length; at += 1) {
    const [pixel, channel] = [Math.floor(at / channels), at % channels];
    const [x, y] = [pixel % WIDTH, Math.floor(pixel / WIDTH)];
    const grain = ((x * 7919 + y * 104729 + channel * 31) % 23) - 11;
    const edge = x > 40 && y > 20 ? 90 : 0;
    bytes[at] = Math.max(0, Math.min(255, x * 2 + y * channel + edge + grain));
  }
  return bytes;
}

type Look = Parameters<ReturnType<typeof sharp>['jpeg']>[0];

async function packed(channels: 1 | 3, look: Look): Promise<Buffer> {
  const raw = { width: WIDTH, height: HEIGHT, channels };
  const picture = sharp(pixels(channels), { raw });
  return (channels === 1 ? picture.toColourspace('b-w') : picture).jpeg(look).toBuffer();
}

describe('a JPEG file in several scans', () => {
  it.each([
    ['grey', 1, { progressive: true, quality: 85 }],
    ['colours at full size', 3, { progressive: true, quality: 95, chromaSubsampling: '4:4:4' }],
    ['colours at half size', 3, { progressive: true, quality: 40, chromaSubsampling: '4:2:0' }],
  ] as const)(
    'is read sample by sample like the same in one scan: %s',
    async (_, channels, look) => {
      const several = decodeJpeg(await packed(channels, look));
      const one = decodeJpeg(await packed(channels, { ...look, progressive: false }));
      expect([several.isProgressive, one.isProgressive]).toEqual([true, false]);
      expect([several.widthPx, several.heightPx]).toEqual([WIDTH, HEIGHT]);
      expect(several.channels).toBe(channels);
      expect(several.samples).toEqual(one.samples);
    },
  );

  it('is refused when it is cut, and when its scans make no sense', async () => {
    const whole = await packed(3, { progressive: true });
    const cut = whole.subarray(0, Math.floor(whole.length / 3));
    expect(() => decodeJpeg(cut)).toThrow(UnreadableJpeg);
    const scan = whole.indexOf(Buffer.from([0xff, 0xda]));
    const senseless = Buffer.from(whole);
    senseless[scan + 4 + 1 + 2 * (whole[scan + 4] ?? 0)] = 70;
    expect(() => decodeJpeg(senseless)).toThrow(UnreadableJpeg);
  });
});
