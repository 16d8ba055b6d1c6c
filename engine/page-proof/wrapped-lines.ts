import { type PlainStyle, plainLine } from '#engine/display/plain-line.ts';
import type { FontBook } from '#engine/fonts/typeface.ts';

/** Room for words that are broken into lines. */
export interface LineRoom {
  readonly look: PlainStyle;
  readonly widthPt: number;
  /** Indent of lines after the first, in em. */
  readonly hang: number;
  readonly fonts: FontBook;
}

/** Marks that no line may begin with (CLREQ, section 3.1.1). */
const NO_START = /^[。，、；：！？）》」』”’…—·％%]/u;
/** Marks that no line may end with. */
const NO_END = /[（《“‘「『【]$/u;
/** Western words and single characters, each with the blanks behind it. */
const PIECES = /[\u0021-\u007e]+[ \u3000]*|[^\n][ \u3000]*/gsu;

/** The words as lines that fit; a western word that is wider than the room is broken anywhere. */
export function wrappedLines(text: string, room: LineRoom): readonly string[] {
  const { look, widthPt, hang, fonts } = room;
  const done: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line: readonly string[] = [];
    const pieces = [...paragraph.matchAll(PIECES)].flatMap(([piece]) => partsOf(piece, room));
    for (const piece of pieces) {
      const left = widthPt - (done.length === 0 ? 0 : hang * look.sizePt);
      const isFull = plainLine([...line, piece].join('').trimEnd(), look, fonts).widthPt > left;
      const from = isFull ? breakAt(line, piece) : line.length;
      if (from < line.length || (isFull && from > 0)) {
        done.push(line.slice(0, from).join(''));
        line = line.slice(from);
      }
      line = [...line, piece];
    }
    done.push(line.join(''));
  }
  return done;
}

/** Where a full line ends, so that no mark stands where it may not; else at its end. */
function breakAt(line: readonly string[], next: string): number {
  const mayBreak = (at: number) =>
    !NO_START.test(line[at] ?? next) && !NO_END.test(line[at - 1] ?? '');
  let at = line.length;
  while (at > 1 && !mayBreak(at)) at -= 1;
  return at > 1 || line.length <= 1 ? at : line.length;
}

/** Names of files and digests have no place to break at. */
function partsOf(piece: string, { look, widthPt, hang, fonts }: LineRoom): readonly string[] {
  const fits = widthPt - hang * look.sizePt;
  const isTooWide = piece.length > 1 && plainLine(piece, look, fonts).widthPt > fits;
  return isTooWide ? [...piece] : [piece];
}
