import { INDESIGN_KEYMAP, shownKeys } from './keymap.ts';

const IS_MAC = /Mac/.test(globalThis.navigator?.platform ?? '');

/** The first keys of a command, as menus and tooltips show them. */
export function keysShown(id: string): string | undefined {
  const [first] = INDESIGN_KEYMAP[id] ?? [];
  return first === undefined ? undefined : shownKeys(first, IS_MAC);
}
