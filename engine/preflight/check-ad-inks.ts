import type { DisplayItem } from '#engine/display/display-list.ts';
import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';

/**
 * An advertiser's PDF page is pressed in the four inks it was made in; on a page that has fewer
 * plates (套红, 黑白) it would bring the others along.
 */
export function checkAdInks(page: Page, group: DisplayItem): readonly Finding[] {
  if (page.colours === undefined || !holdsAd(group)) return [];
  const values = { page: page.number };
  return [{ code: 'ad-needs-four-inks', severity: 'blocks press', where: {}, values }];
}

function holdsAd(item: DisplayItem): boolean {
  if (item.kind === 'group') return item.items.some(holdsAd);
  return item.kind === 'picture' && item.adPage !== undefined;
}
