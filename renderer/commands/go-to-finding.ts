import type { Page } from '#engine/model/issue.ts';
import { type RepairPlace, repairPlaceOf } from '#engine/preflight/finding-rules.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { PanelName, Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { fieldText } from '#renderer/story-editor/fields.ts';
import { deviceOf } from '#renderer/story-editor/text-session.ts';
import { showPage } from './page-commands.ts';

/** Whether the keyboard goes along to the place, or stays in the list of findings. */
export type KeyboardWish = 'keyboard goes along' | 'keyboard stays';

/** Shows what a finding is about: its page, its block, and the words when it names them. */
export function goToFinding(
  desk: OpenDesk,
  { where }: Pick<Finding, 'where'>,
  keyboard: KeyboardWish = 'keyboard goes along',
): void {
  const { block, text } = where;
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
  const words = wordsOf(desk, where);
  if (words === undefined) return;
  const device = deviceOf(desk.openIssue);
  const { end, start, text: named } = words;
  const anchor = { text: named, offset: start, edge: 'leading' } as const;
  const head = { text: named, offset: end, edge: 'trailing' } as const;
  if (keyboard === 'keyboard stays') device?.mark(anchor, head);
  else device?.select(anchor, head);
}

interface FoundWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of an article that a finding names; of a headline all of them. */
function wordsOf(desk: OpenDesk, { end, start, text }: Finding['where']): FoundWords | undefined {
  if (text === undefined || !text.startsWith('article:')) return undefined;
  if (start !== undefined) return { text, start, end: end ?? start };
  const whole = fieldText(desk.openIssue.issue(), text);
  return whole === undefined ? undefined : { text, start: 0, end: whole.length };
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

/** What the desk opens at each place of repair; undefined: the press dialog. */
const PANELS: Readonly<Record<RepairPlace, PanelName | undefined>> = {
  words: 'galley',
  headline: 'headline',
  fit: 'fit',
  picture: 'picture',
  partners: 'partners',
  ads: 'ads',
  fillers: 'fillers',
  block: 'properties',
  page: 'properties',
  profile: undefined,
};

/** Goes to the place and opens what it is put right with. */
export function goToRepair(desk: OpenDesk, finding: Finding): void {
  goToFinding(desk, finding);
  const repair = repairPlaceOf(finding);
  const panel = PANELS[repair];
  if (panel === undefined) {
    desk.state.change({ dialog: 'press' });
    return;
  }
  // The properties are those of the page while nothing on it is chosen.
  if (repair === 'page') desk.state.change({ selection: { kind: 'nothing' } });
  desk.state.change({ panel, showsRight: true });
}
