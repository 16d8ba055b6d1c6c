import type { MenuEntry, MenuModel } from '#host/contract.ts';
import type { MenuLine } from '#renderer/controls/menu.tsx';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type {} from '#renderer/door/host-door.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import { INDESIGN_KEYMAP, orderedKeys } from './keymap.ts';
import { MENUS, menuLines } from './menu-lines.ts';

/** True where the system draws our menus: in Electron. */
export function hasNativeMenus(): boolean {
  return window.banxin !== undefined;
}

/** Typing changes what can be undone; menus that nobody has open can wait for a pause in it. */
const SETTLING_MS = 120;

/** Keeps the system's menus as the command table gives them; answers how to stop. */
export function keepNativeMenus(desk: OpenDesk): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = '';
  const send = () => {
    timer = undefined;
    const menus = menuModels(desk);
    const text = JSON.stringify(menus);
    if (text === sent) return;
    sent = text;
    void desk.host.setMenus({ menus });
  };
  const later = () => {
    timer ??= setTimeout(send, SETTLING_MS);
  };
  send();
  const stops = [
    desk.state.subscribe(later),
    desk.settings.subscribe(later),
    desk.openIssue.subscribe(later),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** The menus of the window as the host takes them. */
export function menuModels(desk: OpenDesk): readonly MenuModel[] {
  const { language } = desk.settings.read();
  const words = wordsIn(commandStrings, language);
  const models = MENUS.map((menu) => ({
    label: words[menu],
    entries: menuLines(desk, menu, language).map(entryOf),
  }));
  return models.filter(({ entries }) => entries.length > 0);
}

function entryOf(line: MenuLine): MenuEntry {
  switch (line.kind) {
    case 'line':
      return { kind: 'line' };
    case 'menu':
      return { kind: 'menu', label: line.label, entries: line.lines.map(entryOf) };
    case 'entry':
      return {
        kind: 'command',
        command: line.id,
        label: line.label,
        accelerator: acceleratorOf(line.id),
        isEnabled: line.isEnabled,
        isChecked: line.isChecked,
      };
  }
}

/** Keys as Electron writes them: `CmdOrCtrl+Shift+S`, and `Plus` for the mark that joins them. */
function acceleratorOf(command: string): string | undefined {
  const [keys] = INDESIGN_KEYMAP[command] ?? [];
  return keys && orderedKeys(keys).replace('Mod', 'CmdOrCtrl').replace(/\+$/, 'Plus');
}
