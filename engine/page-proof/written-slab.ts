import type { DisplayItem } from '#engine/display/display-list.ts';
import type { PlainStyle } from '#engine/display/plain-line.ts';
import { plainLine } from '#engine/display/plain-line.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';

/** A part of a written sheet that is not parted between two sheets. */
export interface Slab {
  /** Clear space above it, in points; none at the head of a sheet. */
  readonly abovePt: number;
  readonly heightPt: number;
  /** From its own top left corner. */
  readonly items: readonly DisplayItem[];
  /** It stands at no foot of a sheet: a heading, the head of a table. */
  readonly staysWithNext: boolean;
  /** What stands above it once more where it begins a sheet: the head of its table. */
  readonly repeated: Slab | undefined;
}

/** What words of a sheet are set in, and how wide it is. */
export interface SlabRoom {
  readonly face: FaceId;
  readonly boldFace: FaceId;
  readonly widthPt: number;
  readonly fonts: FontBook;
}

/** Ascent of the em square of a Chinese face. */
const ASCENT_EM = 0.88;

/** One line of words with the top of its em square at a place. */
export function lineAt(
  words: string,
  place: { readonly x: number; readonly y: number },
  look: PlainStyle,
  fonts: FontBook,
): DisplayItem {
  const { items } = plainLine(words, look, fonts);
  return { kind: 'group', id: '', x: place.x, y: place.y + ASCENT_EM * look.sizePt, items };
}
