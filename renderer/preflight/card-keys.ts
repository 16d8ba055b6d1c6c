import type { KeyboardEvent } from 'react';

/** What a key does to the finding that has the keyboard; Enter alone shows its place. */
export type CardKey = 'mend' | 'repair' | 'waive';

/** What Enter with another key is there for; undefined for every other key. */
export function cardKey({
  altKey,
  ctrlKey,
  key,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>):
  | CardKey
  | undefined {
  if (key !== 'Enter') return undefined;
  if (ctrlKey || metaKey) return 'mend';
  if (shiftKey) return 'repair';
  return altKey ? 'waive' : undefined;
}

/** The place that an arrow key, Home or End leads to among `count` ones; undefined: none. */
export function placeAfterKey(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowUp':
      return Math.max(place - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
