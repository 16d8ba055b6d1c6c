import type { PagePoint } from '#engine/display/hit-text.ts';
import type { GridArea, Page } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import { blocksAt } from '#renderer/make-up/block-at.ts';
import { type PageGeometry, placeAt } from '#renderer/make-up/page-geometry.ts';

/** A picture slot under the pointer. */
export interface PictureSlot {
  readonly picture: string;
  readonly area: GridArea;
  /** What is chosen once the slot is filled. */
  readonly selection: Selection;
}

/** The topmost picture block or inset picture under a point; locked blocks take nothing. */
export function slotAt(
  geometry: PageGeometry,
  page: Page,
  point: PagePoint,
): PictureSlot | undefined {
  const place = placeAt(geometry, point);
  for (const block of blocksAt(geometry, page, point)) {
    if (block.locked) continue;
    const { id, area } = block;
    if (block.kind === 'picture') {
      return { picture: block.picture, area, selection: { kind: 'blocks', blocks: [id] } };
    }
    if (block.kind !== 'article') continue;
    const inset = block.pictures.find((one) => holds(one.area, place));
    if (inset === undefined) continue;
    const { picture } = inset;
    return { picture, area: inset.area, selection: { kind: 'inset picture', block: id, picture } };
  }
  return undefined;
}

function holds(area: GridArea, place: Pick<GridArea, 'column' | 'line'>): boolean {
  const [across, down] = [place.column - area.column, place.line - area.line];
  return across >= 0 && down >= 0 && across < area.columns && down < area.lines;
}
