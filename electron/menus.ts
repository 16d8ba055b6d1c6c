import type { MenuItemConstructorOptions } from 'electron';
import { app, Menu } from 'electron';
import type { Answer, MenuEntry, MenuModel, NoAnswer, SetMenusRequest } from '#host/contract.ts';
import { frontWindow, sendOrder } from './front-window.ts';
import { type MenuCommand, planMenus } from './menu-template.ts';
import { shellWords } from './words.ts';

/**
 * Menus before the screen has given its own: the program's and the clipboard's on a Mac, where
 * fields need them; elsewhere an empty bar, in place of Electron's own that would offer to reload.
 */
export function showBareMenus(): void {
  shown = undefined;
  const template = process.platform === 'darwin' ? macMenus([], []) : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Sets the menus of the screen. While only ticks and greying change, they stay as they are. */
export async function setMenus({ menus }: SetMenusRequest): Promise<Answer<NoAnswer>> {
  const outline = JSON.stringify(menus, withoutState);
  const { template, commands } = planMenus(menus, choose);
  if (shown?.outline !== outline) {
    const isMac = process.platform === 'darwin';
    const menu = Menu.buildFromTemplate(isMac ? macMenus(menus, template) : template);
    Menu.setApplicationMenu(menu);
    shown = { outline, menu, commands };
  }
  shown = { ...shown, commands };
  for (const id of commands.keys()) showState(id);
  return { ok: true, value: {} };
}

let shown:
  | {
      readonly outline: string;
      readonly menu: Menu;
      readonly commands: ReadonlyMap<string, MenuCommand>;
    }
  | undefined;

function withoutState(field: string, value: unknown): unknown {
  if (field === 'isEnabled') return undefined;
  return field === 'isChecked' ? typeof value : value;
}

function showState(id: string): void {
  const item = shown?.menu.getMenuItemById(id);
  const command = shown?.commands.get(id);
  if (!item || command === undefined) return;
  item.enabled = command.isEnabled;
  if (command.isChecked !== undefined) item.checked = command.isChecked;
}

/**
 * A page cannot reach the clipboard of its own accord; these make the same events in it as the keys
 * do, in whatever has the caret.
 */
const CLIPBOARD: Readonly<Record<string, 'cut' | 'copy' | 'paste' | undefined>> = {
  'CmdOrCtrl+X': 'cut',
  'CmdOrCtrl+C': 'copy',
  'CmdOrCtrl+V': 'paste',
};

function choose(id: string): void {
  // The system has moved the tick already; only the screen says whether it moves.
  showState(id);
  const { command, accelerator } = shown?.commands.get(id) ?? {};
  const clipboard = CLIPBOARD[accelerator ?? ''];
  if (clipboard !== undefined) frontWindow()?.webContents[clipboard]();
  else if (command !== undefined) sendOrder({ kind: 'command', command });
}

function macMenus(
  menus: readonly MenuModel[],
  template: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions[] {
  const hasClipboard = menus.some(({ entries }) => entries.some(isCopy));
  return [programMenu(), ...template, ...(hasClipboard ? [] : [editMenu()])];
}

function isCopy(entry: MenuEntry): boolean {
  return entry.kind === 'command' && CLIPBOARD[entry.accelerator ?? ''] === 'copy';
}

function programMenu(): MenuItemConstructorOptions {
  const words = shellWords();
  return {
    label: app.name,
    submenu: [
      { role: 'about', label: words.about },
      { type: 'separator' },
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      { type: 'separator' },
      { role: 'quit', label: words.quit },
    ],
  };
}

function editMenu(): MenuItemConstructorOptions {
  const words = shellWords();
  return {
    label: words.edit,
    submenu: [
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
}
