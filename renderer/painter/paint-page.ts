import type { DisplayItem, DisplayList, GroupItem } from '#engine/display/display-list.ts';
import { PAPER } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { paintPicture } from './image.ts';
import { memberInk } from './ink-bounds.ts';
import { paintShape } from './shape.ts';
import type { PaintLook, PaintStock, Surface } from './surface.ts';
import { paintText } from './text.ts';

/** What is painted: a page, and the parts of it that show. */
export interface PaintOrder {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly look: PaintLook;
  /** Parts of the page that show, in points; groups outside them are passed over. */
  readonly parts: readonly Rect[];
}

/**
 * Paints the page in paint order. The surface is set up by the caller so that one unit is one point
 * and the origin is the corner of the trimmed page.
 */
export function paintPage(surface: Surface, order: PaintOrder): void {
  surface.textBaseline = 'alphabetic';
  surface.textAlign = 'left';
  surface.fontKerning = 'none';
  // Glyphs stand where the display list says, on quarters of a pixel, and are drawn unhinted.
  surface.textRendering = 'geometricPrecision';
  surface.fillStyle = order.look.colourOf(PAPER);
  surface.fillRect(0, 0, order.list.widthPt, order.list.heightPt);
  paintAll(surface, order.list.items, { order, x: 0, y: 0 });
}

/** Where the members of a group stand on the page. */
interface Place {
  readonly order: PaintOrder;
  readonly x: number;
  readonly y: number;
}

function paintAll(surface: Surface, items: readonly DisplayItem[], place: Place): void {
  for (const item of items) {
    switch (item.kind) {
      case 'text':
        paintText(surface, item, place.order);
        break;
      case 'shape':
        paintShape(surface, item, place.order.look);
        break;
      case 'picture':
        paintPicture(surface, item, place.order);
        break;
      case 'group':
        paintGroup(surface, item, place);
    }
  }
}

function paintGroup(surface: Surface, group: GroupItem, { order, x, y }: Place): void {
  const inside = { order, x: x + group.x, y: y + group.y };
  const ink = memberInk(group);
  if (ink === undefined || !order.parts.some((part) => touches(ink, inside, part))) return;
  surface.translate(group.x, group.y);
  paintAll(surface, group.items, inside);
  surface.translate(-group.x, -group.y);
}

function touches(ink: Rect, at: { readonly x: number; readonly y: number }, part: Rect): boolean {
  const left = ink.x + at.x;
  const top = ink.y + at.y;
  return (
    left < part.x + part.width &&
    left + ink.width > part.x &&
    top < part.y + part.height &&
    top + ink.height > part.y
  );
}
