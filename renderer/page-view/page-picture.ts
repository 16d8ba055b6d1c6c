import type { DisplayList } from '#engine/display/display-list.ts';
import type { Rect } from '#engine/units/rect.ts';
import { paintPart, type ShownLook } from '#renderer/painter/paint-part.ts';
import type { PaintStock, Surface } from '#renderer/painter/surface.ts';
import { changedParts } from './changed-parts.ts';
import { pixelsOf, rectsTouch, type TileWindow } from './tile-grid.ts';

/** What a small picture of a page is painted from. */
export interface PictureSource {
  readonly page: string;
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly look: ShownLook;
  /** Counts up when fonts or pictures have arrived. */
  readonly stockRound: number;
}

/** Painted in bands so high, for a small page has ten thousand characters as well. */
const BAND_PX = 16;
/** A picture waits for a quiet moment, but not for ever. */
const PATIENCE_MS = 2000;
/** What must be left of a quiet moment to begin another band. */
const BAND_MS = 6;

/** A small picture of a whole page, painted and kept up to date in quiet moments. */
export class PagePicture {
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
  private source: PictureSource | undefined;
  private scale = 0;
  private bands = new Set<number>();
  private idle = 0;

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas) {
    this.canvas = canvas;
  }

  /** Has the page painted at that width, or what changed of it. */
  show(source: PictureSource, widthPx: number): void {
    const before = this.source;
    this.source = source;
    const { list } = source;
    const isSame =
      before !== undefined &&
      before.page === source.page &&
      before.look === source.look &&
      before.stockRound === source.stockRound &&
      this.canvas.width === Math.round(widthPx) &&
      before.list.widthPt === list.widthPt &&
      before.list.heightPt === list.heightPt;
    if (!isSame) this.measure(list, widthPx, before?.page === source.page);
    else this.want(changedParts(before.list.items, list.items));
    this.paintWhenQuiet();
  }

  /** Lays the picture under a window on the page, stretched. */
  lay(surface: Surface, { leftPx, topPx, scale }: TileWindow): void {
    if (this.source === undefined || this.scale === 0) return;
    const { widthPt, heightPt } = this.source.list;
    surface.drawImage(this.canvas, leftPx, topPx, widthPt * scale, heightPt * scale);
  }

  /** Paints nothing any more. */
  stop(): void {
    cancelIdleCallback(this.idle);
    this.idle = 0;
  }

  private measure({ widthPt, heightPt }: DisplayList, widthPx: number, keeps: boolean): void {
    this.scale = widthPx / widthPt;
    const width = Math.round(widthPx);
    const height = Math.round(heightPt * this.scale);
    // Setting the size wipes the picture; the old one stands in for the same page in other colours.
    if (!keeps || this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.want([{ x: 0, y: 0, width: widthPt, height: heightPt }]);
  }

  private want(parts: readonly Rect[]): void {
    const last = Math.ceil(this.canvas.height / BAND_PX) - 1;
    for (const part of parts) {
      const { top, bottom } = pixelsOf(part, this.scale);
      const to = Math.min(last, Math.floor(bottom / BAND_PX));
      for (let band = Math.max(0, Math.floor(top / BAND_PX)); band <= to; band++) {
        this.bands.add(band);
      }
    }
  }

  private paintWhenQuiet(): void {
    if (this.idle !== 0 || this.bands.size === 0) return;
    this.idle = requestIdleCallback((moment) => this.paintBands(moment), { timeout: PATIENCE_MS });
  }

  private paintBands(moment: IdleDeadline): void {
    this.idle = 0;
    let painted = 0;
    for (const band of this.bands) {
      if (painted > 0 && moment.timeRemaining() < BAND_MS) break;
      this.bands.delete(band);
      this.paintBand(band);
      painted += 1;
    }
    this.paintWhenQuiet();
  }

  private paintBand(band: number): void {
    const surface = this.surface();
    if (this.source === undefined || surface === undefined) return;
    const { list, stock, look } = this.source;
    const part = {
      x: 0,
      y: (band * BAND_PX) / this.scale,
      width: list.widthPt,
      height: BAND_PX / this.scale,
    };
    const page = { x: 0, y: 0, width: list.widthPt, height: list.heightPt };
    if (!rectsTouch(part, page)) return;
    surface.setTransform(this.scale, 0, 0, this.scale, 0, 0);
    surface.save();
    surface.beginPath();
    surface.rect(part.x, part.y, part.width, part.height);
    surface.clip();
    paintPart(surface, { list, stock, look, parts: [part] });
    surface.restore();
    // Drawn now, within the quiet moment, and not all at once with the next frame.
    surface.getImageData(0, 0, 1, 1);
  }

  private surface(): Surface | undefined {
    // Either kind of canvas gives its own kind of surface; the types know each alone.
    const surface = this.canvas.getContext('2d', { willReadFrequently: true });
    return surface === null ? undefined : (surface as Surface);
  }
}
