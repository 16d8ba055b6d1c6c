import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adFile } from '#build/bench/press/ad-files/ad-file.ts';
import { type PlacedFile, pressWithAds } from '#build/bench/press/ad-files/page-with-ads.ts';
import { pressSample } from '#build/bench/press/pressed-sample.ts';
import { readBack } from '#engine/read-back/read-back.ts';
import type { AdPage } from '#engine/units/ad-page.ts';
import { adPress } from './press-demands.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-ads-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const WHOLE: AdPage = { page: 1, widthPt: 200, heightPt: 100, fit: 'whole', mends: [] };
const SEE_THROUGH = adFile({
  resources: '/ExtGState<</T<</ca 0.5>>>>',
  contents: ['/T gs 0 0 1 0 k 20 20 100 50 re f'],
});
const IN_LIGHT = adFile({ contents: ['0.8 0.1 0.1 rg 10 10 90 80 re f'] });

/** A whole pressed page as an ad: Chinese type, a photograph, rules, crop marks around it. */
async function wholePage(): Promise<PlacedFile> {
  const look = { template: 'park-broadsheet', profile: 'newsprint-390x540', standard: 'x4' };
  const { pdf } = await pressSample({ ...look, standard: 'x4' });
  const adPage = { ...WHOLE, widthPt: 1105.512, heightPt: 1530.709, fit: 'stretched' as const };
  return { bytes: pdf, adPage };
}

describe('a page with placed ads', () => {
  it('passes its reading back, qpdf and Ghostscript, and keeps the words of the ads', async () => {
    const press = await adPress();
    const files = [
      { bytes: adFile({ page: '/Rotate 90' }), adPage: { ...WHOLE, widthPt: 100, heightPt: 200 } },
      { bytes: IN_LIGHT, adPage: { ...WHOLE, mends: ['colours' as const] } },
      { bytes: SEE_THROUGH, adPage: WHOLE },
      await wholePage(),
    ];
    const { attempt } = await pressWithAds(files, press);
    if (!attempt.ok) throw new Error(attempt.failure.code);
    const { profile } = press;
    const demands = {
      standard: 'x4' as const,
      trim: profile.trim,
      bleedMm: profile.bleedMm,
      inkLimitPercent: profile.inkLimitPercent,
      outputCondition: profile.outputCondition.identifier,
    };
    const { findings } = readBack(attempt.value, demands);
    expect(findings.filter(({ severity }) => severity === 'blocks press')).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('pdf-transparency-placed');
    const path = join(folder, 'page.pdf');
    writeFileSync(path, attempt.value);
    execFileSync('qpdf', ['--check', path], { stdio: 'pipe' });
    const said = execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=nullpage', path]);
    expect(said.toString()).toBe('');
    const words = execFileSync('pdftotext', [path, '-']).toString();
    expect(words.split('学史力行').length).toBeGreaterThan(2);
    const again = await pressWithAds(files, press);
    expect(again.attempt).toEqual(attempt);
  }, 60_000);

  it('is held when an ad uses light and nobody has let it be turned into inks', async () => {
    const { attempt } = await pressWithAds([{ bytes: IN_LIGHT, adPage: WHOLE }], await adPress());
    expect(attempt).toMatchObject({ ok: false, failure: { code: 'ad-colours-light' } });
  }, 60_000);

  it('is held from X-1a when an ad mixes colours by transparency', async () => {
    const files = [{ bytes: SEE_THROUGH, adPage: WHOLE }];
    const { attempt } = await pressWithAds(files, await adPress(), 'x1a');
    expect(attempt).toMatchObject({ ok: false, failure: { code: 'ad-transparent-x1a' } });
  }, 60_000);
});
