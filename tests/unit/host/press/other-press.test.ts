import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pressSample } from '#build/bench/press/pressed-sample.ts';
import { greatestInkPercent, inksOfPixels } from '#engine/press/ink-table.ts';
import { loadPressProfile, makeInkTable } from '#host/press/load-press-profile.ts';
import { judge, platesOf } from '#tests/unit/press/read-pdf.ts';
import { COATED_ICC, rebuiltIcc, type TagChange } from '#tests/unit/press/rebuilt-icc.ts';
import { type ProfileFolder, profileFolder } from './planted-profile.ts';

const NEWSPRINT_ICC = readFileSync('templates/press-profiles/newsprint-tr002-tac220.icc');

describe('a press with another .icc file', () => {
  it('takes more ink on coated paper, and more colour where a picture is dark', async () => {
    const [coated, newsprint] = [await makeInkTable(COATED_ICC), await makeInkTable(NEWSPRINT_ICC)];
    expect(greatestInkPercent(newsprint)).toBeLessThan(220);
    expect(greatestInkPercent(coated)).toBeGreaterThan(260);
    const dark = Uint8Array.of(24, 22, 20);
    const colour = (table: typeof coated) => {
      const [cyan = 0, magenta = 0, yellow = 0] = inksOfPixels(table, dark);
      return (cyan + magenta + yellow) / 2.55;
    };
    expect(colour(coated)).toBeGreaterThan(colour(newsprint) + 50);
  });

  it.each(['x4', 'x1a'] as const)(
    'presses a page that other readers find whole: %s',
    async (standard) => {
      const look = { template: 'park-broadsheet', profile: 'coated-heatset', standard } as const;
      const { pdf, demands } = await pressSample(look);
      expect(judge(pdf, 'qpdf', '--check', 'page.pdf')).toContain('No syntax');
      expect(Buffer.from(pdf).toString('latin1')).toContain('(CGATS TR 003)');
      const { black, cyan, magenta, yellow, widthPx, heightPx } = platesOf(pdf, 60);
      // Within the bleed: outside it stand crop marks on every plate.
      const edge = Math.ceil((19 / 25.4) * 60);
      let most = 0;
      for (let y = edge; y < heightPx - edge; y += 1) {
        for (let x = edge; x < widthPx - edge; x += 1) {
          const at = y * widthPx + x;
          const all = [black, cyan, magenta, yellow].map((plate) => plate[at] ?? 0);
          most = Math.max(most, all.reduce((sum, one) => sum + one, 0) / 2.55);
        }
      }
      expect(most).toBeGreaterThan(150);
      expect(most).toBeLessThan(demands.inkLimitPercent);
    },
    60_000,
  );
});

describe('an .icc file of the print shop', () => {
  let files: ProfileFolder;
  beforeEach(() => {
    files = profileFolder();
  });
  afterEach(() => files.remove());

  async function outcomeOf(icc: Uint8Array): Promise<string> {
    writeFileSync(join(files.folder, 'shop.icc'), icc);
    files.change({ icc: 'shop.icc', inkLimitPercent: 300 });
    const loaded = await loadPressProfile(files.profile);
    return loaded.ok ? 'will do' : loaded.failure.code;
  }

  const only: TagChange = (tag, own) => (/^(?:A2B|B2A)[12]$/u.test(tag) ? undefined : own);
  const noise: TagChange = (tag, own) =>
    tag.startsWith('B2A') ? own.map((byte, at) => (at < 60 ? byte : (at * 7919) & 255)) : own;
  const empty: TagChange = (tag, own) =>
    /^B2A[01]$/u.test(tag) ? new Uint8Array(own.length) : own;
  const same: TagChange = (_, own) => own;

  it.each([
    ['of version 2', rebuiltIcc(same), 'will do'],
    ['of version 4', rebuiltIcc(same, { 8: 4, 9: 0x20 }), 'will do'],
    ['with one intent only', rebuiltIcc(only), 'will do'],
    ['with noise for tables, which would tint the paper', rebuiltIcc(noise), 'icc-tints-paper'],
    [
      'that calls its Lab tables XYZ',
      rebuiltIcc(same, { 20: 0x58, 21: 0x59, 22: 0x5a }),
      'icc-tints-paper',
    ],
    ['with an empty table', rebuiltIcc(empty), 'icc-broken'],
    ['of an unknown colour space', rebuiltIcc(same, { 20: 0x51 }), 'icc-broken'],
    [
      'of three colours',
      rebuiltIcc(same, { 16: 0x52, 17: 0x47, 18: 0x42, 19: 0x20 }),
      'icc-not-cmyk',
    ],
    ['of a screen', rebuiltIcc(same, { 12: 0x6d, 13: 0x6e }), 'icc-not-output'],
    ['of version 5', rebuiltIcc(same, { 8: 5 }), 'icc-version'],
  ] as const)('%s is taken or refused in words', async (_, icc, outcome) => {
    expect(await outcomeOf(icc)).toBe(outcome);
  });
});
