import type { MenuItemConstructorOptions } from 'electron';
import { app, Menu } from 'electron';
import type { Answer, NoAnswer, SetMenusRequest } from '#host/contract.ts';
import { frontWindow, sendOrder } from './front-window.ts';
import { type MenuCommand, planMenus } from './menu-template.ts';
import { shellWords } from './words.ts';

/**
 * Menus before the screen has given its own: the program's and the clipboard's on a Mac, where
 * fields need them; elsewhere none, in place of Electron's own that would offer to reload.
 */
export function showBareMenus(): void {
  showMenus({ outline: '', commands: new Map() }, []);
}

/** Sets the menus of the screen. While only ticks and greying change, they stay as they are. */
export async function setMenus({ menus }: SetMenusRequest): Promise<Answer<NoAnswer>> {
  const outline = JSON.stringify(menus, withoutState);
  const { template, commands } = planMenus(menus, choose);
  if (shown?.outline === outline) shown = { ...shown, commands };
  else showMenus({ outline, commands }, template);
  for (const id of commands.keys()) showState(id);
  return { ok: true, value: {} };
}

interface ShownMenus {
  /** The menus without ticks and greying. */
  readonly outline: string;
  readonly commands: ReadonlyMap<string, MenuCommand>;
  readonly menu: Menu;
}

let shown: ShownMenus | undefined;

function showMenus(next: Omit<ShownMenus, 'menu'>, template: MenuItemConstructorOptions[]): void {
  const isMac = process.platform === 'darwin';
  const menu = Menu.buildFromTemplate(isMac ? macMenus(template) : template);
  Menu.setApplicationMenu(menu);
  // An empty bar would stand there as a blank strip.
  if (!isMac) frontWindow()?.setMenuBarVisibility(template.length > 0);
  shown = { ...next, menu };
}

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

/**
 * On a Mac the keys of the clipboard work in fields only when they stand in a menu. They join the
 * edit menu of the screen where there is one.
 */
function macMenus(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const { edit } = shellWords();
  const joined = template.map((menu) => {
    if (menu.label !== edit || !Array.isArray(menu.submenu)) return menu;
    return { ...menu, submenu: [...menu.submenu, ...clipboardItems(menu.submenu)] };
  });
  const hasEdit = template.some(({ label }) => label === edit);
  const ownEdit = hasEdit ? [] : [{ label: edit, submenu: clipboardItems([]) }];
  return [programMenu(), ...joined, ...ownEdit];
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

function clipboardItems(
  present: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions[] {
  if (present.some(({ accelerator }) => CLIPBOARD[accelerator ?? ''] === 'copy')) return [];
  const words = shellWords();
  return [
    ...(present.length > 0 ? [{ type: 'separator' as const }] : []),
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
}
