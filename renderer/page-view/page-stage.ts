import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { ShownPage } from '#renderer/composing/composing.ts';
import type { Tool } from '#renderer/desk-state/desk-state.ts';
import { createStore } from '#renderer/desk-state/store.ts';
import type { PaintLook, PaintStock } from '#renderer/painter/surface.ts';
import { changedParts } from './changed-parts.ts';
import type {
  ClientPlace,
  Overlay,
  PageSurface,
  PaintedPage,
  PointerTool,
} from './page-surface.ts';
import { listenToPointer } from './pointer.ts';
import { TileShelf, type TileWindow } from './tiles.ts';
import type { PageSize, Viewport, WindowPoint } from './viewport.ts';
import {
  fitted,
  pagePointAt,
  pushed,
  showing,
  visiblePart,
  windowPointAt,
  zoomedAt,
} from './viewport.ts';

/** Elements of the page view. */
export interface StageElements {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
}

/** What is on the stage. */
export interface StagedPage {
  readonly page: string;
  readonly shown: ShownPage;
  readonly stock: PaintStock;
  /** Counts up when fonts or pictures have arrived. */
  readonly stockRound: number;
  readonly look: PaintLook;
}

/** Within a frame of 16 ms there is also the overlay to paint, and an edit to take in. */
const TILES_PER_FRAME_MS = 6;
/** A page that was not there before is shown whole, or nearly so, with its first frame. */
const FIRST_TILES_MS = 120;
/** While a zoom goes on, painted tiles are stretched; tiles of its scales are of no use. */
const ZOOM_QUIET_MS = 120;
const NO_WINDOW: Viewport = {
  widthPx: 1,
  heightPx: 1,
  leftPx: 0,
  topPx: 0,
  zoom: 1,
  density: 1,
};

/** The page view without React: canvas, tiles, overlays and pointer. */
export class PageStage implements PageSurface {
  readonly viewport = createStore<Viewport>(NO_WINDOW);
  /** The tool in hand, and what is told of zooms by hand. */
  tool: Tool = 'select';
  fit: 'page' | 'width' | undefined = 'page';
  onZoom: ((zoom: number, fit: 'page' | 'width' | undefined) => void) | undefined;
  private readonly shelf = new TileShelf();
  private readonly overlays = new Set<Overlay>();
  private readonly tools = new Set<PointerTool>();
  private readonly paintedListeners = new Set<(painted: PaintedPage) => void>();
  private elements: StageElements | undefined;
  private staged: StagedPage | undefined;
  private frame = 0;
  private overlayFrame = 0;
  private frameBudgetMs = FIRST_TILES_MS;
  private zoomedAtMs = Number.NEGATIVE_INFINITY;
  private zoomEnd: ReturnType<typeof setTimeout> | undefined;

  /** Puts the stage on its elements; answers how to take it down. */
  attach(elements: StageElements): () => void {
    this.elements = elements;
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(elements.root);
    const stopListening = listenToPointer(elements.root, this);
    this.measure();
    return () => {
      observer.disconnect();
      stopListening();
      cancelAnimationFrame(this.frame);
      cancelAnimationFrame(this.overlayFrame);
      // A frame that will not come must not keep later ones from being asked for.
      this.frame = 0;
      this.overlayFrame = 0;
      clearTimeout(this.zoomEnd);
      this.elements = undefined;
    };
  }

  /** Shows a page, or what became of it: only what changed is painted, and that at once. */
  show(staged: StagedPage): void {
    const before = this.staged;
    this.staged = staged;
    const { list } = staged.shown;
    const isSame =
      before?.page === staged.page &&
      before.stockRound === staged.stockRound &&
      before.look === staged.look &&
      before.shown.list.widthPt === list.widthPt &&
      before.shown.list.heightPt === list.heightPt;
    if (isSame) {
      const parts = changedParts(before.shown.list.items, list.items);
      this.shelf.change(list, parts, this.tileWindow().scale);
    } else {
      this.shelf.reset({ list, stock: staged.stock, look: staged.look });
      this.frameBudgetMs = FIRST_TILES_MS;
      if (before?.page !== staged.page) this.refit();
    }
    this.paint();
    this.tellPainted();
  }

  /** Fits the page again, as after a change of the window. */
  refit(): void {
    if (this.fit !== undefined && this.staged !== undefined) {
      this.setView(fitted(this.size(), this.viewport.read(), this.fit));
      this.onZoom?.(this.viewport.read().zoom, this.fit);
    }
  }

  pagePoint(client: ClientPlace): PagePoint {
    return pagePointAt(this.viewport.read(), this.windowPoint(client));
  }

  /** A place of the browser window as a place of the view. */
  windowPoint({ clientX, clientY }: ClientPlace): WindowPoint {
    const box = this.elements?.root.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  }

  viewPoint(point: PagePoint): WindowPoint {
    return windowPointAt(this.viewport.read(), point);
  }

  scrollIntoView(rect: Rect): void {
    this.setView(showing(this.size(), this.viewport.read(), rect));
  }

  zoomTo(zoom: number, at?: WindowPoint): void {
    this.zoomedAtMs = performance.now();
    const view = this.viewport.read();
    const middle = { x: view.widthPx / 2, y: view.heightPx / 2 };
    this.fit = undefined;
    this.setView(zoomedAt(this.size(), view, { zoom, at: at ?? middle }));
    this.onZoom?.(this.viewport.read().zoom, undefined);
  }

  push(by: { readonly x: number; readonly y: number }): void {
    this.setView(pushed(this.size(), this.viewport.read(), by));
  }

  addOverlay(overlay: Overlay): () => void {
    this.overlays.add(overlay);
    this.repaintOverlay();
    return () => {
      this.overlays.delete(overlay);
      this.repaintOverlay();
    };
  }

  repaintOverlay(): void {
    if (this.overlayFrame !== 0) return;
    this.overlayFrame = requestAnimationFrame(() => {
      this.overlayFrame = 0;
      this.paintOverlay();
    });
  }

  addPointerTool(tool: PointerTool): () => void {
    this.tools.add(tool);
    return () => {
      this.tools.delete(tool);
    };
  }

  /** Tools that listen just now, the first to be asked first. */
  listeningTools(): readonly PointerTool[] {
    const listening = [...this.tools].filter(({ tool }) => tool === 'any' || tool === this.tool);
    return listening.sort((a, b) => a.order - b.order);
  }

  onPainted(listener: (painted: PaintedPage) => void): () => void {
    this.paintedListeners.add(listener);
    return () => {
      this.paintedListeners.delete(listener);
    };
  }

  focus(): void {
    this.elements?.root.focus({ preventScroll: true });
  }

  private size(): PageSize {
    return this.staged?.shown.list ?? { widthPt: 1, heightPt: 1 };
  }

  private measure(): void {
    const { elements } = this;
    if (elements === undefined) return;
    const density = window.devicePixelRatio;
    const { clientWidth: widthPx, clientHeight: heightPx } = elements.root;
    for (const canvas of [elements.canvas, elements.overlay]) {
      canvas.width = Math.max(1, Math.round(widthPx * density));
      canvas.height = Math.max(1, Math.round(heightPx * density));
    }
    this.viewport.change({ widthPx, heightPx, density });
    this.refit();
    this.paint();
    this.repaintOverlay();
  }

  private setView(view: Viewport): void {
    this.viewport.change(view);
    this.frame ||= requestAnimationFrame(() => this.paint());
    this.repaintOverlay();
  }

  private tileWindow(): TileWindow {
    const { widthPx, heightPx, leftPx, topPx, zoom, density } = this.viewport.read();
    return {
      widthPx: widthPx * density,
      heightPx: heightPx * density,
      leftPx: Math.round(leftPx * density),
      topPx: Math.round(topPx * density),
      scale: zoom * density,
    };
  }

  private paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { elements, staged } = this;
    const surface = elements?.canvas.getContext('2d');
    if (elements === undefined || staged === undefined || !surface) return;
    const window = this.tileWindow();
    const until = performance.now() + this.frameBudgetMs;
    this.frameBudgetMs = TILES_PER_FRAME_MS;
    const quietInMs = this.zoomedAtMs + ZOOM_QUIET_MS - performance.now();
    const isZooming = quietInMs > 0 && this.shelf.hasTiles();
    const missing = isZooming ? 1 : this.shelf.paintMissing(window, until);
    surface.setTransform(1, 0, 0, 1, 0, 0);
    surface.clearRect(0, 0, window.widthPx, window.heightPx);
    surface.save();
    surface.beginPath();
    const { widthPt, heightPt } = staged.shown.list;
    const sides = [
      Math.round(widthPt * window.scale),
      Math.round(heightPt * window.scale),
    ] as const;
    surface.rect(window.leftPx, window.topPx, ...sides);
    surface.fillStyle = staged.look.colourOf({ c: 0, m: 0, y: 0, k: 0 });
    surface.fill();
    surface.clip();
    this.shelf.lay(surface, window);
    surface.restore();
    if (isZooming) {
      clearTimeout(this.zoomEnd);
      this.zoomEnd = setTimeout(() => this.paint(), quietInMs);
    } else if (missing > 0) this.frame = requestAnimationFrame(() => this.paint());
    const { dataset } = elements.canvas;
    const isWhole = missing === 0 && staged.stockRound > 0;
    elements.canvas.setAttribute('aria-busy', String(!isWhole));
    dataset.round = String(staged.shown.round);
    dataset.preview = String(staged.shown.isPreview);
  }

  private paintOverlay(): void {
    const surface = this.elements?.overlay.getContext('2d');
    if (!surface || this.elements === undefined) return;
    const view = this.viewport.read();
    surface.setTransform(1, 0, 0, 1, 0, 0);
    surface.clearRect(0, 0, this.elements.overlay.width, this.elements.overlay.height);
    for (const overlay of [...this.overlays].sort((a, b) => a.order - b.order)) {
      surface.setTransform(view.density, 0, 0, view.density, 0, 0);
      surface.save();
      overlay.paint(surface, view);
      surface.restore();
    }
  }

  private tellPainted(): void {
    const { staged } = this;
    if (staged === undefined) return;
    const { round, isPreview } = staged.shown;
    for (const listener of [...this.paintedListeners]) {
      listener({ page: staged.page, round, isPreview });
    }
    this.repaintOverlay();
  }

  /** The part of the page that shows, in points. */
  visible(): Rect {
    return visiblePart(this.viewport.read());
  }
}
