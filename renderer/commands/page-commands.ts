import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { pageStrings } from '#renderer/strings/page-strings.ts';
import type { Command } from './command.ts';
import { isOurs } from './desk-commands.ts';
import { addedPage, copiedPage, movedPages, type PageChange } from './page-changes.ts';

/** Commands on the pages of the issue. */
export const pageCommands: readonly Command[] = [
  {
    id: 'page.add',
    label: { zhCn: '加一版', en: 'Add a page' },
    menu: 'page',
    group: 1,
    context: ['page'],
    isEnabled: isOurs,
    run: (desk) => bring(desk, 'addPage', addedPage(issueOf(desk), shownPage(desk), desk.parts)),
  },
  {
    id: 'page.copy',
    label: { zhCn: '复制这一版', en: 'Copy this page' },
    menu: 'page',
    group: 1,
    context: ['page'],
    isEnabled: isOurs,
    run: (desk) => bring(desk, 'copyPage', copiedPage(issueOf(desk), shownPage(desk))),
  },
  {
    id: 'page.remove',
    label: { zhCn: '撤下这一版', en: 'Remove this page' },
    menu: 'page',
    group: 1,
    context: ['page'],
    isEnabled: (desk) => isOurs(desk) && issueOf(desk).pages.length > 1,
    run: removeShown,
  },
  move('page.forward', '前移一版', 'Move to the front', -1),
  move('page.backward', '后移一版', 'Move to the back', 1),
  step('page.previous', '上一版', 'Previous page', -1),
  step('page.next', '下一版', 'Next page', 1),
];

/** One command for each page of the issue. */
export function goToCommands(desk: OpenDesk): readonly Command[] {
  return issueOf(desk).pages.map(({ id, number, name }) => ({
    id: `page.goTo:${id}`,
    label: { zhCn: `${number}　${name}`, en: `${number} ${name}` },
    menu: 'page',
    group: 3,
    submenu: 'goTo',
    run: () => showPage(desk, id),
    isChecked: () => shownPage(desk) === id,
  }));
}

/** Shows a page of the issue; what was chosen on another page is let go. */
export function showPage(desk: OpenDesk, page: string): void {
  if (desk.state.read().page === page) return;
  desk.composing.show(page);
  desk.state.change({ page, selection: { kind: 'nothing' } });
}

function issueOf(desk: OpenDesk) {
  return desk.openIssue.issue();
}

function shownPage(desk: OpenDesk): string {
  return desk.state.read().page;
}

/** Names of the undo steps, in the language of the screen. */
function steps(desk: OpenDesk) {
  return wordsIn(pageStrings, desk.settings.read().language).steps;
}

function bring(desk: OpenDesk, step: 'addPage' | 'copyPage', change: PageChange): void {
  if (desk.openIssue.edit(steps(desk)[step], change.edit).ok) showPage(desk, change.page);
}

function removeShown(desk: OpenDesk): void {
  const page = shownPage(desk);
  const next = neighbour(desk, 1) ?? neighbour(desk, -1);
  if (next === undefined) return;
  showPage(desk, next);
  desk.openIssue.edit(steps(desk).removePage, { kind: 'removedPage', page });
}

function move(id: string, zhCn: string, en: string, by: 1 | -1): Command {
  return {
    id,
    label: { zhCn, en },
    menu: 'page',
    group: 2,
    context: ['page'],
    isEnabled: (desk) => isOurs(desk) && neighbour(desk, by) !== undefined,
    run: (desk) => {
      desk.openIssue.edit(steps(desk).movePage, movedPages(issueOf(desk), shownPage(desk), by));
    },
  };
}

function step(id: string, zhCn: string, en: string, by: 1 | -1): Command {
  return {
    id,
    label: { zhCn, en },
    menu: 'page',
    group: 3,
    isEnabled: (desk) => neighbour(desk, by) !== undefined,
    run: (desk) => {
      const next = neighbour(desk, by);
      if (next !== undefined) showPage(desk, next);
    },
  };
}

function neighbour(desk: OpenDesk, by: 1 | -1): string | undefined {
  const pages = issueOf(desk).pages.map(({ id }) => id);
  return pages[pages.indexOf(shownPage(desk)) + by];
}
