import type { FlowPath, PathEnd } from './choose-looseness.ts';
import { chooseLooseness, FAULT_WEIGHT, fillPlainly } from './choose-looseness.ts';
import type { FlowFrame, FlowPiece } from './flow-piece.ts';
import type { ParagraphBreaks } from './paragraph-breaks.ts';
import type { FlowMatter } from './place-piece.ts';
import { slotRow } from './slot-row.ts';

/** A row of slots filled from its beginning. */
export interface FilledRow {
  readonly matter: FlowMatter;
  readonly path: FlowPath;
}

/** A thread that ends in its last frame. */
export interface LevelRequest {
  readonly pieces: readonly FlowPiece[];
  readonly breaks: ParagraphBreaks;
  readonly frames: readonly FlowFrame[];
}

/** Lines by which cures may move the text; a boundary is never more than a few lines from good. */
export const CURE_REACH = 4;

/**
 * A column line more than the text needs is a fault between one empty slot and a heading with too
 * little under it, so that a heading may claim it.
 */
const DEEPER_THAN_NEEDED = 2;

/**
 * Fills the last frame with its columns level (拉平): all end on the same body line, the least that
 * holds the text, and only the last column is short. With columns of equal height that is
 * ceil(lines / columns) each. Faults at the column ends are cured at this depth, or else by saving
 * or gaining enough lines for one line less or more. Around headlines, which cannot be parted, the
 * columns may be one line deeper than they must. Undefined when the frames cannot hold the text.
 */
export function levelColumns(request: LevelRequest): FilledRow | undefined {
  const slotsAbove = slotsByDepth(request.frames);
  const plain = shallowestFit(request, slotsAbove);
  if (plain === undefined || plain.path.severity === 0) return plain;
  let best: FilledRow = plain;
  for (const attempt of attempts(request, plain.depth)) {
    if (attempt.depth < 1 || attempt.depth >= slotsAbove.length) continue;
    if (best.path.severity === 0) break;
    const cured = cureAtDepth(request, { ...attempt, plain, slotsAbove });
    if (cured !== undefined && cured.path.score < best.path.score) best = cured;
  }
  return best;
}

interface Attempt {
  readonly depth: number;
  /** Lines that it may be deeper than the text needs. */
  readonly deeper: number;
}

function attempts(request: LevelRequest, depth: number): readonly Attempt[] {
  const level = [depth, depth - 1, depth + 1].map((one) => ({ depth: one, deeper: 0 }));
  const hasHeadings = request.pieces.some(
    (piece) => piece.kind === 'slab' || piece.keepWithNextLines > 0,
  );
  return hasHeadings ? [...level, { depth: depth + 1, deeper: 1 }] : level;
}

/** By depth of the last frame: slots of all frames down to there. */
function slotsByDepth(frames: readonly FlowFrame[]): readonly number[] {
  const counts: number[] = [0];
  for (const [index, { columns }] of frames.entries()) {
    for (const { slots } of columns) {
      if (index < frames.length - 1) counts[0] = (counts[0] ?? 0) + slots.length;
      else for (const { line } of slots) counts[line + 1] = (counts[line + 1] ?? 0) + 1;
    }
  }
  let above = 0;
  return Array.from(counts, (count = 0) => {
    above += count;
    return above;
  });
}

/** Least depth that has that many slots. */
function leastDepth(slotsAbove: readonly number[], slots: number): number {
  const depth = slotsAbove.findIndex((count) => count >= slots);
  return depth < 0 ? slotsAbove.length - 1 : depth;
}

interface PlainFit extends FilledRow {
  readonly depth: number;
}

/**
 * The least depth that holds the text as it comes. The number of lines gives it at once, unless a
 * slab leaves holes or lines of different length change the number: then it is a few steps off.
 */
function shallowestFit(request: LevelRequest, slotsAbove: readonly number[]): PlainFit | undefined {
  const deepest = slotsAbove.length - 1;
  let best = fitAt(request, deepest);
  if (best === undefined) return undefined;
  for (let depth = leastDepth(slotsAbove, best.path.end); depth < deepest; depth++) {
    const fit = fitAt(request, depth);
    if (fit === undefined) continue;
    best = fit;
    break;
  }
  while (best.depth > 0) {
    const fit = fitAt(request, best.depth - 1);
    if (fit === undefined) break;
    best = fit;
  }
  return best;
}

function fitAt(request: LevelRequest, depth: number): PlainFit | undefined {
  const { pieces, breaks, frames } = request;
  const matter = { pieces, breaks, row: slotRow(frames, depth) };
  const path = fillPlainly(matter);
  return path.end > matter.row.count ? undefined : { depth, matter, path };
}

interface CureRequest extends Attempt {
  readonly plain: PlainFit;
  readonly slotsAbove: readonly number[];
}

function cureAtDepth(request: LevelRequest, cure: CureRequest): FilledRow | undefined {
  const { depth, deeper, plain, slotsAbove } = cure;
  const { pieces, breaks, frames } = request;
  const isPlainDepth = depth === plain.depth;
  const matter = isPlainDepth ? plain.matter : { pieces, breaks, row: slotRow(frames, depth) };
  const plainPath = isPlainDepth ? plain.path : fillPlainly(matter);
  // Headlines leave even the plain filling deeper than its lines need; a cure may be as deep.
  const given = plain.depth - leastDepth(slotsAbove, linesOf(plain.path)) + deeper;
  const path = chooseLooseness(matter, {
    plain: plainPath,
    reach: CURE_REACH,
    accepts: (last) =>
      last.end <= matter.row.count && depth - leastDepth(slotsAbove, linesOf(last)) <= given,
  });
  if (path === undefined) return undefined;
  const fault = deeper * DEEPER_THAN_NEEDED;
  const severity = path.severity + fault;
  return { matter, path: { ...path, severity, score: path.score + fault * FAULT_WEIGHT } };
}

function linesOf(path: PathEnd): number {
  return path.end - path.empty;
}
