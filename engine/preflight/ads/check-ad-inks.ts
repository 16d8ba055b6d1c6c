import type { DisplayItem, PictureItem } from '#engine/display/display-list.ts';
import { blockGroups, type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/**
 * An advertiser's PDF page is pressed in the four inks it was made in; on a page that has fewer
 * plates (套红, 黑白) it would bring the others along, unless it was put on the black plate.
 */
export function checkAdInks(checked: CheckedPage): readonly Finding[] {
  const { colours, number } = checked.page;
  if (colours === undefined) return [];
  return blockGroups(checked).flatMap((group) => {
    const found = colouredAds(group).map(({ picture }): Finding => {
      const where = { text: `picture:${picture}` };
      return {
        code: 'ad-needs-four-inks',
        severity: 'blocks press',
        where,
        values: { page: number },
      };
    });
    return placedAt({ block: group.id }, found);
  });
}

function colouredAds(item: DisplayItem): readonly PictureItem[] {
  if (item.kind === 'group') return item.items.flatMap(colouredAds);
  if (item.kind !== 'picture' || item.adPage === undefined) return [];
  return item.adPage.mends.includes('grey') ? [] : [item];
}
