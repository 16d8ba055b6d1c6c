import { Hand, MousePointer2, Redo2, Search, Type, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { runCommand } from '#renderer/commands/all-commands.ts';
import { keysShown } from '#renderer/commands/keys-shown.ts';
import { MenuBar } from '#renderer/commands/menu-bar.tsx';
import { hasNativeMenus } from '#renderer/commands/native-menus.ts';
import { Button } from '#renderer/controls/button.tsx';
import { IconButton, IconToggle } from '#renderer/controls/icon-button.tsx';
import type { Tool } from '#renderer/desk-state/desk-state.ts';
import { inLeisure, useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { toolStrings } from '#renderer/strings/tool-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { ViewSwitches } from './view-switches.tsx';
import { ZoomControl } from './zoom-control.tsx';

const TOOL_ICONS: readonly (readonly [Tool, typeof Hand])[] = [
  ['select', MousePointer2],
  ['text', Type],
  ['hand', Hand],
  ['zoom', Search],
];

/** Menus, tools, undo, zoom, and the button that everything is for. */
export function TopBar() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const tool = useDeskState((state) => state.tool);
  const { supplement, date } = useIssue();
  const { undo } = desk.openIssue;
  const undoName = useSyncExternalStore(inLeisure(desk.openIssue.subscribe), undo.undoName);
  const redoName = useSyncExternalStore(inLeisure(desk.openIssue.subscribe), undo.redoName);
  const toolNames = useWords(toolStrings);
  return (
    <header className="top-bar">
      {!hasNativeMenus() && <MenuBar />}
      <div className="top-group" role="toolbar" aria-label={words.tools}>
        {TOOL_ICONS.map(([name, icon]) => (
          <IconToggle
            key={name}
            icon={icon}
            label={toolNames[name]}
            keys={keysShown(`tool.${name}`)}
            isOn={tool === name}
            onChange={() => desk.state.change({ tool: name })}
          />
        ))}
      </div>
      <div className="top-group" role="toolbar" aria-label={words.history}>
        <IconButton
          icon={Undo2}
          label={undoName === undefined ? words.nothingToUndo : words.undo(undoName)}
          keys={keysShown('edit.undo')}
          isDisabled={undoName === undefined}
          onPress={() => runCommand(desk, 'edit.undo')}
        />
        <IconButton
          icon={Redo2}
          label={redoName === undefined ? words.nothingToRedo : words.redo(redoName)}
          keys={keysShown('edit.redo')}
          isDisabled={redoName === undefined}
          onPress={() => runCommand(desk, 'edit.redo')}
        />
      </div>
      <h1 className="top-title">{words.issue(supplement, date)}</h1>
      <ViewSwitches />
      <ZoomControl />
      <Button look="accent" onPress={() => runCommand(desk, 'file.press')}>
        {words.press}
      </Button>
    </header>
  );
}
