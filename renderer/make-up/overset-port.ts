import type { BlockFit } from '#engine/compose/composed.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { ArticleBlock, Page } from '#engine/model/issue.ts';
import { type PageGeometry, pointOf } from './page-geometry.ts';
import { footOf } from './thread-lines.ts';

/** How full the blocks of a page are, by block id. */
export type BlockFits = Readonly<Record<string, BlockFit>>;

/** Size of the overset mark on the screen, and how far from its middle it can be taken. */
export const PORT_PX = 13;
const PORT_REACH_PX = 10;
/** It stands beside the corner, where the handle of the block is. */
const BESIDE_CORNER_PX = 16;

/** The overset mark (溢出) of a block whose story has more lines than there is room for. */
export interface OversetPort {
  readonly block: ArticleBlock;
  /** Its middle, in points of the page. */
  readonly at: PagePoint;
}

/** The overset marks of a page at a zoom of so many pixels for one point. */
export function oversetPorts(
  geometry: PageGeometry,
  page: Page,
  { fits, zoom }: { readonly fits: BlockFits; readonly zoom: number },
): readonly OversetPort[] {
  return page.blocks.flatMap((block): readonly OversetPort[] => {
    const isOverset = (fits[block.id]?.oversetLines ?? 0) > 0;
    if (block.kind !== 'article' || !isOverset) return [];
    const { x, y } = pointOf(geometry, footOf(block));
    return [{ block, at: { x: x - BESIDE_CORNER_PX / zoom, y } }];
  });
}

/** The block whose overset mark a pointer takes. */
export function portAt(
  ports: readonly OversetPort[],
  point: PagePoint,
  zoom: number,
): ArticleBlock | undefined {
  return ports.find(({ at }) => {
    const distance = Math.max(Math.abs(at.x - point.x), Math.abs(at.y - point.y));
    return distance * zoom <= PORT_REACH_PX;
  })?.block;
}
