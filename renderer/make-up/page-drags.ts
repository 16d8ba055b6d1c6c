import type { BlockFit } from '#engine/compose/composed.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { ArticleBlock, GridArea } from '#engine/model/issue.ts';
import type { DragSession } from '#renderer/page-view/page-surface.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { blockAt, blocksTouching } from './block-at.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { continueThread, type PlacedMatter } from './continue-thread.ts';
import { freeAreaAt, freeAreaBelow, type WantedSize } from './free-area.ts';
import { type DragPlace, followPointer } from './live-drag.ts';
import { startPreview } from './live-preview.ts';
import { deskWords } from './make-up-place.ts';
import { areaBetween, type GridPlace, type PageGeometry, placeAt } from './page-geometry.ts';
import { blocksAfter } from './preview-blocks.ts';
import { AT_REST } from './under-way.ts';

/** A selection box drawn over the page. */
export interface SelectionBox {
  readonly from: PagePoint;
  /** Ids that stay chosen beside what the box touches. */
  readonly kept: readonly string[];
}

/** Chooses what a box touches that is drawn from an empty place; a click there chooses nothing. */
export function drawSelectionBox(place: DragPlace, { from, kept }: SelectionBox): DragSession {
  const { desk, page, geometry, surface, hovering } = place;
  const before = desk.state.read().selection;
  const end = () => {
    hovering.change({ underWay: AT_REST });
    surface.repaintOverlay();
  };
  chooseBlocks(desk, kept);
  return {
    onMove(_, point) {
      const box = areaBetween(geometry, from, point);
      const touched = box === undefined ? [] : blocksTouching(page, box).map(({ id }) => id);
      hovering.change({ underWay: { ...AT_REST, box } });
      chooseBlocks(desk, [...new Set([...kept, ...touched])]);
      followPointer(place, point);
      surface.repaintOverlay();
    },
    onUp: end,
    onCancel() {
      desk.state.change({ selection: before });
      end();
    },
  };
}

/** A story that is drawn on from its overset mark. */
export interface ThreadDrag {
  readonly block: ArticleBlock;
  readonly from: PagePoint;
  readonly fit: BlockFit | undefined;
}

/**
 * Lets a story go on (续排): over an empty article block it goes on there, over free page in a new
 * block as high as the lines that are left over need. The page shows it while the pointer is there.
 */
export function drawThread(place: DragPlace, { block, from, fit }: ThreadDrag): DragSession {
  const { desk, issue, page, geometry, surface, hovering } = place;
  const preview = startPreview({ composing: desk.composing, page: page.id });
  let placed: PlacedMatter | undefined;
  const end = () => {
    preview.end();
    hovering.change({ underWay: AT_REST });
    surface.repaintOverlay();
  };
  return {
    onMove(_, point) {
      const over = blockAt(geometry, page, point);
      const area = freeAreaFrom(place, block, { at: placeAt(geometry, point), fit });
      const to = over !== undefined ? { block: over.id } : area && { page: page.id, area };
      placed = to && continueThread(issue, block.id, to);
      const shown = placed === undefined ? undefined : (over?.area ?? area);
      const areas: readonly GridArea[] = shown === undefined ? [] : [shown];
      hovering.change({
        underWay: { ...AT_REST, areas, told: shown, thread: { from, to: point } },
        hovered: undefined,
      });
      preview.show(placed === undefined ? page.blocks : blocksAfter(page, placed.edit));
      followPointer(place, point);
      surface.repaintOverlay();
    },
    onUp() {
      const { steps } = deskWords(desk, makeUpStrings);
      if (placed !== undefined && desk.openIssue.edit(steps.thread, placed.edit).ok) {
        chooseBlocks(desk, [placed.block]);
      } else if (placed === undefined) chooseBlocks(desk, [block.id]);
      end();
    },
    onCancel: end,
  };
}

interface ThreadEnd {
  readonly at: GridPlace;
  readonly fit: BlockFit | undefined;
}

/** Under the block a continuation is as wide as the block, elsewhere as the base columns. */
function freeAreaFrom(
  { geometry, page }: DragPlace,
  block: ArticleBlock,
  { at, fit }: ThreadEnd,
): GridArea | undefined {
  const { column, columns } = block.area;
  const isUnder = at.column >= column && at.column < column + columns;
  const lines = Math.ceil((fit?.oversetLines ?? 1) / block.columns.count) + 1;
  const wish = { like: block.area, line: at.line, lines: Math.max(lines, LEAST_LINES) };
  const under = isUnder ? freeAreaBelow(geometry, page, wish) : undefined;
  const wanted = wantedContinuation(geometry, block, fit);
  return under ?? freeAreaAt(geometry, page, { at, wanted });
}

/** More than this goes into two columns. */
const TALL_LINES = 36;

function wantedContinuation(
  { baseColumns }: PageGeometry,
  { area, columns }: ArticleBlock,
  fit: BlockFit | undefined,
): WantedSize {
  const [first] = baseColumns;
  const base = first === undefined ? area.columns : first.to - first.from;
  const measure = (area.columns - columns.gutter * (columns.count - 1)) / columns.count;
  const lines = Math.ceil(((fit?.oversetLines ?? 1) * measure) / base) + 1;
  if (lines <= TALL_LINES) return { baseColumns: 1, lines: Math.max(lines, LEAST_LINES) };
  return { baseColumns: 2, lines: Math.ceil(lines / 2) };
}

const LEAST_LINES = 5;
