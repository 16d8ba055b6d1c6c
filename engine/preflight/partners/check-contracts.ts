import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { inEachGrid, partnersOf } from './grid-partners.ts';

/** The advertiser is asked to renew while the supplement still has a few issues to go. */
const NOTICE_DAYS = 30;

/** Contracts that end soon. That one has ended is said where the cell is composed. */
export function checkContracts(checked: CheckedPage): readonly Finding[] {
  const today = dayNumber(checked.issue.date);
  return inEachGrid(checked, (grid) =>
    partnersOf(grid).flatMap(({ partner: { expires, name }, text }): readonly Finding[] => {
      if (expires === undefined) return [];
      const days = dayNumber(expires) - today;
      if (days < 0 || days > NOTICE_DAYS) return [];
      const values = { name, expires, days };
      return [{ code: 'ad-contract-ends-soon', severity: 'informs', where: { text }, values }];
    }),
  );
}

function dayNumber(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;
