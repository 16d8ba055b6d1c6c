import type { GridArea } from '#engine/model/issue.ts';
import type { CellSpan, PageGeometry } from './page-geometry.ts';
import { acrossOf, downOf } from './page-geometry.ts';

/** What a dragged block may be drawn to. */
export type TargetKind = 'typeArea' | 'baseColumn' | 'block';

/** The part of a block that comes to lie on a target. */
export type Side = 'start' | 'centre' | 'end';

/** A line of the page that one side of a block may lie on. */
export interface SnapTarget {
  readonly kind: TargetKind;
  readonly side: Side;
  /** Characters or lines, as the page has it: base columns begin within a character. */
  readonly at: number;
  /** Extent of what it belongs to along the other axis; where the guide is drawn. */
  readonly reach: CellSpan;
}

/** Targets across and down the page. */
export interface SnapTargets {
  readonly across: readonly SnapTarget[];
  readonly down: readonly SnapTarget[];
}

const SIDES: readonly Side[] = ['start', 'centre', 'end'];

/** Everything that a block may be drawn to on a page with these neighbours. */
export function snapTargets(geometry: PageGeometry, neighbours: readonly GridArea[]): SnapTargets {
  const whole = { from: 0, to: geometry.columns };
  const high = { from: 0, to: geometry.lines };
  const base = geometry.baseColumns.flatMap(({ from, to }): readonly SnapTarget[] => [
    { kind: 'baseColumn', side: 'start', at: from, reach: high },
    { kind: 'baseColumn', side: 'end', at: to, reach: high },
  ]);
  return {
    across: [
      ...typeAreaTargets(whole, high),
      ...base,
      ...neighbours.flatMap((area) => blockTargets(acrossOf(area), downOf(area))),
    ],
    down: [
      ...typeAreaTargets(high, whole),
      ...neighbours.flatMap((area) => blockTargets(downOf(area), acrossOf(area))),
    ],
  };
}

function typeAreaTargets(span: CellSpan, reach: CellSpan): readonly SnapTarget[] {
  return SIDES.map((side) => ({ kind: 'typeArea', side, at: sideOf(span, side), reach }));
}

/** Either edge of a block lies on either edge of another, beside it or in line with it. */
function blockTargets(span: CellSpan, reach: CellSpan): readonly SnapTarget[] {
  const edges = [span.from, span.to].flatMap((at): readonly SnapTarget[] => [
    { kind: 'block', side: 'start', at, reach },
    { kind: 'block', side: 'end', at, reach },
  ]);
  return [...edges, { kind: 'block', side: 'centre', at: sideOf(span, 'centre'), reach }];
}

/** Place of a side of a span. */
export function sideOf({ from, to }: CellSpan, side: Side): number {
  if (side === 'centre') return (from + to) / 2;
  return side === 'start' ? from : to;
}

/**
 * The place nearest to a target that a side can take on the grid. An edge at a base column keeps
 * within the column, so that text never reaches into the gutter.
 */
export function onGrid({ at, side }: SnapTarget, step: number): number {
  const steps = at / step;
  if (Math.abs(steps - Math.round(steps)) < TOLERANCE_STEPS) return Math.round(steps) * step;
  if (side === 'centre') return Math.round(steps) * step;
  return (side === 'start' ? Math.ceil(steps) : Math.floor(steps)) * step;
}

const TOLERANCE_STEPS = 1e-3;
