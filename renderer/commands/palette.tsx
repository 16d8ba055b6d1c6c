import { Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { commandsOf, runCommand } from './all-commands.ts';
import { commandLabel } from './command-label.ts';
import { foundCommands } from './find-commands.ts';
import { keysShown } from './keys-shown.ts';
import './palette.css';

/** Finds a command by its words, by pinyin initials or in English, and runs it. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const words = useWords(commandStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const [wish, setWish] = useState('');
  const possible = commandsOf(desk).filter((command) => command.isEnabled?.(desk) !== false);
  const run = (id: string) => {
    onClose();
    // The dialog gives the keyboard back first.
    setTimeout(() => runCommand(desk, id));
  };
  return (
    <Dialog title={words.palette} onClose={onClose} isPrompt>
      <div
        className="palette"
        onKeyDownCapture={(event) => {
          // The field would only empty itself.
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
        }}
      >
        <Autocomplete inputValue={wish} onInputChange={setWish}>
          <SearchField className="palette-search" aria-label={words.search} autoFocus>
            <Search aria-hidden />
            <Input
              className="field-input"
              role="combobox"
              aria-expanded
              aria-haspopup="listbox"
              placeholder={words.search}
            />
          </SearchField>
          <ListBox
            className="menu palette-list"
            aria-label={words.palette}
            renderEmptyState={() => <p className="palette-empty">{words.nothingFound}</p>}
            onAction={(key) => run(String(key))}
          >
            {foundCommands(possible, wish).map((command) => (
              <ListBoxItem
                key={command.id}
                id={command.id}
                className="menu-entry"
                textValue={commandLabel(desk, command, language)}
              >
                <span className="menu-label">{commandLabel(desk, command, language)}</span>
                <span className="palette-menu">{words[command.submenu ?? command.menu]}</span>
                <kbd className="menu-keys">{keysShown(command.id)}</kbd>
              </ListBoxItem>
            ))}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
