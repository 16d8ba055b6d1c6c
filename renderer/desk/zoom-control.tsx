import { Minus, Plus } from 'lucide-react';
import { runCommand } from '#renderer/commands/all-commands.ts';
import { keysShown } from '#renderer/commands/keys-shown.ts';
import { menuLines } from '#renderer/commands/menu-lines.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { MenuButton } from '#renderer/controls/menu.tsx';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { ACTUAL_SIZE } from '#renderer/page-view/viewport.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { pageViewStrings } from '#renderer/strings/page-view-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** The size at which the page shows, in percent of actual size. */
export function ZoomControl() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const viewWords = useWords(pageViewStrings);
  const zoom = useDeskState((state) => state.look.zoom);
  const language = useStore(desk.settings, (settings) => settings.language);
  const percent = words.percent(Math.round((zoom / ACTUAL_SIZE) * 100));
  const zoomLines = menuLines(desk, 'view', language).slice(0, 6);
  return (
    <div className="top-group">
      <IconButton
        icon={Minus}
        label={viewWords.smaller}
        keys={keysShown('view.smaller')}
        onPress={() => runCommand(desk, 'view.smaller')}
      />
      <MenuButton
        label={`${words.zoom} ${percent}`}
        className="control quiet zoom-percent"
        lines={zoomLines}
        onChoose={(id) => runCommand(desk, id)}
      >
        {percent}
      </MenuButton>
      <IconButton
        icon={Plus}
        label={viewWords.larger}
        keys={keysShown('view.larger')}
        onPress={() => runCommand(desk, 'view.larger')}
      />
    </div>
  );
}
