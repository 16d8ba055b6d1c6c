import { useState } from 'react';
import { ContextMenu } from '#renderer/controls/context-menu.tsx';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { type ClientPlace, usePointerTool } from '#renderer/page-view/page-surface.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { commandsOf, runCommand } from './all-commands.ts';
import type { Command } from './command.ts';
import { linesOf } from './menu-lines.ts';

/** Behind every other tool: those that choose what lies under the pointer come before the menu. */
const LAST = 1000;

/** The menu of what is chosen on the page, at the pointer. Stands inside the page view. */
export function PageContextMenu() {
  const desk = useDesk();
  const words = useWords(commandStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const [at, setAt] = useState<ClientPlace>();
  usePointerTool({
    name: 'context menu',
    tool: 'any',
    order: LAST,
    onContextMenu: ({ clientX, clientY }) => {
      setAt({ clientX, clientY });
      return true;
    },
  });
  if (at === undefined) return undefined;
  const of = contextOf(desk.state.read().selection);
  const commands = commandsOf(desk).filter(({ context }) => context?.includes(of));
  if (commands.length === 0) return undefined;
  return (
    <ContextMenu
      at={at}
      label={words.contextMenu}
      lines={linesOf(desk, withoutSoleSubmenu(commands), language)}
      onClose={() => setAt(undefined)}
      onChoose={(id) => setTimeout(() => runCommand(desk, id))}
    />
  );
}

/** A menu that holds a single further menu shows what is in that one. */
function withoutSoleSubmenu(commands: readonly Command[]): readonly Command[] {
  const [first] = commands;
  if (!commands.every(({ submenu }) => submenu === first?.submenu)) return commands;
  return commands.map(({ submenu: _, ...command }) => command);
}

type Context = NonNullable<Command['context']>[number];

function contextOf({ kind }: Selection): Context {
  switch (kind) {
    case 'blocks':
      return 'block';
    case 'inset picture':
      return 'picture';
    case 'nothing':
      return 'page';
    case 'ad cell':
    case 'text':
      return kind;
  }
}
