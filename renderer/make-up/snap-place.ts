import type { GridArea } from '#engine/model/issue.ts';
import type { CellSpan, GridPlace, PageGeometry } from './page-geometry.ts';
import type { SnapGuide } from './snap-area.ts';
import { onGrid, type SnapTarget, snapTargets } from './snap-targets.ts';

/** A corner on its way over the page. */
export interface DraggedPlace {
  /** Where the pointer has it. */
  readonly at: GridPlace;
  /** Areas of the other blocks of the page. */
  readonly neighbours: readonly GridArea[];
  readonly reach: GridPlace;
  /** Narrowest step across that is taken without a neighbour: 1 or half a character. */
  readonly step: number;
}

/** Where a corner comes to lie: in line with the edges of neighbours, else on the grid. */
export function snapPlace(
  geometry: PageGeometry,
  { at, neighbours, reach, step }: DraggedPlace,
): { readonly at: GridPlace; readonly guides: readonly SnapGuide[] } {
  const targets = snapTargets(geometry, neighbours);
  const across = nearest(targets.across, at.column, reach.column);
  const down = nearest(targets.down, at.line, reach.line);
  const place = {
    column: across ? onGrid(across, HALF) : Math.round(at.column / step) * step,
    line: down ? onGrid(down, 1) : Math.round(at.line),
  };
  const guides = [
    ...guideTo('across', across, { from: place.line, to: place.line }),
    ...guideTo('down', down, { from: place.column, to: place.column }),
  ];
  return { at: place, guides };
}

const HALF = 0.5;

function nearest(
  targets: readonly SnapTarget[],
  at: number,
  reach: number,
): SnapTarget | undefined {
  let found: SnapTarget | undefined;
  let least = reach;
  for (const target of targets) {
    const distance = Math.abs(target.at - at);
    if (target.side === 'centre' || distance >= least) continue;
    least = distance;
    found = target;
  }
  return found;
}

function guideTo(
  axis: SnapGuide['axis'],
  target: SnapTarget | undefined,
  own: CellSpan,
): readonly SnapGuide[] {
  if (target === undefined) return [];
  const { kind, at, reach } = target;
  const [from, to] = [Math.min(own.from, reach.from), Math.max(own.to, reach.to)];
  return [{ kind, axis, at, from, to }];
}
