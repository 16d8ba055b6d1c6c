import type { DisplayList } from '#engine/display/display-list.ts';
import type { Rect } from '#engine/units/rect.ts';
import { paintPart, type ShownLook } from '#renderer/painter/paint-part.ts';
import type { PaintStock, Surface } from '#renderer/painter/surface.ts';
import type { PagePicture } from './page-picture.ts';
import {
  type PixelRect,
  pixelsOf,
  rectsTouch,
  type TilePlace,
  type TileWindow,
  tileRect,
  tileSide,
  tilesInWindow,
} from './tile-grid.ts';

/** What tiles are painted from. */
export interface TileSource {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly look: ShownLook;
}

/** A part of the page painted at one scale. */
interface Tile extends TilePlace {
  readonly bitmap: OffscreenCanvas;
  readonly surface: OffscreenCanvasRenderingContext2D;
  /** Parts of the page that have changed since; none when it is as the page is. */
  stale: Rect[];
  /** When it was last laid down, counted in frames. */
  seen: number;
}

interface Level {
  readonly scale: number;
  readonly tiles: Map<string, Tile>;
}

/** Some 50 MB: eight windows of 1440 × 900. */
const LEAST_ROOM_PX = 12_000_000;
/** On large and fine screens, so many windows. */
const WINDOWS_KEPT = 2.5;
/** More changed parts of a tile than this are painted as one. */
const MOST_STALE_PARTS = 24;

/**
 * A page as tiles that are painted once and laid down in every frame. Tiles of other scales stand
 * in, stretched, until those of the scale that shows are painted.
 */
export class TileShelf {
  private source: TileSource | undefined;
  private levels: Level[] = [];
  private pixels = 0;
  private frame = 0;
  /** A small picture of the whole page, for where no tile of any scale is. */
  private readonly underlay: PagePicture;

  constructor(underlay: PagePicture) {
    this.underlay = underlay;
  }

  /** Another page, or other colours: nothing painted so far is of use. */
  reset(source: TileSource): void {
    this.source = source;
    this.levels = [];
    this.pixels = 0;
  }

  /** The page after an edit: tiles that the window shows are painted at once, others when due. */
  change(list: DisplayList, parts: readonly Rect[], window: TileWindow): void {
    if (this.source === undefined) return;
    this.source = { ...this.source, list };
    for (const { scale, tiles } of this.levels) {
      for (const tile of tiles.values()) {
        const area = tileRect(tile, scale);
        for (const part of parts) if (rectsTouch(area, part)) tile.stale.push(part);
        if (tile.stale.length > MOST_STALE_PARTS) tile.stale = [joinedWithin(tile.stale, area)];
      }
    }
    this.paintMissing(window, { untilMs: Number.POSITIVE_INFINITY, onlyStale: true });
  }

  /**
   * Paints missing and stale tiles of the window, and of so many rings of tiles beyond it, until
   * the time is used up, but one at least; answers how many are still missing.
   */
  paintMissing(
    window: TileWindow,
    wish: { readonly untilMs: number; readonly beyond?: number; readonly onlyStale?: boolean },
  ): number {
    const level = this.level(window.scale);
    const wanted = this.wanted(window, wish.beyond);
    const missing = wanted.filter((place) => {
      const tile = level.tiles.get(keyOf(place));
      return tile === undefined ? wish.onlyStale !== true : tile.stale.length > 0;
    });
    let painted = 0;
    for (const place of missing) {
      if (painted > 0 && performance.now() >= wish.untilMs) break;
      this.paintTile(level, place);
      painted += 1;
    }
    this.dropOldest(wanted.length, window);
    return missing.length - painted;
  }

  /** How many tiles of the window are not painted, or not as the page is. */
  missing(window: TileWindow): number {
    const { tiles } = this.level(window.scale);
    return this.wanted(window).filter((place) => {
      const tile = tiles.get(keyOf(place));
      return tile === undefined || tile.stale.length > 0;
    }).length;
  }

  /** Lays the tiles down, those only that touch `within`; stand-ins where a tile is missing. */
  lay(surface: Surface, window: TileWindow, within?: PixelRect): void {
    this.frame += 1;
    const level = this.level(window.scale);
    const wanted = this.wanted(window);
    if (wanted.some((place) => !level.tiles.has(keyOf(place)))) this.layStandIns(surface, window);
    const side = tileSide(window.scale);
    for (const place of wanted) {
      const tile = level.tiles.get(keyOf(place));
      if (tile === undefined) continue;
      tile.seen = this.frame;
      const left = window.leftPx + place.column * side;
      const top = window.topPx + place.row * side;
      if (within !== undefined && !isWithin({ left, top, side }, within)) continue;
      surface.drawImage(tile.bitmap, left, top);
    }
  }

  private level(scale: number): Level {
    const known = this.levels.find((level) => level.scale === scale);
    if (known !== undefined) return known;
    const level = { scale, tiles: new Map<string, Tile>() };
    this.levels.push(level);
    return level;
  }

  private wanted(window: TileWindow, beyond = 0): readonly TilePlace[] {
    return this.source === undefined ? [] : tilesInWindow(this.source.list, window, beyond);
  }

  private paintTile(level: Level, place: TilePlace): void {
    const known = level.tiles.get(keyOf(place));
    const tile = known ?? newTile(place, tileSide(level.scale), this.frame);
    if (tile === undefined) return;
    this.paint(tile, level.scale, known === undefined ? undefined : tile.stale);
    tile.stale = [];
    if (known !== undefined) return;
    level.tiles.set(keyOf(place), tile);
    this.pixels += tile.bitmap.width * tile.bitmap.height;
  }

  private paint(tile: Tile, scale: number, stale: readonly Rect[] | undefined): void {
    if (this.source === undefined) return;
    const { surface } = tile;
    const side = tileSide(scale);
    const parts = stale?.map((part) => wholePixels(part, scale)) ?? [tileRect(tile, scale)];
    surface.setTransform(scale, 0, 0, scale, -tile.column * side, -tile.row * side);
    surface.save();
    if (stale !== undefined) {
      surface.beginPath();
      for (const { x, y, width, height } of parts) surface.rect(x, y, width, height);
      surface.clip();
    }
    paintPart(surface, { ...this.source, parts });
    surface.restore();
    // A canvas only notes what it is told. Reading one pixel makes it draw now, within the time
    // that is measured, instead of later, in the middle of a frame.
    surface.getImageData(0, 0, 1, 1);
  }

  /** The one other level that covers most of the window; of several the one nearest in scale. */
  private layStandIns(surface: Surface, window: TileWindow): void {
    surface.imageSmoothingQuality = 'low';
    const { level, share } = this.bestStandIn(window);
    if (share < 1) this.underlay.lay(surface, window);
    if (level === undefined) return;
    const stretch = window.scale / level.scale;
    const side = tileSide(level.scale) * stretch;
    for (const { column, row, bitmap } of level.tiles.values()) {
      // Whole pixels leave no seams between the tiles.
      const left = Math.round(window.leftPx + column * side);
      const top = Math.round(window.topPx + row * side);
      const right = Math.round(window.leftPx + (column + 1) * side);
      const bottom = Math.round(window.topPx + (row + 1) * side);
      if (left > window.widthPx || top > window.heightPx || right < 0 || bottom < 0) continue;
      surface.drawImage(bitmap, left, top, right - left, bottom - top);
    }
  }

  private bestStandIn(window: TileWindow): {
    readonly level: Level | undefined;
    readonly share: number;
  } {
    let best: Level | undefined;
    let most = 0;
    for (const level of this.levels) {
      if (level.scale === window.scale || level.tiles.size === 0) continue;
      const share = this.shareCovered(level, window);
      const isNearer =
        best !== undefined &&
        Math.abs(Math.log(level.scale / window.scale)) <
          Math.abs(Math.log(best.scale / window.scale));
      if (share < most || (share === most && !isNearer)) continue;
      most = share;
      best = level;
    }
    return { level: best, share: most };
  }

  private shareCovered(level: Level, window: TileWindow): number {
    const stretch = level.scale / window.scale;
    const same = {
      widthPx: window.widthPx * stretch,
      heightPx: window.heightPx * stretch,
      leftPx: window.leftPx * stretch,
      topPx: window.topPx * stretch,
      scale: level.scale,
    };
    const wanted = this.wanted(same);
    const there = wanted.filter((place) => level.tiles.has(keyOf(place))).length;
    return wanted.length === 0 ? 0 : there / wanted.length;
  }

  /** Tiles that were not laid down for longest go first, never those of the window. */
  private dropOldest(inWindow: number, { widthPx, heightPx, scale }: TileWindow): void {
    const room = Math.max(LEAST_ROOM_PX, WINDOWS_KEPT * widthPx * heightPx);
    if (this.pixels <= room) return;
    const all = this.levels.flatMap((level) =>
      [...level.tiles.values()].map((tile) => ({ level, tile })),
    );
    all.sort((a, b) => a.tile.seen - b.tile.seen);
    for (const { level, tile } of all.slice(0, Math.max(0, all.length - inWindow))) {
      // A little more than needed, so that not every tile sorts all of them again.
      if (this.pixels <= room * 0.8) break;
      level.tiles.delete(keyOf(tile));
      this.pixels -= tile.bitmap.width * tile.bitmap.height;
    }
    this.levels = this.levels.filter((level) => level.tiles.size > 0 || level.scale === scale);
  }
}

function newTile(place: TilePlace, side: number, seen: number): Tile | undefined {
  const bitmap = new OffscreenCanvas(side, side);
  // In main memory: tiles are drawn once and laid down often, and alike on every machine.
  const surface = bitmap.getContext('2d', { willReadFrequently: true });
  return surface === null ? undefined : { ...place, bitmap, surface, stale: [], seen };
}

function keyOf({ column, row }: TilePlace): string {
  return `${column}/${row}`;
}

/** Clipping on whole pixels leaves no seams of half-covered ones. */
function wholePixels(part: Rect, scale: number): Rect {
  const { left, top, right, bottom } = pixelsOf(part, scale);
  return {
    x: left / scale,
    y: top / scale,
    width: (right - left) / scale,
    height: (bottom - top) / scale,
  };
}

/** The least rectangle around the parts, as far as it lies in the area. */
function joinedWithin(parts: readonly Rect[], area: Rect): Rect {
  const x = Math.max(area.x, Math.min(...parts.map((part) => part.x)));
  const y = Math.max(area.y, Math.min(...parts.map((part) => part.y)));
  const right = Math.max(...parts.map((part) => part.x + part.width));
  const bottom = Math.max(...parts.map((part) => part.y + part.height));
  return {
    x,
    y,
    width: Math.min(area.x + area.width, right) - x,
    height: Math.min(area.y + area.height, bottom) - y,
  };
}

function isWithin(
  tile: { readonly left: number; readonly top: number; readonly side: number },
  within: PixelRect,
): boolean {
  return (
    tile.left < within.right &&
    tile.top < within.bottom &&
    tile.left + tile.side > within.left &&
    tile.top + tile.side > within.top
  );
}
