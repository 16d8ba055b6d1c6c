import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { showPage } from '#renderer/commands/desk-commands.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { PageThumbnail } from '#renderer/page-view/page-thumbnail.tsx';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { addedPage, copiedPage, movedPages } from './page-changes.ts';

const THUMBNAIL_WIDTH_PX = 132;

/** The pages of the issue as small pictures; what may be done with them stands below. */
export function PageList() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const { pages } = useIssue();
  const shown = useDeskState((state) => state.page);
  const place = pages.findIndex(({ id }) => id === shown);
  const { openIssue } = desk;
  const move = (by: 1 | -1) =>
    openIssue.edit(words.steps.movePage, movedPages(openIssue.issue(), shown, by));
  const remove = () => {
    const next = pages[place + 1] ?? pages[place - 1];
    if (next === undefined) return;
    showPage(desk, next.id);
    openIssue.edit(words.steps.removePage, { kind: 'removedPage', page: shown });
  };
  const add = (step: string, change: ReturnType<typeof addedPage>) => {
    if (openIssue.edit(step, change.edit).ok) showPage(desk, change.page);
  };
  return (
    <div className="page-list">
      <ListBox
        className="page-pictures"
        aria-label={words.pages}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
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
            textValue={words.page(page.number, page.name)}
          >
            <PageThumbnail page={page.id} widthPx={THUMBNAIL_WIDTH_PX} />
            <span className="page-caption">{words.page(page.number, page.name)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="side-foot">
        <IconButton
          icon={Plus}
          label={words.addPage}
          onPress={() => add(words.steps.addPage, addedPage(openIssue.issue(), shown, desk.parts))}
        />
        <IconButton
          icon={Copy}
          label={words.copyPage}
          onPress={() => add(words.steps.copyPage, copiedPage(openIssue.issue(), shown))}
        />
        <IconButton
          icon={ArrowUp}
          label={words.pageUp}
          isDisabled={place <= 0}
          onPress={() => move(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={words.pageDown}
          isDisabled={place === pages.length - 1}
          onPress={() => move(1)}
        />
        <IconButton
          icon={Trash2}
          label={words.removePage}
          isDisabled={pages.length < 2}
          onPress={remove}
        />
      </div>
    </div>
  );
}
