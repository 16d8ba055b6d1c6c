import type { DisplayItem, PictureItem } from '#engine/display/display-list.ts';
import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';

/**
 * An advertiser's PDF page is pressed in the four inks it was made in; on a page that has fewer
 * plates (套红, 黑白) it would bring the others along, unless it was put on the black plate.
 */
export function checkAdInks(page: Page, group: DisplayItem): readonly Finding[] {
  if (page.colours === undefined) return [];
  return colouredAds(group).map(({ picture }) => ({
    code: 'ad-needs-four-inks',
    severity: 'blocks press',
    where: { text: `picture:${picture}` },
    values: { page: page.number },
  }));
}

function colouredAds(item: DisplayItem): readonly PictureItem[] {
  if (item.kind === 'group') return item.items.flatMap(colouredAds);
  if (item.kind !== 'picture' || item.adPage === undefined) return [];
  return item.adPage.mends.includes('grey') ? [] : [item];
}
