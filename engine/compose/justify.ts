import { between, naturalWidth } from './prefix-sums.ts';
import type { PreparedText } from './prepared-text.ts';

/** A line to be set; `measure` is without indent. Lengths in em of the type size. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
  readonly measure: number;
  /** Spread to the full measure; otherwise only shrunk when too long. */
  readonly spread: boolean;
}

/** Cluster positions of a set line, relative to its start. */
export interface JustifiedLine {
  /** Left edge of the body of each cluster. */
  readonly xs: Float64Array;
  readonly natural: number;
  readonly width: number;
  /** Widening of every gap in the last stretch stage; 0 for natural and shrunk lines. */
  readonly widening: number;
}

/** Gaps of one stage give or take together: each by the same share of its own room. */
interface StagePlan {
  /** Share of its room that a gap of each shrink stage gives, first stage first. */
  readonly shrink: readonly number[];
  /** Share of its room that a gap of stretch stages 1 and 2 takes. */
  readonly stretch: readonly number[];
  readonly widening: number;
}

/** Places the clusters of a line: shrink or stretch stage by stage (composition rule 1.3). */
export function justifyLine(text: PreparedText, range: LineRange): JustifiedLine {
  const natural = naturalWidth(text.sums, range.from, range.to);
  const plan = planStages(text, range, range.measure - natural);
  const xs = new Float64Array(range.to - range.from);
  let x = 0;
  for (let index = range.from; index < range.to; index++) {
    if (index > range.from) x += gapWidth(text, index, plan);
    xs[index - range.from] = x;
    x += text.clusters[index]?.body ?? 0;
  }
  return { xs, natural, width: x, widening: plan.widening };
}

const NATURAL: StagePlan = { shrink: [0, 0, 0, 0, 0], stretch: [0, 0], widening: 0 };

function planStages(text: PreparedText, range: LineRange, spare: number): StagePlan {
  if (spare < 0) return planShrink(text, range, -spare);
  return range.spread && spare > 0 ? planStretch(text, range, spare) : NATURAL;
}

function planShrink(text: PreparedText, range: LineRange, excess: number): StagePlan {
  const shares = takeInTurn(text.sums.shrink, range, excess);
  return { shrink: shares.shares, stretch: [0, 0], widening: 0 };
}

function planStretch(text: PreparedText, range: LineRange, spare: number): StagePlan {
  const taken = takeInTurn(text.sums.stretch, range, spare);
  const places = between(text.sums.places, range.from, range.to - 1);
  const widening = places > 0 ? taken.rest / places : 0;
  return { shrink: NATURAL.shrink, stretch: taken.shares, widening };
}

function takeInTurn(
  stages: readonly Float64Array[],
  range: LineRange,
  amount: number,
): { readonly shares: readonly number[]; readonly rest: number } {
  let rest = amount;
  const shares = stages.map((stage) => {
    const room = between(stage, range.from, range.to - 1);
    if (room <= 0 || rest <= 0) return 0;
    const taken = Math.min(room, rest);
    rest -= taken;
    return taken / room;
  });
  return { shares, rest };
}

function gapWidth(text: PreparedText, index: number, plan: StagePlan): number {
  const gap = text.gaps[index];
  if (gap === undefined) return 0;
  const shrink = gap.shrinkStage === 0 ? 0 : (plan.shrink[gap.shrinkStage - 1] ?? 0);
  const early = gap.stretchStage === 1 || gap.stretchStage === 2;
  const stretch = early ? (plan.stretch[gap.stretchStage - 1] ?? 0) : 0;
  const opened = gap.stretchStage === 0 ? 0 : plan.widening;
  return (
    gap.natural - shrink * (gap.natural - gap.min) + stretch * (gap.max - gap.natural) + opened
  );
}
