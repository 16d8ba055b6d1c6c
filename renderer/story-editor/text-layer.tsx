import { useEffect, useRef, useState } from 'react';
import { caretSegment } from '#engine/display/caret-segment.ts';
import { compositionUnderlines } from '#engine/display/composition-underlines.ts';
import { hitText, type PagePoint, type TextPosition } from '#engine/display/hit-text.ts';
import { selectionRects } from '#engine/display/selection-rects.ts';
import { clickedRange } from '#engine/display/word-at.ts';
import { type OpenDesk, useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import {
  type DragSession,
  type PageSurface,
  useOverlay,
  usePageSurface,
  usePointerTool,
} from '#renderer/page-view/page-surface.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';
import { wholeText } from './fields.ts';
import { pasteCleaned } from './text-clipboard.ts';
import { TextDevice } from './text-device.ts';
import { moveByKey } from './text-keys.ts';
import { offerDevice } from './text-session.ts';
import { wordBoundaries } from './word-boundaries.ts';
import './text-layer.css';

/** So near to a text, in CSS pixels, a click still means it. */
const REACH_PX = 10;
const BLINK_MS = 530;
const TELL_LATER_MS = 60;
/** The order in which overlays are drawn and tools are asked. */
const TEXT_ORDER = 20;

/** Text on the page: caret, selection and the invisible editor behind them. */
export function TextLayer() {
  const desk = useDesk();
  const surface = usePageSurface();
  const [device, place] = useDevice(desk, surface);
  const isCaretOn = useBlinking(device, surface);
  const tool = useDeskState((state) => state.tool);

  useOverlay({
    name: 'text',
    order: TEXT_ORDER,
    paint: (canvas, view) => {
      if (device !== undefined) paintSelection(canvas, view, { desk, device, isCaretOn });
    },
  });
  usePointerTool({
    name: 'text',
    tool: 'any',
    order: TEXT_ORDER,
    onPointerDown: (event, point) => {
      if (device === undefined || event.button !== 0) return undefined;
      const hit = hitOnPage(desk, surface, point);
      const isOwn = hit !== undefined && wholeText(hit.text) === device.text();
      if (tool !== 'text' && !isOwn) {
        leaveText(desk, device);
        return undefined;
      }
      if (hit === undefined) return undefined;
      return selectByDragging(desk, device, { event, hit, surface });
    },
    onHover: (_, point) => {
      const hit = hitOnPage(desk, surface, point);
      const isOwn = hit !== undefined && wholeText(hit.text) === device?.text();
      return hit !== undefined && (tool === 'text' || isOwn) ? 'text' : undefined;
    },
    onDoubleClick: (event, point) => {
      if (tool !== 'select' || device === undefined) return false;
      const hit = hitOnPage(desk, surface, point);
      if (hit === undefined || wholeText(hit.text) === device.text()) return hit !== undefined;
      event.preventDefault();
      device.select(hit, hit);
      return true;
    },
  });
  return <div className="text-place" ref={(element) => hold(place, element)} />;
}

function useDevice(desk: OpenDesk, surface: PageSurface) {
  const place = useRef<HTMLElement>(undefined);
  const [device, setDevice] = useState<TextDevice>();
  useEffect(() => {
    if (place.current === undefined) return;
    let telling: ReturnType<typeof setTimeout> | undefined;
    const made: TextDevice = new TextDevice(desk.openIssue, place.current, {
      onChange: (isTextChanged) => {
        // While text is typed, panels hear of the caret when there is time.
        clearTimeout(telling);
        if (isTextChanged) telling = setTimeout(() => tellSelection(desk, made), TELL_LATER_MS);
        else tellSelection(desk, made);
        if (!isTextChanged) {
          placeAtCaret(desk, surface, { device: made, place: place.current });
          surface.repaintOverlay();
        }
      },
      onKey: (event) => moveByKey(desk, made, event),
      onPaste: (view, pasted) => pasteCleaned(desk, view, pasted),
      onBlur: () => surface.repaintOverlay(),
    });
    setDevice(made);
    const withdraw = offerDevice(desk.openIssue, made);
    const stopPainted = surface.onPainted(() => {
      placeAtCaret(desk, surface, { device: made, place: place.current });
    });
    // A block or another thing was chosen: the text is left.
    const stopState = desk.state.subscribe(() => {
      if (desk.state.read().selection.kind !== 'text' && made.text() !== undefined) {
        made.close();
        surface.repaintOverlay();
      }
    });
    return () => {
      clearTimeout(telling);
      withdraw();
      stopPainted();
      stopState();
      made.close();
    };
  }, [desk, surface]);
  return [device, place] as const;
}

/** The caret blinks, and shows at once after every move. */
function useBlinking(device: TextDevice | undefined, surface: PageSurface): { current: boolean } {
  const isOn = useRef(true);
  const selection = useDeskState((state) => state.selection);
  useEffect(() => {
    isOn.current = true;
    if (device === undefined || selection.kind !== 'text') return;
    const blinking = setInterval(() => {
      isOn.current = !isOn.current;
      surface.repaintOverlay();
    }, BLINK_MS);
    return () => clearInterval(blinking);
  }, [device, surface, selection]);
  return isOn;
}

interface PaintedText {
  readonly desk: OpenDesk;
  readonly device: TextDevice;
  readonly isCaretOn: { readonly current: boolean };
}

const SELECTED = 'rgb(40 110 220 / 0.28)';
const CARET = '#c4261d';
const UNDERLINE = '#1d1f21';

function paintSelection(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  { desk, device, isCaretOn }: PaintedText,
): void {
  const list = desk.composing.page(desk.state.read().page)?.list;
  const selection = device.selection();
  if (list === undefined || selection === undefined) return;
  canvas.fillStyle = SELECTED;
  for (const rect of selectionRects(list, selection.anchor, selection.head)) {
    const { x, y } = windowPointAt(view, rect);
    canvas.fillRect(x, y, rect.width * view.zoom, rect.height * view.zoom);
  }
  const composed = device.composition();
  if (composed !== undefined) {
    canvas.strokeStyle = UNDERLINE;
    for (const line of compositionUnderlines(list, composed.from, composed.to)) {
      canvas.lineWidth = Math.max(1, line.thicknessPt * view.zoom);
      strokeSegment(canvas, view, line);
    }
  }
  const caret = isCaretOn.current ? caretSegment(list, selection.head) : undefined;
  if (caret === undefined) return;
  canvas.strokeStyle = CARET;
  canvas.lineWidth = Math.max(1.5, view.zoom);
  strokeSegment(canvas, view, caret);
}

interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function strokeSegment(canvas: CanvasRenderingContext2D, view: Viewport, segment: Segment): void {
  const from = windowPointAt(view, { x: segment.x1, y: segment.y1 });
  const to = windowPointAt(view, { x: segment.x2, y: segment.y2 });
  canvas.beginPath();
  canvas.moveTo(from.x, from.y);
  canvas.lineTo(to.x, to.y);
  canvas.stroke();
}

function hitOnPage(
  desk: OpenDesk,
  surface: PageSurface,
  point: PagePoint,
): TextPosition | undefined {
  const list = desk.composing.page(desk.state.read().page)?.list;
  return list && hitText(list, point, REACH_PX / surface.viewport.read().zoom);
}

interface TextPress {
  readonly event: PointerEvent;
  readonly hit: TextPosition;
  readonly surface: PageSurface;
}

/** One press sets the caret, two mark the word, three the paragraph; dragging extends. */
function selectByDragging(
  desk: OpenDesk,
  device: TextDevice,
  { event, hit, surface }: TextPress,
): DragSession {
  const held = device.selection();
  const isOwn = wholeText(hit.text) === device.text();
  let anchor = event.shiftKey && isOwn && held !== undefined ? held.anchor : hit;
  device.select(anchor, hit);
  if (event.detail > 1) {
    const range = clickedRange(device.paragraphText(hit), hit, event.detail, wordBoundaries);
    anchor = { ...hit, offset: range.start, edge: 'leading' };
    device.select(anchor, { ...hit, offset: range.end, edge: 'trailing' });
  }
  return {
    onMove(_, point) {
      const head = hitOnPage(desk, surface, point);
      if (head !== undefined && wholeText(head.text) === device.text()) device.select(anchor, head);
    },
    onUp: () => device.focus(),
  };
}

function leaveText(desk: OpenDesk, device: TextDevice): void {
  if (device.text() === undefined) return;
  device.close();
  desk.state.change({ selection: { kind: 'nothing' } });
}

function tellSelection(desk: OpenDesk, device: TextDevice): void {
  const selection = device.selection();
  const text = device.text();
  if (selection === undefined || text === undefined) {
    if (desk.state.read().selection.kind === 'text') {
      desk.state.change({ selection: { kind: 'nothing' } });
    }
    return;
  }
  desk.state.change({ selection: { kind: 'text', text: { text, ...selection } } });
}

interface PlacedDevice {
  readonly device: TextDevice;
  readonly place: HTMLElement | undefined;
}

/** The window of the input method opens where the invisible editor is: at the caret. */
function placeAtCaret(desk: OpenDesk, surface: PageSurface, { device, place }: PlacedDevice): void {
  const list = desk.composing.page(desk.state.read().page)?.list;
  const selection = device.selection();
  const caret = list && selection && caretSegment(list, selection.head);
  if (caret === undefined || place === undefined) return;
  const { x, y } = surface.viewPoint({ x: caret.x1, y: caret.y1 });
  const height = Math.max(8, (caret.y2 - caret.y1) * surface.viewport.read().zoom);
  place.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  place.style.height = `${Math.round(height)}px`;
  const [left, top] = [Math.min(caret.x1, caret.x2), Math.min(caret.y1, caret.y2)];
  const [right, bottom] = [Math.max(caret.x1, caret.x2), Math.max(caret.y1, caret.y2)];
  surface.scrollIntoView({ x: left, y: top, width: right - left, height: bottom - top });
}

/** React hands out null when an element goes; the house says undefined. */
function hold<Held>(ref: { current: Held | undefined }, element: unknown): void {
  ref.current = element === null ? undefined : (element as Held);
}
