import type { PagePoint } from '#engine/display/hit-text.ts';
import type { AdGridBlock } from '#engine/model/issue.ts';
import { swappedCells } from '#renderer/ad-desk/cell-edits.ts';
import type { DragSession } from '#renderer/page-view/page-surface.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { areaOfCell, cellOfGridAt } from './ad-cell-area.ts';
import { blockAt } from './block-at.ts';
import type { DragPlace } from './live-drag.ts';
import { deskWords } from './make-up-place.ts';
import { placeAt } from './page-geometry.ts';
import { AT_REST } from './under-way.ts';

/** A chosen cell of the partner grid that is taken. */
export interface TakenCell {
  readonly block: AdGridBlock;
  readonly cell: number;
}

/** Drags a cell over another one of its grid: let go there, the two change places. */
export function dragCell(place: DragPlace, { block, cell }: TakenCell): DragSession {
  const { desk, issue, surface, hovering } = place;
  const grid = issue.adGrids[block.adGrid];
  let to = cell;
  const end = () => {
    hovering.change({ underWay: AT_REST });
    surface.repaintOverlay();
  };
  return {
    onMove(_, point) {
      to = cellUnder(place, block, point) ?? cell;
      const areas = grid && to !== cell ? [areaOfCell(grid, block.area, to)] : [];
      hovering.change({ underWay: { ...AT_REST, areas }, hovered: undefined });
      surface.repaintOverlay();
    },
    onUp() {
      const { steps } = deskWords(desk, partnerStrings);
      const isSwapped =
        grid !== undefined &&
        to !== cell &&
        desk.openIssue.edit(steps.swap, swappedCells({ grid, cell }, to)).ok;
      if (isSwapped)
        desk.state.change({ selection: { kind: 'ad cell', block: block.id, cell: to } });
      end();
    },
    onCancel: end,
  };
}

function cellUnder(
  { geometry, page, issue }: DragPlace,
  block: AdGridBlock,
  point: PagePoint,
): number | undefined {
  const grid = issue.adGrids[block.adGrid];
  if (grid === undefined || blockAt(geometry, page, point)?.id !== block.id) return undefined;
  return cellOfGridAt(grid, block.area, placeAt(geometry, point));
}
