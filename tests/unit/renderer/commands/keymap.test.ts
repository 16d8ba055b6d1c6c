import { describe, expect, test } from 'vitest';
import { ALL_COMMANDS } from '#renderer/commands/all-commands.ts';
import { INDESIGN_KEYMAP, keysOf, orderedKeys, shownKeys } from '#renderer/commands/keymap.ts';

/** A key press as the browser tells it. */
function press(key: string, code: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { ...none, key, code, ...held } as KeyboardEvent;
}

describe('a key press is written as the keymap writes it', () => {
  test('a letter by its place, so that Alt and another keyboard do not change it', () => {
    expect(keysOf(press('Ω', 'KeyZ', { ctrlKey: true, altKey: true }))).toBe('Mod+Alt+Z');
    expect(keysOf(press('Z', 'KeyZ', { metaKey: true, shiftKey: true }))).toBe('Mod+Shift+Z');
  });

  test('a mark as it is printed, without the Shift that prints it', () => {
    expect(keysOf(press('+', 'Equal', { ctrlKey: true, shiftKey: true }))).toBe('Mod++');
    expect(keysOf(press("'", 'Quote', { ctrlKey: true, altKey: true }))).toBe("Mod+Alt+'");
  });

  test('a modifier alone is none, nor is a key that the input method took', () => {
    expect(keysOf(press('Control', 'ControlLeft', { ctrlKey: true }))).toBeUndefined();
    expect(keysOf(press('Process', 'KeyN'))).toBeUndefined();
  });
});

describe('the keymap', () => {
  test('gives the same keys to two commands only when they work on different things', () => {
    const contexts = new Map(ALL_COMMANDS.map(({ id, context }) => [id, context?.join()]));
    const users = new Map<string, (string | undefined)[]>();
    for (const [id, all] of Object.entries(INDESIGN_KEYMAP)) {
      for (const keys of all.map(orderedKeys)) {
        users.set(keys, [...(users.get(keys) ?? []), contexts.get(id)]);
      }
    }
    for (const [keys, of] of users) {
      expect(new Set(of).size, `${keys} is taken twice`).toBe(of.length);
    }
  });

  test('has the keys that InDesign has taught the newsroom', () => {
    const known = { 'tool.select': 'V', 'tool.text': 'T', 'view.preview': 'W' };
    for (const [command, keys] of Object.entries(known)) {
      expect(INDESIGN_KEYMAP[command]).toContain(keys);
    }
    expect(INDESIGN_KEYMAP['view.fitPage']).toContain('Mod+0');
    expect(INDESIGN_KEYMAP['view.threads']).toContain('Mod+Alt+Y');
    expect(INDESIGN_KEYMAP['edit.palette']).toEqual(['Mod+K', 'Mod+Shift+P']);
  });

  test('shows keys as each system prints them', () => {
    expect(shownKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(shownKeys('Mod+Shift+Z', true)).toBe('⇧⌘Z');
    expect(shownKeys('Mod+Alt+Y', true)).toBe('⌥⌘Y');
    expect(shownKeys('V', true)).toBe('V');
    expect(shownKeys('Mod++', false)).toBe('Ctrl++');
    expect(shownKeys('Alt+ArrowLeft', false)).toBe('Alt+←');
  });

  test('names commands that there are', () => {
    const ids = new Set(ALL_COMMANDS.map(({ id }) => id));
    expect(Object.keys(INDESIGN_KEYMAP).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the command table', () => {
  test('has every command once, with words in both languages and no Latin in the Chinese', () => {
    const ids = ALL_COMMANDS.map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    for (const { label } of ALL_COMMANDS) {
      expect(label.zhCn).not.toMatch(/[A-Za-z]/);
      expect(label.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
