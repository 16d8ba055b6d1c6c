import type { DisplayItem } from '#engine/display/display-list.ts';
import { type Ink, K_ONLY } from '#engine/units/ink.ts';
import { wrappedLines } from './wrapped-lines.ts';
import { lineAt, type Slab, type SlabRoom } from './written-slab.ts';

/** A table on a sheet of words. */
export interface WrittenTable {
  readonly rank: 'table';
  /** Widths of the columns, in any unit. */
  readonly columns: readonly number[];
  /** Empty for a table without a head. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const SIZE_PT = 8.5;
const LEADING_PT = 12;
const PADDING_PT = 2.5;
const GAP_PT = 7;
const HEAD_RULE_PT = 0.75;
const ROW_RULE_PT = 0.25;
/** Rows are told apart, not fenced in. */
const ROW_RULE_INK = { c: 0, m: 0, y: 0, k: 0.45 };

/** Each row as a slab; the head comes again on every sheet. */
export function tableSlabs(table: WrittenTable, room: SlabRoom): readonly Slab[] {
  const { head, rows } = table;
  const first = head.length === 0 ? undefined : rowSlab(head, table, { room, isHead: true });
  const slabs = rows.map((row) => {
    return { ...rowSlab(row, table, { room, isHead: false }), repeated: first };
  });
  return first === undefined ? slabs : [first, ...slabs];
}

interface RowLook {
  readonly room: SlabRoom;
  readonly isHead: boolean;
}

function rowSlab(
  row: readonly string[],
  { columns }: WrittenTable,
  { room, isHead }: RowLook,
): Slab {
  const { face, boldFace, fonts, widthPt } = room;
  const look = { face: isHead ? boldFace : face, sizePt: SIZE_PT, ink: K_ONLY };
  const all = columns.reduce((sum, one) => sum + one, 0);
  const items: DisplayItem[] = [];
  let x = 0;
  let lines = 1;
  for (const [place, share] of columns.entries()) {
    const columnPt = (share / all) * widthPt;
    const cell = { look, widthPt: columnPt - GAP_PT, hang: 0, fonts };
    const words = wrappedLines(row[place] ?? '', cell);
    for (const [line, text] of words.entries()) {
      items.push(lineAt(text, { x, y: PADDING_PT + line * LEADING_PT }, look, fonts));
    }
    lines = Math.max(lines, words.length);
    x += columnPt;
  }
  const heightPt = lines * LEADING_PT + 2 * PADDING_PT;
  const rule = { x: 0, y: heightPt, width: widthPt };
  items.push(isHead ? ruleAt(rule, HEAD_RULE_PT, K_ONLY) : ruleAt(rule, ROW_RULE_PT, ROW_RULE_INK));
  return { abovePt: 0, heightPt, items, staysWithNext: isHead, repeated: undefined };
}

function ruleAt(
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  heightPt: number,
  ink: Ink,
): DisplayItem {
  const rect = { x, y: y - heightPt, width, height: heightPt };
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill: ink, stroke: undefined };
}
