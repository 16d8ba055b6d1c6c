import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, GridArea, Page } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { DragSession, PageSurface } from '#renderer/page-view/page-surface.ts';
import { cutCorner, resizedShape } from './block-shape.ts';
import type { CornerHandle, Handle } from './handles.ts';
import { distanceInCells, type PageGeometry, placeAt } from './page-geometry.ts';
import { type SnapGuide, snapArea } from './snap-area.ts';

/** Blocks under way, for the overlay: where they would come to lie, and what they are drawn to. */
export interface BlocksUnderWay {
  readonly blocks: readonly Block[];
  readonly guides: readonly SnapGuide[];
}

/** What is dragged, and where the drag tells of itself. */
export interface BlockDrag {
  readonly desk: OpenDesk;
  readonly surface: PageSurface;
  readonly geometry: PageGeometry;
  readonly page: Page;
  /** The first one is drawn to its neighbours; the others go along. */
  readonly blocks: readonly Block[];
  readonly from: PagePoint;
  /** The whole block, a handle, or a corner that is pushed in to an L. */
  readonly taken: 'block' | Handle | { readonly corner: CornerHandle };
  readonly step: string;
  readonly onWay: (way: BlocksUnderWay | undefined) => void;
}

/** So near, in CSS pixels, an edge is drawn to a neighbour's. */
const REACH_PX = 8;
/** A press that does not go farther is a click. */
const CLICK_PX = 3;

/**
 * Moves, resizes or reshapes blocks with the pointer. The page is composed anew from where they
 * would lie; the issue is changed once, when they are let go.
 */
export function dragBlocks(drag: BlockDrag): DragSession {
  const { desk, page } = drag;
  let moved: readonly Block[] | undefined;
  let isWaiting = false;
  const show = () => {
    isWaiting = false;
    if (moved === undefined) return;
    const wanted = new Map(moved.map((block) => [block.id, block]));
    const blocks = page.blocks.map((block) => wanted.get(block.id) ?? block);
    desk.composing.preview(page.id, blocks);
  };
  return {
    onMove(event, point) {
      const way = movedBlocks(drag, point, event.altKey);
      if (moved === undefined && way === undefined) return;
      moved = way?.blocks ?? drag.blocks;
      drag.onWay(way);
      if (isWaiting) return;
      isWaiting = true;
      // One composition a frame, however often the pointer tells of itself.
      requestAnimationFrame(show);
    },
    onUp() {
      const edits = (moved ?? []).flatMap((block): readonly Edit[] => {
        const before = drag.blocks.find(({ id }) => id === block.id);
        return before === undefined ? [] : shapeEdits(before, block);
      });
      moved = undefined;
      if (edits.length > 0) desk.openIssue.edit(drag.step, { kind: 'editsTogether', edits });
      desk.composing.preview(page.id, undefined);
      drag.onWay(undefined);
    },
    onCancel() {
      moved = undefined;
      desk.composing.preview(page.id, undefined);
      drag.onWay(undefined);
    },
  };
}

function movedBlocks(
  drag: BlockDrag,
  point: PagePoint,
  cellsOnly: boolean,
): BlocksUnderWay | undefined {
  const { geometry, surface, from, blocks, page, taken } = drag;
  const [first] = blocks;
  const { zoom } = surface.viewport.read();
  const way = { x: point.x - from.x, y: point.y - from.y };
  if (first === undefined || Math.hypot(way.x, way.y) * zoom < CLICK_PX) return undefined;
  if (typeof taken === 'object') {
    const shape = cutCorner(first, taken.corner, placeAt(geometry, point));
    return { blocks: shape === undefined ? [first] : [{ ...first, ...shape }], guides: [] };
  }
  const chosen = new Set(blocks.map(({ id }) => id));
  const neighbours = page.blocks.filter(({ id }) => !chosen.has(id)).map(({ area }) => area);
  const { area, guides } = snapArea(geometry, {
    start: first.area,
    taken,
    by: distanceInCells(geometry, way),
    neighbours,
    reach: distanceInCells(geometry, { x: REACH_PX / zoom, y: REACH_PX / zoom }),
    cellsOnly,
  });
  if (taken !== 'block') {
    const shape = resizedShape(first, area);
    return { blocks: shape === undefined ? [first] : [{ ...first, ...shape }], guides };
  }
  const by = { column: area.column - first.area.column, line: area.line - first.area.line };
  return { blocks: blocks.map((block) => shifted(block, by)), guides };
}

/** A block with all that stands on the page's cells: cutouts and inset pictures go along. */
export function shifted(
  block: Block,
  by: { readonly column: number; readonly line: number },
): Block {
  const shift = (area: GridArea): GridArea => ({
    ...area,
    column: area.column + by.column,
    line: area.line + by.line,
  });
  const moved = { ...block, area: shift(block.area), cutouts: block.cutouts.map(shift) };
  if (moved.kind !== 'article') return moved;
  const pictures = moved.pictures.map((inset) => ({ ...inset, area: shift(inset.area) }));
  return { ...moved, pictures };
}

/** The edits that bring a block to where it was dragged; none when it lies as before. */
export function shapeEdits(before: Block, after: Block): readonly Edit[] {
  const [was, is] = [before.area, after.area];
  const isSameSize = was.columns === is.columns && was.lines === is.lines;
  const isSameShape = before.cutouts.length === after.cutouts.length;
  const hasMoved = was.column !== is.column || was.line !== is.line;
  if (isSameSize && isSameShape) {
    const shape = JSON.stringify(
      shifted(before, { column: is.column - was.column, line: is.line - was.line }).cutouts,
    );
    if (shape === JSON.stringify(after.cutouts)) {
      if (!hasMoved) return [];
      const { column, line } = is;
      return [{ kind: 'movedBlock', block: before.id, column, line }];
    }
  }
  return [{ kind: 'resizedBlock', block: before.id, area: is, cutouts: after.cutouts }];
}
