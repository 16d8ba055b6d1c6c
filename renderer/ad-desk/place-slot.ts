import { cellsOfAd } from '#engine/compose/ad-place.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { GridArea, Issue, Page, PictureBlock } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import type { AdSize } from '#engine/model/rate-card.ts';
import { blocksTouching } from '#renderer/make-up/block-at.ts';
import { HALF_CHARACTER, type PageGeometry } from '#renderer/make-up/page-geometry.ts';

/** A slot that is to be placed. */
export interface WantedSlot {
  readonly issue: Issue;
  readonly page: Page;
  readonly geometry: PageGeometry;
  readonly size: AdSize;
  /** Number of its booking; undefined for a slot that is kept open. */
  readonly booking: string | undefined;
}

/** The edit, the block to choose once it is done, and whether it had to lie over other matter. */
export interface PlacedAdSlot {
  readonly edit: Edit;
  readonly block: string;
  readonly isOver: boolean;
}

/**
 * Ads stand at the foot of a page and at its outer side: the lowest free place of the size, the
 * rightmost of those. On a full page the slot lies over its foot, to be moved. Undefined when the
 * type area is smaller than the ad.
 */
export function placeAdSlot(wanted: WantedSlot): PlacedAdSlot | undefined {
  const { issue, page, geometry, size, booking } = wanted;
  const cells = cellsOfAd(geometry, size);
  if (cells === undefined) return undefined;
  const free = lowestFree(page, geometry, cells);
  const foot = { column: geometry.columns - cells.columns, line: geometry.lines - cells.lines };
  const picture = { ...openSlot(freshId(issue, 'picture')), whole: true };
  const { name, widthMm, heightMm } = size;
  const ad = { size: name, widthMm, heightMm, mark: 'topRight' as const };
  const block: PictureBlock = {
    kind: 'picture',
    id: freshId(issue, 'ad'),
    area: free ?? { ...foot, ...cells },
    cutouts: [],
    border: undefined,
    tint: undefined,
    locked: false,
    picture: picture.id,
    captionLines: 0,
    ad: booking === undefined ? ad : { ...ad, booking },
  };
  const index = page.blocks.length;
  const edits: readonly Edit[] = [
    { kind: 'addedPicture', picture },
    { kind: 'addedBlock', page: page.id, index, block },
  ];
  const isOver = free === undefined;
  return { edit: { kind: 'editsTogether', edits }, block: block.id, isOver };
}

function lowestFree(
  page: Page,
  geometry: PageGeometry,
  cells: Pick<GridArea, 'columns' | 'lines'>,
): GridArea | undefined {
  for (let line = geometry.lines - cells.lines; line >= 0; line -= 1) {
    const last = geometry.columns - cells.columns;
    for (let column = last; column >= 0; column -= HALF_CHARACTER) {
      const area = { column, line, ...cells };
      if (blocksTouching(page, area).length === 0) return area;
    }
  }
  return undefined;
}
