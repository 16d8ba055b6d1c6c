import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adFile, MARK } from '#build/bench/press/ad-files/ad-file.ts';
import { ALL_ADS, orderFor } from '#build/bench/press/ad-files/all-ads.ts';
import { adAlone } from '#engine/placed-ads/judge-ad.ts';
import { makeAd } from '#engine/placed-ads/make-ad.ts';
import { adPress } from './press-demands.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-placing-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const PPI = 72;

/** The page as poppler paints it: the box that its viewer shows, in grey. */
function painted(
  name: string,
  pdf: Uint8Array,
  ppi = PPI,
): { width: number; height: number; grey: Buffer } {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, pdf);
  execFileSync('pdftoppm', ['-r', String(ppi), '-gray', '-cropbox', path, join(folder, name)]);
  const file = readFileSync(join(folder, `${name}-1.pgm`));
  const [, width = '0', height = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.toString('latin1')) ?? [];
  const size = Number(width) * Number(height);
  return { width: Number(width), height: Number(height), grey: file.subarray(file.length - size) };
}

/** Pixels that one page inks and the other leaves bare, edges apart. */
function strayPixels(one: ReturnType<typeof painted>, other: ReturnType<typeof painted>): number {
  let stray = 0;
  for (let at = 0; at < one.grey.length; at += 1) {
    const [a = 255, b = 255] = [one.grey[at], other.grey[at]];
    const isBare = (grey: number) => grey > 250;
    if (isBare(a) !== isBare(b) && Math.abs(a - b) > 100) stray += 1;
  }
  return stray;
}

/** What a viewer shows of the original is what we place, when the crop box is all that it has. */
const PLACED: Readonly<Record<string, Uint8Array>> = {
  plain: adFile(),
  turned90: adFile({ page: '/Rotate 90' }),
  turned180: adFile({ page: '/Rotate 180' }),
  turned270: adFile({ page: '/Rotate 270' }),
  cropped: adFile({ page: '/CropBox[15 8 170 92]' }),
  croppedAndTurned: adFile({ page: '/CropBox[15 8 170 92]/Rotate 270' }),
  negative: adFile({
    mediaBox: '[-50 -20 150 80]',
    contents: [`q 1 0 0 1 -50 -20 cm ${MARK} Q`],
  }),
  negativeAndTurned: adFile({
    mediaBox: '[-50 -20 150 80]',
    page: '/Rotate 90',
    contents: [`q 1 0 0 1 -50 -20 cm ${MARK} Q`],
  }),
};

describe('a placed ad', () => {
  it.each(Object.entries(PLACED))('lies as its viewer shows it: %s', async (name, bytes) => {
    const made = await makeAd(bytes, orderFor(await adPress()));
    if (made.ad === undefined || made.placement === undefined) throw new Error(name);
    const original = painted(`${name}-own`, bytes);
    const placed = painted(`${name}-placed`, adAlone(made.ad, made.placement, 1));
    expect([placed.width, placed.height]).toEqual([original.width, original.height]);
    const inked = original.grey.filter((grey) => grey < 250).length;
    expect(inked).toBeGreaterThan(1000);
    expect(strayPixels(original, placed)).toBeLessThan(inked / 200);
  });

  it.each(
    ALL_ADS.filter(({ wants }) => wants === 'right' || wants === 'mended').map(
      (ad) => [ad.name, ad] as const,
    ),
  )(
    'is sound for qpdf and Ghostscript: %s',
    async (_, ad) => {
      const order = orderFor(await adPress(), ad.page);
      const made = await makeAd(await ad.make(), { ...order, mends: ['spots', 'colours', 'ink'] });
      if (made.ad === undefined || made.placement === undefined) throw new Error(ad.name);
      const path = join(folder, 'sound.pdf');
      writeFileSync(path, adAlone(made.ad, made.placement, 1));
      execFileSync('qpdf', ['--check', path], { stdio: 'pipe' });
      const said = execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=nullpage', path]);
      expect(said.toString()).toBe('');
    },
    20_000,
  );

  it('is as large as its own unit says, which poppler leaves out', async () => {
    const bytes = adFile({ page: '/UserUnit 2' });
    const made = await makeAd(bytes, orderFor(await adPress()));
    if (made.ad === undefined || made.placement === undefined) throw new Error('not placed');
    const placed = painted('unit-placed', adAlone(made.ad, made.placement, 1));
    expect(strayPixels(painted('unit-own', bytes, 2 * PPI), placed)).toBeLessThan(50);
    expect(placed.width).toBe(400);
  });

  it('draws nothing of a hidden layer', async () => {
    const hidden = ALL_ADS.find(({ name }) => name === 'with a hidden layer');
    const made = await makeAd((await hidden?.make()) ?? adFile(), orderFor(await adPress()));
    if (made.ad === undefined || made.placement === undefined) throw new Error('not placed');
    const placed = painted('hidden', adAlone(made.ad, made.placement, 1));
    expect(strayPixels(painted('bare', adFile()), placed)).toBe(0);
  });
});
