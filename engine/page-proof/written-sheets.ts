import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { mmToPt } from '#engine/units/units.ts';
import { type ProofPaper, printablePart } from './proof-paper.ts';
import { wrappedLines } from './wrapped-lines.ts';
import { lineAt, type Slab, type SlabRoom } from './written-slab.ts';
import { tableSlabs, type WrittenTable } from './written-table.ts';
import { verdictSlab, type WrittenVerdict } from './written-verdict.ts';

/** One paragraph of a sheet that is only words: a list of changes, a report, a receipt. */
export interface WrittenParagraph {
  readonly text: string;
  readonly rank: 'title' | 'head' | 'body' | 'note';
}

/** Whatever stands on such a sheet. */
export type WrittenPart = WrittenParagraph | WrittenTable | WrittenVerdict;

/** What the words are set in. */
export interface WrittenStyle {
  readonly paper: ProofPaper;
  readonly face: FaceId;
  readonly boldFace: FaceId;
}

interface RankStyle {
  readonly sizePt: number;
  readonly isBold: boolean;
  /** Clear space above, in lines. */
  readonly above: number;
  /** Of lines after the first, in em. */
  readonly hang: number;
}

const RANKS: Readonly<Record<WrittenParagraph['rank'], RankStyle>> = {
  title: { sizePt: 16, isBold: true, above: 0, hang: 0 },
  head: { sizePt: 11, isBold: true, above: 0.6, hang: 0 },
  body: { sizePt: 10.5, isBold: false, above: 0.15, hang: 2 },
  note: { sizePt: 8.5, isBold: false, above: 0.1, hang: 0 },
};
const LEADING_EM = 1.5;

/** Sets parts one below the other on as many sheets as they take; at least one. */
export function writtenSheets(
  parts: readonly WrittenPart[],
  { paper, face, boldFace }: WrittenStyle,
  fonts: FontBook,
): readonly DisplayList[] {
  const { width, height } = printablePart(paper);
  const [widthPt, heightPt] = [mmToPt(width), mmToPt(height)];
  const slabs = parts.flatMap((part) => slabsOf(part, { face, boldFace, widthPt, fonts }));
  const sheets: DisplayItem[][] = [[]];
  let y = 0;
  for (const [place, slab] of slabs.entries()) {
    if (y > 0 && y + neededPt(slabs, place) > heightPt) {
      sheets.push([]);
      y = slab.repeated === undefined ? 0 : put(sheets, slab.repeated, 0);
    }
    y = put(sheets, slab, y === 0 ? 0 : y + slab.abovePt);
  }
  return sheets.map((items) => ({ widthPt, heightPt, items }));
}

/** Room for a slab and for all that stays with it: a heading, the head of its table, a row. */
function neededPt(slabs: readonly Slab[], place: number): number {
  const slab = slabs[place];
  if (slab === undefined) return 0;
  const own = slab.abovePt + slab.heightPt;
  return slab.staysWithNext ? own + neededPt(slabs, place + 1) : own;
}

/** Puts a slab on the last sheet; answers where the next begins. */
function put(sheets: DisplayItem[][], { items, heightPt }: Slab, y: number): number {
  sheets.at(-1)?.push({ kind: 'group', id: '', x: 0, y, items });
  return y + heightPt;
}

function slabsOf(part: WrittenPart, room: SlabRoom): readonly Slab[] {
  switch (part.rank) {
    case 'table':
      return tableSlabs(part, room);
    case 'verdict':
      return [verdictSlab(part, room)];
    default:
      return lineSlabs(part, room);
  }
}

/** A paragraph may be parted between any two of its lines. */
function lineSlabs({ text, rank }: WrittenParagraph, room: SlabRoom): readonly Slab[] {
  const { face, boldFace, fonts, widthPt } = room;
  const { sizePt, isBold, above, hang } = RANKS[rank];
  const look = { face: isBold ? boldFace : face, sizePt, ink: K_ONLY };
  const heightPt = LEADING_EM * sizePt;
  return wrappedLines(text, { look, widthPt, hang, fonts }).map((line, index) => ({
    abovePt: index === 0 ? above * heightPt : 0,
    heightPt,
    items: [lineAt(line, { x: index === 0 ? 0 : hang * sizePt, y: 0 }, look, fonts)],
    staysWithNext: isBold,
    repeated: undefined,
  }));
}
