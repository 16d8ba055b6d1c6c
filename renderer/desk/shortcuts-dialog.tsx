import { ALL_COMMANDS } from '#renderer/commands/all-commands.ts';
import { commandLabel } from '#renderer/commands/command-label.ts';
import { keysShown } from '#renderer/commands/keys-shown.ts';
import { MENUS } from '#renderer/commands/menu-lines.ts';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import './dialogs.css';

/** All keys, by menu. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const words = useWords(commandStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const withKeys = ALL_COMMANDS.filter(({ id }) => keysShown(id) !== undefined);
  const menus = MENUS.filter((menu) => withKeys.some((command) => command.menu === menu));
  return (
    <Dialog title={words.shortcuts} onClose={onClose} isWide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by its keys */}
      <section className="shortcuts" tabIndex={0} aria-label={words.shortcuts}>
        {menus.map((menu) => (
          <section key={menu}>
            <h3>{words[menu]}</h3>
            <dl>
              {withKeys
                .filter((command) => command.menu === menu)
                .map((command) => (
                  <div key={command.id} className="shortcut">
                    <dt>{commandLabel(desk, command, language)}</dt>
                    <dd>
                      <kbd>{keysShown(command.id)}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}
