import type { AdCell } from '#engine/model/issue.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { inEachGrid } from './grid-partners.ts';

/** Paid matter must say that it is (广告法第十四条); a grid of the paper's own friends need not. */
export function checkAdMark(checked: CheckedPage): readonly Finding[] {
  return inEachGrid(checked, ({ cells, id, mark }): readonly Finding[] => {
    if (mark !== 'none' || !cells.some(isPaidMatter)) return [];
    const where = { text: `adGrid:${id}` };
    return [{ code: 'ad-mark-none', severity: 'informs', where, values: {} }];
  });
}

function isPaidMatter(cell: AdCell): boolean {
  return cell.kind === 'picture' || (cell.kind === 'partner' && cell.hotline !== undefined);
}
