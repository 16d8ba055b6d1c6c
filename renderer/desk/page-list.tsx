import { ArrowDown, ArrowUp, Copy, type LucideIcon, Plus, Trash2 } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { ListBox, ListBoxItem, useDragAndDrop } from 'react-aria-components';
import { commandById, runCommand } from '#renderer/commands/all-commands.ts';
import { keysShown } from '#renderer/commands/keys-shown.ts';
import { linesOf } from '#renderer/commands/menu-lines.ts';
import { droppedPage } from '#renderer/commands/page-changes.ts';
import { pageCommands, showPage } from '#renderer/commands/page-commands.ts';
import { ContextMenu } from '#renderer/controls/context-menu.tsx';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { type OpenDesk, useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { PageThumbnail } from '#renderer/page-view/page-thumbnail.tsx';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { pageStrings } from '#renderer/strings/page-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

const THUMBNAIL_WIDTH_PX = 132;

/** The pages of the issue as small pictures, to go to and to put in order. */
export function PageList() {
  const desk = useDesk();
  const words = useWords(pageStrings);
  const { pages } = useIssue();
  const shown = useDeskState((state) => state.page);
  const [menuAt, setMenuAt] = useState<{ readonly clientX: number; readonly clientY: number }>();
  const { dragAndDropHooks } = usePageOrder(desk);
  const openMenu = (page: string, event: MouseEvent) => {
    event.preventDefault();
    showPage(desk, page);
    setMenuAt({ clientX: event.clientX, clientY: event.clientY });
  };
  return (
    <div className="page-list">
      <ListBox
        className="page-pictures"
        aria-label={words.pages}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        dragAndDropHooks={dragAndDropHooks}
        onSelectionChange={(keys) => {
          const chosen = pages.find(({ id }) => keys !== 'all' && keys.has(id));
          if (chosen !== undefined) showPage(desk, chosen.id);
        }}
      >
        {pages.map((page) => (
          <ListBoxItem
            key={page.id}
            id={page.id}
            className="page-picture"
            textValue={[
              words.page(page.number, page.name),
              ...(page.colours ? [words.colours[page.colours]] : []),
            ].join(' ')}
            onContextMenu={(event) => openMenu(page.id, event)}
          >
            <PageThumbnail page={page.id} widthPx={THUMBNAIL_WIDTH_PX} />
            <span className="page-caption">
              {words.page(page.number, page.name)}
              {page.colours !== undefined && (
                <span className={`page-colours ${page.colours}`}>
                  {words.colours[page.colours]}
                </span>
              )}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      <PageTools />
      {menuAt !== undefined && <PageMenu at={menuAt} onClose={() => setMenuAt(undefined)} />}
    </div>
  );
}

/** Pages are put in another order by dragging their pictures. */
function usePageOrder(desk: OpenDesk) {
  const words = useWords(pageStrings);
  return useDragAndDrop({
    isDisabled: desk.openIssue.heldBy !== undefined,
    getItems: (keys) => [...keys].map((key) => ({ 'banxin/page': String(key) })),
    onReorder: ({ keys, target }) => {
      const [page] = [...keys].map(String);
      const { dropPosition: side } = target;
      if (page === undefined || side === 'on') return;
      const edit = droppedPage(desk.openIssue.issue(), page, { page: String(target.key), side });
      desk.openIssue.edit(words.steps.movePage, edit);
    },
  });
}

const TOOLS: readonly (readonly [command: string, icon: LucideIcon])[] = [
  ['page.add', Plus],
  ['page.copy', Copy],
  ['page.forward', ArrowUp],
  ['page.backward', ArrowDown],
  ['page.remove', Trash2],
];

function PageTools() {
  const desk = useDesk();
  const language = useStore(desk.settings, (settings) => settings.language);
  return (
    <div className="side-foot">
      {TOOLS.map(([id, icon]) => {
        const command = commandById(id);
        if (command === undefined) return undefined;
        return (
          <IconButton
            key={id}
            icon={icon}
            label={wordsIn(command.label, language)}
            keys={keysShown(id)}
            isDisabled={command.isEnabled?.(desk) === false}
            onPress={() => runCommand(desk, id)}
          />
        );
      })}
    </div>
  );
}

interface PageMenuProps {
  readonly at: { readonly clientX: number; readonly clientY: number };
  readonly onClose: () => void;
}

function PageMenu({ at, onClose }: PageMenuProps) {
  const desk = useDesk();
  const words = useWords(pageStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const commands = pageCommands.filter(({ context }) => context?.includes('page'));
  return (
    <ContextMenu
      at={at}
      label={words.pages}
      lines={linesOf(desk, commands, language)}
      onChoose={(id) => runCommand(desk, id)}
      onClose={onClose}
    />
  );
}
