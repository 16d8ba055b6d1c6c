import type { Finding } from '#engine/units/finding.ts';
import { ALL_CHECKS } from './all-checks.ts';
import { type CheckedPage, placedAt } from './checked-page.ts';

/** What composing a page does not see by itself. Runs after each edit. */
export function preflightPage(checked: CheckedPage): readonly Finding[] {
  const found = ALL_CHECKS.flatMap(({ check }) => check(checked));
  return placedAt({ page: checked.page.id }, found);
}
