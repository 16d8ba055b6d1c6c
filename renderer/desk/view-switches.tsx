import {
  Eye,
  Grid3x3,
  Layers,
  type LucideIcon,
  Newspaper,
  PanelLeft,
  PanelRight,
  Rows3,
  Waypoints,
} from 'lucide-react';
import { commandById, runCommand } from '#renderer/commands/all-commands.ts';
import { keysShown } from '#renderer/commands/keys-shown.ts';
import { IconToggle } from '#renderer/controls/icon-button.tsx';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

const SWITCHES: readonly (readonly [command: string, icon: LucideIcon])[] = [
  ['view.preview', Eye],
  ['view.grid', Grid3x3],
  ['view.baselines', Rows3],
  ['view.threads', Waypoints],
  ['view.colours.proof', Newspaper],
  ['view.colours.plates', Layers],
  ['view.left', PanelLeft],
  ['view.right', PanelRight],
];

/** What is switched on and off many times a night: helpers over the page, and the side panels. */
export function ViewSwitches() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  // Each switch asks its command; the desk's state is what may change the answer.
  useDeskState((state) => state);
  return (
    <div className="top-group top-view" role="toolbar" aria-label={words.view}>
      {SWITCHES.map(([id, icon]) => {
        const command = commandById(id);
        if (command === undefined) return undefined;
        return (
          <IconToggle
            key={id}
            icon={icon}
            label={wordsIn(command.label, language)}
            keys={keysShown(id)}
            isOn={command.isChecked?.(desk) ?? false}
            onChange={() => runCommand(desk, id)}
          />
        );
      })}
    </div>
  );
}
