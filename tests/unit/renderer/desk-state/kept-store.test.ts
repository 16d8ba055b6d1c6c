import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptStore } from '#renderer/desk-state/kept-store.ts';
import { withinSideLimits } from '#renderer/desk-state/sides.ts';

const FIRST = { language: 'zh-CN', scalePercent: 100 };

describe('what is kept on this machine', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => kept.set(name, text),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('is there when the window opens again', () => {
    keptStore('desk', FIRST).change({ scalePercent: 150 });
    expect(keptStore('desk', FIRST).read()).toEqual({ language: 'zh-CN', scalePercent: 150 });
  });

  test('leaves out what another release kept, and fields of another kind', () => {
    kept.set('desk', JSON.stringify({ scalePercent: '150', colour: 'blue', language: 'en' }));
    expect(keptStore('desk', FIRST).read()).toEqual({ language: 'en', scalePercent: 100 });
  });

  test('begins anew when it is damaged', () => {
    kept.set('desk', '{"scale');
    expect(keptStore('desk', FIRST).read()).toEqual(FIRST);
    kept.set('desk', 'null');
    expect(keptStore('desk', FIRST).read()).toEqual(FIRST);
  });

  test('holds until the window closes where nothing can be kept', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    });
    const store = keptStore('desk', FIRST);
    store.change({ scalePercent: 125 });
    expect(store.read().scalePercent).toBe(125);
  });
});

test('a side panel gets neither too narrow nor too wide', () => {
  expect(withinSideLimits('left', 2)).toBe(9);
  expect(withinSideLimits('left', 12)).toBe(12);
  expect(withinSideLimits('right', 99)).toBe(36);
});
