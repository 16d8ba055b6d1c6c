import { boundsOfAll, itemBounds } from '#engine/display/bounds.ts';
import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { plainLine } from '#engine/display/plain-line.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';
import type { Rect } from '#engine/units/rect.ts';
import { mmToPt } from '#engine/units/units.ts';
import { lineNumbers } from './line-numbers.ts';
import { type ProofPaper, printablePart } from './proof-paper.ts';
import { scaledList } from './scale-list.ts';

/** How a page proof (大样) is printed. */
export interface ProofWish {
  readonly paper: ProofPaper;
  /** The word across the page that says it is no plate, such as 样张. */
  readonly mark: string;
  /** Numbers beside the lines of the stories. */
  readonly hasLineNumbers: boolean;
  readonly face: FaceId;
}

/** What one sheet of the printer shows, without its margins. */
export interface ProofSheet {
  readonly list: DisplayList;
  /** Counted from 0, from the left and from the top. */
  readonly column: number;
  readonly row: number;
}

/** A page in sheets: on one, or on several that are pasted together. */
export interface ProofSheets {
  /** 1 where the page is printed in its own size. */
  readonly scale: number;
  readonly columns: number;
  readonly rows: number;
  readonly sheets: readonly ProofSheet[];
}

/** A3 shows the page on one sheet; four sheets of A4 show it nearly in its own size. */
const TILES: Readonly<Record<ProofPaper, number>> = { a3: 1, a4: 2 };
/** Sheets share a strip, so that they can be laid on each other and pasted. */
const OVERLAP_MM = 8;

/** Lays a page on the sheets of an office printer. */
export function proofSheets(list: DisplayList, wish: ProofWish, fonts: FontBook): ProofSheets {
  const tiles = TILES[wish.paper];
  const printable = printablePart(wish.paper);
  const sheet = { width: mmToPt(printable.width), height: mmToPt(printable.height) };
  const overlap = mmToPt(OVERLAP_MM);
  const shown = printedPart(markedList(list, wish, fonts));
  const room = (side: number) => tiles * side - (tiles - 1) * overlap;
  const scale = Math.min(1, room(sheet.width) / shown.widthPt, room(sheet.height) / shown.heightPt);
  const marked = scaledList(shown, scale);
  const counted = (length: number, side: number) =>
    Math.max(1, Math.ceil((length - overlap - LENGTH_TOLERANCE_PT) / (side - overlap)));
  const columns = counted(marked.widthPt, sheet.width);
  const rows = counted(marked.heightPt, sheet.height);
  const sheets = Array.from({ length: columns * rows }, (_, place) => {
    const column = place % columns;
    const row = Math.floor(place / columns);
    const part = {
      x: column * (sheet.width - overlap),
      y: row * (sheet.height - overlap),
      ...sheet,
    };
    return { column, row, list: cutOut(marked, part) };
  });
  return { scale, columns, rows, sheets };
}

const LENGTH_TOLERANCE_PT = 1e-3;

/** The mark lies beneath the page, so that no word of it is hidden. */
function markedList(list: DisplayList, wish: ProofWish, fonts: FontBook): DisplayList {
  const numbers = wish.hasLineNumbers ? lineNumbers(list, wish.face, fonts) : [];
  return { ...list, items: [...proofMark(list, wish, fonts), ...list.items, ...numbers] };
}

const MARK_INK = { c: 0, m: 0, y: 0, k: 0.09 };
/** Width of the mark in page widths. */
const MARK_SHARE = 0.72;

function proofMark(
  list: DisplayList,
  { mark, face }: ProofWish,
  fonts: FontBook,
): readonly DisplayItem[] {
  const small = plainLine(mark, { face, sizePt: 1, ink: MARK_INK }, fonts);
  if (small.widthPt === 0) return [];
  const sizePt = (MARK_SHARE * list.widthPt) / small.widthPt;
  const { items, widthPt } = plainLine(mark, { face, sizePt, ink: MARK_INK }, fonts);
  const x = (list.widthPt - widthPt) / 2;
  // Baseline of a square that is centred on the page.
  const y = list.heightPt / 2 + 0.38 * sizePt;
  return [{ kind: 'group', id: '', x, y, items }];
}

/** White around the type area that the proof still shows. */
const EDGE_MM = 4;

/** The page without most of its white margins: they would only make the proof smaller. */
function printedPart(list: DisplayList): DisplayList {
  const bounds = boundsOfAll(list.items);
  if (bounds === undefined) return list;
  const edge = mmToPt(EDGE_MM);
  const { x, y, width, height } = bounds;
  return cutOut(list, {
    x: x - edge,
    y: y - edge,
    width: width + 2 * edge,
    height: height + 2 * edge,
  });
}

/** What of the page lies on a part of it; what reaches beyond is clipped when it is pressed. */
function cutOut({ items }: DisplayList, part: Rect): DisplayList {
  const shift = { id: '', x: -part.x, y: -part.y };
  const within = items.filter((item) => touches(itemBounds(item), part));
  return {
    widthPt: part.width,
    heightPt: part.height,
    items: [{ kind: 'group', ...shift, items: within }],
  };
}

function touches(bounds: Rect | undefined, part: Rect): boolean {
  if (bounds === undefined) return false;
  const { x, y, width, height } = bounds;
  return (
    x < part.x + part.width && x + width > part.x && y < part.y + part.height && y + height > part.y
  );
}
