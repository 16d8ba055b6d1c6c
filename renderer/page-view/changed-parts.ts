import { itemBounds } from '#engine/display/bounds.ts';
import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { Rect } from '#engine/units/rect.ts';

/** Glyphs may reach out of their em boxes; swashes and tall headlines by less than this. */
const INK_REACH_PT = 12;

/**
 * The parts of a page that must be painted again, in points. Unchanged items keep their identity
 * from one composition to the next, so only what is another object is looked into: a keystroke
 * leaves the lines that it changed.
 */
export function changedParts(
  before: readonly DisplayItem[],
  after: readonly DisplayItem[],
): readonly Rect[] {
  const parts: Rect[] = [];
  collect(before, after, { x: 0, y: 0, parts });
  return parts;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly parts: Rect[];
}

function collect(
  before: readonly DisplayItem[],
  after: readonly DisplayItem[],
  place: Place,
): void {
  const kept = new Set(before);
  const groups = new Map<string, GroupItem>();
  const gone = new Set(before);
  for (const item of before) if (item.kind === 'group') groups.set(item.id, item);
  for (const item of after) {
    if (kept.has(item)) {
      gone.delete(item);
      continue;
    }
    const old = item.kind === 'group' ? groups.get(item.id) : undefined;
    if (item.kind === 'group' && old !== undefined && gone.has(old)) {
      gone.delete(old);
      if (old.x === item.x && old.y === item.y) {
        const inner = { x: place.x + item.x, y: place.y + item.y, parts: place.parts };
        collect(old.items, item.items, inner);
        continue;
      }
      add(old, place);
    }
    add(item, place);
  }
  for (const item of gone) add(item, place);
}

function add(item: DisplayItem, { x, y, parts }: Place): void {
  const bounds = itemBounds(item);
  if (bounds === undefined) return;
  parts.push({
    x: bounds.x + x - INK_REACH_PT,
    y: bounds.y + y - INK_REACH_PT,
    width: bounds.width + 2 * INK_REACH_PT,
    height: bounds.height + 2 * INK_REACH_PT,
  });
}
