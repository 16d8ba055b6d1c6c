import type { Rect } from '#engine/units/rect.ts';
import { paperOf } from '#renderer/painter/paint-part.ts';
import { PagePicture } from './page-picture.ts';
import type { StagedPage } from './staged-page.ts';
import { type PixelRect, pixelsOf, type TileWindow } from './tile-grid.ts';
import { TileShelf } from './tiles.ts';
import type { Viewport } from './viewport.ts';

/** Within a frame of 16 ms there is also the page to lay, the overlay, and an edit to take in. */
const TILES_PER_FRAME_MS = 6;
/** A page that was not there before is shown whole, or nearly so, with its first frame. */
const FIRST_TILES_MS = 120;
/** Tiles are painted when a zoom has stood still for so long; until then others stand in. */
const ZOOM_REST_MS = 90;
/** Width of the small picture that stands in where nothing else is. */
const UNDERLAY_PX = 420;

/** The canvas of the page: tiles, and what stands in for them, on their way to the screen. */
export class PageCanvas {
  private readonly underlay = new PagePicture(new OffscreenCanvas(1, 1));
  private readonly shelf = new TileShelf(this.underlay);
  private canvas: HTMLCanvasElement | undefined;
  private staged: StagedPage | undefined;
  private view: Viewport | undefined;
  private frame = 0;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private restsAtMs = 0;
  private stockRound = 0;
  private frameBudgetMs = FIRST_TILES_MS;

  /** Puts the painter on its canvas; answers how to take it down. */
  attach(canvas: HTMLCanvasElement): () => void {
    this.canvas = canvas;
    return () => {
      cancelAnimationFrame(this.frame);
      clearTimeout(this.restTimer);
      this.underlay.stop();
      this.frame = 0;
      this.canvas = undefined;
    };
  }

  /** Another page, or other colours. */
  reset(staged: StagedPage): void {
    this.staged = staged;
    const { shown, stock, look } = staged;
    this.shelf.reset({ list: shown.list, stock, look });
    this.frameBudgetMs = FIRST_TILES_MS;
  }

  /** The page after an edit: the changed parts are painted now, whatever else is to be done. */
  change(staged: StagedPage, parts: readonly Rect[]): void {
    this.staged = staged;
    if (this.view === undefined) return;
    const window = tileWindow(this.view);
    this.shelf.change(staged.shown.list, parts, window);
    if (parts.length > 0) this.lay(window, parts);
    this.say();
    this.showUnderlay();
  }

  /** The zoom is being changed by hand. */
  zooming(): void {
    this.restsAtMs = performance.now() + ZOOM_REST_MS;
  }

  /** Paints with the next frame. */
  paintSoon(view: Viewport): void {
    this.view = view;
    this.frame ||= requestAnimationFrame(() => this.paint());
  }

  paintNow(view: Viewport): void {
    this.view = view;
    this.paint();
  }

  private paint(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.restTimer);
    this.frame = 0;
    if (this.view === undefined || this.staged === undefined) return;
    const window = tileWindow(this.view);
    const restMs = this.restsAtMs - performance.now();
    let missing = 0;
    if (restMs > 0) {
      missing = this.shelf.missing(window);
      if (missing > 0) this.restTimer = setTimeout(() => this.paint(), restMs);
    } else {
      const untilMs = performance.now() + this.frameBudgetMs;
      this.frameBudgetMs = TILES_PER_FRAME_MS;
      missing = this.shelf.paintMissing(window, { untilMs });
      if (missing > 0) this.frame = requestAnimationFrame(() => this.paint());
    }
    this.lay(window, undefined);
    this.say(missing);
    if (missing === 0) this.showUnderlay();
  }

  /** Lays page and tiles down, all of them or where parts of the page have changed. */
  private lay(window: TileWindow, parts: readonly Rect[] | undefined): void {
    const surface = this.canvas?.getContext('2d');
    if (!surface || this.staged === undefined) return;
    const { list } = this.staged.shown;
    surface.setTransform(1, 0, 0, 1, 0, 0);
    surface.save();
    const within = parts && joined(parts, window);
    if (within !== undefined) clip(surface, within);
    else surface.clearRect(0, 0, window.widthPx, window.heightPx);
    const page = {
      left: window.leftPx,
      top: window.topPx,
      right: window.leftPx + Math.round(list.widthPt * window.scale),
      bottom: window.topPx + Math.round(list.heightPt * window.scale),
    };
    if (within === undefined) paintShadow(surface, page);
    clip(surface, page);
    surface.fillStyle = paperOf(this.staged.look);
    surface.fillRect(page.left, page.top, page.right - page.left, page.bottom - page.top);
    this.shelf.lay(surface, window, within);
    surface.restore();
  }

  /** Tells tests and benches which page the canvas shows. */
  private say(missing = 0): void {
    const { canvas, staged } = this;
    if (canvas === undefined || staged === undefined) return;
    const isBusy = String(missing > 0 || !staged.isStocked);
    if (canvas.getAttribute('aria-busy') !== isBusy) canvas.setAttribute('aria-busy', isBusy);
    const { round, isPreview } = staged.shown;
    if (canvas.dataset.round !== String(round)) canvas.dataset.round = String(round);
    if (canvas.dataset.preview !== String(isPreview)) canvas.dataset.preview = String(isPreview);
  }

  private showUnderlay(): void {
    if (this.staged === undefined) return;
    const { page, shown, stock, look, isStocked } = this.staged;
    if (!isStocked) this.stockRound += 1;
    const { stockRound } = this;
    this.underlay.show({ page, list: shown.list, stock, look, stockRound }, UNDERLAY_PX);
  }
}

function tileWindow({ widthPx, heightPx, leftPx, topPx, zoom, density }: Viewport): TileWindow {
  return {
    widthPx: Math.round(widthPx * density),
    heightPx: Math.round(heightPx * density),
    leftPx: Math.round(leftPx * density),
    topPx: Math.round(topPx * density),
    scale: zoom * density,
  };
}

/** The parts of the page as one rectangle of the window. */
function joined(parts: readonly Rect[], window: TileWindow): PixelRect {
  const all = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const part of parts) {
    const { left, top, right, bottom } = pixelsOf(part, window.scale);
    all.left = Math.min(all.left, left + window.leftPx);
    all.top = Math.min(all.top, top + window.topPx);
    all.right = Math.max(all.right, right + window.leftPx);
    all.bottom = Math.max(all.bottom, bottom + window.topPx);
  }
  return all;
}

function clip(surface: CanvasRenderingContext2D, { left, top, right, bottom }: PixelRect): void {
  surface.beginPath();
  surface.rect(left, top, right - left, bottom - top);
  surface.clip();
}

/** The edge of the sheet and what little shadow it throws. */
function paintShadow(surface: CanvasRenderingContext2D, page: PixelRect): void {
  const width = page.right - page.left;
  const height = page.bottom - page.top;
  surface.fillStyle = 'rgb(0 0 0 / 0.05)';
  surface.fillRect(page.left + 1, page.top + 3, width + 2, height + 1);
  surface.fillRect(page.left, page.top + 2, width + 1, height);
  surface.fillStyle = 'rgb(0 0 0 / 0.14)';
  surface.fillRect(page.left - 1, page.top - 1, width + 2, height + 2);
}
