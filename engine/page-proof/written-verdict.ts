import { plainLine } from '#engine/display/plain-line.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { lineAt, type Slab, type SlabRoom } from './written-slab.ts';

/** What a report comes to, to be seen from across the room. */
export interface WrittenVerdict {
  readonly rank: 'verdict';
  readonly text: string;
  readonly note: string;
  /** A bad one stands white on black. */
  readonly isGood: boolean;
}

const PAPER = { c: 0, m: 0, y: 0, k: 0 };
const HEIGHT_PT = 44;
const BORDER_PT = 1.5;
const INSET_PT = 12;
const TEXT_PT = 22;
const NOTE_PT = 10.5;
const ABOVE_PT = 10;

/** A box as wide as the sheet: the verdict large, and beside it what it rests on. */
export function verdictSlab({ text, note, isGood }: WrittenVerdict, room: SlabRoom): Slab {
  const { boldFace, fonts, widthPt } = room;
  const ink = isGood ? K_ONLY : PAPER;
  const large = { face: boldFace, sizePt: TEXT_PT, ink };
  const small = { face: boldFace, sizePt: NOTE_PT, ink };
  const noteX = widthPt - INSET_PT - plainLine(note, small, fonts).widthPt;
  const half = BORDER_PT / 2;
  const rect = { x: half, y: half, width: widthPt - BORDER_PT, height: HEIGHT_PT - BORDER_PT };
  return {
    abovePt: ABOVE_PT,
    heightPt: HEIGHT_PT,
    items: [
      {
        kind: 'shape',
        outline: { kind: 'rect', rect },
        fill: isGood ? undefined : K_ONLY,
        stroke: { ink: K_ONLY, widthPt: BORDER_PT, dash: [] },
      },
      lineAt(text, { x: INSET_PT, y: (HEIGHT_PT - TEXT_PT) / 2 }, large, fonts),
      lineAt(note, { x: noteX, y: (HEIGHT_PT - NOTE_PT) / 2 }, small, fonts),
    ],
    staysWithNext: false,
    repeated: undefined,
  };
}
