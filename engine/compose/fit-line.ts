import { assert } from '#engine/units/assert.ts';

/** How far a headline may be bent to fill its width (撑满). */
export interface FitLimits {
  /** Greatest letter space added or taken between two glyphs, in em. */
  readonly trackingEm: number;
  /** Narrowest and widest drawing of the glyphs (长、扁), 1 as designed. */
  readonly leastScale: number;
  readonly mostScale: number;
}

/** One line to fill its width. */
export interface LineToFit {
  /** Width at tracking 0 and scale 1, edge marks trimmed, in em of the type size. */
  readonly naturalEm: number;
  /** Glyphs of the line; tracking goes between them, one place fewer. */
  readonly glyphCount: number;
  readonly measurePt: number;
  /** Sizes the style permits, in any order; at least one. */
  readonly sizesPt: readonly number[];
  /** `FIT_LIMITS` when left out. */
  readonly limits?: FitLimits;
}

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

/**
 * Fills the width with one line: the nearest size step first, then tracking, then the width of the
 * glyphs, each within its limits. A line that cannot fill is left undistorted at its largest size.
 */
export function fitLine(line: LineToFit): FittedLine {
  const sizes = [...line.sizesPt].sort((a, b) => b - a);
  const largest = sizes[0];
  const smallest = sizes.at(-1);
  assert(largest !== undefined && smallest !== undefined, 'a line is fitted with some size');
  if (line.naturalEm <= 0) return setting(line, { sizePt: largest, trackingEm: 0, scale: 1 });
  const tracked = bySize(line, sizes, { trackingOnly: true });
  if (tracked !== undefined) return tracked;
  const scaled = bySize(line, sizes, { trackingOnly: false });
  if (scaled !== undefined) return scaled;
  const roomy = sizes.find((size) => size * line.naturalEm <= line.measurePt + TOLERANCE_PT);
  if (roomy !== undefined) return fullest(line, roomy);
  const { trackingEm, leastScale } = limitsOf(line);
  return setting(line, { sizePt: smallest, trackingEm: -trackingEm, scale: leastScale });
}

/**
 * Fits the lines of one headline with the same size and scale: the longest fills the width, and the
 * others are tracked to the same length when the limits allow it, as they do for a couplet.
 */
export function fitLines(
  lines: readonly Pick<LineToFit, 'naturalEm' | 'glyphCount'>[],
  room: Omit<LineToFit, 'naturalEm' | 'glyphCount'>,
): FittedLines {
  const [longest] = [...lines].sort((a, b) => b.naturalEm - a.naturalEm);
  assert(longest !== undefined, 'lines are fitted when there are some');
  const lead = fitLine({ ...longest, ...room });
  const { sizePt, horizontalScale } = lead;
  const targetEm = lead.widthPt / (sizePt * horizontalScale);
  const most = limitsOf({ ...longest, ...room }).trackingEm;
  const wanted = lines.map((line) => trackingFor(line, targetEm));
  const equal = lines.every((line, at) => {
    const tracking = wanted[at] ?? 0;
    const width = line.naturalEm + tracking * places(line);
    return Math.abs(tracking) <= most + 1e-9 && Math.abs(width - targetEm) * sizePt < TOLERANCE_PT;
  });
  const trackingsEm = equal ? wanted : lines.map(() => lead.trackingEm);
  const widthsPt = lines.map(
    (line, at) =>
      (line.naturalEm + (trackingsEm[at] ?? 0) * places(line)) * sizePt * horizontalScale,
  );
  return { sizePt, horizontalScale, trackingsEm, widthsPt, equal, result: lead.result };
}

/** The size that needs the least bending to fill the measure; undefined when none can. */
function bySize(
  line: LineToFit,
  sizes: readonly number[],
  { trackingOnly }: { readonly trackingOnly: boolean },
): FittedLine | undefined {
  const limits = limitsOf(line);
  let best: FittedLine | undefined;
  let leastBending = Number.POSITIVE_INFINITY;
  for (const sizePt of sizes) {
    const wanted = trackingFor(line, line.measurePt / sizePt);
    const trackingEm = Math.max(-limits.trackingEm, Math.min(limits.trackingEm, wanted));
    const widthPt = (line.naturalEm + trackingEm * places(line)) * sizePt;
    const scale = line.measurePt / widthPt;
    const whole = Math.abs(scale - 1) * line.measurePt < TOLERANCE_PT;
    const allowed = trackingOnly ? whole : scale >= limits.leastScale && scale <= limits.mostScale;
    const bending = trackingOnly ? Math.abs(trackingEm) : Math.abs(scale - 1);
    if (!allowed || bending >= leastBending) continue;
    leastBending = bending;
    best = setting(line, { sizePt, trackingEm, scale: trackingOnly ? 1 : scale });
  }
  return best;
}

/** Bent as far as permitted when that looks full, else as designed. */
function fullest(line: LineToFit, sizePt: number): FittedLine {
  const { trackingEm, mostScale } = limitsOf(line);
  const bent = setting(line, { sizePt, trackingEm, scale: mostScale });
  return bent.result === 'filled' ? bent : setting(line, { sizePt, trackingEm: 0, scale: 1 });
}

function setting(
  line: LineToFit,
  { sizePt, trackingEm, scale }: { sizePt: number; trackingEm: number; scale: number },
): FittedLine {
  const widthPt = (line.naturalEm + trackingEm * places(line)) * sizePt * scale;
  const tooWide = widthPt > line.measurePt + TOLERANCE_PT;
  const result = tooWide ? 'too wide' : widthPt < FULL * line.measurePt ? 'short' : 'filled';
  return { sizePt, trackingEm, horizontalScale: scale, widthPt, result };
}

function limitsOf(line: LineToFit): FitLimits {
  return line.limits ?? FIT_LIMITS;
}

function places({ glyphCount }: Pick<LineToFit, 'glyphCount'>): number {
  return Math.max(0, glyphCount - 1);
}

/** Letter space that brings the line to this length; 0 when there is no place for any. */
function trackingFor(line: Pick<LineToFit, 'naturalEm' | 'glyphCount'>, lengthEm: number): number {
  return places(line) === 0 ? 0 : (lengthEm - line.naturalEm) / places(line);
}
