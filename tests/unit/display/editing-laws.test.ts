import { describe, expect, test } from 'vitest';
import { caretSegment } from '#engine/display/caret-segment.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { hitText } from '#engine/display/hit-text.ts';
import type { CaretDirection } from '#engine/display/move-caret.ts';
import { moveCaret } from '#engine/display/move-caret.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import { selectionRects } from '#engine/display/selection-rects.ts';
import { textLines } from '#engine/display/text-lines.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import type { Rect } from '#engine/units/rect.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { broadsheet, samplePages } from './sample-pages.ts';

const STORY = 'article:lead/story';

/** Every place from one on that a key leads to, until it leads no further. */
function walk(list: DisplayList, from: TextPosition, key: CaretDirection) {
  const places = [from];
  let goalPt: number | undefined;
  for (let steps = 0; steps < 20_000; steps++) {
    const last = places.at(-1) ?? from;
    const move = moveCaret(list, last, key, goalPt);
    if (move === undefined || move.isBeyond) return places;
    goalPt = move.goalPt;
    places.push(move.position);
  }
  throw new Error(`${key} never ends`);
}

function placeName({ text, offset }: TextPosition): string {
  return `${text}+${offset}`;
}

/** Every place of the lead story of the sample, in order. */
function everyPlace(): readonly string[] {
  const paragraphs = sampleIssue().articles.lead?.story.paragraphs ?? [];
  return paragraphs.flatMap((paragraph, index) => {
    const { length } = paragraphText(paragraph);
    return Array.from({ length: length + 1 }, (_, at) => `${STORY}:${index}+${at}`);
  });
}

function edgesOf(list: DisplayList, text: string) {
  const lines = textLines(list, text);
  const [first, last] = [lines[0]?.from, lines.at(-1)?.to];
  if (first === undefined || last === undefined) throw new Error(`${text} is not on the page`);
  return { lines, first, last };
}

describe('through the lead story of the sample', () => {
  const list = broadsheet();
  const { lines, first, last } = edgesOf(list, STORY);

  test('right visits every place once and in order', () => {
    const places = walk(list, first, 'right').map(placeName);
    expect(places).toEqual(everyPlace());
    expect(places.length).toBeGreaterThan(1_000);
  });

  test('left visits every place once in the other order', () => {
    const places = walk(list, last, 'left').map(placeName);
    expect(places).toEqual(everyPlace().toReversed());
  });

  test.each(['down', 'up'] as const)('%s visits every visual line once', (key) => {
    const from = key === 'down' ? first : last;
    const visited = walk(list, from, key).map((position) => {
      const caret = caretSegment(list, position);
      return `${caret?.y1.toFixed(3)} ${position.text}`;
    });
    const wanted = lines.map(({ rect, from: { text } }) => `${rect.y.toFixed(3)} ${text}`);
    expect(visited).toEqual(key === 'down' ? wanted : wanted.toReversed());
  });

  test('down keeps its distance from the edge of every column', () => {
    const start = { ...first, offset: 10 };
    const distance = (position: TextPosition) => {
      const { x1 = 0, y1 = 0 } = caretSegment(list, position) ?? {};
      const line = lines.find(({ rect }) => holds(rect, x1, y1 + 1));
      return line && { line, fromEdge: x1 - columnStart(lines, line.rect.x) };
    };
    const goal = distance(start)?.fromEdge ?? 0;
    const places = walk(list, start, 'down').map(distance);
    const long = places.flatMap((place) => {
      return place !== undefined && place.line.rect.width > goal + 20 ? [place.fromEdge] : [];
    });
    expect(long.length).toBeGreaterThan(lines.length / 2);
    // A mark with its blank is one and a half characters wide at most.
    for (const fromEdge of long) expect(Math.abs(fromEdge - goal)).toBeLessThan(7.6);
  });
});

function holds(rect: Rect, x: number, y: number): boolean {
  const isAcross = x >= rect.x - 0.1 && x <= rect.x + rect.width + 0.1;
  return isAcross && y >= rect.y && y <= rect.y + rect.height;
}

/** Left edge of the column in which something starts: lines are indented by two characters. */
function columnStart(lines: readonly { readonly rect: Rect }[], x: number): number {
  return Math.min(...lines.map(({ rect }) => rect.x).filter((one) => x - one < 21));
}

const PAGES = ['park-broadsheet', 'park-tabloid', 'park-narrow'].flatMap((id) =>
  samplePages(id).map((list, index) => ({ name: `${id} page ${index + 1}`, list })),
);

describe.each(PAGES)('on $name', ({ list }) => {
  const texts = [...new Set(placedRuns(list).flatMap(({ run }) => run.source?.text ?? []))];

  test('a click in the middle of the drawn caret gives its place back', () => {
    const wrong: string[] = [];
    for (const text of texts) {
      for (const { from, to } of textLines(list, text)) {
        for (let offset = from.offset; offset <= to.offset; offset += 3) {
          const edge = offset === to.offset ? 'trailing' : 'leading';
          const caret = caretSegment(list, { text, offset, edge });
          if (caret === undefined) throw new Error(`no caret in ${text}`);
          const middle = { x: (caret.x1 + caret.x2) / 2, y: (caret.y1 + caret.y2) / 2 };
          const hit = hitText(list, middle, 1);
          const drawn = hit && caretSegment(list, hit);
          const isSame = hit?.text === text && hit.offset === offset;
          // Where two places have one caret, such as about a blank without width, either will do.
          const looksSame = drawn?.x1 === caret.x1 && drawn?.y1 === caret.y1;
          if (!isSame && !looksSame) wrong.push(`${text}+${offset}: ${hit && placeName(hit)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(texts.length).toBeGreaterThan(20);
  });

  test('the boxes of a whole text cover its characters and never one another', () => {
    for (const text of texts) {
      const { lines, first, last } = edgesOf(list, text.replace(/:\d+$/u, ''));
      const [only] = lines;
      const isEmpty = lines.length === 1 && only?.from.offset === only?.to.offset;
      // In an empty text there is nothing to mark.
      if (isEmpty) continue;
      const rects = selectionRects(list, first, last);
      expect(rects).toHaveLength(lines.length);
      for (const [index, { rect }] of lines.entries()) {
        const box = rects[index];
        if (box === undefined) throw new Error(`${text} has no box`);
        expect(box.x).toBeLessThanOrEqual(rect.x + 1e-6);
        expect(box.x + box.width).toBeGreaterThanOrEqual(rect.x + rect.width - 1e-6);
        for (const other of rects.slice(index + 1)) expect(overlap(box, other)).toBeLessThan(1e-6);
      }
    }
  });
});

/** How far two boxes reach into one another, the shorter way. */
function overlap(a: Rect, b: Rect): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(across, down);
}

test('through the vertical headline of the tabloid down steps by character', () => {
  const text = 'article:reception-day/headline';
  const list = samplePages('park-tabloid').find((page) => textLines(page, text).length > 0);
  if (list === undefined) throw new Error('the tabloid has the headline');
  const { lines, first } = edgesOf(list, text);
  expect(lines.every(({ vertical }) => vertical)).toBe(true);
  const { length } = sampleIssue().articles['reception-day']?.headline ?? '';
  expect(walk(list, first, 'down').map(({ offset }) => offset)).toEqual(
    Array.from({ length: length + 1 }, (_, at) => at),
  );
  expect(walk(list, first, 'left')).toHaveLength(lines.length);
});
