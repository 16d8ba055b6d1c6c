import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Tool } from '#renderer/desk-state/desk-state.ts';
import type { ClientPlace, DragSession, PointerTool } from './page-surface.ts';
import type { Viewport, WindowPoint } from './viewport.ts';
import { steppedZoom } from './viewport.ts';

/** What the pointer moves: see PageStage. */
export interface PointedStage {
  readonly tool: Tool;
  readonly viewport: { read(): Viewport };
  pagePoint(client: ClientPlace): PagePoint;
  windowPoint(client: ClientPlace): WindowPoint;
  zoomTo(zoom: number, at?: WindowPoint): void;
  push(by: { readonly x: number; readonly y: number }): void;
  listeningTools(): readonly PointerTool[];
}

/** Four notches of a wheel double the size; touch pads send many small steps. */
const ZOOM_PER_WHEEL_PX = 1 / 400;
const WHEEL_LINE_PX = 16;
const MIDDLE_BUTTON = 1;
const RIGHT_BUTTON = 2;

/** Wheel, panning, zoom tool and the listening tools; answers how to stop. */
export function listenToPointer(root: HTMLElement, stage: PointedStage): () => void {
  const pointer = new PagePointer(root, stage);
  return () => pointer.close();
}

/** The pointer on the page, and the drag that it is in. */
class PagePointer {
  private readonly root: HTMLElement;
  private readonly stage: PointedStage;
  private readonly controller = new AbortController();
  private drag: { readonly session: DragSession; readonly pointer: number } | undefined;
  private isSpaceHeld = false;

  constructor(root: HTMLElement, stage: PointedStage) {
    this.root = root;
    this.stage = stage;
    const { signal } = this.controller;
    root.addEventListener('wheel', (event) => this.onWheel(event), { passive: false, signal });
    root.addEventListener('pointerdown', (event) => this.onDown(event), { signal });
    root.addEventListener('pointermove', (event) => this.onMove(event), { signal });
    root.addEventListener('pointerup', (event) => this.onUp(event), { signal });
    root.addEventListener('pointercancel', () => this.cancel(), { signal });
    root.addEventListener('dblclick', (event) => this.onDoubleClick(event), { signal });
    root.addEventListener('contextmenu', (event) => this.onContextMenu(event), { signal });
    const early = { capture: true, signal };
    window.addEventListener('keydown', (event) => this.onKeyDown(event), early);
    window.addEventListener('keyup', (event) => this.onKeyUp(event), early);
  }

  close(): void {
    this.controller.abort();
  }

  private onWheel(event: WheelEvent): void {
    event.preventDefault();
    const { stage } = this;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1;
    if (event.ctrlKey || event.metaKey) {
      const factor = 2 ** (-event.deltaY * unit * ZOOM_PER_WHEEL_PX);
      stage.zoomTo(stage.viewport.read().zoom * factor, stage.windowPoint(event));
      return;
    }
    const point = stage.pagePoint(event);
    if (stage.listeningTools().some((tool) => tool.onWheel?.(event, point) === true)) return;
    const x = event.shiftKey ? event.deltaY : event.deltaX;
    const y = event.shiftKey ? event.deltaX : event.deltaY;
    stage.push({ x: -x * unit, y: -y * unit });
  }

  private onDown(event: PointerEvent): void {
    const { root, stage } = this;
    if (this.drag !== undefined || event.target !== root || event.button === RIGHT_BUTTON) return;
    const isPanning = event.button === MIDDLE_BUTTON || stage.tool === 'hand' || this.isSpaceHeld;
    const session = isPanning ? pan(stage, event) : toolSession(stage, event);
    if (session === undefined) {
      root.focus({ preventScroll: true });
      return;
    }
    event.preventDefault();
    root.setPointerCapture(event.pointerId);
    this.drag = { session, pointer: event.pointerId };
    // A text that the press opened keeps the keyboard.
    if (!isTyping()) root.focus({ preventScroll: true });
  }

  private onMove(event: PointerEvent): void {
    const { root, stage, drag } = this;
    if (drag !== undefined) drag.session.onMove?.(event, stage.pagePoint(event));
    else root.style.cursor = cursorAt(stage, event, this.isSpaceHeld);
  }

  private onUp(event: PointerEvent): void {
    const ended = this.endDrag();
    ended?.onUp?.(event, this.stage.pagePoint(event));
  }

  private cancel(): void {
    this.endDrag()?.onCancel?.();
  }

  private endDrag(): DragSession | undefined {
    const { drag, root } = this;
    if (drag !== undefined && root.hasPointerCapture(drag.pointer)) {
      root.releasePointerCapture(drag.pointer);
    }
    this.drag = undefined;
    return drag?.session;
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.drag !== undefined) {
      event.stopPropagation();
      this.cancel();
    }
    if (event.code !== 'Space' || isTyping()) return;
    this.isSpaceHeld = true;
    if (event.target === this.root) event.preventDefault();
  }

  private onKeyUp(event: KeyboardEvent): void {
    if (event.code === 'Space') this.isSpaceHeld = false;
  }

  private onDoubleClick(event: MouseEvent): void {
    if (event.target !== this.root) return;
    const point = this.stage.pagePoint(event);
    for (const tool of this.stage.listeningTools()) if (tool.onDoubleClick?.(event, point)) return;
  }

  private onContextMenu(event: MouseEvent): void {
    event.preventDefault();
    const point = this.stage.pagePoint(event);
    for (const tool of this.stage.listeningTools()) if (tool.onContextMenu?.(event, point)) return;
  }
}

/** The page goes along with the pointer. */
function pan(stage: PointedStage, start: PointerEvent): DragSession {
  let { clientX, clientY } = start;
  return {
    onMove(event) {
      stage.push({ x: event.clientX - clientX, y: event.clientY - clientY });
      ({ clientX, clientY } = event);
    },
  };
}

function toolSession(stage: PointedStage, event: PointerEvent): DragSession | undefined {
  const point = stage.pagePoint(event);
  if (stage.tool === 'zoom') {
    const steps = event.altKey ? -2 : 2;
    const { zoom } = stage.viewport.read();
    stage.zoomTo(steppedZoom(zoom, steps), stage.windowPoint(event));
    return undefined;
  }
  for (const tool of stage.listeningTools()) {
    const session = tool.onPointerDown?.(event, point);
    if (session !== undefined) return session;
  }
  return undefined;
}

function cursorAt(stage: PointedStage, event: PointerEvent, isSpaceHeld: boolean): string {
  if (stage.tool === 'hand' || isSpaceHeld) return 'grab';
  if (stage.tool === 'zoom') return event.altKey ? 'zoom-out' : 'zoom-in';
  const point = stage.pagePoint(event);
  for (const tool of stage.listeningTools()) {
    const cursor = tool.onHover?.(event, point);
    if (cursor !== undefined) return cursor;
  }
  return stage.tool === 'text' ? 'text' : 'default';
}

function isTyping(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) return true;
  return focused instanceof HTMLElement && (focused.isContentEditable || focused.role === 'button');
}
