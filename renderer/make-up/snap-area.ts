import type { GridArea } from '#engine/model/issue.ts';
import type { Handle, MovedEdges } from './handles.ts';
import { MOVED_EDGES } from './handles.ts';
import type { CellSpan, GridPlace, PageGeometry } from './page-geometry.ts';
import { acrossOf, areaOf, downOf, HALF_CHARACTER } from './page-geometry.ts';
import type { Side, SnapTarget, TargetKind } from './snap-targets.ts';
import { onGrid, sideOf, snapTargets } from './snap-targets.ts';

/** A block on its way over the page. */
export interface DraggedArea {
  /** Where it stood when it was taken. */
  readonly start: GridArea;
  /** What was taken: the whole block or one of its handles. */
  readonly taken: 'block' | Handle;
  /** How far the pointer has come since, in broken characters and lines. */
  readonly by: GridPlace;
  /** Areas of the other blocks of the page. */
  readonly neighbours: readonly GridArea[];
  /** How near an edge has to come to be drawn to something, in characters and lines. */
  readonly reach: GridPlace;
  /** Draw to plain cells alone, not to anything on the page (Ctrl held down). */
  readonly cellsOnly: boolean;
  /** Narrowest step across without a target: 1, or half a character where the editor wants it. */
  readonly step?: number;
}

/** A line to draw while a block lies on it. */
export interface SnapGuide {
  readonly kind: TargetKind;
  /** `across`: an upright line at a character; `down`: a level line at a line. */
  readonly axis: 'across' | 'down';
  /** Place on the axis, in characters or lines, as the page has it. */
  readonly at: number;
  /** Ends of the line along the other axis: it joins the block to what it was drawn to. */
  readonly from: number;
  readonly to: number;
}

/** Where a dragged block comes to lie. */
export interface SnappedArea {
  readonly area: GridArea;
  readonly guides: readonly SnapGuide[];
}

/** A block of less than this cannot be taken at its handles any more. */
const LEAST_SIZE: GridPlace = { column: 1, line: 1 };

/**
 * Where a dragged block lies: always on the grid and within the type area. Edges that come within
 * reach of the type area, a base column or another block are drawn to it; so is the middle of a
 * block that is moved. Elsewhere it stands on whole characters and lines.
 */
export function snapArea(geometry: PageGeometry, dragged: DraggedArea): SnappedArea {
  const { start, taken, by, reach, cellsOnly } = dragged;
  const edges = taken === 'block' ? undefined : MOVED_EDGES[taken];
  const targets = snapTargets(geometry, cellsOnly ? [] : dragged.neighbours);
  const across = snapSpan({
    span: acrossOf(start),
    edge: edges?.across,
    by: by.column,
    most: geometry.columns,
    least: LEAST_SIZE.column,
    step: HALF_CHARACTER,
    plainStep: dragged.step ?? 1,
    reach: reach.column,
    targets: cellsOnly ? [] : targets.across,
  });
  const down = snapSpan({
    span: downOf(start),
    edge: edges?.down,
    by: by.line,
    most: geometry.lines,
    least: LEAST_SIZE.line,
    step: 1,
    plainStep: 1,
    reach: reach.line,
    targets: cellsOnly ? [] : targets.down,
  });
  return {
    area: areaOf(across.span, down.span),
    guides: [
      ...guidesOf('across', across.hit, down.span),
      ...guidesOf('down', down.hit, across.span),
    ],
  };
}

/** One axis of a drag. */
interface DraggedSpan {
  readonly span: CellSpan;
  /** The edge that moves; undefined when the whole span does. */
  readonly edge: MovedEdges['across'] | undefined;
  readonly by: number;
  /** End of the type area. */
  readonly most: number;
  readonly least: number;
  /** Narrowest step that targets may ask for. */
  readonly step: number;
  /** Step without a target. */
  readonly plainStep: number;
  readonly reach: number;
  readonly targets: readonly SnapTarget[];
}

interface SnappedSpan {
  readonly span: CellSpan;
  readonly hit: readonly SnapTarget[];
}

function snapSpan(dragged: DraggedSpan): SnappedSpan {
  const { span, edge, targets, step } = dragged;
  if (edge === 0) return { span, hit: [] };
  const sides = movedSides(edge);
  const snapped = snappedSpan(dragged, sides);
  const hit = targets.filter(
    (target) => sides.includes(target.side) && liesOn(target, snapped, step),
  );
  return { span: snapped, hit };
}

const TOLERANCE = 1e-6;

/** A pointer that has hardly moved along an axis leaves the block where it stood on that axis. */
const STANDS_STILL = 0.5;

function snappedSpan(dragged: DraggedSpan, sides: readonly Side[]): CellSpan {
  if (Math.abs(dragged.by) < STANDS_STILL) return dragged.span;
  const drawn = nearestTarget(dragged, sides);
  if (drawn !== undefined) return drawn;
  const anchor = dragged.edge === 1 ? dragged.span.to : dragged.span.from;
  const { by, plainStep } = dragged;
  return withinPage(dragged, Math.round((anchor + by) / plainStep) * plainStep - anchor);
}

function movedSides(edge: -1 | 1 | undefined): readonly Side[] {
  if (edge === undefined) return ['start', 'end', 'centre'];
  return edge < 0 ? ['start'] : ['end'];
}

/** The span moved or resized by a distance, kept within the page and above its least size. */
function withinPage({ span, edge, most, least }: DraggedSpan, by: number): CellSpan {
  if (edge === undefined) {
    const length = span.to - span.from;
    const from = Math.max(0, Math.min(span.from + by, most - length));
    return { from, to: from + length };
  }
  if (edge < 0) return { ...span, from: Math.max(0, Math.min(span.from + by, span.to - least)) };
  return { ...span, to: Math.min(most, Math.max(span.to + by, span.from + least)) };
}

/** The span drawn to the nearest target within reach, type area before column before block. */
function nearestTarget(dragged: DraggedSpan, sides: readonly Side[]): CellSpan | undefined {
  let best: CellSpan | undefined;
  let least = { distance: dragged.reach, rank: Number.POSITIVE_INFINITY };
  for (const target of dragged.targets) {
    if (!sides.includes(target.side)) continue;
    const place = sideOf(dragged.span, target.side);
    const distance = Math.abs(target.at - place - dragged.by);
    const rank = RANK[target.kind] + (target.side === 'centre' ? CENTRE_RANK : 0);
    const isNearer =
      distance < least.distance - TOLERANCE ||
      (distance < least.distance + TOLERANCE && rank < least.rank);
    if (!isNearer) continue;
    const drawn = drawnTo(dragged, target);
    if (drawn === undefined) continue;
    least = { distance, rank };
    best = drawn;
  }
  return best;
}

const RANK: Readonly<Record<TargetKind, number>> = { typeArea: 0, baseColumn: 1, block: 2 };
const CENTRE_RANK = 3;

/** The span with one side on a target; undefined where the grid or the page does not allow it. */
function drawnTo(dragged: DraggedSpan, target: SnapTarget): CellSpan | undefined {
  const { span, step } = dragged;
  const wanted = target.side === 'centre' ? target.at : onGrid(target, step);
  const by = wanted - sideOf(span, target.side);
  const moved = withinPage(dragged, Math.round(by / step) * step);
  return liesOn(target, moved, step) ? moved : undefined;
}

/** Does a side of a span lie on a target, as near as the grid allows? */
function liesOn(target: SnapTarget, span: CellSpan, step: number): boolean {
  const place = sideOf(span, target.side);
  if (target.side === 'centre') return Math.abs(place - target.at) < TOLERANCE;
  return Math.abs(place - onGrid(target, step)) < TOLERANCE;
}

/** One guide for each place; it reaches from the block to everything that lies on it. */
function guidesOf(
  axis: SnapGuide['axis'],
  hit: readonly SnapTarget[],
  own: CellSpan,
): readonly SnapGuide[] {
  const guides = new Map<number, SnapGuide>();
  // A block whose edges lie in line needs no guide through its middle.
  const edges = hit.filter(({ side }) => side !== 'centre');
  const told = edges.length > 0 ? edges : hit;
  for (const { kind, at, reach } of told.toSorted((a, b) => RANK[a.kind] - RANK[b.kind])) {
    const known = guides.get(at) ?? { kind, axis, at, from: own.from, to: own.to };
    const [from, to] = [Math.min(known.from, reach.from), Math.max(known.to, reach.to)];
    guides.set(at, { ...known, from, to });
  }
  return [...guides.values()];
}
