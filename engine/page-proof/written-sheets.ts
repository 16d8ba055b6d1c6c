import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { type PlainStyle, plainLine } from '#engine/display/plain-line.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { mmToPt } from '#engine/units/units.ts';
import { type ProofPaper, printablePart } from './proof-paper.ts';

/** One paragraph of a sheet that is only words: a list of changes, a report, a receipt. */
export interface WrittenParagraph {
  readonly text: string;
  readonly rank: 'title' | 'head' | 'body' | 'note';
}

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
/** Ascent of the em square of a Chinese face. */
const ASCENT_EM = 0.88;
/** Marks that no line may begin with (CLREQ, section 3.1.1). */
const NO_START = /^[。，、；：！？）》」』”’…—·％%]/u;

/** Sets paragraphs one below the other on as many sheets as they take; at least one. */
export function writtenSheets(
  paragraphs: readonly WrittenParagraph[],
  style: WrittenStyle,
  fonts: FontBook,
): readonly DisplayList[] {
  const { width, height } = printablePart(style.paper);
  const [widthPt, heightPt] = [mmToPt(width), mmToPt(height)];
  const sheets: DisplayItem[][] = [[]];
  let y = 0;
  for (const { text, rank } of paragraphs) {
    const { sizePt, isBold, above, hang } = RANKS[rank];
    const look = { face: isBold ? style.boldFace : style.face, sizePt, ink: K_ONLY };
    y += y === 0 ? 0 : above * LEADING_EM * sizePt;
    for (const [index, line] of lines(text, { look, widthPt, hang, fonts }).entries()) {
      if (y + LEADING_EM * sizePt > heightPt) {
        sheets.push([]);
        y = 0;
      }
      const x = index === 0 ? 0 : hang * sizePt;
      const { items } = plainLine(line, look, fonts);
      sheets.at(-1)?.push({ kind: 'group', id: '', x, y: y + ASCENT_EM * sizePt, items });
      y += LEADING_EM * sizePt;
    }
  }
  return sheets.map((items) => ({ widthPt, heightPt, items }));
}

interface LineRoom {
  readonly look: PlainStyle;
  readonly widthPt: number;
  readonly hang: number;
  readonly fonts: FontBook;
}

/** Western words and single characters, each with the blanks behind it. */
const PIECES = /[\u0021-\u007e]+[ \u3000]*|[^\n][ \u3000]*/gsu;

function lines(text: string, { look, widthPt, hang, fonts }: LineRoom): readonly string[] {
  const done: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const [piece] of paragraph.matchAll(PIECES)) {
      const room = widthPt - (done.length === 0 ? 0 : hang * look.sizePt);
      const width = plainLine(piece, look, fonts).widthPt;
      if (line !== '' && used + width > room && !NO_START.test(piece)) {
        done.push(line);
        line = '';
        used = 0;
      }
      line += piece;
      used += width;
    }
    done.push(line);
  }
  return done;
}
