import { caretSegment } from '#engine/display/caret-segment.ts';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { type CaretDirection, caretOnEdgeLine, moveCaret } from '#engine/display/move-caret.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import {
  articleOf,
  fieldText,
  isStoryName,
  mayHaveLines,
  neighbouringText,
  wholeText,
} from './fields.ts';
import type { TextDevice } from './text-device.ts';
import { wordBoundaries } from './word-boundaries.ts';

const DIRECTIONS: Readonly<Record<string, CaretDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'lineStart',
  End: 'lineEnd',
};

/** Place along the line that up and down keep to, for as long as only they are pressed. */
const GOALS = new WeakMap<TextDevice, number>();

/** Moves the caret as a key asks; true when it did. */
export function moveByKey(desk: OpenDesk, device: TextDevice, event: KeyboardEvent): boolean {
  if (event.key === 'Escape') {
    desk.state.change({ selection: chosenInstead(desk, device) });
    return true;
  }
  if (event.key === 'Tab') return moveToNeighbour(desk, device, event.shiftKey ? -1 : 1);
  if (event.key === 'Enter' && isOneLine(device.text())) return moveToNeighbour(desk, device, 1);
  const direction = DIRECTIONS[event.key];
  if (direction === undefined || event.altKey) return false;
  const isModified = event.ctrlKey || event.metaKey;
  const selection = device.selection();
  if (selection === undefined) return false;
  const head = isModified
    ? farPlace(desk, device, { direction, head: selection.head })
    : nearPlace(desk, device, { direction, ...selection, isExtending: event.shiftKey });
  if (head === undefined) return false;
  device.select(event.shiftKey ? selection.anchor : head, head);
  return true;
}

/** Captions, partner cells and standing heads: Enter goes on to the next one. */
function isOneLine(text: string | undefined): boolean {
  return text !== undefined && !isStoryName(text) && !mayHaveLines(text);
}

interface NearMove {
  readonly direction: CaretDirection;
  readonly anchor: TextPosition;
  readonly head: TextPosition;
  readonly isExtending: boolean;
}

function nearPlace(desk: OpenDesk, device: TextDevice, near: NearMove): TextPosition | undefined {
  const list = desk.composing.page(desk.state.read().page)?.list;
  if (list === undefined) return undefined;
  const { direction, head } = near;
  const isAcross = direction === 'up' || direction === 'down';
  const move = moveCaret(list, head, direction, isAcross ? GOALS.get(device) : undefined);
  if (move === undefined) return undefined;
  if (move.goalPt === undefined) GOALS.delete(device);
  else GOALS.set(device, move.goalPt);
  if (!move.isBeyond || !isStoryName(head.text)) return move.position;
  return onOtherPage(desk, { direction, text: head.text, goalPt: move.goalPt }) ?? move.position;
}

interface BeyondMove {
  readonly direction: CaretDirection;
  readonly text: string;
  readonly goalPt: number | undefined;
}

/** The story goes on upon another page of its thread: that page is shown. */
function onOtherPage(desk: OpenDesk, beyond: BeyondMove): TextPosition | undefined {
  const { direction, text, goalPt } = beyond;
  const isBack = direction === 'up' || direction === 'left';
  const pages = pagesOf(desk.openIssue.issue(), articleOf(text) ?? '');
  const next = pages[pages.indexOf(desk.state.read().page) + (isBack ? -1 : 1)];
  const list = next === undefined ? undefined : desk.composing.page(next)?.list;
  if (next === undefined || list === undefined) return undefined;
  const position = caretOnEdgeLine(list, wholeText(text), isBack ? 'last' : 'first', goalPt);
  if (position === undefined) return undefined;
  desk.composing.show(next);
  desk.state.change({ page: next });
  return position;
}

function pagesOf(issue: Issue, article: string): readonly string[] {
  const isShown = issue.pages.filter((page) =>
    page.blocks.some((block) => block.kind === 'article' && block.article === article),
  );
  return isShown.map((page) => page.id);
}

interface FarMove {
  readonly direction: CaretDirection;
  readonly head: TextPosition;
}

/** With Ctrl: by word to the sides, to the ends of the text with Home and End. */
function farPlace(desk: OpenDesk, device: TextDevice, far: FarMove): TextPosition | undefined {
  const { direction, head } = far;
  const text = device.paragraphText(head);
  switch (direction) {
    case 'left': {
      const offset = wordBoundaries(text).findLast((boundary) => boundary < head.offset);
      return offset === undefined ? undefined : { ...head, offset, edge: 'leading' };
    }
    case 'right': {
      const offset = wordBoundaries(text).find((boundary) => boundary > head.offset);
      return offset === undefined ? undefined : { ...head, offset, edge: 'trailing' };
    }
    case 'up':
      return { ...head, offset: 0, edge: 'leading' };
    case 'down':
      return { ...head, offset: text.length, edge: 'trailing' };
    case 'lineStart':
    case 'lineEnd':
      return endOfText(desk.openIssue.issue(), head.text, direction);
  }
}

function endOfText(
  issue: Issue,
  name: string,
  end: 'lineStart' | 'lineEnd',
): TextPosition | undefined {
  const isStart = end === 'lineStart';
  const edge = isStart ? 'leading' : 'trailing';
  if (!isStoryName(name)) {
    const length = fieldText(issue, name)?.length ?? 0;
    return { text: name, offset: isStart ? 0 : length, edge };
  }
  const paragraphs = issue.articles[articleOf(name) ?? '']?.story.paragraphs ?? [];
  const last = paragraphs.length - 1;
  const length = (paragraphs[last]?.runs ?? []).reduce((sum, run) => sum + run.text.length, 0);
  const paragraph = isStart ? 0 : last;
  return { text: `${wholeText(name)}:${paragraph}`, offset: isStart ? 0 : length, edge };
}

function moveToNeighbour(desk: OpenDesk, device: TextDevice, step: 1 | -1): boolean {
  const issue = desk.openIssue.issue();
  const list = desk.composing.page(desk.state.read().page)?.list;
  let next = device.text();
  while (next !== undefined) {
    next = neighbouringText(issue, next, step);
    if (next === undefined) return true;
    const text = isStoryName(next) ? `${next}:0` : next;
    const start = { text, offset: 0, edge: 'leading' } as const;
    // A template without a deck has no place for its words: they would be typed unseen.
    if (list !== undefined && caretSegment(list, start) === undefined) continue;
    const end = isStoryName(next) ? start : endOfText(issue, next, 'lineEnd');
    device.select(start, end ?? start);
    return true;
  }
  return false;
}

/** Escape leaves the text and chooses the block that shows it. */
function chosenInstead(desk: OpenDesk, device: TextDevice) {
  const name = device.text() ?? '';
  const page = desk.openIssue.issue().pages.find(({ id }) => id === desk.state.read().page);
  const block = page?.blocks.find((one) => blockShows(one, name));
  if (block === undefined) return { kind: 'nothing' } as const;
  return { kind: 'blocks', blocks: [block.id] } as const;
}

function blockShows(block: Issue['pages'][number]['blocks'][number], name: string): boolean {
  const owner = name.split('/')[0];
  switch (block.kind) {
    case 'article':
      return (
        owner === `article:${block.article}` ||
        block.pictures.some(({ picture }) => owner === `picture:${picture}`)
      );
    case 'group':
      return (
        owner === `block:${block.id}` ||
        block.members.some(({ article }) => owner === `article:${article}`)
      );
    case 'picture':
      return owner === `picture:${block.picture}`;
    case 'adGrid':
      return owner === `adGrid:${block.adGrid}`;
    default:
      return owner === `block:${block.id}`;
  }
}
