import type { Block, GridArea } from '#engine/model/issue.ts';
import type { GridPlace } from './page-geometry.ts';

/** A block with all that stands on the page's cells: cutouts and inset pictures go along. */
export function shiftedBlock(block: Block, by: GridPlace): Block {
  const moved = {
    ...block,
    area: shiftedArea(block.area, by),
    cutouts: block.cutouts.map((cutout) => shiftedArea(cutout, by)),
  };
  if (moved.kind !== 'article') return moved;
  const pictures = moved.pictures.map((inset) => {
    return { ...inset, area: shiftedArea(inset.area, by) };
  });
  return { ...moved, pictures };
}

/** An area in another place. */
export function shiftedArea(area: GridArea, { column, line }: GridPlace): GridArea {
  return { ...area, column: area.column + column, line: area.line + line };
}
