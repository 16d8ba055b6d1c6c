import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { justifyLine } from '#engine/compose/justify.ts';
import { between, naturalWidth } from '#engine/compose/prefix-sums.ts';
import type { PreparedText } from '#engine/compose/prepared-text.ts';
import type { SetLine } from '#engine/compose/set-lines.ts';
import { setLines } from '#engine/compose/set-lines.ts';
import { prepared } from '#tests/unit/compose/marked-text.ts';
import { measures, paragraphs, SEED_PARAGRAPHS } from './newspaper-text.ts';

const NEVER_STARTS = /^[，。、；：．？！”’）》〉】〕〗］｝」』·–—～…⋯/／%℃‰,;:!?)\]}]/;
const NEVER_ENDS = /[“‘（《〈【〔〖［｛「『/／([{￥№]$/;
const TOLERANCE_EM = 1e-6;

interface Setting {
  readonly looseness?: -1 | 0 | 1;
  readonly indent?: number;
  readonly justify?: boolean;
}

function setAt(text: PreparedText, measure: number, setting: Setting = {}) {
  const { looseness = 0, indent = 0, justify = true } = setting;
  return setLines(text, { measures: [measure], indent, looseness, justify });
}

/** Text of a line without the blanks at its ends, which are dropped. */
function visible(source: string, line: SetLine): string {
  return source.slice(line.start, line.end).trim();
}

/** A dash may start a line (basic level of CLREQ); a sign of number after a blank is a new word. */
function startsBadly(shown: string, afterBlank: boolean): boolean {
  if (/^(——|[-.][\dA-Za-z])/.test(shown)) return shown.startsWith('.') && !afterBlank;
  return NEVER_STARTS.test(shown) || /^[.-]/.test(shown);
}

describe('every paragraph at every measure', () => {
  test('keeps forbidden marks off line starts and line ends, or says where it could not', () => {
    fc.assert(
      fc.property(paragraphs, measures, (source, measure) => {
        const set = setAt(prepared(source), measure);
        const forced = new Set(set?.forced);
        for (const line of set?.lines ?? []) {
          const shown = visible(source, line);
          const isFirst = line.start === 0;
          const isLast = line.end === source.length;
          const afterBlank = /\s$/.test(source.slice(0, line.start));
          if (!isFirst && !forced.has(line.start)) {
            expect(startsBadly(shown, afterBlank), `start of ${shown}`).toBe(false);
          }
          if (!isLast && !forced.has(line.end)) {
            expect(NEVER_ENDS.test(shown) && !shown.endsWith('——'), `end of ${shown}`).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('forces a break only inside what is longer than the line', () => {
    fc.assert(
      fc.property(paragraphs, measures, (source, measure) => {
        const text = prepared(source);
        const legal = [0, ...text.breaks.map((place) => place.at), text.clusters.length];
        for (const offset of setAt(text, measure)?.forced ?? []) {
          const at = text.clusters.findIndex((cluster) => cluster.start === offset);
          const from = legal.findLast((place) => place < at) ?? 0;
          const to = legal.find((place) => place > at) ?? text.clusters.length;
          expect(leastWidth(text, from, to)).toBeGreaterThan(measure);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('fills the measure exactly and never goes beyond it', () => {
    fc.assert(
      fc.property(paragraphs, measures, fc.boolean(), (source, measure, justify) => {
        const text = prepared(source);
        for (const line of setAt(text, measure, { justify })?.lines ?? []) {
          const isAlone = line.to - line.from === 1;
          if (!isAlone) expect(line.width).toBeLessThanOrEqual(line.measure + TOLERANCE_EM);
          const mayOpen = between(text.sums.places, line.from, line.to - 1) > 0;
          const isFull = justify && line.to < text.clusters.length && mayOpen;
          if (isFull) expect(Math.abs(line.width - line.measure)).toBeLessThan(TOLERANCE_EM);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('loses no character and sets none twice', () => {
    fc.assert(
      fc.property(paragraphs, measures, (source, measure) => {
        const text = prepared(source);
        const lines = setAt(text, measure)?.lines ?? [];
        expect(lines.map((line) => source.slice(line.start, line.end)).join('')).toBe(source);
        const clusters = text.clusters.map((cluster) => source.slice(cluster.start, cluster.end));
        expect(clusters.join('')).toBe(source.replace(/[\s\u200b]/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  test('sets the same text the same way twice', () => {
    fc.assert(
      fc.property(paragraphs, measures, (source, measure) => {
        expect(setAt(prepared(source), measure)).toEqual(setAt(prepared(source), measure));
      }),
      { numRuns: 100 },
    );
  });

  test('gains or saves exactly the line asked for, or says that it cannot', () => {
    fc.assert(
      fc.property(paragraphs, measures, fc.constantFrom(-1, 1), (source, measure, looseness) => {
        const text = prepared(source);
        const natural = setAt(text, measure)?.lines.length ?? 0;
        const fitted = setAt(text, measure, { looseness });
        if (fitted === undefined || natural === 0) return;
        expect(fitted.lines).toHaveLength(natural + looseness);
        expect(fitted.forced).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('stages', () => {
  test('a later stage gives way only when the earlier ones are exhausted', () => {
    fc.assert(
      fc.property(paragraphs, measures, (source, measure) => {
        const text = prepared(source);
        for (const line of setAt(text, measure)?.lines ?? []) expectStagesInOrder(text, line);
      }),
      { numRuns: 300 },
    );
  });

  test('all places of a stage give the same share of their room', () => {
    fc.assert(
      fc.property(paragraphs, measures, (source, measure) => {
        const text = prepared(source);
        for (const line of setAt(text, measure)?.lines ?? []) {
          const shares = new Map<number, number>();
          for (const { stage, share } of shrinkShares(text, line)) {
            expect(share).toBeCloseTo(shares.get(stage) ?? share, 6);
            shares.set(stage, share);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/**
 * Total fit minimises the looseness of lines, not their number, so a column that is half a
 * character wider may now and then take a line more, where first fit would not; but never more than
 * one. A number that has to be cut in the narrower column and not in the wider is another text, so
 * to speak.
 */
test('a wider column takes at most one line more', () => {
  fc.assert(
    fc.property(paragraphs, measures, (source, measure) => {
      const text = prepared(source);
      const narrow = setAt(text, measure);
      const wide = setAt(text, measure + 0.5);
      fc.pre(narrow?.forced.length === 0);
      expect(wide?.lines.length).toBeLessThanOrEqual((narrow?.lines.length ?? 0) + 1);
    }),
    { numRuns: 300 },
  );
});

test('no paragraph of the real page takes more lines in a column wider by a character', () => {
  for (const source of SEED_PARAGRAPHS.filter((paragraph) => !paragraph.includes('热线'))) {
    const text = prepared(source);
    for (let measure = 8; measure <= 30; measure++) {
      const narrow = setAt(text, measure, { indent: 2 })?.lines.length ?? 0;
      const wide = setAt(text, measure + 1, { indent: 2 })?.lines.length ?? 0;
      expect(wide, `${source} at ${measure} em`).toBeLessThanOrEqual(narrow);
    }
  }
});

function leastWidth(text: PreparedText, from: number, to: number): number {
  const room = text.sums.shrink.reduce((sum, stage) => sum + between(stage, from, to - 1), 0);
  return naturalWidth(text.sums, from, to) - room + TOLERANCE_EM;
}

function expectStagesInOrder(text: PreparedText, line: SetLine): void {
  const shares = shrinkShares(text, line);
  for (const { stage, share } of shares) {
    if (share < TOLERANCE_EM) continue;
    const earlier = shares.filter((other) => other.stage < stage);
    for (const other of earlier) expect(other.share).toBeGreaterThan(1 - TOLERANCE_EM);
  }
  if (line.widening <= TOLERANCE_EM) return;
  for (const gap of gapsOf(text, line)) {
    const early = gap.stretchStage === 1 || gap.stretchStage === 2;
    const filled = early ? gap.max : gap.natural;
    const opened = gap.stretchStage === 0 ? filled : filled + line.widening;
    expect(gap.width).toBeCloseTo(opened, 6);
  }
}

function gapsOf(text: PreparedText, line: SetLine) {
  const { xs } = justifyLine(text, {
    from: line.from,
    to: line.to,
    measure: line.measure,
    spread: line.width > line.natural,
  });
  return text.gaps.slice(line.from + 1, line.to).map((gap, index) => {
    const body = text.clusters[line.from + index]?.body ?? 0;
    return { ...gap, width: (xs[index + 1] ?? 0) - (xs[index] ?? 0) - body };
  });
}

/** How much of its room each gap of a line gave. */
function shrinkShares(text: PreparedText, line: SetLine) {
  return gapsOf(text, line)
    .filter((gap) => gap.shrinkStage !== 0 && gap.natural - gap.min > TOLERANCE_EM)
    .map((gap) => ({
      stage: gap.shrinkStage,
      share: Math.max(0, (gap.natural - gap.width) / (gap.natural - gap.min)),
    }));
}
