import { MenuButton, type MenuLine } from '#renderer/controls/menu.tsx';
import { type OpenDesk, useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import type { Language } from '#renderer/strings/catalogue.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { ALL_COMMANDS, keysShown, runCommand } from './all-commands.ts';
import type { Command, MenuName } from './command.ts';
import { commandLabel } from './command-label.ts';

const MENUS: readonly MenuName[] = ['file', 'edit', 'page', 'block', 'text', 'view', 'help'];

/** The menus of the window, from the command table. */
export function MenuBar() {
  const desk = useDesk();
  const words = useWords(commandStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  // Menus say what is possible now: they are made anew with every change.
  useDeskState((state) => state);
  useIssue();
  return (
    <nav className="menu-bar" aria-label={words.menuBar}>
      {MENUS.map((menu) => (
        <MenuButton
          key={menu}
          label={words[menu]}
          className="control quiet menu-head"
          lines={menuLines(desk, menu, language)}
          onChoose={(id) => runCommand(desk, id)}
        >
          {words[menu]}
        </MenuButton>
      ))}
    </nav>
  );
}

/** Lines of one menu, its groups parted by lines. */
export function menuLines(desk: OpenDesk, menu: MenuName, language: Language): readonly MenuLine[] {
  return linesOf(
    desk,
    ALL_COMMANDS.filter((command) => command.menu === menu),
    language,
  );
}

/** Commands as lines of a menu, in their groups. */
export function linesOf(
  desk: OpenDesk,
  commands: readonly Command[],
  language: Language,
): readonly MenuLine[] {
  const lines: MenuLine[] = [];
  const groups = [...new Set(commands.map(({ group }) => group))].sort((a, b) => a - b);
  for (const group of groups) {
    if (lines.length > 0) lines.push({ kind: 'line', id: `line-${group}` });
    for (const command of commands.filter((one) => one.group === group)) {
      lines.push({
        kind: 'entry',
        id: command.id,
        label: commandLabel(desk, command, language),
        keys: keysShown(command.id),
        isEnabled: command.isEnabled?.(desk) ?? true,
        isChecked: command.isChecked?.(desk),
      });
    }
  }
  return lines;
}
