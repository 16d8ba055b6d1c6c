import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { Rect } from '#engine/units/rect.ts';
import { inkBounds } from '#renderer/painter/ink-bounds.ts';

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
  collectChanged(before, after, { x: 0, y: 0, parts });
  return parts;
}

/** The parts of a page that hold items of a kind, such as the text of a face that has arrived. */
export function partsWith(
  items: readonly DisplayItem[],
  isMeant: (item: DisplayItem) => boolean,
): readonly Rect[] {
  const parts: Rect[] = [];
  const walk = (members: readonly DisplayItem[], x: number, y: number) => {
    for (const item of members) {
      if (item.kind === 'group') walk(item.items, x + item.x, y + item.y);
      else if (isMeant(item)) add(item, { x, y, parts });
    }
  };
  walk(items, 0, 0);
  return parts;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly parts: Rect[];
}

function collectChanged(
  before: readonly DisplayItem[],
  after: readonly DisplayItem[],
  place: Place,
): void {
  const gone = new Set(before);
  const order = new Map(before.map((item, place) => [item, place]));
  const groups = new Map<string, GroupItem>();
  for (const item of before) if (item.kind === 'group') groups.set(item.id, item);
  const fresh: DisplayItem[] = [];
  let highest = 0;
  for (const item of after) {
    if (!gone.delete(item)) fresh.push(item);
    const at = order.get(item) ?? highest;
    // Unchanged, but what lay above it lies beneath it now.
    if (at < highest) add(item, place);
    highest = Math.max(highest, at);
  }
  for (const item of fresh) {
    const old = item.kind === 'group' ? groups.get(item.id) : undefined;
    if (item.kind === 'group' && old !== undefined && standsAs(old, item) && gone.delete(old)) {
      const inner = { x: place.x + item.x, y: place.y + item.y, parts: place.parts };
      collectChanged(old.items, item.items, inner);
    } else add(item, place);
  }
  for (const item of gone) add(item, place);
}

function standsAs(old: GroupItem, group: GroupItem): boolean {
  return old.x === group.x && old.y === group.y;
}

function add(item: DisplayItem, { x, y, parts }: Place): void {
  const ink = inkBounds(item);
  if (ink !== undefined) parts.push({ ...ink, x: ink.x + x, y: ink.y + y });
}
