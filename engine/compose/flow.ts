import type { Finding } from '#engine/units/finding.ts';
import type { FlowPath } from './choose-looseness.ts';
import { chooseLooseness, fillPlainly } from './choose-looseness.ts';
import { reviewColumnEnds } from './column-ends.ts';
import type { FlowFrame, FlowPiece, PlacedPiece, Setting } from './flow-piece.ts';
import type { FilledRow } from './level-columns.ts';
import { CURE_REACH, levelColumns } from './level-columns.ts';
import { ParagraphBreaks } from './paragraph-breaks.ts';
import type { FlowMatter, Placement } from './place-piece.ts';
import { columnPartsOf } from './place-piece.ts';
import type { SlotRow } from './slot-row.ts';
import { slotRow } from './slot-row.ts';

/** A thread to fill. */
export interface FlowRequest {
  readonly pieces: readonly FlowPiece[];
  /** In thread order; the last frame that gets text is levelled if it asks for it. */
  readonly frames: readonly FlowFrame[];
  /** Gain or save lines so that the last frame is exactly full (凑版), if that can be had. */
  readonly closeExactly: boolean;
}

/** A filled thread. What is placed and what is left over are all lines of all pieces. */
export interface FlowResult {
  /** In reading order. */
  readonly placed: readonly PlacedPiece[];
  /** By piece: how a paragraph was broken; undefined for a slab. */
  readonly settings: readonly (Setting | undefined)[];
  /** Lines without a slot, in reading order: always the end of the thread. */
  readonly leftovers: readonly Leftover[];
  readonly oversetLines: number;
  /** Where the overset begins. */
  readonly oversetFrom: { readonly piece: number; readonly line: number } | undefined;
  /** Free lines of each column of each frame: `freeLines[frame][column]`. */
  readonly freeLines: readonly (readonly number[])[];
  /** Columns with at least one line in them. */
  readonly columnsUsed: number;
  /** What could not be cured at column ends; the composer adds page, block and text. */
  readonly findings: readonly Finding[];
}

/** Lines of a piece that did not fit. */
export interface Leftover {
  readonly piece: number;
  readonly lineFrom: number;
  readonly lineTo: number;
}

/**
 * Fills the frames of a thread with its pieces, column after column, every line on a body line.
 *
 * The text ends where the plain filling ends it: cures at column ends neither make nor take away
 * overset. Only `closeExactly` may, to fill the last frame to its last line.
 */
export function flowPieces(request: FlowRequest): FlowResult {
  const { pieces, frames } = request;
  const matter = { pieces, breaks: new ParagraphBreaks(), row: slotRow(frames) };
  const plain = { matter, path: fillPlainly(matter) };
  const filled = fillRow(request, plain);
  if (oversetOf(filled) === 0 || !pieces.some(isHeading)) return report(request, filled);
  const shallower = fillShallower(request, plain, filled);
  const result = report(request, shallower);
  const findings = [...result.findings, ...givenUpLines(filled, shallower)];
  return { ...result, findings };
}

function fillRow(request: FlowRequest, plain: FilledRow): FilledRow {
  const closed = request.closeExactly ? closeColumns(plain) : undefined;
  return closed ?? fillToPlainEnd(request, plain);
}

function oversetOf({ matter, path }: FilledRow): number {
  return Math.max(0, path.end - matter.row.count);
}

function isHeading(piece: FlowPiece): boolean {
  return piece.kind === 'slab' || piece.keepWithNextLines > 0;
}

/**
 * Headlines cannot be parted, so they may happen to fall better in columns some lines less deep,
 * and leave smaller holes. A deeper frame can always be filled as a shallower one: so it never has
 * more overset. Only as many lines are given up as the holes are worth.
 */
function fillShallower(request: FlowRequest, plain: FilledRow, filled: FilledRow): FilledRow {
  const { pieces, frames } = request;
  const { breaks, row } = plain.matter;
  // Each paragraph gives or takes one line at most when the frame is to be closed.
  const closing = request.closeExactly ? pieces.length : 0;
  const gain = plain.path.empty + closing;
  let best = filled;
  for (let depth = depthOf(frames) - 1; depth > 0 && oversetOf(best) > 0; depth--) {
    const matter = { pieces, breaks, row: slotRow(frames, depth) };
    if (row.count - matter.row.count >= gain) break;
    const shallower = { matter, path: fillPlainly(matter) };
    if (oversetOf(shallower) > oversetOf(plain) + closing) continue;
    const refilled = fillRow(request, shallower);
    if (oversetOf(refilled) < oversetOf(best)) best = refilled;
  }
  return best;
}

/** The feet of columns that were given up although text follows. */
function givenUpLines(deep: FilledRow, shallow: FilledRow): readonly Finding[] {
  if (deep === shallow) return [];
  const deepLines = linesOfColumns(deep.matter.row);
  const shallowLines = linesOfColumns(shallow.matter.row);
  return shallow.matter.row.columns.flatMap(({ frame, column, firstSlot }, index) => {
    const own = shallowLines[index] ?? 0;
    const lines = (deepLines[index] ?? 0) - own;
    if (lines <= 0 || shallow.path.end <= firstSlot + own) return [];
    const severity = lines > 1 ? 'warns' : 'informs';
    return [{ code: 'column-foot-empty', severity, where: {}, values: { frame, column, lines } }];
  });
}

function linesOfColumns({ columns, count }: SlotRow): readonly number[] {
  return columns.map(
    ({ firstSlot }, index) => (columns[index + 1]?.firstSlot ?? count) - firstSlot,
  );
}

/** Body lines from the top of the last frame to its deepest slot. */
function depthOf(frames: readonly FlowFrame[]): number {
  const slots = frames.at(-1)?.columns.flatMap((column) => column.slots) ?? [];
  return slots.reduce((depth, { line }) => Math.max(depth, line + 1), 0);
}

/** Fills all slots exactly, or at least all of the text into them. */
function closeColumns(plain: FilledRow): FilledRow | undefined {
  const { matter, path } = plain;
  const { count } = matter.row;
  const away = Math.abs(count - path.end);
  // Each paragraph gives or takes one line at most.
  if (away > matter.pieces.length) return undefined;
  if (away === 0 && path.severity === 0) return plain;
  const search = { plain: path, reach: away + CURE_REACH };
  const exact = chooseLooseness(matter, { ...search, accepts: ({ end }) => end === count });
  if (exact !== undefined) return { matter, path: exact };
  if (path.end <= count) return undefined;
  const inside = chooseLooseness(matter, { ...search, accepts: ({ end }) => end <= count });
  return inside === undefined ? undefined : { matter, path: inside };
}

function fillToPlainEnd(request: FlowRequest, plain: FilledRow): FilledRow {
  const { matter, path } = plain;
  const { count } = matter.row;
  const last = path.end > count ? undefined : lastFrame(matter, path);
  if (last !== undefined && request.frames[last]?.balance === true) {
    const { pieces, breaks } = matter;
    const level = levelColumns({ pieces, breaks, frames: request.frames.slice(0, last + 1) });
    if (level !== undefined) return level;
  }
  if (path.severity === 0) return plain;
  const isOverset = path.end > count;
  const cured = chooseLooseness(matter, {
    plain: path,
    reach: CURE_REACH,
    accepts: ({ end }) => (isOverset ? end === path.end : end <= count),
  });
  return cured === undefined ? plain : { matter, path: cured };
}

/** The frame in which the text ends. */
function lastFrame(matter: FlowMatter, path: FlowPath): number | undefined {
  if (path.end === 0) return undefined;
  const column = matter.row.columnOf[path.end - 1];
  return column === undefined ? undefined : matter.row.columns[column]?.frame;
}

function report(request: FlowRequest, { matter, path }: FilledRow): FlowResult {
  const placed: PlacedPiece[] = [];
  const leftovers: Leftover[] = [];
  for (const [piece, placement] of path.placements.entries()) {
    for (const { slot, from: lineFrom, to: lineTo } of columnPartsOf(matter.row, placement)) {
      const column = matter.row.columns[matter.row.columnOf[slot] ?? -1];
      if (column === undefined) leftovers.push({ piece, lineFrom, lineTo });
      else {
        const firstSlot = slot - column.firstSlot;
        const { frame, column: inFrame } = column;
        placed.push({ piece, frame, column: inFrame, firstSlot, lineFrom, lineTo });
      }
    }
  }
  const first = leftovers[0];
  const freeLines = countFreeLines(request.frames, placed);
  return {
    placed,
    settings: path.placements.map((placement, index) => settingOf(matter, index, placement)),
    leftovers,
    oversetLines: leftovers.reduce((sum, part) => sum + part.lineTo - part.lineFrom, 0),
    oversetFrom: first === undefined ? undefined : { piece: first.piece, line: first.lineFrom },
    freeLines,
    columnsUsed: new Set(placed.map(({ frame, column }) => `${frame}/${column}`)).size,
    findings: reviewColumnEnds(matter, path),
  };
}

function settingOf(matter: FlowMatter, index: number, placement: Placement): Setting | undefined {
  const piece = matter.pieces[index];
  if (piece?.kind !== 'paragraph') return undefined;
  return matter.breaks.breakAt(matter.row, piece, placement);
}

function countFreeLines(
  frames: readonly FlowFrame[],
  placed: readonly PlacedPiece[],
): readonly (readonly number[])[] {
  const free = frames.map(({ columns }) => columns.map(({ slots }) => slots.length));
  for (const { frame, column, lineFrom, lineTo } of placed) {
    const ofFrame = free[frame];
    if (ofFrame !== undefined) ofFrame[column] = (ofFrame[column] ?? 0) - (lineTo - lineFrom);
  }
  return free;
}
