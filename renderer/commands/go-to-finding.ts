import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
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
  desk.state.change({ selection: selectionOf(page, block, text), reveal });
  if (text?.startsWith('article:') && start !== undefined) {
    deviceOf(desk.openIssue)?.select(
      { text, offset: start, edge: 'leading' },
      { text, offset: where.end ?? start, edge: 'trailing' },
    );
  }
}

/** The cell of a partner grid and the picture in an article are chosen themselves. */
function selectionOf({ blocks }: Page, id: string, text: string | undefined): Selection {
  const block = blocks.find((one) => one.id === id);
  const cell = /^adGrid:.*\/cell:(\d+)/u.exec(text ?? '')?.[1];
  if (block?.kind === 'adGrid' && cell !== undefined) {
    return { kind: 'ad cell', block: id, cell: Number(cell) };
  }
  const picture = /^picture:([^/]+)/u.exec(text ?? '')?.[1];
  const isInset =
    block?.kind === 'article' && block.pictures.some((inset) => inset.picture === picture);
  if (isInset && picture !== undefined) return { kind: 'inset picture', block: id, picture };
  return { kind: 'blocks', blocks: [id] };
}
