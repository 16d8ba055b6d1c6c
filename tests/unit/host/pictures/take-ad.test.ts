import { describe, expect, it } from 'vitest';
import { adFile } from '#build/bench/press/ad-files/ad-file.ts';
import { startIntakeRoom } from '#host/intake/start-intake-room.ts';
import { isPdf, previewInRoom, takeAd } from '#host/pictures/take-ad.ts';
import { adPress } from '#tests/unit/placed-ads/press-demands.ts';

async function room() {
  return { startRoom: startIntakeRoom, press: await adPress() };
}

describe("taking in an advertiser's file", () => {
  it('knows a PDF behind junk from a photograph', () => {
    expect(isPdf(Buffer.from('junk\n%PDF-1.4'))).toBe(true);
    expect(isPdf(Buffer.from('\xff\xd8\xff', 'latin1'))).toBe(false);
  });

  it('takes the chosen page with its size and its light', async () => {
    const taken = await takeAd({ bytes: adFile({ pages: 3 }), page: 2 }, await room());
    const adPage = { page: 2, widthPt: 200, heightPt: 100, fit: 'whole', mends: [] };
    expect(taken).toMatchObject({ widthPx: 2000, heightPx: 1000, ad: { adPage, light: 'amber' } });
  }, 20_000);

  it('mends light and too much ink, and says so', async () => {
    const bytes = adFile({ contents: ['1 0.9 0.9 0.8 k 0 0 200 100 re f 1 0 0 rg 0 0 9 9 re f'] });
    const taken = await takeAd({ bytes, page: 1 }, await room());
    expect(taken).toMatchObject({ ad: { adPage: { mends: ['colours', 'ink'] } } });
  }, 30_000);

  it('refuses a torn file with its reason', async () => {
    const whole = adFile();
    const bytes = whole.subarray(0, Math.floor(whole.length / 2));
    expect(await takeAd({ bytes, page: 1 }, await room())).toMatchObject({ code: 'ad-torn' });
  }, 20_000);

  it('shows where the inks of an ad lie', async () => {
    const preview = await previewInRoom({ bytes: adFile(), page: 1 }, await room());
    if (preview === undefined) throw new Error('no preview');
    expect(preview.widthPx / preview.heightPx).toBeCloseTo(2, 1);
    const cyan = (x: number, y: number) => {
      const column = Math.round((x / 200) * preview.widthPx);
      const row = Math.round((1 - y / 100) * preview.heightPx);
      return preview.inks[(row * preview.widthPx + column) * 4];
    };
    expect([cyan(30, 25), cyan(100, 50)]).toEqual([255, 0]);
  }, 20_000);
});
