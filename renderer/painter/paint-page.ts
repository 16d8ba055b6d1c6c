import { boundsOfAll } from '#engine/display/bounds.ts';
import type { DisplayItem, DisplayList, GroupItem } from '#engine/display/display-list.ts';
import { PAPER } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { paintPicture } from './image.ts';
import { paintShape } from './shape.ts';
import type { PaintLook, PaintStock, Surface } from './surface.ts';
import { paintText } from './text.ts';

/** What is painted: a page, and the part of it that shows. */
export interface PaintOrder {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly look: PaintLook;
  /** Part of the page that shows, in points; groups outside it are passed over. */
  readonly visible: Rect;
}

/**
 * Paints the page in paint order. The surface is set up by the caller so that one unit is one point
 * and the origin is the corner of the trimmed page.
 */
export function paintPage(surface: Surface, order: PaintOrder): void {
  surface.textBaseline = 'alphabetic';
  surface.textAlign = 'left';
  surface.fillStyle = order.look.colourOf(PAPER);
  surface.fillRect(0, 0, order.list.widthPt, order.list.heightPt);
  paintAll(surface, order.list.items, order);
}

function paintAll(surface: Surface, items: readonly DisplayItem[], order: PaintOrder): void {
  for (const item of items) {
    switch (item.kind) {
      case 'text':
        paintText(surface, item, order);
        break;
      case 'shape':
        paintShape(surface, item, order.look);
        break;
      case 'picture':
        paintPicture(surface, item, order);
        break;
      case 'group':
        paintGroup(surface, item, order);
    }
  }
}

function paintGroup(surface: Surface, group: GroupItem, order: PaintOrder): void {
  const { visible } = order;
  const inside = { ...visible, x: visible.x - group.x, y: visible.y - group.y };
  if (!touches(groupBounds(group), inside)) return;
  surface.translate(group.x, group.y);
  paintAll(surface, group.items, { ...order, visible: inside });
  surface.translate(-group.x, -group.y);
}

/** Groups keep their identity while nothing in them changes, so their bounds are kept as well. */
const KNOWN_BOUNDS = new WeakMap<GroupItem, Rect>();

function groupBounds(group: GroupItem): Rect {
  const known = KNOWN_BOUNDS.get(group);
  if (known !== undefined) return known;
  const bounds = boundsOfAll(group.items) ?? { x: 0, y: 0, width: 0, height: 0 };
  KNOWN_BOUNDS.set(group, bounds);
  return bounds;
}

/** Glyphs may reach out of their em boxes; swashes and tall headlines by less than this. */
const INK_REACH_PT = 12;

function touches(bounds: Rect, visible: Rect): boolean {
  return (
    bounds.x - INK_REACH_PT < visible.x + visible.width &&
    bounds.x + bounds.width + INK_REACH_PT > visible.x &&
    bounds.y - INK_REACH_PT < visible.y + visible.height &&
    bounds.y + bounds.height + INK_REACH_PT > visible.y
  );
}
