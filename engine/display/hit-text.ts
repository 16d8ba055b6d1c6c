import type { DisplayList } from './display-list.ts';
import type { Extent, PlacedRun } from './placed-runs.ts';
import { characterBoxes, extentAcross, extentAlong, placedRuns } from './placed-runs.ts';

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
 * lines, jump lines) is not hit. Undefined when no text lies within `reachPt` of the point.
 */
export function hitText(
  list: DisplayList,
  point: PagePoint,
  reachPt: number,
): TextPosition | undefined {
  let nearest: PlacedRun | undefined;
  let best = reachPt;
  for (const placed of placedRuns(list)) {
    if (placed.run.source === undefined) continue;
    const distance = distanceTo(placed, point);
    // Of runs that overlap, the one painted last lies on top.
    if (distance <= best) {
      best = distance;
      nearest = placed;
    }
  }
  return nearest && positionIn(nearest, point);
}

function distanceTo(placed: PlacedRun, point: PagePoint): number {
  const along = extentAlong(placed.run);
  if (along === undefined) return Number.POSITIVE_INFINITY;
  const { u, v } = inRun(placed, point);
  return Math.hypot(outside(along, u), outside(extentAcross(placed.run), v));
}

/** The point in the run's own axes: `u` along the line, `v` across. */
function inRun({ x, y, run }: PlacedRun, point: PagePoint): { u: number; v: number } {
  const right = point.x - x;
  const down = point.y - y;
  return run.vertical ? { u: down, v: right } : { u: right, v: down };
}

function outside(extent: Extent, at: number): number {
  return Math.max(extent.from - at, 0, at - extent.to);
}

function positionIn(placed: PlacedRun, point: PagePoint): TextPosition | undefined {
  const { run } = placed;
  if (run.source === undefined) return undefined;
  const { u } = inRun(placed, point);
  let best: TextPosition | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const glyph of run.glyphs) {
    for (const box of characterBoxes(run, glyph)) {
      const distance = outside(box, u);
      if (distance >= least) continue;
      least = distance;
      const isFirstHalf = u < (box.from + box.to) / 2;
      const offset = run.source.start + (isFirstHalf ? box.start : box.end);
      best = { text: run.source.text, offset, edge: isFirstHalf ? 'leading' : 'trailing' };
    }
  }
  return best;
}
