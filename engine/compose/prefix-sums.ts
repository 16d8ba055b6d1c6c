import { isMark } from './character-class.ts';
import type { Gap } from './gaps.ts';
import { SHRINK_STAGES } from './gaps.ts';
import type { Cluster, PrefixSums } from './prepared-text.ts';

/** Running totals of bodies and glue; see PrefixSums for the indexing. */
export function sumClusters(clusters: readonly Cluster[], gaps: readonly Gap[]): PrefixSums {
  const count = clusters.length;
  const bodies = new Float64Array(count + 1);
  const letters = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) {
    const cluster = clusters[index];
    if (cluster === undefined) continue;
    bodies[index + 1] = (bodies[index] ?? 0) + cluster.body;
    letters[index + 1] = (letters[index] ?? 0) + (isMark(cluster.kind) ? 0 : 1);
  }
  return { bodies, letters, ...sumGaps(gaps, count) };
}

type GapSums = Omit<PrefixSums, 'bodies' | 'letters'>;

function sumGaps(gaps: readonly Gap[], count: number): GapSums {
  const room = () => new Float64Array(Math.max(count, 1));
  const naturalGaps = room();
  const places = room();
  const shrink = Array.from({ length: SHRINK_STAGES }, room);
  const stretch = [room(), room()];
  for (let index = 1; index < count; index++) {
    const gap = gaps[index];
    if (gap === undefined) continue;
    naturalGaps[index] = (naturalGaps[index - 1] ?? 0) + gap.natural;
    places[index] = (places[index - 1] ?? 0) + (gap.stretchStage === 0 ? 0 : 1);
    carry(shrink, index, { stage: gap.shrinkStage, amount: gap.natural - gap.min });
    carry(stretch, index, { stage: gap.stretchStage, amount: gap.max - gap.natural });
  }
  return { naturalGaps, places, shrink, stretch };
}

/** Carries every running total on and adds the amount to that of its stage (1 is the first). */
function carry(
  sums: readonly Float64Array[],
  index: number,
  gap: { readonly stage: number; readonly amount: number },
): void {
  for (const [stage, sum] of sums.entries()) {
    sum[index] = (sum[index - 1] ?? 0) + (stage + 1 === gap.stage ? gap.amount : 0);
  }
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
