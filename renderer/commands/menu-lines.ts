import type { MenuLine } from '#renderer/controls/menu.tsx';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { type Language, wordsIn } from '#renderer/strings/catalogue.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { commandsOf } from './all-commands.ts';
import type { Command, MenuName, SubmenuName } from './command.ts';
import { commandLabel } from './command-label.ts';
import { keysShown } from './keys-shown.ts';

/** The menus of the window, in the order of the bar. */
export const MENUS: readonly MenuName[] = ['file', 'edit', 'page', 'block', 'text', 'view', 'help'];

/** Lines of one menu, its groups parted by lines. */
export function menuLines(desk: OpenDesk, menu: MenuName, language: Language): readonly MenuLine[] {
  const commands = commandsOf(desk).filter((command) => command.menu === menu);
  return linesOf(desk, commands, language);
}

/** Commands as lines of a menu, in their groups; a submenu stands where its first command does. */
export function linesOf(
  desk: OpenDesk,
  commands: readonly Command[],
  language: Language,
): readonly MenuLine[] {
  const lines: MenuLine[] = [];
  const groups = [...new Set(commands.map(({ group }) => group))].sort((a, b) => a - b);
  const submenus = new Set<SubmenuName>();
  for (const group of groups) {
    if (lines.length > 0) lines.push({ kind: 'line', id: `line-${group}` });
    for (const command of commands.filter((one) => one.group === group)) {
      const { submenu } = command;
      if (submenu === undefined) lines.push(entryOf(desk, command, language));
      else if (!submenus.has(submenu)) {
        submenus.add(submenu);
        const within = commands.filter((one) => one.submenu === submenu);
        lines.push({
          kind: 'menu',
          id: `menu-${submenu}`,
          label: wordsIn(commandStrings, language)[submenu],
          lines: within.map((one) => entryOf(desk, one, language)),
        });
      }
    }
  }
  return lines;
}

function entryOf(desk: OpenDesk, command: Command, language: Language): MenuLine {
  return {
    kind: 'entry',
    id: command.id,
    label: commandLabel(desk, command, language),
    keys: keysShown(command.id),
    isEnabled: command.isEnabled?.(desk) ?? true,
    isChecked: command.isChecked?.(desk),
  };
}
