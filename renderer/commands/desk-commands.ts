import type { DialogName } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { Command, MenuName } from './command.ts';

/** Commands on the issue, its pages and the window. */
export const deskCommands: readonly Command[] = [
  {
    id: 'file.new',
    label: { zhCn: '新建或打开一期…', en: 'New or open…' },
    menu: 'file',
    group: 1,
    run: (desk) => desk.leave(),
  },
  {
    id: 'file.save',
    label: { zhCn: '存盘', en: 'Save' },
    menu: 'file',
    group: 2,
    run: (desk) => void desk.openIssue.save(),
    isEnabled: isOurs,
  },
  dialog('file.saveElsewhere', '另存到别处…', 'Save elsewhere…', ['file', 2, 'save elsewhere']),
  dialog('file.press', '出片…', 'Press…', ['file', 3, 'press']),
  {
    id: 'file.close',
    label: { zhCn: '收起本期', en: 'Close issue' },
    menu: 'file',
    group: 4,
    run: (desk) => desk.leave(),
  },
  {
    id: 'edit.undo',
    label: { zhCn: '撤销', en: 'Undo' },
    menu: 'edit',
    group: 1,
    run: (desk) => void desk.openIssue.undo.undo(),
    isEnabled: (desk) => desk.openIssue.undo.undoName() !== undefined,
  },
  {
    id: 'edit.redo',
    label: { zhCn: '重做', en: 'Redo' },
    menu: 'edit',
    group: 1,
    run: (desk) => void desk.openIssue.undo.redo(),
    isEnabled: (desk) => desk.openIssue.undo.redoName() !== undefined,
  },
  {
    id: 'edit.find',
    label: { zhCn: '查找替换', en: 'Find and replace' },
    menu: 'edit',
    group: 3,
    run: (desk) => desk.state.change({ panel: 'find', showsRight: true }),
  },
  dialog('edit.palette', '命令面板', 'Command palette', ['edit', 4, 'palette']),
  dialog('edit.settings', '设置…', 'Settings…', ['edit', 6, 'settings']),
  pageStep('page.next', '下一版', 'Next page', 1),
  pageStep('page.previous', '上一版', 'Previous page', -1),
  dialog('help.shortcuts', '快捷键一览', 'Shortcuts', ['help', 1, 'shortcuts']),
];

/** True when the issue may be edited here. */
export function isOurs(desk: OpenDesk): boolean {
  return desk.openIssue.heldBy === undefined;
}

function dialog(
  id: string,
  zhCn: string,
  en: string,
  [menu, group, name]: readonly [MenuName, number, DialogName],
): Command {
  return {
    id,
    label: { zhCn, en },
    menu,
    group,
    run: (desk) => desk.state.change({ dialog: name }),
  };
}

function pageStep(id: string, zhCn: string, en: string, step: 1 | -1): Command {
  return {
    id,
    label: { zhCn, en },
    menu: 'page',
    group: 1,
    run: (desk) => {
      const next = neighbour(desk, step);
      if (next !== undefined) showPage(desk, next);
    },
    isEnabled: (desk) => neighbour(desk, step) !== undefined,
  };
}

/** Shows a page of the issue; what was chosen on another page is let go. */
export function showPage(desk: OpenDesk, page: string): void {
  if (desk.state.read().page === page) return;
  desk.composing.show(page);
  desk.state.change({ page, selection: { kind: 'nothing' } });
}

function neighbour(desk: OpenDesk, step: 1 | -1): string | undefined {
  const pages = desk.openIssue.issue().pages.map(({ id }) => id);
  return pages[pages.indexOf(desk.state.read().page) + step];
}
