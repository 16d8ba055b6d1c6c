import type { Rect } from '#engine/units/rect.ts';
import { unionRect } from '#engine/units/rect.ts';
import type { DisplayItem, DisplayList, TextItem, TextSource } from './display-list.ts';
import type { Extent, PlacedRun } from './placed-runs.ts';
import { extentAcross, extentAlong } from './placed-runs.ts';

/**
 * A visual line of one text: runs that stand in one group on one baseline. Places count from the
 * origin of the group.
 */
export interface IndexedLine {
  readonly text: string;
  /** The text without its paragraph number; the paragraphs of a story share it. */
  readonly story: string;
  /** 0 for a text that is not a story. */
  readonly paragraph: number;
  /** UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  readonly vertical: boolean;
  /** In text order. */
  readonly runs: readonly PlacedRun[];
  /** y of the baseline; x of the column's centre in vertical text. */
  readonly baseline: number;
  /** Along the line: x, or y in vertical text. */
  readonly along: Extent;
  /** Across it: the em squares of its runs. */
  readonly across: Extent;
}

/** What of a page can be edited: lines of text with a source, in paint order. */
interface TextIndex {
  readonly parts: readonly IndexPart[];
  /** Around all lines; undefined when there are none. */
  readonly bounds: Rect | undefined;
  readonly stories: ReadonlySet<string>;
}

type IndexPart =
  | { readonly kind: 'line'; readonly line: IndexedLine; readonly bounds: Rect }
  | { readonly kind: 'group'; readonly x: number; readonly y: number; readonly index: TextIndex };

/** A line and the place of its group on the page. */
export interface FoundLine {
  readonly line: IndexedLine;
  readonly x: number;
  readonly y: number;
}

/** Name and paragraph number of a text source: `article:ID/story` and 3. */
export function storyPlaceOf(text: string): { readonly story: string; readonly paragraph: number } {
  const [, story, paragraph] = PARAGRAPH.exec(text) ?? [];
  return story === undefined
    ? { story: text, paragraph: 0 }
    : { story, paragraph: Number(paragraph) };
}

const PARAGRAPH = /^(.*\/story):(\d+)$/u;

/** Every line of a story, or of a text that is not a story, in paint order. */
export function linesOfStory(list: DisplayList, story: string): readonly FoundLine[] {
  const found: FoundLine[] = [];
  const walk = ({ parts, stories }: TextIndex, x: number, y: number) => {
    if (!stories.has(story)) return;
    for (const part of parts) {
      if (part.kind === 'group') walk(part.index, x + part.x, y + part.y);
      else if (part.line.story === story) found.push({ line: part.line, x, y });
    }
  };
  walk(indexOf(list.items), 0, 0);
  return found;
}

/**
 * The line nearest to a point of the page, within a reach; of equals the one painted last. An empty
 * text covers nothing: a click on an open slot means its caption, not the credit behind it.
 */
export function nearestLine(
  list: DisplayList,
  point: { readonly x: number; readonly y: number },
  reachPt: number,
): (FoundLine & { readonly distancePt: number }) | undefined {
  let nearest: (FoundLine & { readonly distancePt: number }) | undefined;
  let best = reachPt;
  const walk = ({ parts, bounds }: TextIndex, x: number, y: number) => {
    if (bounds === undefined || distanceToRect(bounds, point.x - x, point.y - y) > best) return;
    for (const part of parts) {
      if (part.kind === 'group') {
        walk(part.index, x + part.x, y + part.y);
        continue;
      }
      const distancePt = distanceToRect(part.bounds, point.x - x, point.y - y);
      const isCovered = part.line.start === part.line.end && nearest !== undefined;
      if (distancePt > best || (distancePt === best && isCovered)) continue;
      best = distancePt;
      nearest = { line: part.line, x, y, distancePt };
    }
  };
  walk(indexOf(list.items), 0, 0);
  return nearest;
}

function distanceToRect(rect: Rect, x: number, y: number): number {
  const right = Math.max(rect.x - x, 0, x - rect.x - rect.width);
  const down = Math.max(rect.y - y, 0, y - rect.y - rect.height);
  return Math.hypot(right, down);
}

/**
 * By the members of a group, which keep their identity from one composition to the next as long as
 * they look the same, even when the group moves. A keystroke indexes its own line anew, and the
 * groups around it, whose other members are known.
 */
const KNOWN = new WeakMap<readonly DisplayItem[], TextIndex>();

function indexOf(items: readonly DisplayItem[]): TextIndex {
  const known = KNOWN.get(items);
  if (known !== undefined) return known;
  const parts: IndexPart[] = [];
  const stories = new Set<string>();
  let runs: SourcedText[] = [];
  const closeLines = () => {
    for (const line of linesIn(runs)) parts.push({ kind: 'line', line, bounds: boundsOf(line) });
    runs = [];
  };
  for (const item of items) {
    if (item.kind === 'text' && item.run.source !== undefined) {
      runs.push({ item, source: item.run.source });
    } else if (item.kind === 'group') {
      closeLines();
      const index = indexOf(item.items);
      if (index.bounds !== undefined) parts.push({ kind: 'group', x: item.x, y: item.y, index });
    }
  }
  closeLines();
  let bounds: Rect | undefined;
  for (const part of parts) {
    const own = part.kind === 'line' ? part.bounds : movedBounds(part);
    if (own !== undefined) bounds = bounds === undefined ? own : unionRect(bounds, own);
    if (part.kind === 'line') stories.add(part.line.story);
    else for (const story of part.index.stories) stories.add(story);
  }
  const index = { parts, bounds, stories };
  KNOWN.set(items, index);
  return index;
}

function movedBounds({ x, y, index }: Extract<IndexPart, { readonly kind: 'group' }>) {
  return index.bounds && { ...index.bounds, x: index.bounds.x + x, y: index.bounds.y + y };
}

interface SourcedText {
  readonly item: TextItem;
  readonly source: TextSource;
}

/** Baselines that differ by less are one; composition repeats sums in other orders. */
const SAME_BASELINE_PT = 1e-3;

function linesIn(runs: readonly SourcedText[]): readonly IndexedLine[] {
  const lines: SourcedText[][] = [];
  for (const run of runs) {
    const line = lines.find((other) => other[0] !== undefined && isSameLine(other[0], run));
    if (line === undefined) lines.push([run]);
    else line.push(run);
  }
  return lines.flatMap((line) => lineOf(line.toSorted((a, b) => a.source.start - b.source.start)));
}

function isSameLine(a: SourcedText, b: SourcedText): boolean {
  if (a.source.text !== b.source.text || a.item.run.vertical !== b.item.run.vertical) return false;
  return Math.abs(baselineOf(a.item) - baselineOf(b.item)) < SAME_BASELINE_PT;
}

function baselineOf({ x, y, run }: TextItem): number {
  return run.vertical ? x : y;
}

function lineOf(members: readonly SourcedText[]): readonly IndexedLine[] {
  const [first] = members;
  if (first === undefined) return [];
  const { text, start } = first.source;
  const { vertical } = first.item.run;
  const baseline = baselineOf(first.item);
  const end = Math.max(...members.map(({ item, source }) => source.start + item.run.text.length));
  const along = covering(members, ({ x, y, run }) =>
    moved(extentAlong(run) ?? EMPTY_EXTENT, vertical ? y : x),
  );
  const across = covering(members, ({ run }) => moved(extentAcross(run), baseline));
  const runs = members.map(({ item: { x, y, run } }) => ({ x, y, run }));
  return [{ text, ...storyPlaceOf(text), start, end, vertical, runs, baseline, along, across }];
}

const EMPTY_EXTENT: Extent = { from: 0, to: 0 };

function moved({ from, to }: Extent, by: number): Extent {
  return { from: from + by, to: to + by };
}

function covering(members: readonly SourcedText[], extentOf: (item: TextItem) => Extent): Extent {
  const extents = members.map(({ item }) => extentOf(item));
  return {
    from: Math.min(...extents.map(({ from }) => from)),
    to: Math.max(...extents.map(({ to }) => to)),
  };
}

function boundsOf({ along, across, vertical }: IndexedLine): Rect {
  const [h, v] = vertical ? [across, along] : [along, across];
  return { x: h.from, y: v.from, width: h.to - h.from, height: v.to - v.from };
}
