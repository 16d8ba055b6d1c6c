import { createContext, useContext, useEffect } from 'react';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { Tool } from '#renderer/desk-state/desk-state.ts';
import type { Store } from '#renderer/desk-state/store.ts';
import type { Viewport, WindowPoint } from './viewport.ts';

/** The page on the screen, for those who draw over it and listen to the pointer on it. */
export interface PageSurface {
  readonly viewport: Store<Viewport>;
  /** A place of the browser window as a point of the page. */
  pagePoint(client: ClientPlace): PagePoint;
  /** A point of the page in the view, in CSS pixels from the view's corner. */
  viewPoint(point: PagePoint): WindowPoint;
  /** Moves the page no farther than needed for the rectangle (points) to show. */
  scrollIntoView(rect: Rect): void;
  /** Zooms to that many CSS pixels a point, keeping what lies under `at` or in the middle. */
  zoomTo(zoom: number, at?: WindowPoint): void;
  /** Zooms so that the rectangle (points) fills the view. */
  zoomOnto(rect: Rect): void;
  /** Zooms by command bring this point of the page to the middle; answers how to stop. */
  centreZoomsOn(chosen: () => PagePoint | undefined): () => void;
  /** Draws over the page, in order; answers how to stop. One unit is one CSS pixel of the view. */
  addOverlay(overlay: Overlay): () => void;
  repaintOverlay(): void;
  /** Listens to the pointer; the first listener, by order, that answers a drag has it. */
  addPointerTool(tool: PointerTool): () => void;
  /** Hears of every page that was painted. */
  onPainted(listener: (painted: PaintedPage) => void): () => void;
  /** Hears where the pointer is, once a frame at most, and again when the page has changed. */
  onPointerPlace(listener: PlaceListener): () => void;
  /** Puts the keyboard on the page. */
  focus(): void;
}

/** Where a pointer event happened, as events carry it. */
export interface ClientPlace {
  readonly clientX: number;
  readonly clientY: number;
}

/** Hears where on the page the pointer is; undefined when it is elsewhere. */
export type PlaceListener = (point: PagePoint | undefined) => void;

/** Something that is drawn over the page: carets, handles, guides. */
export interface Overlay {
  readonly name: string;
  /** Higher ones are drawn later. */
  readonly order: number;
  paint(surface: CanvasRenderingContext2D, view: Viewport): void;
}

/** A page that was painted. */
export interface PaintedPage {
  readonly page: string;
  /** Number of the last update of the document that it shows. */
  readonly round: number;
  readonly isPreview: boolean;
  /** When the painting was done, as `performance.now` counts. */
  readonly atMs: number;
}

/** What a tool does while the pointer is down; the page moves nothing meanwhile. */
export interface DragSession {
  onMove?(event: PointerEvent, point: PagePoint): void;
  onUp?(event: PointerEvent, point: PagePoint): void;
  /** Escape, or the pointer was taken away. */
  onCancel?(): void;
}

/** What listens to the pointer on the page. */
export interface PointerTool {
  readonly name: string;
  readonly tool: Tool | 'any';
  /** Lower ones are asked first. */
  readonly order: number;
  onPointerDown?(event: PointerEvent, point: PagePoint): DragSession | undefined;
  /** The pointer moves with nothing pressed; the cursor to show, or undefined for the next tool. */
  onHover?(event: PointerEvent, point: PagePoint): string | undefined;
  /** True when it did something; else the page scrolls. With Ctrl it is not asked: that zooms. */
  onWheel?(event: WheelEvent, point: PagePoint): boolean;
  /** True when it did something. */
  onDoubleClick?(event: MouseEvent, point: PagePoint): boolean;
  /** True when it opened a menu. */
  onContextMenu?(event: MouseEvent, point: PagePoint): boolean;
}

/** The page surface of this window. */
export const PageSurfaceContext = createContext<PageSurface | undefined>(undefined);

/** The page on the screen; components inside the page view only. */
export function usePageSurface(): PageSurface {
  const surface = useContext(PageSurfaceContext);
  if (surface === undefined) throw new Error('this part of the screen lies on a page');
  return surface;
}

/** Draws an overlay while the component stands; `paint` may change with every rendering. */
export function useOverlay(overlay: Overlay): void {
  const surface = usePageSurface();
  useEffect(() => surface.addOverlay(overlay));
}

/** Listens to the pointer while the component stands. */
export function usePointerTool(tool: PointerTool): void {
  const surface = usePageSurface();
  useEffect(() => surface.addPointerTool(tool));
}
