import type { Finding } from '#engine/units/finding.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { deviceOf } from '#renderer/story-editor/text-session.ts';
import { showPage } from './page-commands.ts';

/** Shows what a finding is about: its page, its block, and the words when it names them. */
export function goToFinding(desk: OpenDesk, { where }: Pick<Finding, 'where'>): void {
  const { block, text, start } = where;
  const page = desk.openIssue
    .issue()
    .pages.find(({ id, number, blocks }) =>
      block === undefined
        ? id === where.page || number === where.page
        : blocks.some((one) => one.id === block),
    );
  if (page === undefined) return;
  showPage(desk, page.id);
  if (block === undefined) {
    desk.state.change({ selection: { kind: 'nothing' } });
    return;
  }
  const reveal = { page: page.id, block };
  desk.state.change({ selection: { kind: 'blocks', blocks: [block] }, reveal });
  if (text?.startsWith('article:') && start !== undefined) {
    deviceOf(desk.openIssue)?.select(
      { text, offset: start, edge: 'leading' },
      { text, offset: where.end ?? start, edge: 'trailing' },
    );
  }
}
