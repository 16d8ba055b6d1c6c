import type { PageGrid } from '#engine/compose/page-grid.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import { isAreaWithin, sharedArea } from '#engine/model/grid-areas.ts';
import type { Block, GridArea, Page } from '#engine/model/issue.ts';
import type { BlockShape } from './block-shape.ts';
import type { GridPlace } from './page-geometry.ts';
import { placeAt } from './page-geometry.ts';

/** The topmost block under a point of the page; a cutout lets through what lies below it. */
export function blockAt(geometry: PageGrid, page: Page, point: PagePoint): Block | undefined {
  return blocksAt(geometry, page, point)[0];
}

/** Every block under a point, topmost first: blocks painted later lie on top. */
export function blocksAt(geometry: PageGrid, page: Page, point: PagePoint): readonly Block[] {
  const place = placeAt(geometry, point);
  return page.blocks.filter((block) => holdsPlace(block, place)).toReversed();
}

/** Blocks that a box drawn over the page touches, in reading order. */
export function blocksTouching(page: Page, box: GridArea): readonly Block[] {
  return page.blocks.filter(({ area, cutouts }) => {
    const shared = sharedArea(area, box);
    return shared !== undefined && !cutouts.some((cutout) => isAreaWithin(shared, cutout));
  });
}

/** Does a place of the grid lie in a block? */
function holdsPlace({ area, cutouts }: BlockShape, place: GridPlace): boolean {
  return isIn(area, place) && !cutouts.some((cutout) => isIn(cutout, place));
}

function isIn(area: GridArea, { column, line }: GridPlace): boolean {
  const isAcross = column >= area.column && column < area.column + area.columns;
  return isAcross && line >= area.line && line < area.line + area.lines;
}
