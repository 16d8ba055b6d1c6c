import { isMark } from './character-class.ts';
import type { Gap } from './gaps.ts';
import { SHRINK_STAGES } from './gaps.ts';
import type { Cluster, PrefixSums } from './prepared-text.ts';

/** Running totals of bodies and glue; see PrefixSums for the indexing. */
export function sumClusters(clusters: readonly Cluster[], gaps: readonly Gap[]): PrefixSums {
  const count = clusters.length;
  const sums = emptySums(count + 1);
  const { bodies, letters } = sums;
  for (let index = 0; index < count; index++) {
    const cluster = clusters[index];
    if (cluster === undefined) continue;
    bodies[index + 1] = (bodies[index] ?? 0) + cluster.body;
    letters[index + 1] = (letters[index] ?? 0) + (isMark(cluster.kind) ? 0 : 1);
  }
  for (let index = 1; index < count; index++) {
    const gap = gaps[index];
    if (gap !== undefined) addGap(sums, index, gap);
  }
  return sums;
}

/** All totals lie in one buffer: a keystroke makes a new set of them. */
function emptySums(length: number): PrefixSums {
  const buffer = new Float64Array(length * (TOTALS + SHRINK_STAGES + STRETCH_STAGES));
  let next = 0;
  const total = () => {
    const from = next;
    next += length;
    return buffer.subarray(from, next);
  };
  const [bodies, letters, naturalGaps, places, shrinkRooms] = [
    total(),
    total(),
    total(),
    total(),
    total(),
  ];
  const shrink = Array.from({ length: SHRINK_STAGES }, total);
  const stretch = Array.from({ length: STRETCH_STAGES }, total);
  return { bodies, letters, naturalGaps, places, shrinkRooms, shrink, stretch };
}

/** Totals besides those of the stages. */
const TOTALS = 5;
const STRETCH_STAGES = 2;

function addGap(sums: PrefixSums, index: number, gap: Gap): void {
  const { naturalGaps, places, shrinkRooms, shrink, stretch } = sums;
  const give = gap.shrinkStage === 0 ? 0 : gap.natural - gap.min;
  naturalGaps[index] = (naturalGaps[index - 1] ?? 0) + gap.natural;
  places[index] = (places[index - 1] ?? 0) + (gap.stretchStage === 0 ? 0 : 1);
  shrinkRooms[index] = (shrinkRooms[index - 1] ?? 0) + give;
  carry(shrink, index, { stage: gap.shrinkStage, amount: give });
  carry(stretch, index, { stage: gap.stretchStage, amount: gap.max - gap.natural });
}

/** Carries every running total on and adds the amount to that of its stage (1 is the first). */
function carry(
  sums: readonly Float64Array[],
  index: number,
  gap: { readonly stage: number; readonly amount: number },
): void {
  // Counted, not iterated: iterators made a third of what a keystroke allocates.
  for (let stage = 0; stage < sums.length; stage++) {
    const sum = sums[stage];
    if (sum === undefined) continue;
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
  return between(sums.shrinkRooms, from, to - 1);
}
