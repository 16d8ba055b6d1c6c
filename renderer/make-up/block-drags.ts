import type { PagePoint } from '#engine/display/hit-text.ts';
import type { ArticleBlock, Block } from '#engine/model/issue.ts';
import type { DragSession } from '#renderer/page-view/page-surface.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { cutCorner, resizedShape } from './block-shape.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { areaAround, copyBlocks } from './copy-blocks.ts';
import type { CornerHandle, Handle } from './handles.ts';
import { insetOf, withInset, withInsetsWithin } from './inset-pictures.ts';
import { type DragPlace, liveDrag, type Way } from './live-drag.ts';
import { deskWords } from './make-up-place.ts';
import { distanceInCells, type GridPlace, placeAt } from './page-geometry.ts';
import { shiftedBlock } from './shifted-block.ts';
import { type SnappedArea, snapArea } from './snap-area.ts';
import { snapPlace } from './snap-place.ts';

/** So near, in CSS pixels, an edge is drawn to another. */
const REACH_PX = 8;

/** Blocks that are taken, and where. */
export interface TakenBlocks {
  readonly blocks: readonly Block[];
  readonly from: PagePoint;
  /** Let go where they were taken. */
  readonly onClick?: () => void;
}

/** Moves blocks; with Alt copies of them. Shift keeps to one direction, Ctrl to plain cells. */
export function moveBlocks(place: DragPlace, { blocks, from, onClick }: TakenBlocks): DragSession {
  const words = deskWords(place.desk, makeUpStrings);
  const start = areaAround(blocks.map(({ area }) => area));
  return liveDrag({
    place,
    from,
    step: words.steps.move,
    before: blocks,
    wayAt(by, event) {
      if (start === undefined) return undefined;
      const taken = 'block';
      const straight = event.shiftKey ? alongOneAxis(place, by) : by;
      const snapped = snappedTo(place, { start, taken, by: straight, blocks, event });
      const { area } = snapped;
      const way = { column: area.column - start.column, line: area.line - start.line };
      const moved = blocks.map((block) => shiftedBlock(block, way));
      return { blocks: moved, guides: snapped.guides, told: area, isCopy: event.altKey };
    },
    onClick: () => onClick?.(),
    finishCopy(way) {
      const [before, after] = [blocks[0], way.blocks[0]];
      if (before === undefined || after === undefined) return;
      const by = {
        column: after.area.column - before.area.column,
        line: after.area.line - before.area.line,
      };
      const { desk, geometry, page } = place;
      const copied = copyBlocks(desk.openIssue.issue(), blocks, { page: page.id, geometry, by });
      if (copied === undefined || !desk.openIssue.edit(words.steps.copy, copied.edit).ok) return;
      chooseBlocks(desk, copied.blocks);
    },
  });
}

/** Locked blocks that are taken are chosen, and stay. */
export function clickOnly(onClick: (() => void) | undefined): DragSession {
  return { onUp: () => onClick?.() };
}

interface Snapping {
  readonly start: Block['area'];
  readonly taken: 'block' | Handle;
  readonly by: GridPlace;
  /** Blocks that are not drawn to themselves. */
  readonly blocks: readonly Block[];
  readonly event: PointerEvent;
}

function snappedTo(place: DragPlace, snapping: Snapping): SnappedArea {
  const { geometry, page } = place;
  const own = new Set(snapping.blocks.map(({ id }) => id));
  const neighbours = page.blocks.filter(({ id }) => !own.has(id)).map(({ area }) => area);
  const { start, taken, by, event } = snapping;
  const cellsOnly = event.ctrlKey || event.metaKey;
  const step = stepOf(place);
  return snapArea(geometry, {
    start,
    taken,
    by,
    neighbours,
    reach: reachOf(place),
    cellsOnly,
    step,
  });
}

function reachOf({ geometry, surface }: DragPlace): GridPlace {
  const reach = REACH_PX / surface.viewport.read().zoom;
  return distanceInCells(geometry, { x: reach, y: reach });
}

function stepOf({ desk }: DragPlace): number {
  return desk.settings.read().snapsHalf ? 0.5 : 1;
}

/** The longer way, measured on the page and not in cells, which are not square. */
function alongOneAxis({ geometry }: DragPlace, { column, line }: GridPlace): GridPlace {
  const isAcross = Math.abs(column * geometry.cellPt) >= Math.abs(line * geometry.leadingPt);
  return isAcross ? { column, line: 0 } : { column: 0, line };
}

/** A block that is taken at a handle. */
export interface TakenHandle {
  readonly block: Block;
  readonly handle: Handle;
  readonly from: PagePoint;
}

/** Resizes a block at one of its eight handles. */
export function resizeBlock(place: DragPlace, { block, handle, from }: TakenHandle): DragSession {
  return liveDrag({
    place,
    from,
    step: deskWords(place.desk, makeUpStrings).steps.resize,
    before: [block],
    wayAt(by, event) {
      const wish = { start: block.area, taken: handle, by, blocks: [block], event };
      const { area, guides } = snappedTo(place, wish);
      const resized = withInsetsWithin({ ...block, ...resizedShape(block, area) });
      return { blocks: [resized], guides, told: area };
    },
  });
}

/** A corner of a block that is drawn inwards. */
export interface TakenCorner {
  readonly block: Block;
  readonly corner: CornerHandle;
  readonly from: PagePoint;
}

/** Cuts a corner out of a block, or moves the inner corner of a cutout; at the edge it is gone. */
export function reshapeBlock(place: DragPlace, { block, corner, from }: TakenCorner): DragSession {
  const { geometry, page } = place;
  const neighbours = page.blocks.filter((other) => other !== block).map(({ area }) => area);
  return liveDrag({
    place,
    from,
    step: deskWords(place.desk, makeUpStrings).steps.reshape,
    before: [block],
    wayAt(_by, _event, point) {
      const wish = { at: placeAt(geometry, point), neighbours, reach: reachOf(place) };
      const { at, guides } = snapPlace(geometry, { ...wish, step: stepOf(place) });
      const shape = cutCorner(block, corner, at);
      if (shape === undefined) return undefined;
      return { blocks: [withInsetsWithin({ ...block, ...shape })], guides, told: shape.area };
    },
  });
}

/** A picture inside an article block that is taken. */
export interface TakenInset {
  readonly block: ArticleBlock;
  readonly picture: string;
  readonly taken: 'block' | Handle;
  readonly from: PagePoint;
}

/** Moves or resizes a picture within its block; the story runs around it all the while. */
export function dragInset(
  place: DragPlace,
  { block, picture, taken, from }: TakenInset,
): DragSession {
  const start = insetOf(block, picture)?.area;
  const { geometry } = place;
  const neighbours = [
    block.area,
    ...block.pictures.flatMap((inset) => (inset.picture === picture ? [] : [inset.area])),
  ];
  return liveDrag({
    place,
    from,
    step: deskWords(place.desk, makeUpStrings).steps.picture,
    before: [block],
    wayAt(by, event): Way | undefined {
      if (start === undefined) return undefined;
      const cellsOnly = event.ctrlKey || event.metaKey;
      const dragged = { start, taken, by, neighbours, reach: reachOf(place), cellsOnly };
      const { area, guides } = snapArea(geometry, { ...dragged, step: stepOf(place) });
      const changed = withInset(block, picture, area);
      const told = insetOf(changed, picture)?.area ?? area;
      return { blocks: [changed], areas: [told], guides, told };
    },
  });
}
