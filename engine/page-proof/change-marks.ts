import { caretSegment } from '#engine/display/caret-segment.ts';
import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { plainLine } from '#engine/display/plain-line.ts';
import { selectionRects } from '#engine/display/selection-rects.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';
import type { Block } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { PageChange } from './compare-pages.ts';

/** What marks are drawn with. */
export interface MarkStock {
  readonly face: FaceId;
  readonly fonts: FontBook;
  /** Where a block stands on the page, in points. */
  rectOf(block: Block): Rect;
}

/** A page with marks where it has changed, numbered from 1 as the changes are. */
export function withChangeMarks(
  list: DisplayList,
  changes: readonly PageChange[],
  stock: MarkStock,
): DisplayList {
  const marks = changes.map((change, index) => marksOf(list, change, { stock, number: index + 1 }));
  const beneath = marks.flatMap((mark) => mark.beneath);
  const above = marks.flatMap((mark) => mark.above);
  return { ...list, items: [...beneath, ...list.items, ...above] };
}

interface Marks {
  readonly beneath: readonly DisplayItem[];
  readonly above: readonly DisplayItem[];
}

interface Marking {
  readonly stock: MarkStock;
  readonly number: number;
}

/** A marker's yellow under words that came in; red for what a reader has to look for. */
const NEW_WORDS = { c: 0, m: 0, y: 0.55, k: 0 };
const RED = { c: 0, m: 0.9, y: 0.7, k: 0 };
const LINE_PT = 1;
const DASH = [4, 2.5];

function marksOf(list: DisplayList, change: PageChange, marking: Marking): Marks {
  switch (change.kind) {
    case 'text':
      return textMarks(list, change, marking);
    case 'added block':
    case 'set block':
    case 'picture':
      return blockMarks([marking.stock.rectOf(change.block)], marking);
    case 'removed block':
      return blockMarks([marking.stock.rectOf(change.block)], marking, DASH);
    case 'moved block': {
      const { block, before } = change;
      const { rectOf } = marking.stock;
      const old = blockFrame(rectOf(before), DASH);
      const { above } = blockMarks([rectOf(block)], marking);
      return { beneath: [], above: [old, ...above] };
    }
  }
}

type ChangedText = Extract<PageChange, { kind: 'text' }>;

function textMarks(list: DisplayList, { from, to }: ChangedText, marking: Marking): Marks {
  const [start, end] = [
    { ...from, edge: 'leading' as const },
    { ...to, edge: 'trailing' as const },
  ];
  const rects = selectionRects(list, start, end);
  const [first] = rects;
  if (first !== undefined) {
    const beneath = rects.map((rect) => filled(rect));
    return { beneath, above: numberAt({ x: first.x, y: first.y }, marking) };
  }
  const caret = caretSegment(list, start);
  if (caret === undefined) return { beneath: [], above: [] };
  const { x1, y1, x2, y2 } = caret;
  const stroke = { ink: RED, widthPt: LINE_PT, dash: [] };
  const line: DisplayItem = {
    kind: 'shape',
    outline: { kind: 'line', x1, y1, x2, y2 },
    fill: undefined,
    stroke,
  };
  return { beneath: [], above: [line, ...numberAt({ x: x1, y: y1 }, marking)] };
}

function blockMarks(rects: readonly Rect[], marking: Marking, dash: readonly number[] = []): Marks {
  const above = rects.flatMap((rect) => [
    blockFrame(rect, dash),
    ...numberAt({ x: rect.x, y: rect.y }, marking),
  ]);
  return { beneath: [], above };
}

function blockFrame(rect: Rect, dash: readonly number[]): DisplayItem {
  const stroke = { ink: RED, widthPt: LINE_PT, dash };
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill: undefined, stroke };
}

function filled(rect: Rect): DisplayItem {
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill: NEW_WORDS, stroke: undefined };
}

const NUMBER_PT = 6;
const NUMBER_EDGE_PT = 1.2;

/** The number of a change in a small flag above its place. */
function numberAt(
  { x, y }: { readonly x: number; readonly y: number },
  { stock, number }: Marking,
): readonly DisplayItem[] {
  const { face, fonts } = stock;
  const ink = { c: 0, m: 0, y: 0, k: 0 };
  const { items, widthPt } = plainLine(String(number), { face, sizePt: NUMBER_PT, ink }, fonts);
  const height = NUMBER_PT + NUMBER_EDGE_PT;
  const rect = { x, y: y - height, width: widthPt + 2 * NUMBER_EDGE_PT, height };
  const flag = { kind: 'shape' as const, outline: { kind: 'rect' as const, rect } };
  return [
    { ...flag, fill: RED, stroke: undefined },
    { kind: 'group', id: '', x: x + NUMBER_EDGE_PT, y: y - NUMBER_EDGE_PT - 0.4, items },
  ];
}
