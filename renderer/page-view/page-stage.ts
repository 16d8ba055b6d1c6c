import type { DisplayItem } from '#engine/display/display-list.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { Tool } from '#renderer/desk-state/desk-state.ts';
import { createStore } from '#renderer/desk-state/store.ts';
import { changedParts, partsWith } from './changed-parts.ts';
import { OverlayStack } from './overlay-stack.ts';
import { PageCanvas } from './page-canvas.ts';
import type {
  ClientPlace,
  Overlay,
  PageSurface,
  PaintedPage,
  PlaceListener,
  PointerTool,
} from './page-surface.ts';
import { listenToPointer } from './pointer.ts';
import { PointerPlaces } from './pointer-places.ts';
import type { StagedPage } from './staged-page.ts';
import type { PageSize, Viewport, WindowPoint } from './viewport.ts';
import {
  fitted,
  pagePointAt,
  pushed,
  showing,
  windowPointAt,
  zoomedAt,
  zoomedOnto,
} from './viewport.ts';

/** Elements of the page view. */
export interface StageElements {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
}

/** How a zoom by hand is told: at most so often, for panels show the figure. */
const TELL_ZOOM_MS = 80;
const NO_WINDOW: Viewport = {
  widthPx: 1,
  heightPx: 1,
  leftPx: 0,
  topPx: 0,
  zoom: 1,
  density: 1,
};

/** The page view without React: canvas, overlays and pointer over one viewport. */
export class PageStage implements PageSurface {
  readonly viewport = createStore<Viewport>(NO_WINDOW);
  /** The tool in hand, and what is told of zooms by hand. */
  tool: Tool = 'select';
  onZoom: ((zoom: number, fit: 'page' | 'width' | undefined) => void) | undefined;
  private fit: 'page' | 'width' | undefined = 'page';
  /** The zoom that was told last; hearing it back is no wish for another one. */
  private toldZoom = 0;
  private tellTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly painter = new PageCanvas();
  private readonly overlays = new OverlayStack();
  private readonly tools = new Set<PointerTool>();
  private readonly paintedListeners = new Set<(painted: PaintedPage) => void>();
  private readonly places = new PointerPlaces((client) => this.pagePoint(client));
  private chosen: (() => PagePoint | undefined) | undefined;
  private elements: StageElements | undefined;
  private staged: StagedPage | undefined;

  /** Puts the stage on its elements; answers how to take it down. */
  attach(elements: StageElements): () => void {
    this.elements = elements;
    const stopPainting = this.painter.attach(elements.canvas);
    const stopOverlays = this.overlays.attach(elements.overlay, () => this.viewport.read());
    const stopMeasuring = watchSize(elements.root, () => this.measure());
    const stopListening = listenToPointer(elements.root, this);
    const stopFollowing = this.places.attach(elements.root);
    this.measure();
    return () => {
      stopMeasuring();
      stopListening();
      stopFollowing();
      stopPainting();
      stopOverlays();
      clearTimeout(this.tellTimer);
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
      before.look === staged.look &&
      before.shown.list.widthPt === list.widthPt &&
      before.shown.list.heightPt === list.heightPt;
    if (isSame) this.painter.change(staged, changedParts(before.shown.list.items, list.items));
    else {
      this.painter.reset(staged);
      if (before?.page !== staged.page) this.refit();
      this.painter.paintNow(this.viewport.read());
    }
    this.tellPainted(staged);
  }

  /** Paints what has become better: fonts and pictures have arrived for these items. */
  repaint(staged: StagedPage, concerns: (item: DisplayItem) => boolean): void {
    if (this.staged?.page !== staged.page || this.staged.look !== staged.look) return;
    this.staged = { ...this.staged, isStocked: staged.isStocked };
    this.painter.change(this.staged, partsWith(this.staged.shown.list.items, concerns));
    this.places.pageChanged();
  }

  /** Fits the page again, as after a change of the window. */
  refit(): void {
    if (this.fit === undefined || this.staged === undefined) return;
    this.setView(fitted(this.size(), this.viewport.read(), this.fit));
    this.tellZoom();
  }

  /** Zooms as a command or a field asks for, unless it only repeats what was told. */
  look(fit: 'page' | 'width' | undefined, zoom: number): void {
    this.fit = fit;
    if (fit !== undefined) this.refit();
    else if (zoom !== this.toldZoom) this.zoomTo(zoom);
    else return;
    if (fit !== 'page') this.centre(this.chosen?.());
  }

  centreZoomsOn(chosen: () => PagePoint | undefined): () => void {
    this.chosen = chosen;
    return () => {
      if (this.chosen === chosen) this.chosen = undefined;
    };
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
    const view = this.viewport.read();
    const middle = { x: view.widthPx / 2, y: view.heightPx / 2 };
    this.fit = undefined;
    this.painter.zooming();
    this.setView(zoomedAt(this.size(), view, { zoom, at: at ?? middle }));
    this.tellZoom();
  }

  /** Zooms so that the rectangle (points) fills the view. */
  zoomOnto(rect: Rect): void {
    this.fit = undefined;
    this.setView(zoomedOnto(this.size(), this.viewport.read(), rect));
    this.tellZoom();
  }

  push(by: { readonly x: number; readonly y: number }): void {
    this.setView(pushed(this.size(), this.viewport.read(), by));
  }

  addOverlay(overlay: Overlay): () => void {
    return this.overlays.add(overlay);
  }

  repaintOverlay(): void {
    this.overlays.repaint();
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

  onPointerPlace(listener: PlaceListener): () => void {
    return this.places.listen(listener);
  }

  focus(): void {
    this.elements?.root.focus({ preventScroll: true });
  }

  /** Lengths of the page that shows. */
  size(): PageSize {
    return this.staged?.shown.list ?? { widthPt: 1, heightPt: 1 };
  }

  private measure(): void {
    if (this.elements === undefined) return;
    const { root, canvas, overlay } = this.elements;
    const density = window.devicePixelRatio;
    const { width, height } = root.getBoundingClientRect();
    const across = Math.max(1, Math.round(width * density));
    const down = Math.max(1, Math.round(height * density));
    for (const layer of [canvas, overlay]) {
      if (layer.width !== across) layer.width = across;
      if (layer.height !== down) layer.height = down;
      // Not 100 %: a canvas stretched by a fraction of a pixel is blurred.
      layer.style.width = `${across / density}px`;
      layer.style.height = `${down / density}px`;
    }
    this.viewport.change({ widthPx: across / density, heightPx: down / density, density });
    this.refit();
    this.painter.paintNow(this.viewport.read());
    this.overlays.repaint();
  }

  private centre(point: PagePoint | undefined): void {
    if (point === undefined) return;
    const { widthPx, heightPx } = this.viewport.read();
    const { x, y } = this.viewPoint(point);
    // A page fitted by its width stays where it is across.
    const across = this.fit === 'width' ? 0 : widthPx / 2 - x;
    this.push({ x: across, y: heightPx / 2 - y });
  }

  private setView(view: Viewport): void {
    this.viewport.change(view);
    this.painter.paintSoon(this.viewport.read());
    this.overlays.repaint();
    this.places.pageChanged();
  }

  private tellZoom(): void {
    this.tellTimer ??= setTimeout(() => {
      this.tellTimer = undefined;
      this.toldZoom = this.viewport.read().zoom;
      this.onZoom?.(this.toldZoom, this.fit);
    }, TELL_ZOOM_MS);
  }

  private tellPainted({ page, shown }: StagedPage): void {
    const { round, isPreview } = shown;
    const painted = { page, round, isPreview, atMs: performance.now() };
    for (const listener of [...this.paintedListeners]) listener(painted);
    this.overlays.repaint();
    this.places.pageChanged();
  }
}

/** Tells of every change of size and of density, as when the window moves to another screen. */
function watchSize(root: HTMLElement, changed: () => void): () => void {
  const observer = new ResizeObserver(changed);
  observer.observe(root);
  let stopped = false;
  const watchDensity = () => {
    if (stopped) return;
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener(
      'change',
      () => {
        changed();
        watchDensity();
      },
      { once: true },
    );
  };
  watchDensity();
  return () => {
    stopped = true;
    observer.disconnect();
  };
}
