import { beforeAll, describe, expect, it } from 'vitest';
import { BAD_PAGES, spoilt } from '#build/bench/press/bad-pages/all-bad-pages.ts';
import { putTogether, takeApart } from '#build/bench/press/loose-pdf.ts';
import { type PressedSample, pressSample } from '#build/bench/press/pressed-sample.ts';
import { readBack } from '#engine/read-back/read-back.ts';

const SAMPLE = { template: 'park-broadsheet', profile: 'newsprint-390x540' };
const good = new Map<string, PressedSample>();

function goodPage(standard: 'x4' | 'x1a'): PressedSample {
  const page = good.get(standard);
  if (page === undefined) throw new Error(`no page was pressed to ${standard}`);
  return page;
}

beforeAll(async () => {
  for (const standard of ['x4', 'x1a'] as const) {
    good.set(standard, await pressSample({ ...SAMPLE, standard }));
  }
}, 60_000);

describe('a page that is taken apart and put together again', () => {
  it.each(['x4', 'x1a'] as const)('is as good as before (%s)', (standard) => {
    const { demands, pdf } = goodPage(standard);
    expect(readBack(putTogether(takeApart(pdf)), demands).findings).toEqual([]);
  });
});

describe('a page spoilt on purpose', () => {
  it('comes in more than eighty ways, each with a name of its own', () => {
    expect(new Set(BAD_PAGES.map(({ name }) => name)).size).toBe(BAD_PAGES.length);
    expect(BAD_PAGES.length).toBeGreaterThan(80);
  });

  it.each(BAD_PAGES)('is caught: $name ($rule)', (bad) => {
    const { demands, pdf } = goodPage(bad.standard);
    const { findings } = readBack(spoilt(pdf, bad), demands);
    const told = findings.map(({ severity, values }) => `${values.rule} ${severity}`);
    expect(told).toContain(`${bad.rule} ${bad.severity}`);
  });
});

describe('torn bytes', () => {
  it('get an answer wherever the file ends', () => {
    const { demands, pdf } = goodPage('x4');
    for (let part = 0; part < 1; part += 0.04) {
      const torn = pdf.subarray(0, Math.floor(pdf.length * part));
      expect(readBack(torn, demands).findings.map(({ code }) => code)).toEqual(['pdf-unreadable']);
    }
  });

  it('get an answer whichever byte is changed', () => {
    const { demands, pdf } = goodPage('x4');
    // A prime step, so that all kinds of places are met.
    for (let at = 13; at < pdf.length; at += 61_007) {
      const changed = Uint8Array.from(pdf);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(() => readBack(changed, demands)).not.toThrow();
    }
  });
});
