import type { DisplayItem, GroupItem, TextItem } from '#engine/display/display-list.ts';
import type { InnerColumns } from '#engine/model/issue.ts';
import { ruleLine } from './decorations.ts';
import type { PlacedPiece, Setting } from './flow-piece.ts';
import { bodyBaseline } from './page-grid.ts';
import type { SetLine } from './set-lines.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import type { TextFrame } from './text-frame.ts';
import type { Typesetter } from './typesetter.ts';

/** Thickness of the line between columns (栏线), in points. */
const COLUMN_RULE_PT = 0.35;

/** Glyph runs of set lines; a line that did not change keeps its runs. */
export class LineCache {
  private readonly items = new WeakMap<SetLine, readonly TextItem[]>();
  private readonly typesetter: Typesetter;

  constructor(typesetter: Typesetter) {
    this.typesetter = typesetter;
  }

  itemsOf(paragraph: StoryParagraph, line: SetLine): readonly TextItem[] {
    const known = this.items.get(line);
    if (known !== undefined) return known;
    const items = this.typesetter.lineItems(paragraph.text, line);
    this.items.set(line, items);
    return items;
  }
}

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
    groups.push({
      kind: 'group',
      id: `${paragraph.source}:${line.start}`,
      x: origin.x + slot.x * cellPt,
      y: origin.y + slot.line * leadingPt + baseline,
      items: cache.itemsOf(paragraph, line),
    });
  }
  return groups;
}

/** Rules in the gutters, as long as the longer column beside them. */
export function columnRules(
  typesetter: Typesetter,
  frame: TextFrame,
  columns: InnerColumns,
  origin: ColumnOrigin,
): readonly DisplayItem[] {
  if (!columns.rule) return [];
  const { cellPt, leadingPt } = typesetter.grid;
  const stroke = { ink: typesetter.ink('black'), widthPt: COLUMN_RULE_PT };
  return frame.columns.slice(1).flatMap((right, index) => {
    const left = frame.columns[index];
    const slots = [...(left?.slots ?? []), ...right.slots];
    if (left === undefined || slots.length === 0) return [];
    const x = origin.x + ((left.x + left.width + right.x) / 2) * cellPt;
    const top = Math.min(...slots.map((slot) => slot.line));
    const foot = Math.max(...slots.map((slot) => slot.line)) + 1;
    const inset = (leadingPt - cellPt) / 2;
    const from = { x, y: origin.y + top * leadingPt + inset };
    return [ruleLine(from, { x, y: origin.y + foot * leadingPt - inset }, stroke)];
  });
}
