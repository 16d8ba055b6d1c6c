import type { FlowParagraph, FlowPiece, FlowSlab, Looseness } from './flow-piece.ts';
import type { BreakPosition, ParagraphBreaks } from './paragraph-breaks.ts';
import type { SlotRow } from './slot-row.ts';
import { columnEndAt, widthAt } from './slot-row.ts';

/** Pieces on their way into a row of slots. */
export interface FlowMatter {
  readonly pieces: readonly FlowPiece[];
  readonly breaks: ParagraphBreaks;
  readonly row: SlotRow;
}

/** One way to set one piece. Slots from the row's count on mean overset lines. */
export interface Placement extends BreakPosition {
  /** Lines it takes, overset ones included. */
  readonly lines: number;
  /** The slot after its last line. */
  readonly end: number;
  /** Sum of the faults below. */
  readonly severity: number;
  readonly cost: number;
}

/**
 * How grave a fault is; they are added up. One slot left empty is better than any of the others
 * (looseness cures first, then one empty slot), a hole of two lines is not.
 */
const EMPTY_LINE = 1;
const FURTHER_EMPTY_LINE = 2;
const ORPHAN = 3;
const THIN_HEADING = 3;
const WIDOW = 4;

/** Lengths compared, in em. */
const TOLERANCE_EM = 5e-4;

/** Settings of body text that carries no wish of the editor. */
const FREE: readonly Looseness[] = [0, -1, 1];

/** The one way without any cure: as the paragraph comes, in the next slot that can take it. */
export function plainPlacement(matter: FlowMatter, index: number, slot: number): Placement {
  const piece = matter.pieces[index];
  if (piece?.kind === 'paragraph' && piece.keepWithNextLines === 0) {
    return ownSetting(matter, piece, slot);
  }
  return unitPlacement(matter, index, slot);
}

/** All ways worth weighing: looser, tighter, and with one slot left empty where that cures. */
export function placements(matter: FlowMatter, index: number, slot: number): readonly Placement[] {
  const piece = matter.pieces[index];
  if (piece?.kind !== 'paragraph' || piece.keepWithNextLines > 0) {
    return [unitPlacement(matter, index, slot)];
  }
  const follows = (matter.pieces[index - 1]?.keepWithNextLines ?? 0) > 0;
  const own = ownSetting(matter, piece, slot);
  const found: Placement[] = [];
  for (const looseness of piece.looseness === 0 ? FREE : [own.looseness]) {
    const plain =
      looseness === own.looseness
        ? own
        : spreadParagraph(matter, piece, { start: slot, dropped: -1, looseness });
    if (plain === undefined) continue;
    found.push(plain);
    if (plain.severity > 0) found.push(...withEmptySlot(matter, piece, { plain, follows }));
  }
  return found;
}

function ownSetting(matter: FlowMatter, piece: FlowParagraph, start: number): Placement {
  const asked = { start, dropped: -1, looseness: piece.looseness };
  const placement =
    spreadParagraph(matter, piece, asked) ??
    spreadParagraph(matter, piece, { ...asked, looseness: 0 });
  return placement ?? nothingAt(start);
}

function nothingAt(start: number): Placement {
  return { start, dropped: -1, looseness: 0, lines: 0, end: start, severity: 0, cost: 0 };
}

/** Widow or orphan: the slot before the column's end is left empty instead. */
function withEmptySlot(
  matter: FlowMatter,
  piece: FlowParagraph,
  from: { readonly plain: Placement; readonly follows: boolean },
): readonly Placement[] {
  const { start, looseness } = from.plain;
  const found: Placement[] = [];
  const foot = columnEndAt(matter.row, start);
  if (foot === start + 1 && !from.follows) {
    const next = spreadParagraph(matter, piece, { start: foot, dropped: -1, looseness });
    if (next !== undefined) found.push(withFault(next, EMPTY_LINE));
  }
  for (const placement of [from.plain, ...found]) {
    const last = columnPartsOf(matter.row, placement).at(-1);
    if (last === undefined || last.to - last.from !== 1) continue;
    const dropped = last.slot - 1;
    if (dropped <= placement.start || last.slot >= matter.row.count) continue;
    const position = { start: placement.start, dropped, looseness };
    const lifted = spreadParagraph(matter, piece, position);
    if (lifted === undefined) continue;
    found.push(withFault(lifted, EMPTY_LINE + (placement.start === start ? 0 : EMPTY_LINE)));
  }
  return found;
}

function withFault(placement: Placement, severity: number): Placement {
  return { ...placement, severity: placement.severity + severity };
}

/** Sets a paragraph from a slot on, over as many columns as it needs. */
function spreadParagraph(
  matter: FlowMatter,
  piece: FlowParagraph,
  at: BreakPosition,
): Placement | undefined {
  const { row, breaks } = matter;
  const setting = breaks.breakAt(row, piece, at);
  if (setting === undefined) return undefined;
  const { start, dropped, looseness } = at;
  const { lineCount: lines, cost } = setting.broken;
  const end = start + lines;
  const staysInColumn = dropped < 0 && end <= columnEndAt(row, start);
  const placement = { start, dropped, looseness, lines, end, severity: 0, cost };
  if (staysInColumn || start >= row.count) return placement;
  const parts = columnPartsOf(row, placement);
  const last = parts.at(-1);
  const after = last === undefined ? end : last.slot + last.to - last.from;
  return { ...placement, end: after, severity: partingFaults(parts, row) };
}

function partingFaults(parts: readonly ColumnPart[], row: SlotRow): number {
  const [first, second] = parts;
  const last = parts.at(-1);
  if (first === undefined || second === undefined || last === undefined) return 0;
  const isOrphan = first.to - first.from === 1 && second.slot < row.count;
  const isWidow = last.to - last.from === 1 && last.slot < row.count;
  return (isOrphan ? ORPHAN : 0) + (isWidow ? WIDOW : 0);
}

/** Lines that stand in one column; `slot` at or after the row's count: overset lines. */
export interface ColumnPart {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

/** The parts that a placement falls into at the column ends. */
export function columnPartsOf(
  row: SlotRow,
  placement: Pick<Placement, 'start' | 'dropped' | 'lines'>,
): readonly ColumnPart[] {
  const parts: ColumnPart[] = [];
  let slot = placement.start;
  let from = 0;
  while (from < placement.lines) {
    if (slot >= row.count) {
      parts.push({ slot, from, to: placement.lines });
      break;
    }
    const end = columnEndAt(row, slot);
    const isCut = placement.dropped >= slot && placement.dropped < end;
    const to = Math.min(placement.lines, from + end - slot - (isCut ? 1 : 0));
    if (to > from) parts.push({ slot, from, to });
    from = to;
    slot = end;
  }
  return parts;
}

/** A crosshead of more lines is no crosshead: it is parted like other text. */
const LONGEST_CROSSHEAD = 3;

/**
 * Sets a piece that is not parted: a slab or a crosshead. It goes to the first place where it
 * stands whole with at least one line of what follows under it; a crosshead longer than any column
 * is parted after all, a slab that nowhere fits is overset with everything after it.
 */
function unitPlacement(matter: FlowMatter, index: number, slot: number): Placement {
  const piece = matter.pieces[index];
  if (piece === undefined) return nothingAt(slot);
  if (piece.kind === 'paragraph' && !standsWhole(matter, piece, slot)) {
    return ownSetting(matter, piece, slot);
  }
  const under = followingLines(matter, index, slot);
  const place =
    firstPlace(matter, piece, { slot, under: under.least }) ??
    firstPlace(matter, piece, { slot, under: 0 });
  if (place === undefined) {
    if (piece.kind === 'paragraph') return ownSetting(matter, piece, slot);
    const start = Math.max(slot, matter.row.count);
    return { ...nothingAt(start), lines: piece.lines, end: start + piece.lines };
  }
  const end = place.start + place.lines;
  const foot = place.lines === 0 ? end : columnEndAt(matter.row, end - 1);
  const isThin = foot - end < under.wanted && foot < matter.row.count;
  const severity = emptyLines(place.start - slot) + (isThin ? THIN_HEADING : 0);
  return { ...place, dropped: -1, end, severity };
}

function standsWhole(matter: FlowMatter, piece: FlowPiece, slot: number): boolean {
  if (piece.kind === 'slab') return true;
  if (piece.keepWithNextLines === 0) return false;
  return ownSetting(matter, piece, slot).lines <= LONGEST_CROSSHEAD;
}

function emptyLines(count: number): number {
  return count === 0 ? 0 : EMPTY_LINE + (count - 1) * FURTHER_EMPTY_LINE;
}

interface UnitPlace {
  readonly start: number;
  readonly lines: number;
  readonly looseness: Looseness;
  readonly cost: number;
}

/** The first place from a slot on where the piece stands whole, with room for lines under it. */
function firstPlace(
  matter: FlowMatter,
  piece: FlowPiece,
  from: { readonly slot: number; readonly under: number },
): UnitPlace | undefined {
  const { row } = matter;
  for (let start = from.slot; start < row.count; start++) {
    const place = unitAt(matter, piece, start);
    const foot = columnEndAt(row, start);
    if (start + place.lines + from.under > foot) {
      // A shorter measure further down may not shorten a slab; a crosshead may break anew.
      if (piece.kind === 'slab') start = foot - 1;
      continue;
    }
    if (piece.kind === 'paragraph' || isWhole(row, piece, start)) return place;
  }
  return undefined;
}

function unitAt(matter: FlowMatter, piece: FlowPiece, start: number): UnitPlace {
  if (piece.kind === 'slab') return { start, lines: piece.lines, looseness: 0, cost: 0 };
  const { lines, looseness, cost } = ownSetting(matter, piece, start);
  return { start, lines, looseness, cost };
}

/** A slab stands on lines that follow one another, each wide enough. */
function isWhole(row: SlotRow, slab: FlowSlab, start: number): boolean {
  const least = (slab.leastWidth ?? 0) - TOLERANCE_EM;
  const top = row.lines[start] ?? 0;
  for (let line = 0; line < slab.lines; line++) {
    if (row.lines[start + line] !== top + line) return false;
    if (widthAt(row, start + line) < least) return false;
  }
  return true;
}

/** Lines of what follows that should stand under a piece in its column; 0 for most. */
export function linesWantedUnder(matter: FlowMatter, index: number, slot: number): number {
  return followingLines(matter, index, slot).wanted;
}

interface FollowingLines {
  /** Without these the heading would be last in its column. */
  readonly least: number;
  /** Wanted for the look of it. */
  readonly wanted: number;
}

/** How much of what follows has to stand under a piece; headings in a row stay together. */
function followingLines(matter: FlowMatter, index: number, slot: number): FollowingLines {
  const keep = matter.pieces[index]?.keepWithNextLines ?? 0;
  if (keep === 0) return { least: 0, wanted: 0 };
  const next = matter.pieces[index + 1];
  if (next === undefined) return { least: 0, wanted: 0 };
  if (standsWhole(matter, next, slot)) {
    const own = unitAt(matter, next, slot).lines;
    const under = followingLines(matter, index + 1, slot);
    return { least: own + under.least, wanted: own + under.wanted };
  }
  const wanted = linesAhead(matter, { index: index + 1, slot, most: keep });
  return { least: Math.min(1, wanted), wanted };
}

/** Lines still to come before the next headline, counted no further than `most`. */
function linesAhead(
  matter: FlowMatter,
  from: { readonly index: number; readonly slot: number; readonly most: number },
): number {
  let lines = 0;
  for (let index = from.index; index < matter.pieces.length && lines < from.most; index++) {
    const piece = matter.pieces[index];
    if (piece === undefined || piece.kind === 'slab') break;
    lines += unitAt(matter, piece, from.slot).lines;
  }
  return Math.min(lines, from.most);
}
