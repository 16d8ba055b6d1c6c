import type { DisplayList } from './display-list.ts';
import { distanceOutside } from './placed-runs.ts';
import type { StoryLine } from './story-lines.ts';
import { lineBoxes, storyLines } from './story-lines.ts';
import type { FoundLine } from './text-index.ts';
import { nearestLine } from './text-index.ts';

/** A place between two characters of a source text. */
export interface TextPosition {
  /** As `TextSource.text`: `article:ID/story:PARAGRAPH`, `article:ID/headline` … */
  readonly text: string;
  /** UTF-16 offset in that text. */
  readonly offset: number;
  /**
   * Which neighbour the caret stays with where a line ends and the next begins at the same offset:
   * `leading` stands before the character after it, `trailing` behind the character before it.
   */
  readonly edge: 'leading' | 'trailing';
}

/** A point on the page, in points. */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The text position nearest to a point, as a click sets the caret. Text without a source (folio
 * lines, jump lines) is not hit. Beside a line of a column the click belongs to the line at its
 * height: right of the short last line of a paragraph it sets the caret behind that line, however
 * near the full lines above and below are. Undefined when no text lies within `reachPt`.
 */
export function hitText(
  list: DisplayList,
  point: PagePoint,
  reachPt: number,
): TextPosition | undefined {
  const nearest = nearestLine(list, point, reachPt);
  if (nearest === undefined) return undefined;
  const { lines, columns } = storyLines(list, nearest.line.story);
  const own = lines.findIndex((line) => isOnPage(line, nearest));
  const line = lines[own];
  if (line === undefined) return undefined;
  if (nearest.distancePt === 0) return positionIn(line, point);
  const column = columns.find(({ rows }) => rows.some((row) => row.includes(own)));
  const beside = (column?.rows ?? []).flat().flatMap((number) => lines[number] ?? []);
  return positionIn(lineAtHeight(beside, point) ?? line, point);
}

function isOnPage(line: StoryLine, { line: found, x, y }: FoundLine): boolean {
  if (line.text !== found.text || line.start !== found.start) return false;
  const [right, down] = found.vertical ? [y, x] : [x, y];
  return line.baseline === found.baseline + down && line.along.from === found.along.from + right;
}

/** The line nearest in height; of the parts of a row the one nearest along it. */
function lineAtHeight(lines: readonly StoryLine[], point: PagePoint): StoryLine | undefined {
  let best: StoryLine | undefined;
  let least = { across: Number.POSITIVE_INFINITY, along: Number.POSITIVE_INFINITY };
  for (const line of lines) {
    const [u, v] = line.vertical ? [point.y, point.x] : [point.x, point.y];
    const away = { across: distanceOutside(line.across, v), along: distanceOutside(line.along, u) };
    const isNearer =
      away.across < least.across || (away.across === least.across && away.along < least.along);
    if (!isNearer) continue;
    least = away;
    best = line;
  }
  return best;
}

function positionIn(line: StoryLine, point: PagePoint): TextPosition | undefined {
  const u = line.vertical ? point.y : point.x;
  let best: TextPosition | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of lineBoxes(line)) {
    const distance = distanceOutside(box, u);
    if (distance >= least) continue;
    least = distance;
    const isFirstHalf = u < (box.from + box.to) / 2;
    const isEmpty = box.start === box.end;
    const offset = isFirstHalf ? box.start : box.end;
    best = { text: line.text, offset, edge: isFirstHalf || isEmpty ? 'leading' : 'trailing' };
  }
  return best;
}
