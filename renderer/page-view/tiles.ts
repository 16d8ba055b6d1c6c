import type { DisplayList } from '#engine/display/display-list.ts';
import { PAPER } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { paintPage } from '#renderer/painter/paint-page.ts';
import type { PaintLook, PaintStock, Surface } from '#renderer/painter/surface.ts';

/** Side of a tile, in device pixels: small enough to be painted within a frame. */
const TILE_PX = 256;
/** Some 100 MB of bitmaps; a window of 1920 × 1080 shows some 50 tiles. */
const MOST_TILES = 400;

/** What tiles are painted from. */
export interface TileSource {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly look: PaintLook;
}

/** A part of the page painted at one scale. */
interface Tile {
  readonly column: number;
  readonly row: number;
  readonly bitmap: OffscreenCanvas;
  readonly surface: OffscreenCanvasRenderingContext2D;
}

/** The window on the page in device pixels: where the page's corner lies, and the scale. */
export interface TileWindow {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly leftPx: number;
  readonly topPx: number;
  /** Device pixels for one point. */
  readonly scale: number;
}

/**
 * A page as tiles that are painted once and laid down in every frame. Tiles of the scale before
 * stand in, stretched, until those of the new scale are painted.
 */
export class TileShelf {
  private source: TileSource | undefined;
  private readonly levels = new Map<number, Map<string, Tile>>();
  private count = 0;

  /** Another page, or other colours: nothing painted so far is of use. */
  reset(source: TileSource): void {
    this.source = source;
    this.levels.clear();
    this.count = 0;
  }

  /** The page after an edit. Tiles of other scales that hold a changed part are dropped. */
  change(list: DisplayList, parts: readonly Rect[], scale: number): void {
    if (this.source === undefined) return;
    this.source = { ...this.source, list };
    for (const [levelScale, level] of this.levels) {
      for (const [key, tile] of level) {
        const touched = parts.filter((part) => touches(tileRect(tile, levelScale), part));
        if (touched.length === 0) continue;
        if (levelScale !== scale) {
          level.delete(key);
          this.count -= 1;
        } else this.paint(tile, scale, touched.reduce(joined));
      }
    }
  }

  /** True when something can stand in for tiles that are not painted. */
  hasTiles(): boolean {
    return this.count > 0;
  }

  /** Lays the tiles down; answers how many are still to be painted for this window. */
  lay(surface: Surface, window: TileWindow): number {
    const { scale } = window;
    const level = this.levels.get(scale);
    const wanted = this.wanted(window);
    const missing = wanted.filter(([column, row]) => !level?.has(keyOf(column, row)));
    if (missing.length > 0) this.layStandIns(surface, window);
    for (const [column, row] of wanted) {
      const tile = level?.get(keyOf(column, row));
      if (tile === undefined) continue;
      const x = window.leftPx + column * TILE_PX;
      surface.drawImage(tile.bitmap, x, window.topPx + row * TILE_PX);
    }
    return missing.length;
  }

  /** Paints missing tiles until the time is used up; answers how many are still missing. */
  paintMissing(window: TileWindow, untilMs: number): number {
    const { scale } = window;
    const level = this.levels.get(scale) ?? new Map<string, Tile>();
    this.levels.delete(scale);
    this.levels.set(scale, level);
    const missing = this.wanted(window).filter(([column, row]) => !level.has(keyOf(column, row)));
    let painted = 0;
    for (const [column, row] of missing) {
      if (painted > 0 && performance.now() >= untilMs) break;
      const bitmap = new OffscreenCanvas(TILE_PX, TILE_PX);
      const surface = bitmap.getContext('2d', { alpha: false });
      if (surface === null) break;
      const tile = { column, row, bitmap, surface };
      this.paint(tile, scale, tileRect(tile, scale));
      level.set(keyOf(column, row), tile);
      this.count += 1;
      painted += 1;
    }
    this.dropOldest(scale);
    return missing.length - painted;
  }

  private paint({ column, row, surface }: Tile, scale: number, part: Rect): void {
    if (this.source === undefined) return;
    const { list, stock, look } = this.source;
    surface.setTransform(scale, 0, 0, scale, -column * TILE_PX, -row * TILE_PX);
    surface.save();
    surface.beginPath();
    clipToPixels(surface, part, scale);
    surface.clip();
    // A tile reaches beyond the page: there it is paper too, and the view cuts it off.
    surface.fillStyle = look.colourOf(PAPER);
    surface.fillRect(part.x, part.y, part.width, part.height);
    paintPage(surface, { list, stock, look, visible: part });
    surface.restore();
  }

  /** Numbers of the tiles that the window shows, the middle ones first. */
  private wanted(window: TileWindow): readonly (readonly [number, number])[] {
    if (this.source === undefined) return [];
    const { widthPt, heightPt } = this.source.list;
    const { scale, leftPx, topPx, widthPx, heightPx } = window;
    const columns = span(-leftPx, widthPx - leftPx, widthPt * scale);
    const rows = span(-topPx, heightPx - topPx, heightPt * scale);
    const middle = [(columns.from + columns.to) / 2, (rows.from + rows.to) / 2] as const;
    const tiles: (readonly [number, number])[] = [];
    for (let row = rows.from; row <= rows.to; row++) {
      for (let column = columns.from; column <= columns.to; column++) tiles.push([column, row]);
    }
    const far = ([column, row]: readonly [number, number]) =>
      Math.hypot(column - middle[0], row - middle[1]);
    return tiles.sort((a, b) => far(a) - far(b));
  }

  /** Tiles of other scales under those that are missing: first painted, first laid. */
  private layStandIns(surface: Surface, window: TileWindow): void {
    const others = [...this.levels].filter(([scale]) => scale !== window.scale);
    surface.imageSmoothingQuality = 'low';
    // The last one alone would leave the rest of the page white when the zoom goes outwards.
    for (const [scale, level] of others.slice(-2)) {
      const stretch = window.scale / scale;
      const side = TILE_PX * stretch;
      for (const { column, row, bitmap } of level.values()) {
        const x = window.leftPx + column * side;
        const y = window.topPx + row * side;
        if (x > window.widthPx || y > window.heightPx || x + side < 0 || y + side < 0) continue;
        surface.drawImage(bitmap, x, y, side, side);
      }
    }
  }

  private dropOldest(scale: number): void {
    for (const [old, level] of this.levels) {
      if (this.count <= MOST_TILES || old === scale) return;
      this.count -= level.size;
      this.levels.delete(old);
    }
  }
}

function keyOf(column: number, row: number): string {
  return `${column}/${row}`;
}

function span(from: number, to: number, length: number): { from: number; to: number } {
  const last = Math.ceil(length / TILE_PX) - 1;
  return {
    from: Math.max(0, Math.floor(from / TILE_PX)),
    to: Math.min(last, Math.floor(to / TILE_PX)),
  };
}

function tileRect({ column, row }: Pick<Tile, 'column' | 'row'>, scale: number): Rect {
  const side = TILE_PX / scale;
  return { x: column * side, y: row * side, width: side, height: side };
}

/** Clipping on whole pixels leaves no seams of half-covered ones. */
function clipToPixels(surface: Surface, part: Rect, scale: number): void {
  const x = Math.floor(part.x * scale) / scale;
  const y = Math.floor(part.y * scale) / scale;
  const right = Math.ceil((part.x + part.width) * scale) / scale;
  const bottom = Math.ceil((part.y + part.height) * scale) / scale;
  surface.rect(x, y, right - x, bottom - y);
}

function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function joined(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}
