import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Rect } from '#engine/units/rect.ts';

/** How the page lies in the window on it. */
export interface Viewport {
  /** Size of the window on the page, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the corner of the page lies in the window, in CSS pixels; negative when beyond. */
  readonly leftPx: number;
  readonly topPx: number;
  /** CSS pixels for one point. */
  readonly zoom: number;
  /** Device pixels for one CSS pixel. */
  readonly density: number;
}

/** CSS pixels for one point at actual size: 96 pixels and 72 points to the inch. */
export const ACTUAL_SIZE = 96 / 72;

/** Desk that shows around the page when it is fitted, in CSS pixels. */
const DESK_EDGE_PX = 24;

/** Ten per cent and sixteen times actual size. */
const SMALLEST_ZOOM = 0.1 * ACTUAL_SIZE;
const LARGEST_ZOOM = 16 * ACTUAL_SIZE;
/** Four steps double the size. */
const ZOOM_STEP = 2 ** 0.25;

/** Lengths of the trimmed page. */
export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A place in the window on the page, in CSS pixels from its corner. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/** The zoom at which the whole page, or its whole width, shows. */
function fittingZoom(page: PageSize, view: Viewport, fit: 'page' | 'width'): number {
  const across = (view.widthPx - 2 * DESK_EDGE_PX) / page.widthPt;
  const down = (view.heightPx - 2 * DESK_EDGE_PX) / page.heightPt;
  return withinZoomLimits(fit === 'width' ? across : Math.min(across, down));
}

/** The page fitted into the window: centred across, and down when it is not taller. */
export function fitted(page: PageSize, view: Viewport, fit: 'page' | 'width'): Viewport {
  const zoom = fittingZoom(page, view, fit);
  const leftPx = (view.widthPx - page.widthPt * zoom) / 2;
  const topPx = Math.max(DESK_EDGE_PX, (view.heightPx - page.heightPt * zoom) / 2);
  return snapped({ ...view, zoom, leftPx, topPx });
}

/** The view at another zoom; what lies under the point stays there. */
export function zoomedAt(
  page: PageSize,
  view: Viewport,
  wish: { readonly zoom: number; readonly at: WindowPoint },
): Viewport {
  const zoom = withinZoomLimits(wish.zoom);
  const { x, y } = wish.at;
  const leftPx = x - ((x - view.leftPx) / view.zoom) * zoom;
  const topPx = y - ((y - view.topPx) / view.zoom) * zoom;
  return heldInView(page, { ...view, zoom, leftPx, topPx });
}

/** The view on a rectangle (points) that fills it, with some desk around. */
export function zoomedOnto(page: PageSize, view: Viewport, rect: Rect): Viewport {
  const across = (view.widthPx - 2 * DESK_EDGE_PX) / rect.width;
  const down = (view.heightPx - 2 * DESK_EDGE_PX) / rect.height;
  const zoom = withinZoomLimits(Math.min(across, down));
  const leftPx = view.widthPx / 2 - (rect.x + rect.width / 2) * zoom;
  const topPx = view.heightPx / 2 - (rect.y + rect.height / 2) * zoom;
  return heldInView(page, { ...view, zoom, leftPx, topPx });
}

/** The view pushed by so many CSS pixels. */
export function pushed(
  page: PageSize,
  view: Viewport,
  by: { readonly x: number; readonly y: number },
): Viewport {
  return heldInView(page, { ...view, leftPx: view.leftPx + by.x, topPx: view.topPx + by.y });
}

/** The view moved no farther than needed for the rectangle (points) to show. */
export function showing(page: PageSize, view: Viewport, rect: Rect): Viewport {
  const edge = DESK_EDGE_PX;
  const left = view.leftPx + rect.x * view.zoom;
  const top = view.topPx + rect.y * view.zoom;
  const x = nearestShift(left, left + rect.width * view.zoom, [edge, view.widthPx - edge]);
  const y = nearestShift(top, top + rect.height * view.zoom, [edge, view.heightPx - edge]);
  return x === 0 && y === 0 ? view : pushed(page, view, { x, y });
}

function nearestShift(from: number, to: number, [least, most]: readonly [number, number]): number {
  if (from < least) return least - from;
  return to > most ? Math.max(most - to, least - from) : 0;
}

/** One step nearer or farther. */
export function steppedZoom(zoom: number, steps: number): number {
  return withinZoomLimits(zoom * ZOOM_STEP ** steps);
}

function withinZoomLimits(zoom: number): number {
  return Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, zoom));
}

/** On whole device pixels, so that glyphs keep their shapes when the page is pushed. */
function snapped(view: Viewport): Viewport {
  const whole = (px: number) => Math.round(px * view.density) / view.density;
  return { ...view, leftPx: whole(view.leftPx), topPx: whole(view.topPx) };
}

function heldInView(page: PageSize, view: Viewport): Viewport {
  const hold = (at: number, length: number, window: number) => {
    const { from, to } = pushRange(length, window);
    return Math.min(to, Math.max(from, at));
  };
  const leftPx = hold(view.leftPx, page.widthPt * view.zoom, view.widthPx);
  const topPx = hold(view.topPx, page.heightPt * view.zoom, view.heightPx);
  return snapped({ ...view, leftPx, topPx });
}

/** How far the page's corner may be pushed: any edge of the page to the middle of the window. */
function pushRange(length: number, window: number): { readonly from: number; readonly to: number } {
  return { from: window / 2 - length, to: window / 2 };
}

/** A place in the window as a point of the page. */
export function pagePointAt(view: Viewport, { x, y }: WindowPoint): PagePoint {
  return { x: (x - view.leftPx) / view.zoom, y: (y - view.topPx) / view.zoom };
}

/** A point of the page in the window. */
export function windowPointAt(view: Viewport, { x, y }: PagePoint): WindowPoint {
  return { x: view.leftPx + x * view.zoom, y: view.topPx + y * view.zoom };
}

/** The part of the page that shows, in points. */
export function visiblePart(view: Viewport): Rect {
  const { x, y } = pagePointAt(view, { x: 0, y: 0 });
  return { x, y, width: view.widthPx / view.zoom, height: view.heightPx / view.zoom };
}
