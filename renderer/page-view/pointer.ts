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
  let drag: { readonly session: DragSession; readonly pointer: number } | undefined;
  let isSpaceHeld = false;

  function endDrag(): void {
    if (drag !== undefined && root.hasPointerCapture(drag.pointer)) {
      root.releasePointerCapture(drag.pointer);
    }
    drag = undefined;
  }
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1;
    if (event.ctrlKey || event.metaKey) {
      const factor = 2 ** (-event.deltaY * unit * ZOOM_PER_WHEEL_PX);
      stage.zoomTo(stage.viewport.read().zoom * factor, stage.windowPoint(event));
      return;
    }
    const x = event.shiftKey ? event.deltaY : event.deltaX;
    const y = event.shiftKey ? event.deltaX : event.deltaY;
    stage.push({ x: -x * unit, y: -y * unit });
  };
  const onPointerDown = (event: PointerEvent) => {
    if (drag !== undefined || event.target !== root) return;
    const isPanning = event.button === MIDDLE_BUTTON || stage.tool === 'hand' || isSpaceHeld;
    if (event.button === RIGHT_BUTTON) return;
    const session = isPanning ? pan(stage, event) : toolSession(stage, event);
    root.focus({ preventScroll: true });
    if (session === undefined) return;
    event.preventDefault();
    root.setPointerCapture(event.pointerId);
    drag = { session, pointer: event.pointerId };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag !== undefined) drag.session.onMove?.(event, stage.pagePoint(event));
    else root.style.cursor = cursorAt(stage, event, isSpaceHeld);
  };
  const onPointerUp = (event: PointerEvent) => {
    const ended = drag;
    endDrag();
    ended?.session.onUp?.(event, stage.pagePoint(event));
  };
  const cancel = () => {
    const ended = drag;
    endDrag();
    ended?.session.onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drag !== undefined) {
      event.stopPropagation();
      cancel();
    }
    if (event.code === 'Space' && !isTyping()) {
      isSpaceHeld = true;
      if (event.target === root) event.preventDefault();
    }
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.code === 'Space') isSpaceHeld = false;
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (event.target !== root) return;
    const point = stage.pagePoint(event);
    for (const tool of stage.listeningTools()) if (tool.onDoubleClick?.(event, point)) return;
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    const point = stage.pagePoint(event);
    for (const tool of stage.listeningTools()) if (tool.onContextMenu?.(event, point)) return;
  };
  const controller = new AbortController();
  const { signal } = controller;
  root.addEventListener('wheel', onWheel, { passive: false, signal });
  root.addEventListener('pointerdown', onPointerDown, { signal });
  root.addEventListener('pointermove', onPointerMove, { signal });
  root.addEventListener('pointerup', onPointerUp, { signal });
  root.addEventListener('pointercancel', cancel, { signal });
  root.addEventListener('dblclick', onDoubleClick, { signal });
  root.addEventListener('contextmenu', onContextMenu, { signal });
  window.addEventListener('keydown', onKeyDown, { capture: true, signal });
  window.addEventListener('keyup', onKeyUp, { capture: true, signal });
  return () => controller.abort();
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
