import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { runCommand } from './all-commands.ts';
import { INDESIGN_KEYMAP, keysOf, orderedKeys } from './keymap.ts';

const COMMANDS = commandsByKeys();

/**
 * Runs the command of every key press that is not meant for a field or the input method. Answers
 * how to stop.
 */
export function listenToKeys(desk: OpenDesk): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (desk.state.read().dialog !== undefined) return;
    const keys = keysOf(event);
    const ids = keys === undefined ? [] : (COMMANDS.get(keys) ?? []);
    if (keys === undefined || ids.length === 0 || isForField(event, keys)) return;
    for (const id of ids) {
      if (!runCommand(desk, id)) continue;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
  };
  // Before the story editor hears of it: it keeps Ctrl with B, I, Y and Z from everybody.
  window.addEventListener('keydown', listen, { capture: true });
  return () => window.removeEventListener('keydown', listen, { capture: true });
}

/** What fields understand themselves; a text on the page takes letters, but not undo. */
function isForField(event: KeyboardEvent, keys: string): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField && !target.isContentEditable) {
    // Lists and menus find their lines by the first letter.
    const isInList = target.closest('[role=menu], [role=listbox], [role=tablist]') !== null;
    return isInList && !keys.includes('Mod') && !/F\d+$/.test(keys);
  }
  if (!keys.includes('Mod')) return !/F\d+$/.test(keys);
  return isField ? /^Mod\+(Shift\+)?[ACVXYZ]$/.test(keys) : /^Mod\+([ACVX]|Shift\+V)$/.test(keys);
}

function commandsByKeys(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, all] of Object.entries(INDESIGN_KEYMAP)) {
    for (const keys of all) {
      const ordered = orderedKeys(keys);
      found.set(ordered, [...(found.get(ordered) ?? []), id]);
    }
  }
  return found;
}
