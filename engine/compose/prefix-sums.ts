import { isMark } from './character-class.ts';
import type { Gap } from './gaps.ts';
import { SHRINK_STAGES } from './gaps.ts';
import type { Cluster, PrefixSums } from './prepared-text.ts';

/** Running totals of bodies and glue; see PrefixSums for the indexing. */
export function sumClusters(clusters: readonly Cluster[], gaps: readonly Gap[]): PrefixSums {
  const ofGaps = (amount: (gap: Gap) => number) => runningGaps(gaps, clusters.length, amount);
  return {
    bodies: runningBodies(clusters, (cluster) => cluster.body),
    letters: runningBodies(clusters, (cluster) => (isMark(cluster.kind) ? 0 : 1)),
    naturalGaps: ofGaps((gap) => gap.natural),
    shrink: Array.from({ length: SHRINK_STAGES }, (_, index) =>
      ofGaps((gap) => (gap.shrinkStage === index + 1 ? gap.natural - gap.min : 0)),
    ),
    stretch: [1, 2].map((stage) =>
      ofGaps((gap) => (gap.stretchStage === stage ? gap.max - gap.natural : 0)),
    ),
    places: ofGaps((gap) => (gap.stretchStage === 0 ? 0 : 1)),
  };
}

function runningBodies(clusters: readonly Cluster[], amount: (c: Cluster) => number): Float64Array {
  const sums = new Float64Array(clusters.length + 1);
  let total = 0;
  for (const [index, cluster] of clusters.entries()) {
    total += amount(cluster);
    sums[index + 1] = total;
  }
  return sums;
}

function runningGaps(
  gaps: readonly Gap[],
  count: number,
  amount: (gap: Gap) => number,
): Float64Array {
  const sums = new Float64Array(Math.max(count, 1));
  let total = 0;
  for (let index = 1; index < count; index++) {
    const gap = gaps[index];
    if (gap !== undefined) total += amount(gap);
    sums[index] = total;
  }
  return sums;
}

/** Difference of a running total. */
export function between(sums: Float64Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** Width of clusters `from` to `to` (excluded) with natural gaps between them, in em. */
export function naturalWidth(sums: PrefixSums, from: number, to: number): number {
  return between(sums.bodies, from, to) + between(sums.naturalGaps, from, to - 1);
}

/** How much the line can give up in all shrink stages together, in em. */
export function shrinkRoom(sums: PrefixSums, from: number, to: number): number {
  let room = 0;
  for (const stage of sums.shrink) room += between(stage, from, to - 1);
  return room;
}
