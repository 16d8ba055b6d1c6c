import type { DisplayList } from './display-list.ts';
import type { TextPosition } from './hit-text.ts';
import type { CharacterBox, PlacedRun } from './placed-runs.ts';
import { characterBoxes, extentAcross, placedRuns } from './placed-runs.ts';

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
 * start of the first one behind it. Undefined when no character of the text is on this page.
 */
export function caretSegment(list: DisplayList, position: TextPosition): CaretSegment | undefined {
  let best: Candidate | undefined;
  for (const placed of placedRuns(list)) {
    if (placed.run.source?.text !== position.text) continue;
    for (const candidate of candidates(placed, position)) {
      if (best === undefined || candidate.rank < best.rank) best = candidate;
    }
  }
  return best && drawn(best);
}

interface Candidate {
  readonly placed: PlacedRun;
  /** Place along the run. */
  readonly along: number;
  /** 0 the wanted edge, 1 the other edge, above that farther and farther before the position. */
  readonly rank: number;
}

/** Added to the rank of a character behind the position; no text has that many characters. */
const BEHIND = 1e9;

function candidates(placed: PlacedRun, position: TextPosition): readonly Candidate[] {
  const { run } = placed;
  const found: Candidate[] = [];
  for (const glyph of run.glyphs) {
    for (const box of characterBoxes(run, glyph)) {
      found.push(candidate(placed, box, position));
    }
  }
  return found;
}

function candidate(placed: PlacedRun, box: CharacterBox, position: TextPosition): Candidate {
  const offset = position.offset - (placed.run.source?.start ?? 0);
  const isLeading = position.edge === 'leading';
  if (box.start === offset) return { placed, along: box.from, rank: isLeading ? 0 : 1 };
  if (box.end === offset) return { placed, along: box.to, rank: isLeading ? 1 : 0 };
  if (box.end < offset) return { placed, along: box.to, rank: 2 + offset - box.end };
  // Nothing stands before it: the start of the first character behind it.
  return { placed, along: box.from, rank: BEHIND + box.start - offset };
}

function drawn({ placed, along }: Candidate): CaretSegment {
  const { x, y, run } = placed;
  const across = extentAcross(run);
  if (run.vertical) {
    return { x1: x + across.from, y1: y + along, x2: x + across.to, y2: y + along };
  }
  return { x1: x + along, y1: y + across.from, x2: x + along, y2: y + across.to };
}
