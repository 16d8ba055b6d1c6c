import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import { type Ink, PAPER } from '#engine/units/ink.ts';
import { inkBounds } from '#renderer/painter/ink-bounds.ts';
import { type PlateOrder, pixelsOf, plateImages } from '#renderer/painter/plates.ts';

/** Painted so large that one pixel lies within a hair line of 0.06 pt. */
const PROBE_SCALE = 16;
const PROBE_PX = 3;

/**
 * The ink on the plates at a point of the page, in points: the plates are painted there, as large
 * as under a loupe, and the pixel in the middle is read.
 */
export function inkAt(order: PlateOrder, point: PagePoint): Ink {
  const list = itemsAt(order.list, point);
  if (list.items.length === 0) return PAPER;
  const transform = new DOMMatrix([
    PROBE_SCALE,
    0,
    0,
    PROBE_SCALE,
    PROBE_PX / 2 - point.x * PROBE_SCALE,
    PROBE_PX / 2 - point.y * PROBE_SCALE,
  ]);
  const area = { left: 0, top: 0, width: PROBE_PX, height: PROBE_PX, transform };
  const images = plateImages({ ...order, list }, area);
  if (images === undefined) return PAPER;
  const { colours, black } = pixelsOf(images);
  const middle = 4 * Math.floor((PROBE_PX * PROBE_PX) / 2);
  const inkOf = (light: number | undefined) => (255 - (light ?? 255)) / 255;
  return {
    c: inkOf(colours[middle]),
    m: inkOf(colours[middle + 1]),
    y: inkOf(colours[middle + 2]),
    k: inkOf(black[middle]),
  };
}

/** The page with nothing on it but what may reach the point: two or three things. */
export function itemsAt(list: DisplayList, { x, y }: PagePoint): DisplayList {
  return { ...list, items: reaching(list.items, { x, y }) };
}

function reaching(items: readonly DisplayItem[], point: PagePoint): readonly DisplayItem[] {
  return items.flatMap((item): readonly DisplayItem[] => {
    if (!holds(item, point)) return [];
    if (item.kind !== 'group') return [item];
    const inside = { x: point.x - item.x, y: point.y - item.y };
    return [{ ...item, items: reaching(item.items, inside) }];
  });
}

function holds(item: DisplayItem, { x, y }: PagePoint): boolean {
  const bounds = inkBounds(item);
  if (bounds === undefined) return false;
  const { x: left, y: top, width, height } = bounds;
  return x >= left && y >= top && x <= left + width && y <= top + height;
}
