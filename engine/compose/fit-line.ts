import { assert } from '#engine/units/assert.ts';

/** How far a headline may be bent to fill its width (撑满). */
export interface FitLimits {
  /** Greatest letter space added or taken between two glyphs, in em. */
  readonly trackingEm: number;
  /** Narrowest and widest drawing of the glyphs (长、扁), 1 as designed. */
  readonly leastScale: number;
  readonly mostScale: number;
}

/** A line before it is fitted. */
export interface LineLength {
  /** Width at tracking 0 and scale 1, edge marks trimmed, in em of the type size. */
  readonly naturalEm: number;
  /** Glyphs of the line; tracking goes between them, one place fewer. */
  readonly glyphCount: number;
}

/** What is to be filled, and by which means. */
export interface Room {
  readonly measurePt: number;
  /** Sizes the style permits, in any order; at least one. */
  readonly sizesPt: readonly number[];
  /** `FIT_LIMITS` when left out. */
  readonly limits?: FitLimits;
}

/** One line and its room. */
export interface LineToFit extends LineLength, Room {}

/** The setting that was found. */
export interface FittedLine {
  readonly sizePt: number;
  readonly trackingEm: number;
  readonly horizontalScale: number;
  readonly widthPt: number;
  /** `short`: less than 97 % of the width is filled; `too wide`: the line sticks out. */
  readonly result: 'filled' | 'short' | 'too wide';
}

/** Lines of one headline that share size and scale. */
export interface FittedLines {
  readonly sizePt: number;
  readonly horizontalScale: number;
  /** For each line, in the order given. */
  readonly trackingsEm: readonly number[];
  readonly widthsPt: readonly number[];
  /** True when all lines came out equally long, as a couplet (对仗) must. */
  readonly equal: boolean;
  readonly result: FittedLine['result'];
}

/** newsroom.md 2.3 and composition rule H5: tracking within 5 %, glyphs 90 to 110 % wide. */
export const FIT_LIMITS: FitLimits = { trackingEm: 0.05, leastScale: 0.9, mostScale: 1.1 };

/**
 * Type sizes of headlines in points. From 10 pt on the steps are at most 12.5 %, and 10 % from
 * 20 pt on, so that tracking of ±5 % reaches from one step to the next; 五号 10.5, 小二 18, 二号 22,
 * 小一 24, 一号 26, 小初 36, 初号 42, 特号 54, 63 and 72 are among them.
 */
const SIZE_LADDER_PT: readonly number[] = [
  9, 10, 10.5, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 39, 42, 46, 50, 54,
  58, 63, 68, 72, 79, 85, 92, 100,
];

/** A line filled to this share looks full (newsroom.md, G8). */
const FULL = 0.97;
const TOLERANCE_PT = 0.001;
const TOLERANCE_EM = 1e-9;

/** The steps of the size ladder from `leastPt` to `mostPt`, both of them included. */
export function sizeSteps({
  leastPt,
  mostPt,
}: {
  readonly leastPt: number;
  readonly mostPt: number;
}): readonly number[] {
  const between = SIZE_LADDER_PT.filter((size) => size > leastPt && size < mostPt);
  return leastPt < mostPt ? [leastPt, ...between, mostPt] : [mostPt];
}

/** The next step of the ladder below or above a size; undefined at its ends. */
export function nextSize(sizePt: number, way: 'down' | 'up'): number | undefined {
  if (way === 'up') return SIZE_LADDER_PT.find((size) => size > sizePt + TOLERANCE_PT);
  return SIZE_LADDER_PT.findLast((size) => size < sizePt - TOLERANCE_PT);
}

/**
 * Fills the width with one line: the nearest size step first, then tracking, then the width of the
 * glyphs, each within its limits. A line that cannot fill is left undistorted at its largest size.
 */
export function fitLine(line: LineToFit): FittedLine {
  const { sizePt, horizontalScale, lengthEm } = bend([line], line);
  const widthPt = lengthEm * sizePt * horizontalScale;
  const trackingEm = trackingFor(line, lengthEm);
  return { sizePt, trackingEm, horizontalScale, widthPt, result: resultOf(widthPt, line) };
}

/**
 * Fits the lines of one headline with the same size and scale. Lines that can be made equally long
 * within the limits fill the width together, as a couplet does; otherwise the longest fills it and
 * the others take its letter space.
 */
export function fitLines(lines: readonly LineLength[], room: Room): FittedLines {
  const [longest] = [...lines].sort((a, b) => b.naturalEm - a.naturalEm);
  assert(longest !== undefined, 'lines are fitted when there are some');
  const reach = reachOf(lines, limitsOf(room));
  const equal = reach.least <= reach.most + TOLERANCE_EM;
  const { sizePt, horizontalScale, lengthEm } = bend(equal ? lines : [longest], room);
  const shared = trackingFor(longest, lengthEm);
  const trackingsEm = lines.map((line) => (equal ? trackingFor(line, lengthEm) : shared));
  const widthsPt = lines.map((line, at) => {
    const natural = line.naturalEm + (trackingsEm[at] ?? 0) * places(line);
    return natural * sizePt * horizontalScale;
  });
  const result = resultOf(lengthEm * sizePt * horizontalScale, room);
  return { sizePt, horizontalScale, trackingsEm, widthsPt, equal, result };
}

/** A size, a scale, and the length to which every line is tracked. */
interface Bend {
  readonly sizePt: number;
  readonly horizontalScale: number;
  /** At scale 1. */
  readonly lengthEm: number;
}

/** The order of the means: size, tracking, scale; then as designed, or as narrow as permitted. */
function bend(lines: readonly LineLength[], room: Room): Bend {
  const limits = limitsOf(room);
  const sizes = [...room.sizesPt].sort((a, b) => b - a);
  const largest = sizes[0];
  const smallest = sizes.at(-1);
  assert(largest !== undefined && smallest !== undefined, 'a line is fitted with some size');
  const reach = reachOf(lines, limits);
  if (reach.natural <= 0) return { sizePt: largest, horizontalScale: 1, lengthEm: 0 };
  const whole = trackedBend(lines, { sizes, reach, measurePt: room.measurePt });
  if (whole !== undefined) return whole;
  const scaled = scaledBend(sizes, reach, room);
  if (scaled !== undefined) return scaled;
  const roomy = sizes.find((size) => size * reach.natural <= room.measurePt + TOLERANCE_PT);
  if (roomy === undefined) {
    return { sizePt: smallest, horizontalScale: limits.leastScale, lengthEm: reach.least };
  }
  const fullest = { sizePt: roomy, horizontalScale: limits.mostScale, lengthEm: reach.most };
  const widthPt = fullest.lengthEm * fullest.sizePt * fullest.horizontalScale;
  if (resultOf(widthPt, room) === 'filled') return fullest;
  return { sizePt: roomy, horizontalScale: 1, lengthEm: reach.natural };
}

/** The size at which the least tracking fills the measure; undefined when none does. */
function trackedBend(
  lines: readonly LineLength[],
  to: { readonly sizes: readonly number[]; readonly reach: Reach; readonly measurePt: number },
): Bend | undefined {
  let best: Bend | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const sizePt of to.sizes) {
    const lengthEm = to.measurePt / sizePt;
    const { reach } = to;
    if (lengthEm < reach.least - TOLERANCE_EM || lengthEm > reach.most + TOLERANCE_EM) continue;
    const tracking = Math.max(...lines.map((line) => Math.abs(trackingFor(line, lengthEm))));
    if (tracking >= least) continue;
    least = tracking;
    best = { sizePt, horizontalScale: 1, lengthEm };
  }
  return best;
}

/** The size at which the glyphs, tracked to the limit, need the least change of their width. */
function scaledBend(sizes: readonly number[], reach: Reach, room: Room): Bend | undefined {
  const { leastScale, mostScale } = limitsOf(room);
  let best: Bend | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const sizePt of sizes) {
    const lengthEm = Math.max(reach.least, Math.min(reach.most, room.measurePt / sizePt));
    const horizontalScale = room.measurePt / (lengthEm * sizePt);
    if (horizontalScale < leastScale || horizontalScale > mostScale) continue;
    if (Math.abs(horizontalScale - 1) >= least) continue;
    least = Math.abs(horizontalScale - 1);
    best = { sizePt, horizontalScale, lengthEm };
  }
  return best;
}

/** Lengths in em that tracking can give to all the lines at once; none when least > most. */
interface Reach {
  readonly least: number;
  readonly natural: number;
  readonly most: number;
}

function reachOf(lines: readonly LineLength[], { trackingEm }: FitLimits): Reach {
  const least = Math.max(...lines.map((line) => line.naturalEm - trackingEm * places(line)));
  const most = Math.min(...lines.map((line) => line.naturalEm + trackingEm * places(line)));
  const longest = Math.max(...lines.map((line) => line.naturalEm));
  return { least, natural: Math.min(longest, Math.max(most, least)), most };
}

function resultOf(widthPt: number, { measurePt }: Room): FittedLine['result'] {
  if (widthPt > measurePt + TOLERANCE_PT) return 'too wide';
  return widthPt < FULL * measurePt ? 'short' : 'filled';
}

function limitsOf(room: Room): FitLimits {
  return room.limits ?? FIT_LIMITS;
}

function places({ glyphCount }: LineLength): number {
  return Math.max(0, glyphCount - 1);
}

/** Letter space that brings the line to this length; 0 when there is no place for any. */
function trackingFor(line: LineLength, lengthEm: number): number {
  return places(line) === 0 ? 0 : (lengthEm - line.naturalEm) / places(line);
}
