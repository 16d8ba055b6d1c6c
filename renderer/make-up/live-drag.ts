import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import type { DragSession, PageSurface } from '#renderer/page-view/page-surface.ts';
import { blockEdits } from './block-edits.ts';
import { startPreview } from './live-preview.ts';
import type { MakeUpPlace } from './make-up-place.ts';
import { distanceInCells, type GridPlace } from './page-geometry.ts';
import type { SnapGuide } from './snap-area.ts';
import { AT_REST, type HoverStore } from './under-way.ts';

/** The page under a drag, and where the drag tells of itself. */
export interface DragPlace extends MakeUpPlace {
  readonly surface: PageSurface;
  readonly hovering: HoverStore;
}

/** Where blocks have come on their way. */
export interface Way {
  /** The dragged blocks where they would lie. */
  readonly blocks: readonly Block[];
  readonly guides: readonly SnapGuide[];
  /** The area whose place and size are told. */
  readonly told: GridArea;
  /** Areas to draw instead of the outlines of the blocks. */
  readonly areas?: readonly GridArea[];
  /** The originals stay; copies are made where the blocks lie. */
  readonly isCopy?: boolean;
}

/** A drag of blocks over the page. */
export interface LiveDrag {
  readonly place: DragPlace;
  /** Where the pointer was pressed. */
  readonly from: PagePoint;
  /** Name of the undo step. */
  readonly step: string;
  /** The blocks as they stood. */
  readonly before: readonly Block[];
  /** Where a pointer that has come so far has them; undefined leaves them as they were last. */
  wayAt(by: GridPlace, event: PointerEvent, point: PagePoint): Way | undefined;
  /** Let go without having been dragged. */
  onClick?(): void;
  /** Carries out a copy. */
  finishCopy?(way: Way): void;
}

/** A press that goes no farther is a click, in CSS pixels. */
const CLICK_PX = 3;

/**
 * Follows the pointer with outlines and a live composition of the page. Nothing is written to the
 * issue until the pointer is let go; then it is one edit, or none when all lie as before.
 */
export function liveDrag(drag: LiveDrag): DragSession {
  const { place, from } = drag;
  const { desk, page, surface, geometry } = place;
  let way: Way | undefined;
  let hasMoved = false;
  const preview = startPreview({ composing: desk.composing, page: page.id });

  function end(): void {
    preview.end();
    place.hovering.change({ underWay: AT_REST });
    surface.repaintOverlay();
  }
  return {
    onMove(event, point) {
      const along = { x: point.x - from.x, y: point.y - from.y };
      hasMoved ||= Math.hypot(along.x, along.y) * surface.viewport.read().zoom >= CLICK_PX;
      if (!hasMoved) return;
      const next = drag.wayAt(distanceInCells(geometry, along), event, point);
      if (next === undefined) return;
      way = next;
      showWay(place, way);
      preview.show(pageWith(page.blocks, way.isCopy === true ? [] : way.blocks));
      followPointer(place, point);
    },
    onUp() {
      if (!hasMoved) drag.onClick?.();
      else if (way?.isCopy === true) drag.finishCopy?.(way);
      else if (way !== undefined) carryOut(drag, way);
      end();
    },
    onCancel: end,
  };
}

function carryOut({ place, step, before }: LiveDrag, way: Way): void {
  const edit: Edit | undefined = blockEdits(before, way.blocks);
  if (edit !== undefined) place.desk.openIssue.edit(step, edit);
}

function showWay({ hovering, surface }: DragPlace, way: Way): void {
  const { blocks, guides, told, areas = [], isCopy = false } = way;
  hovering.change({
    underWay: {
      ...AT_REST,
      blocks: areas.length > 0 ? undefined : blocks,
      areas,
      guides,
      told,
      isCopy,
    },
    hovered: undefined,
  });
  surface.repaintOverlay();
}

/** The blocks of a page, some of them changed. */
function pageWith(blocks: readonly Block[], changed: readonly Block[]): readonly Block[] {
  const wanted = new Map(changed.map((block) => [block.id, block]));
  return blocks.map((block) => wanted.get(block.id) ?? block);
}

/** A page that is larger than the window moves on when the pointer comes to the edge. */
export function followPointer({ desk, surface }: DragPlace, { x, y }: PagePoint): void {
  if (desk.state.read().look.fit === 'page') return;
  surface.scrollIntoView({ x, y, width: 0, height: 0 });
}
