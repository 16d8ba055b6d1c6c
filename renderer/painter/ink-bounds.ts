import { itemBounds } from '#engine/display/bounds.ts';
import type { DisplayItem, GroupItem, TextItem } from '#engine/display/display-list.ts';
import { type Rect, unionRect } from '#engine/units/rect.ts';

/**
 * How far glyphs reach out of their em boxes, in em: along the line a full-square opening bracket
 * is drawn from half an em before its half-square box; across it accents and tails stand out.
 */
const REACH_ALONG = 0.6;
const REACH_ACROSS = 0.35;

/** Groups keep their identity while nothing in them changes, so their bounds are kept as well. */
const KNOWN = new WeakMap<GroupItem, Rect | 'nothing'>();

/** The rectangle that holds all ink of an item, in the space it stands in. */
export function inkBounds(item: DisplayItem): Rect | undefined {
  if (item.kind === 'text') return textInk(item);
  if (item.kind !== 'group') return itemBounds(item);
  const inner = memberInk(item);
  return inner && { ...inner, x: inner.x + item.x, y: inner.y + item.y };
}

/** The rectangle that holds all ink of a group's members, in the space of the members. */
export function memberInk(group: GroupItem): Rect | undefined {
  const known = KNOWN.get(group);
  if (known !== undefined) return known === 'nothing' ? undefined : known;
  let all: Rect | undefined;
  for (const member of group.items) {
    const one = inkBounds(member);
    if (one !== undefined) all = all === undefined ? one : unionRect(all, one);
  }
  KNOWN.set(group, all ?? 'nothing');
  return all;
}

function textInk(item: TextItem): Rect | undefined {
  const box = itemBounds(item);
  if (box === undefined) return undefined;
  const { sizePt, vertical } = item.run;
  const x = (vertical ? REACH_ACROSS : REACH_ALONG) * sizePt;
  const y = (vertical ? REACH_ALONG : REACH_ACROSS) * sizePt;
  return { x: box.x - x, y: box.y - y, width: box.width + 2 * x, height: box.height + 2 * y };
}
