import { useEffect, useRef, useState } from 'react';
import { type CaretSegment, caretSegment } from '#engine/display/caret-segment.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Tool } from '#renderer/desk-state/desk-state.ts';
import { type OpenDesk, useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import {
  type PageSurface,
  useOverlay,
  usePageSurface,
  usePointerTool,
} from '#renderer/page-view/page-surface.ts';
import { CleanedNotice } from './cleaned-notice.tsx';
import { wholeText } from './fields.ts';
import { FoundPlaces } from './found-places.tsx';
import { paintText } from './paint-text.ts';
import { pasteWords, wordsOfPaste } from './text-clipboard.ts';
import { TextDevice } from './text-device.ts';
import { moveByKey } from './text-keys.ts';
import { nameOfText } from './text-names.ts';
import {
  type DropMark,
  dragSelection,
  hitOnPage,
  isOnSelection,
  type PointedText,
  PressCounter,
  selectByDragging,
} from './text-pointer.ts';
import { offerDevice } from './text-session.ts';
import { textWords } from './text-words.ts';
import './text-layer.css';

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
  const dropMark = useRef<DropMark>({ at: undefined });
  const presses = useRef(new PressCounter());
  const showsFind = useDeskState((state) => state.panel === 'find' && state.showsRight);
  const pointed = device && { desk, device, surface };

  useOverlay({
    name: 'text',
    order: TEXT_ORDER,
    paint: (canvas, view) => {
      const list = desk.composing.page(desk.state.read().page)?.list;
      if (device === undefined || list === undefined) return;
      const marks = { isCaretOn: isCaretOn.current, dropAt: dropMark.current.at };
      paintText(canvas, view, { list, device, ...marks });
    },
  });
  usePointerTool({
    name: 'text',
    tool: 'any',
    order: TEXT_ORDER,
    onPointerDown: (event, point) => {
      if (pointed === undefined || event.button !== 0) return undefined;
      const hit = hitOnPage(pointed, point);
      const isOwn = hit !== undefined && wholeText(hit.text) === pointed.device.text();
      if (tool !== 'text' && !isOwn) {
        leaveText(desk, pointed.device);
        return undefined;
      }
      if (hit === undefined) return undefined;
      const press = { event, hit, count: presses.current.count(event) };
      const isGrip = !event.shiftKey && press.count === 1 && isOnSelection(pointed, point);
      if (isGrip) return dragSelection(pointed, press, dropMark.current);
      return selectByDragging(pointed, press);
    },
    onHover: (_, point) => {
      const hit = pointed && hitOnPage(pointed, point);
      if (pointed === undefined || hit === undefined) return undefined;
      const isOwn = wholeText(hit.text) === pointed.device.text();
      if (isOwn && isOnSelection(pointed, point)) return 'default';
      return tool === 'text' || isOwn ? 'text' : undefined;
    },
    onDoubleClick: (event, point) => {
      if (tool !== 'select' || pointed === undefined) return false;
      const hit = hitOnPage(pointed, point);
      if (hit === undefined || wholeText(hit.text) === pointed.device.text()) {
        return hit !== undefined;
      }
      event.preventDefault();
      pointed.device.select(hit, hit);
      return true;
    },
    onContextMenu: (_, point) => {
      if (pointed !== undefined) chooseForMenu(pointed, tool, point);
      return false;
    },
  });
  return (
    <>
      <div className="text-place" ref={(element) => hold(place, element)} />
      {showsFind && <FoundPlaces />}
      <CleanedNotice />
    </>
  );
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
          revealCaret(desk, surface, made);
          placeAtCaret(desk, surface, { device: made, place: place.current });
          surface.repaintOverlay();
        }
      },
      onKey: (event) => moveByKey(desk, made, event),
      onPaste: (event, isTakenAsIs) => takePaste(desk, made, { event, isTakenAsIs }),
      onFocus: () => surface.repaintOverlay(),
      stepName: (event) => textWords(desk).steps[event],
      textName: (name) => nameOfText(desk.openIssue.issue(), name, textWords(desk)),
    });
    setDevice(made);
    const withdraw = offerDevice(desk.openIssue, made);
    const stopView = surface.viewport.subscribe(() => {
      placeAtCaret(desk, surface, { device: made, place: place.current });
    });
    const stopPainted = surface.onPainted(() => {
      revealCaret(desk, surface, made);
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
      stopView();
      stopPainted();
      stopState();
      made.end();
    };
  }, [desk, surface]);
  return [device, place] as const;
}

interface PasteEvent {
  readonly event: ClipboardEvent;
  readonly isTakenAsIs: boolean;
}

function takePaste(
  desk: OpenDesk,
  device: TextDevice,
  { event, isTakenAsIs }: PasteEvent,
): boolean {
  const words = wordsOfPaste(event);
  const place = device.pastePlace();
  if (words === undefined || place === undefined) return false;
  pasteWords(desk, place, { words, isTakenAsIs });
  return true;
}

/** The menu is for the selected words, or for the place that was pressed. */
function chooseForMenu(pointed: PointedText, tool: Tool, point: PagePoint): void {
  const { desk, device } = pointed;
  const hit = hitOnPage(pointed, point);
  const isOwn = hit !== undefined && wholeText(hit.text) === device.text();
  if (!isOwn && tool !== 'text') leaveText(desk, device);
  else if (hit !== undefined && !isOnSelection(pointed, point)) device.select(hit, hit);
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
  const caret = caretOf(desk, device);
  if (caret === undefined || place === undefined) return;
  const { x, y } = surface.viewPoint({ x: caret.x1, y: caret.y1 });
  const height = Math.max(8, (caret.y2 - caret.y1) * surface.viewport.read().zoom);
  place.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  place.style.height = `${Math.round(height)}px`;
}

/** Words are typed where they can be seen; the page that is pushed about by hand stays. */
function revealCaret(desk: OpenDesk, surface: PageSurface, device: TextDevice): void {
  const caret = caretOf(desk, device);
  if (caret === undefined) return;
  const [left, top] = [Math.min(caret.x1, caret.x2), Math.min(caret.y1, caret.y2)];
  const [right, bottom] = [Math.max(caret.x1, caret.x2), Math.max(caret.y1, caret.y2)];
  surface.scrollIntoView({ x: left, y: top, width: right - left, height: bottom - top });
}

function caretOf(desk: OpenDesk, device: TextDevice): CaretSegment | undefined {
  const list = desk.composing.page(desk.state.read().page)?.list;
  const selection = device.selection();
  return list && selection && caretSegment(list, selection.head);
}

/** React hands out null when an element goes; the house says undefined. */
function hold<Held>(ref: { current: Held | undefined }, element: unknown): void {
  ref.current = element === null ? undefined : (element as Held);
}
