import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { InnerColumns } from '#engine/model/issue.ts';
import { ruleLine } from './decorations.ts';
import type { PlacedPiece, Setting } from './flow-piece.ts';
import type { LineCache } from './line-cache.ts';
import { bodyBaseline } from './page-grid.ts';
import type { Obstacle, SlotColumn } from './slots.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import type { TextFrame } from './text-frame.ts';
import type { Typesetter } from './typesetter.ts';

/** Thickness of the line between columns (栏线), in points. */
const COLUMN_RULE_PT = 0.35;

/** Where the text columns stand in their block, in points. */
export interface ColumnOrigin {
  readonly x: number;
  readonly y: number;
}

/** Lines of a paragraph as they were placed in one column, as groups in block coordinates. */
export function placeParagraph(
  cache: LineCache,
  typesetter: Typesetter,
  placing: {
    readonly paragraph: StoryParagraph;
    readonly setting: Setting;
    readonly placed: PlacedPiece;
    readonly frame: TextFrame;
    readonly origin: ColumnOrigin;
  },
): readonly GroupItem[] {
  const { paragraph, setting, placed, frame, origin } = placing;
  const set = paragraph.breakTo(setting.measures, setting.looseness);
  const slots = frame.columns[placed.column]?.slots ?? [];
  const { cellPt, leadingPt } = typesetter.grid;
  const baseline = bodyBaseline(typesetter.template.body);
  const groups: GroupItem[] = [];
  for (let index = placed.lineFrom; index < placed.lineTo; index++) {
    const line = set?.lines[index];
    const slot = slots[placed.firstSlot + index - placed.lineFrom];
    if (line === undefined || slot === undefined) continue;
    const x = origin.x + slot.x * cellPt;
    const y = origin.y + slot.line * leadingPt + baseline;
    groups.push(cache.groupOf(paragraph, line, x, y));
  }
  return groups;
}

/**
 * Rules in the gutters, as long as the longer column beside them. A rule makes way for what stands
 * in the gutter, such as a picture across two columns.
 */
export function columnRules(
  typesetter: Typesetter,
  frame: TextFrame,
  columns: InnerColumns,
  origin: ColumnOrigin,
): readonly DisplayItem[] {
  if (!columns.rule) return [];
  const { cellPt, leadingPt } = typesetter.grid;
  const stroke = { ink: typesetter.ink('black'), widthPt: COLUMN_RULE_PT };
  const inset = (leadingPt - cellPt) / 2;
  return frame.columns.slice(1).flatMap((right, index) => {
    const left = frame.columns[index];
    if (left === undefined) return [];
    const column = (left.x + left.width + right.x) / 2;
    const x = origin.x + column * cellPt;
    return ruledLines(frame, [left, right], column).map(({ from, to }) => {
      const top = { x, y: origin.y + from * leadingPt + inset };
      return ruleLine(top, { x, y: origin.y + to * leadingPt - inset }, stroke);
    });
  });
}

/** Stretches of body lines beside which a rule stands in the gutter at `column`. */
function ruledLines(
  frame: TextFrame,
  beside: readonly SlotColumn[],
  column: number,
): readonly { readonly from: number; readonly to: number }[] {
  const lines = beside.flatMap(({ slots }) => slots.map((slot) => slot.line));
  if (lines.length === 0) return [];
  const end = Math.max(...lines) + 1;
  const stretches: { from: number; to: number }[] = [];
  for (let line = Math.min(...lines); line < end; line++) {
    if (frame.obstacles.some((obstacle) => standsIn(frame, obstacle, { column, line }))) continue;
    const last = stretches.at(-1);
    if (last?.to === line) last.to = line + 1;
    else stretches.push({ from: line, to: line + 1 });
  }
  return stretches;
}

/** Does an obstacle stand across a gutter on a body line? Places count from the text area. */
function standsIn(
  { text }: TextFrame,
  { area }: Obstacle,
  at: { readonly column: number; readonly line: number },
): boolean {
  const left = area.column - text.column;
  const top = area.line - text.line;
  const isAcross = at.column >= left && at.column <= left + area.columns;
  return isAcross && at.line + 1 > top && at.line < top + area.lines;
}
