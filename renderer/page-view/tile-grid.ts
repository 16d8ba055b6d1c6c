import type { Rect } from '#engine/units/rect.ts';
import type { PageSize } from './viewport.ts';

/** The window on the page in device pixels: where the page's corner lies, and the scale. */
export interface TileWindow {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly leftPx: number;
  readonly topPx: number;
  /** Device pixels for one point. */
  readonly scale: number;
}

/** Column and row of a tile. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** A rectangle in device pixels. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Side of a tile in device pixels. A tile must be painted within a frame: a small page shows four
 * times the characters on the same pixels.
 */
export function tileSide(scale: number): number {
  return scale < 1.2 ? 128 : 256;
}

/** The tiles that a window shows, the middle ones first; `beyond` adds rings around them. */
export function tilesInWindow(
  page: PageSize,
  window: TileWindow,
  beyond = 0,
): readonly TilePlace[] {
  const { scale, leftPx, topPx, widthPx, heightPx } = window;
  const side = tileSide(scale);
  const columns = span(
    { from: -leftPx, to: widthPx - leftPx, length: page.widthPt * scale },
    side,
    beyond,
  );
  const rows = span(
    { from: -topPx, to: heightPx - topPx, length: page.heightPt * scale },
    side,
    beyond,
  );
  const tiles: TilePlace[] = [];
  for (let row = rows.from; row <= rows.to; row++) {
    for (let column = columns.from; column <= columns.to; column++) tiles.push({ column, row });
  }
  const middle = { column: (columns.from + columns.to) / 2, row: (rows.from + rows.to) / 2 };
  const far = (tile: TilePlace) => Math.hypot(tile.column - middle.column, tile.row - middle.row);
  return tiles.sort((a, b) => far(a) - far(b));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Of the whole page. */
  readonly length: number;
}

function span(
  { from, to, length }: Stretch,
  side: number,
  beyond: number,
): { readonly from: number; readonly to: number } {
  const last = Math.ceil(length / side) - 1;
  return {
    from: Math.max(0, Math.floor(from / side) - beyond),
    to: Math.min(last, Math.ceil(to / side) - 1 + beyond),
  };
}

/** The part of the page that a tile shows, in points. */
export function tileRect({ column, row }: TilePlace, scale: number): Rect {
  const side = tileSide(scale) / scale;
  return { x: column * side, y: row * side, width: side, height: side };
}

/** A part of the page as whole device pixels of a page that begins at (0, 0). */
export function pixelsOf(part: Rect, scale: number): PixelRect {
  return {
    left: Math.floor(part.x * scale),
    top: Math.floor(part.y * scale),
    right: Math.ceil((part.x + part.width) * scale),
    bottom: Math.ceil((part.y + part.height) * scale),
  };
}

/** True when the rectangles have some room in common. */
export function rectsTouch(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
