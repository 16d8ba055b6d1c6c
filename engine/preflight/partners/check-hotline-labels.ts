import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { inEachGrid, partnersOf, usualOf } from './grid-partners.ts';

/** 招商热线 or 招商电话: labels of hotlines that differ from what most cells of the grid say. */
export function checkHotlineLabels(checked: CheckedPage): readonly Finding[] {
  return inEachGrid(checked, (grid) => {
    const partners = partnersOf(grid);
    const labels = partners.flatMap(({ partner }) => partner.hotline?.label || []);
    const usual = usualOf(labels, (label) => label);
    return partners.flatMap(({ partner: { hotline }, text }): readonly Finding[] => {
      if (hotline === undefined || usual === undefined || hotline.label === usual) return [];
      const where = { text: `${text}/label` };
      const values = { label: hotline.label, usual };
      return [{ code: 'hotline-label-differs', severity: 'warns', where, values }];
    });
  });
}
