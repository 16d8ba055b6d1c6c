import type { Block, Issue } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';

/** The block that a finding is about. */
export function blockOf(issue: Issue, { where }: Pick<Finding, 'where'>): Block | undefined {
  if (where.block === undefined) return undefined;
  return issue.pages.flatMap(({ blocks }) => blocks).find(({ id }) => id === where.block);
}
