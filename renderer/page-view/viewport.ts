import type { Rect } from '#engine/units/rect.ts';

/** The part of the desk through which a page is seen. */
export interface Viewport {
  /** Size of the window on the page, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Scroll position of the desk, in CSS pixels. */
  readonly leftPx: number;
  readonly topPx: number;
  /** CSS pixels for one point. */
  readonly zoom: number;
  /** Device pixels for one CSS pixel. */
  readonly density: number;
}

/** CSS pixels for one point at actual size: 96 pixels and 72 points to the inch. */
export const ACTUAL_SIZE = 96 / 72;

/** Desk that shows around the page, in CSS pixels. */
export const DESK_EDGE_PX = 24;

const SMALLEST_ZOOM = 0.1;
const LARGEST_ZOOM = 16;
/** Four steps double the size. */
const ZOOM_STEP = 2 ** 0.25;

/** Lengths of the trimmed page. */
export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The zoom at which the whole page shows. */
export function fittingZoom(page: PageSize, widthPx: number, heightPx: number): number {
  const across = (widthPx - 2 * DESK_EDGE_PX) / page.widthPt;
  const down = (heightPx - 2 * DESK_EDGE_PX) / page.heightPt;
  return withinZoomLimits(Math.min(across, down));
}

/** One step nearer or farther. */
export function steppedZoom(zoom: number, steps: number): number {
  return withinZoomLimits(zoom * ZOOM_STEP ** steps);
}

function withinZoomLimits(zoom: number): number {
  return Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, zoom));
}

/** Where the page's corner lies in the viewport: on whole device pixels, so glyphs stay put. */
export function pageCorner(
  page: PageSize,
  view: Viewport,
): { readonly x: number; readonly y: number } {
  const free = view.widthPx - page.widthPt * view.zoom;
  const left = Math.max(DESK_EDGE_PX, free / 2) - view.leftPx;
  const top = DESK_EDGE_PX - view.topPx;
  return { x: Math.round(left * view.density), y: Math.round(top * view.density) };
}

/** The part of the page that shows, in points. */
export function visiblePart(page: PageSize, view: Viewport): Rect {
  const corner = pageCorner(page, view);
  const scale = view.zoom * view.density;
  return {
    x: -corner.x / scale,
    y: -corner.y / scale,
    width: view.widthPx / view.zoom,
    height: view.heightPx / view.zoom,
  };
}
