import type { MenuItemConstructorOptions } from 'electron';
import type { MenuEntry, MenuModel } from '#host/contract.ts';

/** A command in a menu of the contract. */
export type MenuCommand = Extract<MenuEntry, { kind: 'command' }>;

/** What happens when the entry of that id is chosen with the pointer. */
export type ChooseEntry = (id: string) => void;

/** A menu, and the commands in it by the id of their items. */
export interface MenuPlan {
  readonly template: MenuItemConstructorOptions[];
  readonly commands: ReadonlyMap<string, MenuCommand>;
}

/** The native menus for the menus of the contract. Items are named after their place: `0.2.1`. */
export function planMenus(menus: readonly MenuModel[], choose: ChooseEntry): MenuPlan {
  const commands = new Map<string, MenuCommand>();
  const entriesAt = (entries: readonly MenuEntry[], place: string) =>
    entries.map((entry, position) => entryAt(entry, `${place}.${position}`));

  function entryAt(entry: MenuEntry, id: string): MenuItemConstructorOptions {
    if (entry.kind === 'line') return { type: 'separator' };
    if (entry.kind === 'menu') {
      return { label: plain(entry.label), submenu: entriesAt(entry.entries, id) };
    }
    commands.set(id, entry);
    return { id, ...commandItem(entry), click: () => choose(id) };
  }
  const template = menus.map((menu, position) => ({
    label: plain(menu.label),
    submenu: entriesAt(menu.entries, String(position)),
  }));
  return { template, commands };
}

function commandItem(command: MenuCommand): MenuItemConstructorOptions {
  const { label, accelerator, isEnabled, isChecked } = command;
  return {
    label: plain(label),
    enabled: isEnabled,
    ...(isChecked === undefined ? {} : { type: 'checkbox', checked: isChecked }),
    // Shown only: the window listens for keys itself, and knows whether a text has the caret.
    ...(mayShow(accelerator) ? { accelerator, registerAccelerator: false } : {}),
  };
}

/** An ampersand would underline the next letter instead of showing itself. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}

const MODIFIER =
  /^(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/i;
const KEY = new RegExp(
  [
    '^(?:[0-9A-Z]|F(?:[1-9]|1\\d|2[0-4])|[)!@#$%^&*(:;+=<,_\\-.>/?~`{}\\][|\\\\"\']|Plus|Space|Tab',
    '|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Esc(?:ape)?',
    '|num(?:[0-9]|dec|add|sub|mult|div))$',
  ].join(''),
  'i',
);

/**
 * True for what Electron can read as an accelerator; it throws for anything else. A Mac has no way
 * to show a key without listening for it, so keys without a modifier are left out there: V and W
 * would be taken from the text.
 */
function mayShow(accelerator: string | undefined): accelerator is string {
  if (accelerator === undefined) return false;
  const words = accelerator.split('+');
  const key = words.pop() ?? '';
  if (!KEY.test(key) || !words.every((word) => MODIFIER.test(word))) return false;
  const hasModifier = words.some((word) => !/^shift$/i.test(word)) || /^F\d/i.test(key);
  return process.platform !== 'darwin' || hasModifier;
}
