import { type KeyboardEvent, useEffect, useState } from 'react';
import { MenuButton } from '#renderer/controls/menu.tsx';
import { useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { ALL_COMMANDS, runCommand } from './all-commands.ts';
import type { MenuName } from './command.ts';
import { MENUS, menuLines } from './menu-lines.ts';
import { rememberedFocus } from './remembered-focus.ts';

/** The menus of the window, from the command table. While one is open, the pointer opens others. */
export function MenuBar() {
  const desk = useDesk();
  const words = useWords(commandStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const [open, setOpen] = useState<MenuName>();
  // Menus say what is possible now: they are made anew with every change.
  useDeskState((state) => state);
  useIssue();
  useEffect(() => (open === undefined ? undefined : followPointer(setOpen)), [open]);
  const step = (event: KeyboardEvent) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (open === undefined || steps === undefined || isWithinSubmenu(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const menus = MENUS.filter(hasCommands);
    setOpen(menus[(menus.indexOf(open) + steps + menus.length) % menus.length]);
  };
  return (
    <nav
      className="menu-bar"
      aria-label={words.menuBar}
      onPointerDownCapture={rememberedFocus.remember}
      onKeyDownCapture={step}
    >
      {MENUS.filter(hasCommands).map((menu) => (
        <span key={menu} data-menu={menu}>
          <MenuButton
            label={words[menu]}
            className="control quiet menu-head"
            lines={open === menu ? menuLines(desk, menu, language) : []}
            isOpen={open === menu}
            onOpenChange={(isOpen) => setOpen(isOpen ? menu : undefined)}
            onChoose={(id) => rememberedFocus.restore(() => runCommand(desk, id))}
          >
            {words[menu]}
          </MenuButton>
        </span>
      ))}
    </nav>
  );
}

function hasCommands(menu: MenuName): boolean {
  return ALL_COMMANDS.some((command) => command.menu === menu);
}

/** Opens the menu whose head the pointer is on; the veil of the open one lies above all heads. */
function followPointer(setOpen: (menu: MenuName) => void): () => void {
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const heads = document
      .elementsFromPoint(clientX, clientY)
      .map((element) => element.closest<HTMLElement>('[data-menu]'));
    const name = heads.find((head) => head !== null)?.dataset.menu;
    const menu = MENUS.find((one) => one === name);
    if (menu !== undefined) setOpen(menu);
  };
  document.addEventListener('pointermove', follow);
  return () => document.removeEventListener('pointermove', follow);
}

/** Left leads out of a submenu and right into one; neither leads to another menu there. */
function isWithinSubmenu({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[data-trigger="SubmenuTrigger"]') !== null) return true;
  return key === 'ArrowRight' && target.getAttribute('aria-haspopup') === 'menu';
}
