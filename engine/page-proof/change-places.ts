import { caretSegment } from '#engine/display/caret-segment.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import { selectionRects } from '#engine/display/selection-rects.ts';
import type { Block } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { PageChange, TextPlace } from './compare-pages.ts';

/** The page as it was, or as it is. */
export type PageSide = 'before' | 'after';

/** How a change shows on one side of a comparison. */
export interface ChangePlaces {
  /** `words` lie under text, `gap` is where words stand on the other side, `block` is a frame. */
  readonly kind: 'words' | 'gap' | 'block';
  /** In points of the page; none where the text did not go onto the page. */
  readonly rects: readonly Rect[];
}

/** A composed page, and where blocks stand on it. */
export interface PlacedPage {
  readonly list: DisplayList;
  rectOf(block: Block): Rect;
}

/** Width of the stroke that stands for words of the other side, in points. */
const GAP_PT = 1.5;

/** Where a change is on one side; nothing there for blocks that the other side alone has. */
export function changePlaces(change: PageChange, side: PageSide, page: PlacedPage): ChangePlaces {
  switch (change.kind) {
    case 'text': {
      const { from, to } = side === 'after' ? change : change.before;
      return wordPlaces(page.list, from, to);
    }
    case 'added block':
      return blockPlaces(side === 'after' ? change.block : undefined, page);
    case 'removed block':
      return blockPlaces(side === 'before' ? change.block : undefined, page);
    case 'moved block':
    case 'set block':
    case 'picture':
      return blockPlaces(side === 'after' ? change.block : change.before, page);
  }
}

function wordPlaces(list: DisplayList, from: TextPlace, to: TextPlace): ChangePlaces {
  const start = { ...from, edge: 'leading' as const };
  const rects = selectionRects(list, start, { ...to, edge: 'trailing' as const });
  const isRange = from.text !== to.text || from.offset !== to.offset;
  if (isRange && rects.length > 0) return { kind: 'words', rects };
  const caret = caretSegment(list, start);
  if (caret === undefined) return { kind: 'gap', rects: [] };
  const { x1, y1, x2, y2 } = caret;
  const size = {
    width: Math.max(Math.abs(x2 - x1), GAP_PT),
    height: Math.max(Math.abs(y2 - y1), GAP_PT),
  };
  return { kind: 'gap', rects: [{ x: Math.min(x1, x2), y: Math.min(y1, y2), ...size }] };
}

function blockPlaces(block: Block | undefined, { rectOf }: PlacedPage): ChangePlaces {
  return { kind: 'block', rects: block === undefined ? [] : [rectOf(block)] };
}
