import { expect, test } from 'vitest';
import { cardKey, placeAfterKey } from '#renderer/preflight/card-keys.ts';

const ENTER = { key: 'Enter', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test('Enter with another key mends, goes to repair or answers; alone it is a click', () => {
  expect(cardKey(ENTER)).toBeUndefined();
  expect(cardKey({ ...ENTER, ctrlKey: true })).toBe('mend');
  expect(cardKey({ ...ENTER, metaKey: true })).toBe('mend');
  expect(cardKey({ ...ENTER, shiftKey: true })).toBe('repair');
  expect(cardKey({ ...ENTER, altKey: true })).toBe('waive');
  expect(cardKey({ ...ENTER, key: 'a', ctrlKey: true })).toBeUndefined();
});

test('arrow keys stop at the ends of the list', () => {
  expect(placeAfterKey('ArrowDown', 1, 3)).toBe(2);
  expect(placeAfterKey('ArrowDown', 2, 3)).toBe(2);
  expect(placeAfterKey('ArrowUp', 0, 3)).toBe(0);
  expect([placeAfterKey('Home', 2, 3), placeAfterKey('End', 0, 3)]).toEqual([0, 2]);
  expect(placeAfterKey('ArrowDown', 0, 0)).toBeUndefined();
  expect(placeAfterKey('Tab', 0, 3)).toBeUndefined();
});
