import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BreakRequest } from '#engine/compose/break-lines.ts';
import {
  breakLines,
  HOPELESS_COST,
  LOOSEST_EM,
  measureOf,
  RUNT_COST,
  SHRINK_COST,
  SPREAD_COST,
  STRETCH_COST,
  STRETCH_UNIT_EM,
  WORST_HOLE_COST,
} from '#engine/compose/break-lines.ts';
import type { Gap } from '#engine/compose/gaps.ts';
import type { PreparedText } from '#engine/compose/prepared-text.ts';
import { prepared } from '#tests/unit/compose/marked-text.ts';
import { newspaperText } from './newspaper-text.ts';

/** Longest text that is broken in every possible way: 2^13 divisions. */
const MOST_CLUSTERS = 14;

const TOLERANCE_EM = 1e-6;
const MARK =
  /^(open|close|comma|period|query|queryRun|dash|ellipsis|connector|middleDot|slash|ascii)/;

interface Line {
  readonly from: number;
  readonly to: number;
  readonly measure: number;
  /** Most that a gap may be widened, in em. */
  readonly limit: number;
}

/**
 * Cost of one line as break-lines states it, added up gap by gap; infinite when it does not fit.
 */
function costOfLine(text: PreparedText, { from, to, measure, limit }: Line): number {
  const clusters = text.clusters.slice(from, to);
  const gaps = text.gaps.slice(from + 1, to);
  const sum = (amount: (gap: Gap) => number) => gaps.reduce((total, gap) => total + amount(gap), 0);
  const bodies = clusters.reduce((total, cluster) => total + cluster.body, 0);
  const spare = measure - bodies - sum((gap) => gap.natural);
  const isLast = to === text.clusters.length;
  const letters = clusters.filter(({ kind }) => !MARK.test(kind)).length;
  const runt = isLast && from > 0 && letters < 2 ? RUNT_COST : 0;
  if (spare < -TOLERANCE_EM) {
    const room = sum((gap) => (gap.shrinkStage === 0 ? 0 : gap.natural - gap.min));
    if (-spare <= room + TOLERANCE_EM) return runt + SHRINK_COST * (spare / room) ** 2;
    return clusters.length === 1 ? runt + HOPELESS_COST : Number.POSITIVE_INFINITY;
  }
  if (isLast || spare <= TOLERANCE_EM) return runt;
  const early = sum(({ stretchStage, max, natural }) =>
    stretchStage === 1 || stretchStage === 2 ? max - natural : 0,
  );
  const places = gaps.filter((gap) => gap.stretchStage !== 0).length;
  const widening = Math.max(0, spare - early) / places;
  if (widening > limit) return Number.POSITIVE_INFINITY;
  if (places > 0) return SPREAD_COST + STRETCH_COST * (widening / STRETCH_UNIT_EM) ** 3;
  const spaced = spare / (clusters.length + 1);
  return HOPELESS_COST + Math.min(STRETCH_COST * (spaced / STRETCH_UNIT_EM) ** 3, WORST_HOLE_COST);
}

/** What the divisions are picked from. */
interface Choice {
  readonly limit: number;
  /** Number of lines; any when left out. */
  readonly lines?: number;
}

/** Least cost over all divisions at legal breaks, tried one by one. */
function leastCost(text: PreparedText, request: BreakRequest, choice: Choice): number {
  let least = Number.POSITIVE_INFINITY;
  for (let chosen = 0; chosen < 2 ** text.breaks.length; chosen++) {
    const ends = text.breaks.filter((_place, index) => (chosen >> index) & 1);
    if (choice.lines !== undefined && ends.length + 1 !== choice.lines) continue;
    const end = { at: text.clusters.length, penalty: 0 };
    let cost = 0;
    let from = 0;
    for (const [line, { at, penalty }] of [...ends, end].entries()) {
      const measure = measureOf(request, line);
      cost += penalty + costOfLine(text, { from, to: at, measure, limit: choice.limit });
      from = at;
    }
    least = Math.min(least, cost);
  }
  return least;
}

const requests: fc.Arbitrary<BreakRequest> = fc.record({
  measures: fc.array(
    fc.integer({ min: 6, max: 24 }).map((halves) => halves / 2),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  indent: fc.constantFrom(0, 0, 2),
  looseness: fc.constant(0 as const),
});

test('finds the cheapest of all divisions of a short text', () => {
  fc.assert(
    fc.property(newspaperText(9), requests, (source, request) => {
      const text = prepared(source);
      fc.pre(text.clusters.length > 0 && text.clusters.length <= MOST_CLUSTERS);
      const broken = breakLines(text, request);
      fc.pre(broken?.forced.length === 0);
      const least = leastCost(text, request, { limit: Number.POSITIVE_INFINITY });
      expect(broken?.cost).toBeCloseTo(least, 6);
    }),
    { numRuns: 250 },
  );
});

test('finds the cheapest division with one line more or less, if there is one', () => {
  fc.assert(
    fc.property(
      newspaperText(9),
      requests,
      fc.constantFrom(-1, 1),
      (source, request, looseness) => {
        const text = prepared(source);
        fc.pre(text.clusters.length > 0 && text.clusters.length <= MOST_CLUSTERS);
        const natural = breakLines(text, request);
        fc.pre(natural?.forced.length === 0);
        const lines = (natural?.ends.length ?? 0) + looseness;
        const least = leastCost(text, request, { limit: LOOSEST_EM, lines });
        const fitted = breakLines(text, { ...request, looseness });
        if (least >= HOPELESS_COST) expect(fitted).toBeUndefined();
        else expect(fitted?.cost).toBeCloseTo(least, 6);
      },
    ),
    { numRuns: 250 },
  );
});
