import type { PagePoint } from '#engine/display/hit-text.ts';
import type { AdGridBlock, Block } from '#engine/model/issue.ts';
import type { GridShape } from '#engine/model/merged-cells.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import type { DragSession } from '#renderer/page-view/page-surface.ts';
import { clickOnly, dragInset, moveBlocks, reshapeBlock, resizeBlock } from './block-drags.ts';
import { dragCell } from './cell-drag.ts';
import { blockAround, chooseBlocks, chosenBlocks, toggled } from './choose-blocks.ts';
import type { CornerHandle, Handle } from './handles.ts';
import type { DragPlace } from './live-drag.ts';
import { mayEdit } from './make-up-place.ts';
import { drawSelectionBox, drawThread } from './page-drags.ts';
import { blockBelow, type PressTarget, pressTarget } from './press-target.ts';

/** A press of the pointer on the page. */
export interface PagePress {
  readonly event: PointerEvent;
  readonly point: PagePoint;
}

/** What a press does with the select tool. */
export function pressOnPage(place: DragPlace, press: PagePress): DragSession {
  const target = targetAt(place, press.point);
  const { event, point: from } = press;
  if (target === undefined) {
    const chosen = chosenBlocks(place.page, place.desk.state.read().selection);
    const kept = event.shiftKey ? chosen.map(({ id }) => id) : [];
    return drawSelectionBox(place, { from, kept });
  }
  if (!mayEdit(place.desk)) return clickOnly(() => clickAt(place, target, press));
  switch (target.kind) {
    case 'port': {
      const fit = fitsOf(place)[target.block.id];
      return drawThread(place, { block: target.block, from, fit });
    }
    case 'notch':
      return unlessLocked(target.block, () => {
        return reshapeBlock(place, { block: target.block, corner: target.corner, from });
      });
    case 'handle':
      return unlessLocked(target.block, () => pressHandle(place, target, press));
    case 'inset handle':
      return unlessLocked(target.block, () => {
        return dragInset(place, { ...target, taken: target.handle, from });
      });
    case 'inset':
    case 'ad cell':
    case 'block':
      return pressBlock(place, target, press);
  }
}

const ONE_CELL: GridShape = { rows: 1, columns: 1, merged: [] };

/** What lies under a point, with what is chosen there now. */
export function targetAt(place: DragPlace, point: PagePoint): PressTarget | undefined {
  const { geometry, page, desk, issue, surface } = place;
  const { zoom } = surface.viewport.read();
  const { selection } = desk.state.read();
  const gridOf = ({ adGrid }: AdGridBlock) => issue.adGrids[adGrid] ?? ONE_CELL;
  const fits = fitsOf(place);
  return pressTarget({ geometry, page, point, zoom, selection, fits, gridOf });
}

function fitsOf({ desk, page }: DragPlace) {
  return desk.composing.page(page.id)?.fits ?? {};
}

function unlessLocked(block: Block, drag: () => DragSession): DragSession {
  return block.locked ? {} : drag();
}

function pressHandle(
  place: DragPlace,
  { block, handle }: { readonly block: Block; readonly handle: Handle },
  { event, point: from }: PagePress,
): DragSession {
  const isReshaping = event.ctrlKey || event.metaKey;
  if (isReshaping && isCorner(handle)) return reshapeBlock(place, { block, corner: handle, from });
  return resizeBlock(place, { block, handle, from });
}

function isCorner(handle: Handle): handle is CornerHandle {
  return handle.endsWith('Left') || handle.endsWith('Right');
}

type InsideTarget = Extract<PressTarget, { kind: 'inset' | 'ad cell' | 'block' }>;

function pressBlock(place: DragPlace, target: InsideTarget, press: PagePress): DragSession {
  const { desk, page, geometry } = place;
  const { event, point: from } = press;
  const { selection } = desk.state.read();
  const chosen = chosenBlocks(page, selection);
  if (event.ctrlKey || event.metaKey) {
    const below = blockBelow(geometry, page, { point: from, chosen: chosen[0]?.id });
    if (below !== undefined) chooseBlocks(desk, [below.id]);
    return {};
  }
  const onClick = () => clickAt(place, target, press);
  const isChosen = chosen.includes(target.block);
  if (target.kind === 'inset' && !isChosen && !event.shiftKey) {
    onClick();
    if (target.block.locked) return {};
    return dragInset(place, { ...target, taken: 'block', from });
  }
  if (isChosenCell(target, selection) && !target.block.locked) return dragCell(place, target);
  const isInside = blockAround(page, selection) === target.block;
  if (!isChosen && !event.shiftKey && !isInside) chooseBlocks(desk, [target.block.id]);
  const taken =
    isChosen || event.shiftKey ? [...new Set([...chosen, target.block])] : [target.block];
  const free = taken.filter(({ locked }) => !locked);
  if (free.length === 0) return clickOnly(onClick);
  return moveBlocks(place, { blocks: free, from, onClick });
}

type CellTarget = Extract<PressTarget, { kind: 'ad cell' }>;

function isChosenCell(target: PressTarget, selection: Selection): target is CellTarget {
  if (target.kind !== 'ad cell' || selection.kind !== 'ad cell') return false;
  return selection.block === target.block.id && selection.cell === target.cell;
}

/** Let go where it was pressed. */
function clickAt({ desk, page }: DragPlace, target: PressTarget, { event }: PagePress): void {
  const chosen = chosenBlocks(page, desk.state.read().selection);
  const { id } = target.block;
  if (event.shiftKey) chooseBlocks(desk, toggled(chosen, id));
  else desk.state.change({ selection: selectionOf(target) });
}

function selectionOf(target: PressTarget): Selection {
  const block = target.block.id;
  if (target.kind === 'inset' || target.kind === 'inset handle') {
    return { kind: 'inset picture', block, picture: target.picture };
  }
  if (target.kind === 'ad cell') return { kind: 'ad cell', block, cell: target.cell };
  return { kind: 'blocks', blocks: [block] };
}

/** A right press chooses what lies under it, unless that is among the chosen; then menus open. */
export function chooseForMenu(place: DragPlace, point: PagePoint): void {
  const { desk, page } = place;
  const target = targetAt(place, point);
  const { selection } = desk.state.read();
  if (selection.kind === 'text') return;
  if (target !== undefined && chosenBlocks(page, selection).includes(target.block)) return;
  if (target === undefined) chooseBlocks(desk, []);
  else desk.state.change({ selection: selectionOf(target) });
}

const CURSORS: Readonly<Record<Handle, string>> = {
  topLeft: 'nwse-resize',
  bottomRight: 'nwse-resize',
  topRight: 'nesw-resize',
  bottomLeft: 'nesw-resize',
  top: 'ns-resize',
  bottom: 'ns-resize',
  left: 'ew-resize',
  right: 'ew-resize',
};

/** The cursor over a target; undefined for the usual one. */
export function cursorOver(
  place: DragPlace,
  target: PressTarget,
  event: Pick<PointerEvent, 'altKey' | 'ctrlKey' | 'metaKey'>,
): string | undefined {
  if (!mayEdit(place.desk) || target.block.locked) return undefined;
  switch (target.kind) {
    case 'port':
      return 'crosshair';
    case 'notch':
      return 'move';
    case 'handle':
      return (event.ctrlKey || event.metaKey) && isCorner(target.handle)
        ? 'crosshair'
        : CURSORS[target.handle];
    case 'inset handle':
      return CURSORS[target.handle];
    case 'inset':
    case 'ad cell':
    case 'block': {
      const { selection } = place.desk.state.read();
      if (isChosenCell(target, selection)) return 'grab';
      const isChosen = chosenBlocks(place.page, selection).includes(target.block);
      if (!isChosen) return undefined;
      return event.altKey ? 'copy' : 'move';
    }
  }
}
