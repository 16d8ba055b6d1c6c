import type { DisplayList } from './display-list.ts';
import type { TextPosition } from './hit-text.ts';
import { extentAcross } from './placed-runs.ts';
import type { CaretStop } from './story-lines.ts';
import { caretStop, lineNumberAt, storyLines } from './story-lines.ts';
import { storyPlaceOf } from './text-index.ts';

/** Where the caret is drawn, in points of the page: upright in horizontal text, else level. */
export interface CaretSegment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * The caret at a text position. A position that no character on the page touches (a paragraph end
 * behind blanks that are not set) takes the end of the nearest character before it, or else the
 * start of the first one behind it. Undefined when no line of the text is on this page.
 */
export function caretSegment(list: DisplayList, position: TextPosition): CaretSegment | undefined {
  const { story, paragraph } = storyPlaceOf(position.text);
  const caret = { paragraph, offset: position.offset, edge: position.edge };
  const found = storyLines(list, story);
  const line = found.lines[lineNumberAt(found, caret) ?? -1];
  if (line === undefined || line.text !== position.text) return undefined;
  const stop = caretStop(line, caret);
  return stop && drawn(stop);
}

function drawn({ along, placed: { x, y, run } }: CaretStop): CaretSegment {
  const across = extentAcross(run);
  if (run.vertical) return { x1: x + across.from, y1: along, x2: x + across.to, y2: along };
  return { x1: along, y1: y + across.from, x2: along, y2: y + across.to };
}
