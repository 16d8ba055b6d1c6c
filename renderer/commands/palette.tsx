import { useState } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { ALL_COMMANDS, keysShown, runCommand } from './all-commands.ts';
import type { Command } from './command.ts';
import { commandLabel } from './command-label.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** Finds a command by its words, by pinyin initials or in English, and runs it. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const words = useWords(commandStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const [wish, setWish] = useState('');
  const [place, setPlace] = useState(0);
  const found = ALL_COMMANDS.filter(
    (command) => command.isEnabled?.(desk) !== false && matches(command, wish),
  );
  const run = (command: Command | undefined) => {
    onClose();
    // The dialog gives the keyboard back first.
    if (command !== undefined) setTimeout(() => runCommand(desk, command.id));
  };
  return (
    <Dialog title={words.palette} onClose={onClose}>
      <SearchField
        className="palette-search"
        aria-label={words.search}
        autoFocus
        value={wish}
        onChange={(text) => {
          setWish(text);
          setPlace(0);
        }}
        onSubmit={() => run(found[place])}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setPlace(Math.min(found.length - 1, place + 1));
          else if (event.key === 'ArrowUp') setPlace(Math.max(0, place - 1));
          else event.continuePropagation();
        }}
      >
        <Input className="field-input" placeholder={words.search} />
      </SearchField>
      <ListBox
        className="menu palette-list"
        aria-label={words.palette}
        renderEmptyState={() => <p className="palette-empty">{words.nothingFound}</p>}
        onAction={(key) => run(found.find(({ id }) => id === key))}
      >
        {found.map((command, index) => (
          <ListBoxItem
            key={command.id}
            id={command.id}
            className={index === place ? 'menu-entry palette-chosen' : 'menu-entry'}
            textValue={wordsIn(command.label, language)}
          >
            <span className="menu-label">{commandLabel(desk, command, language)}</span>
            <span className="palette-menu">{words[command.menu]}</span>
            <kbd className="menu-keys">{keysShown(command.id)}</kbd>
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  );
}

/** By its Chinese words, by their initials in order, or by its English words. */
export function matches(command: Command, wish: string): boolean {
  const wanted = wish.trim().toLowerCase();
  const { zhCn, en } = command.label;
  if (wanted === '' || zhCn.includes(wanted) || en.toLowerCase().includes(wanted)) return true;
  return /^[a-z0-9]+$/.test(wanted) && pinyinInitials(zhCn).includes(wanted);
}
