import type { DisplayItem } from '#engine/display/display-list.ts';
import type { Page } from '#engine/model/issue.ts';
import { bodyBaseline } from './page-grid.ts';
import type { ColumnOrigin } from './place-story.ts';
import type { Slot, SlotColumn } from './slots.ts';
import { setLabel } from './text-box.ts';
import type { TextFrame } from './text-frame.ts';
import type { ThreadMember } from './thread.ts';
import type { Typesetter } from './typesetter.ts';

type ThreadBlockValue = ThreadMember['block'];

/** Jump lines of a thread: which lines they take, and their words. */
export interface JumpLines {
  /** The frame without the lines that its jump lines take. */
  reserve(block: ThreadBlockValue, frame: TextFrame): TextFrame;
  /** The jump lines of a block, in block coordinates. */
  items(block: ThreadBlockValue, origin: ColumnOrigin): readonly DisplayItem[];
}

interface JumpLine {
  readonly words: string;
  readonly slot: Slot;
  readonly align: 'left' | 'right';
}

/**
 * A story that goes on on another page ends with 下转 and begins there with 上接; between blocks of
 * one page the reader follows without words. `members` are the blocks that the text reaches: a
 * block left empty is not announced.
 */
export function composeJumpLines(
  typesetter: Typesetter,
  members: readonly ThreadMember[],
): JumpLines {
  const lines = new Map<ThreadBlockValue, readonly JumpLine[]>();
  return {
    reserve(block, frame) {
      const { from, to } = neighbourPages(members, block);
      const taken: JumpLine[] = [];
      const slots = frame.columns.flatMap((column) => column.slots);
      const first = slots[0];
      const last = slots.at(-1);
      if (from !== undefined && first !== undefined) {
        taken.push({ words: `（上接${from.number}版）`, slot: first, align: 'left' });
      }
      if (to !== undefined && last !== undefined) {
        taken.push({ words: `（下转${to.number}版）`, slot: last, align: 'right' });
      }
      lines.set(block, taken);
      return withoutSlots(frame, taken);
    },
    items(block, origin) {
      return (lines.get(block) ?? []).map((line) => jumpItem(typesetter, block, line, origin));
    },
  };
}

function neighbourPages(
  members: readonly ThreadMember[],
  block: ThreadBlockValue,
): { readonly from: Page | undefined; readonly to: Page | undefined } {
  const index = members.findIndex((member) => member.block === block);
  if (index < 0) return { from: undefined, to: undefined };
  const own = members[index]?.page;
  const before = members[index - 1]?.page;
  const after = members[index + 1]?.page;
  return {
    from: before?.id === own?.id ? undefined : before,
    to: after?.id === own?.id ? undefined : after,
  };
}

function withoutSlots(frame: TextFrame, taken: readonly JumpLine[]): TextFrame {
  if (taken.length === 0) return frame;
  const slots = new Set(taken.map((line) => line.slot));
  const columns = frame.columns.map(
    (column): SlotColumn => ({
      ...column,
      slots: column.slots.filter((slot) => !slots.has(slot)),
    }),
  );
  return { ...frame, columns };
}

function jumpItem(
  typesetter: Typesetter,
  block: ThreadBlockValue,
  line: JumpLine,
  origin: ColumnOrigin,
): DisplayItem {
  const style = typesetter.style('jumpLine');
  const text = typesetter.readText([{ text: line.words, style, source: undefined }]);
  const { items, widthPt } = setLabel(typesetter, text);
  const { cellPt, leadingPt } = typesetter.grid;
  const spare = line.slot.width * cellPt - widthPt;
  return {
    kind: 'group',
    id: `${block.id}/jump:${line.align}`,
    x: origin.x + line.slot.x * cellPt + (line.align === 'right' ? spare : 0),
    y: origin.y + line.slot.line * leadingPt + bodyBaseline(typesetter.template.body),
    items,
  };
}
