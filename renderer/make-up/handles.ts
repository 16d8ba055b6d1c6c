import type { PageGrid } from '#engine/compose/page-grid.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { GridArea } from '#engine/model/issue.ts';
import { rectOf } from './page-geometry.ts';

/** The eight handles of a selected block, clockwise. */
export const HANDLES = [
  'topLeft',
  'top',
  'topRight',
  'right',
  'bottomRight',
  'bottom',
  'bottomLeft',
  'left',
] as const;

/** One of the handles. */
export type Handle = (typeof HANDLES)[number];

/** A corner of an area. */
export type CornerHandle = 'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft';

/** Which edges of an area a handle moves; 0 for none. */
export interface MovedEdges {
  /** -1 the left edge, 1 the right edge. */
  readonly across: -1 | 0 | 1;
  /** -1 the top edge, 1 the bottom edge. */
  readonly down: -1 | 0 | 1;
}

/** The edges that belong to each handle. */
export const MOVED_EDGES: Readonly<Record<Handle, MovedEdges>> = {
  topLeft: { across: -1, down: -1 },
  top: { across: 0, down: -1 },
  topRight: { across: 1, down: -1 },
  right: { across: 1, down: 0 },
  bottomRight: { across: 1, down: 1 },
  bottom: { across: 0, down: 1 },
  bottomLeft: { across: -1, down: 1 },
  left: { across: -1, down: 0 },
};

/** A handle where it is drawn. */
export interface PlacedHandle {
  readonly handle: Handle;
  /** Its middle, in points of the page. */
  readonly at: PagePoint;
}

/** Sides shorter than this on the screen have no handle between their corners. */
const SHORT_SIDE_PX = 32;

/** How far from its middle a handle can be taken, on the screen. */
const HANDLE_REACH_PX = 7;

/** The handles of an area at a zoom of so many pixels for one point. */
export function handlesOf(
  geometry: PageGrid,
  area: GridArea,
  zoom: number,
): readonly PlacedHandle[] {
  const { x, y, width, height } = rectOf(geometry, area);
  return HANDLES.flatMap((handle): readonly PlacedHandle[] => {
    const { across, down } = MOVED_EDGES[handle];
    if (across === 0 && width * zoom < SHORT_SIDE_PX) return [];
    if (down === 0 && height * zoom < SHORT_SIDE_PX) return [];
    const at = { x: x + (width * (across + 1)) / 2, y: y + (height * (down + 1)) / 2 };
    return [{ handle, at }];
  });
}

/** The handle that a pointer takes; the nearest one within reach. */
export function handleAt(
  handles: readonly PlacedHandle[],
  point: PagePoint,
  zoom: number,
): Handle | undefined {
  let nearest: Handle | undefined;
  let least = HANDLE_REACH_PX / zoom;
  for (const { handle, at } of handles) {
    const distance = Math.max(Math.abs(at.x - point.x), Math.abs(at.y - point.y));
    if (distance > least) continue;
    least = distance;
    nearest = handle;
  }
  return nearest;
}
