import type { Finding } from '#engine/units/finding.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/** Shows the page that a finding is about, and chooses its block. */
export function goToFinding(desk: OpenDesk, { where }: Pick<Finding, 'where'>): void {
  const { block } = where;
  const page = desk.openIssue
    .issue()
    .pages.find(({ id, number, blocks }) =>
      block === undefined
        ? id === where.page || number === where.page
        : blocks.some((one) => one.id === block),
    );
  if (page === undefined) return;
  desk.composing.show(page.id);
  desk.state.change({
    page: page.id,
    selection: block === undefined ? { kind: 'nothing' } : { kind: 'blocks', blocks: [block] },
  });
}
