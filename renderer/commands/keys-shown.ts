import { INDESIGN_KEYMAP, shownKeys } from './keymap.ts';

const IS_MAC = /Mac/.test(globalThis.navigator?.platform ?? '');

/** The first keys of a command, as menus and tooltips show them. */
export function keysShown(id: string): string | undefined {
  const [first] = INDESIGN_KEYMAP[id] ?? [];
  return first === undefined ? undefined : namedKeys(first);
}

/** Keys that no command has, as menus show those of commands. */
export function namedKeys(keys: string): string {
  return shownKeys(keys, IS_MAC);
}
