import type { DialogName } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { Command, MenuName } from './command.ts';

/** Commands on the issue and the window. */
export const deskCommands: readonly Command[] = [
  {
    id: 'file.new',
    label: { zhCn: '新建一期…', en: 'New issue…' },
    menu: 'file',
    group: 1,
    run: (desk) => desk.leave(),
  },
  dialog('file.open', '打开…', 'Open…', ['file', 1, 'open']),
  {
    id: 'file.sample',
    label: { zhCn: '打开样刊', en: 'Open the sample' },
    menu: 'file',
    group: 1,
    run: (desk) => desk.leave({ sample: true }),
  },
  {
    id: 'file.save',
    label: { zhCn: '存盘', en: 'Save' },
    menu: 'file',
    group: 2,
    run: (desk) => void saveIssue(desk),
    isEnabled: isOurs,
  },
  dialog('file.saveElsewhere', '另存到别处…', 'Save elsewhere…', ['file', 2, 'save elsewhere']),
  dialog('file.pageProofs', '打样…', 'Page proofs…', ['file', 4, 'page proofs']),
  dialog('file.press', '出片…', 'Press…', ['file', 4, 'press']),
  dialog('file.pressProfiles', '印厂规范…', 'Press profiles…', ['file', 4, 'press profiles']),
  dialog('file.compare', '对照旧版…', 'Compare versions…', ['file', 4, 'compare']),
  dialog('file.deliver', '传版…', 'Deliver…', ['file', 4, 'delivery']),
  {
    id: 'file.close',
    label: { zhCn: '收起本期', en: 'Close issue' },
    menu: 'file',
    group: 5,
    run: (desk) => desk.leave(),
  },
  {
    id: 'edit.undo',
    label: { zhCn: '撤销', en: 'Undo' },
    menu: 'edit',
    group: 1,
    run: (desk) => void desk.openIssue.undo.undo(),
    isEnabled: (desk) => isOurs(desk) && desk.openIssue.undo.undoName() !== undefined,
  },
  {
    id: 'edit.redo',
    label: { zhCn: '重做', en: 'Redo' },
    menu: 'edit',
    group: 1,
    run: (desk) => void desk.openIssue.undo.redo(),
    isEnabled: (desk) => isOurs(desk) && desk.openIssue.undo.redoName() !== undefined,
  },
  dialog('edit.palette', '命令面板', 'Command palette', ['edit', 4, 'palette']),
  dialog('edit.settings', '设置…', 'Settings…', ['edit', 6, 'settings']),
  dialog('help.shortcuts', '快捷键一览', 'Shortcuts', ['help', 1, 'shortcuts']),
];

/** True when the issue may be edited here. */
export function isOurs(desk: OpenDesk): boolean {
  return desk.openIssue.heldBy === undefined;
}

/** Writes the issue; when that fails the notice says why, and offers another place. */
async function saveIssue(desk: OpenDesk): Promise<void> {
  const saveFailure = await desk.openIssue.save();
  desk.state.change({ saveFailure });
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
