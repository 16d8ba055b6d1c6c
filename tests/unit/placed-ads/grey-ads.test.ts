import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adFile, MARK } from '#build/bench/press/ad-files/ad-file.ts';
import { ALL_ADS, orderFor } from '#build/bench/press/ad-files/all-ads.ts';
import { adAlone } from '#engine/placed-ads/judge-ad.ts';
import { makeAd } from '#engine/placed-ads/make-ad.ts';
import type { AdMend } from '#engine/units/ad-page.ts';
import { adPress } from './press-demands.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-grey-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const GREY: readonly AdMend[] = ['spots', 'colours', 'grey'];

/** How much of the page each plate inks, by Ghostscript: cyan, magenta, yellow, black. */
async function plates(bytes: Uint8Array, mends = GREY, page = 1): Promise<readonly number[]> {
  const made = await makeAd(bytes, { ...orderFor(await adPress(), page), mends });
  if (made.ad === undefined || made.placement === undefined) throw new Error('not placed');
  const path = join(folder, 'grey.pdf');
  writeFileSync(path, adAlone(made.ad, made.placement, 1));
  const words = ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=ink_cov', '-o', '-', path];
  const said = execFileSync('gs', words).toString();
  return said.trim().split(/\s+/u).slice(0, 4).map(Number);
}

const PLACED = ALL_ADS.filter(({ wants }) => wants === 'right' || wants === 'mended');

it.each(PLACED.map((ad) => [ad.name, ad] as const))(
  'an ad that is put on the black plate leaves the others bare: %s',
  async (_, ad) => {
    const [cyan, magenta, yellow, black] = await plates(await ad.make(), GREY, ad.page);
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    expect(black).toBeGreaterThan(0);
  },
  20_000,
);

it('an ad on the black plate keeps its lines as lines, as dark as they were', async () => {
  const colours = await plates(adFile({ contents: [MARK] }), []);
  expect(colours[0]).toBeGreaterThan(0);
  const order = { ...orderFor(await adPress()), mends: GREY };
  const made = await makeAd(adFile({ contents: ['1 0 0 0 k 10 10 40 30 re f'] }), order);
  expect(made.findings.map(({ code }) => code)).toContain('ad-made-grey');
  expect(made.ad?.parts.some(({ body }) => body.join('').includes('/Image'))).toBe(false);
  const [, , , black = 0] = await plates(adFile({ contents: ['1 0 0 0 k 0 0 200 100 re f'] }));
  expect(black).toBeCloseTo(30, 0);
});
