import { hitText, type PagePoint, type TextPosition } from '#engine/display/hit-text.ts';
import { selectionRects } from '#engine/display/selection-rects.ts';
import { clickedRange } from '#engine/display/word-at.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { DragSession, PageSurface } from '#renderer/page-view/page-surface.ts';
import { wholeText } from './fields.ts';
import { moveText } from './move-text.ts';
import type { TextDevice } from './text-device.ts';
import { offsetInText, positionInText, spanBetween } from './text-spans.ts';
import { textWords } from './text-words.ts';
import { wordBoundaries } from './word-boundaries.ts';

/** So near to a text, in CSS pixels, a click still means it. */
const REACH_PX = 10;
/** So far the pointer goes, in CSS pixels, before a press on selected words drags them. */
const DRAG_PX = 4;

/** The page under the pointer. */
export interface PointedText {
  readonly desk: OpenDesk;
  readonly device: TextDevice;
  readonly surface: PageSurface;
}

/** The place in a text at a point of the page that shows. */
export function hitOnPage(
  { desk, surface }: Omit<PointedText, 'device'>,
  point: PagePoint,
): TextPosition | undefined {
  const list = desk.composing.page(desk.state.read().page)?.list;
  return list && hitText(list, point, REACH_PX / surface.viewport.read().zoom);
}

/** True when the words under the point are selected. */
export function isOnSelection({ desk, device }: PointedText, point: PagePoint): boolean {
  const list = desk.composing.page(desk.state.read().page)?.list;
  const selection = device.selection();
  if (list === undefined || selection === undefined || isCaret(selection)) return false;
  return selectionRects(list, selection.anchor, selection.head).some(
    ({ x, y, width, height }) =>
      point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height,
  );
}

function isCaret({ anchor, head }: { anchor: TextPosition; head: TextPosition }): boolean {
  return anchor.text === head.text && anchor.offset === head.offset;
}

/** A press of the pointer on a text. */
export interface TextPress {
  readonly event: PointerEvent;
  readonly hit: TextPosition;
  /** Presses in the same place, one after the other. */
  readonly count: number;
}

/** Presses so close in time and place are a double or triple click. */
const AGAIN_MS = 500;
const AGAIN_PX = 5;

/** Counts presses that follow one another: a pointer's press does not carry the number. */
export class PressCounter {
  private last = { atMs: Number.NEGATIVE_INFINITY, x: 0, y: 0, count: 0 };

  count({ timeStamp, clientX, clientY }: PointerEvent): number {
    const { atMs, x, y, count } = this.last;
    const isNear = Math.hypot(clientX - x, clientY - y) <= AGAIN_PX;
    const isAgain = isNear && timeStamp - atMs <= AGAIN_MS;
    this.last = { atMs: timeStamp, x: clientX, y: clientY, count: isAgain ? count + 1 : 1 };
    return this.last.count;
  }
}

/** One press sets the caret, two mark the word, three the paragraph; dragging extends. */
export function selectByDragging(
  pointed: PointedText,
  { event, hit, count }: TextPress,
): DragSession {
  const { device } = pointed;
  const held = device.selection();
  const isOwn = wholeText(hit.text) === device.text();
  const anchor = event.shiftKey && isOwn && held !== undefined ? held.anchor : hit;
  device.select(anchor, hit);
  const isStretch = count > 1 && !event.shiftKey;
  const range = clickedRange(device.paragraphText(hit), hit, count, wordBoundaries);
  const first = { ...hit, offset: range.start, edge: 'leading' } as const;
  const last = { ...hit, offset: range.end, edge: 'trailing' } as const;
  if (isStretch) device.select(first, last);
  return {
    onMove(_, point) {
      const head = hitOnPage(pointed, point);
      if (head === undefined || wholeText(head.text) !== device.text()) return;
      if (!isStretch) device.select(anchor, head);
      else if (isBefore(pointed, head, first)) device.select(last, head);
      else device.select(first, isBefore(pointed, head, last) ? last : head);
    },
    onUp: () => device.focus(),
  };
}

function isBefore({ desk }: PointedText, one: TextPosition, other: TextPosition): boolean {
  const issue = desk.openIssue.issue();
  return offsetInText(issue, one) < offsetInText(issue, other);
}

/** Where words that are being dragged would be dropped; the overlay shows it. */
export interface DropMark {
  at: TextPosition | undefined;
}

/** Selected words are dragged to another place, with Ctrl copied; a mere click sets the caret. */
export function dragSelection(
  pointed: PointedText,
  { event, hit }: TextPress,
  mark: DropMark,
): DragSession {
  const { desk, device, surface } = pointed;
  let isUnderWay = false;
  const show = (at: TextPosition | undefined) => {
    mark.at = at;
    surface.repaintOverlay();
  };
  return {
    onMove(moved, point) {
      const awayPx = Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY);
      isUnderWay ||= awayPx >= DRAG_PX;
      if (isUnderWay) show(hitOnPage(pointed, point));
    },
    onUp(up) {
      const at = mark.at;
      show(undefined);
      if (!isUnderWay) device.select(hit, hit);
      else if (at !== undefined)
        dropSelection(desk, device, { at, isCopy: up.ctrlKey || up.altKey });
      device.focus();
    },
    onCancel: () => show(undefined),
  };
}

function dropSelection(
  desk: OpenDesk,
  device: TextDevice,
  { at, isCopy }: { readonly at: TextPosition; readonly isCopy: boolean },
): void {
  const { openIssue } = desk;
  const selection = device.selection();
  if (selection === undefined || openIssue.heldBy !== undefined) return;
  const { steps } = textWords(desk);
  const issue = openIssue.issue();
  const span = spanBetween(issue, selection.anchor, selection.head);
  const text = wholeText(at.text);
  const name = isCopy ? steps.copy : steps.move;
  const put = moveText(openIssue, span, { text, offset: offsetInText(issue, at), isCopy, name });
  if (put === undefined) return;
  const after = openIssue.issue();
  const place = (offset: number, edge: TextPosition['edge']) =>
    positionInText(after, text, { offset, edge });
  device.select(place(put.start, 'leading'), place(put.end, 'trailing'));
}
