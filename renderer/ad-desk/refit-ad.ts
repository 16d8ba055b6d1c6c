import { cellsOfAd } from '#engine/compose/ad-place.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { PictureBlock } from '#engine/model/issue.ts';
import type { AdSize } from '#engine/model/rate-card.ts';
import type { PageGeometry } from '#renderer/make-up/page-geometry.ts';

/**
 * The edit that gives a slot another size of the rate card. Ads stand at the outer foot of a page,
 * so the right foot of the slot stays. Undefined when the type area is smaller.
 */
export function resizedSlotEdit(
  geometry: PageGeometry,
  { ad, area, id: block }: PictureBlock,
  { heightMm, name, widthMm }: AdSize,
): Edit | undefined {
  const cells = cellsOfAd(geometry, { widthMm, heightMm });
  if (cells === undefined || ad === undefined) return undefined;
  const column = Math.max(0, area.column + area.columns - cells.columns);
  const line = Math.max(0, area.line + area.lines - cells.lines);
  const value = { ...ad, size: name, widthMm, heightMm };
  return {
    kind: 'editsTogether',
    edits: [
      { kind: 'resizedBlock', block, area: { column, line, ...cells }, cutouts: [] },
      { kind: 'setBlockProperty', block, property: 'ad', value },
    ],
  };
}
