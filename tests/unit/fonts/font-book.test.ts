import { describe, expect, test } from 'vitest';
import { createFontBook } from '#engine/fonts/font-book.ts';
import { fixtureFace } from './real-faces.ts';

describe('a font book', () => {
  const boxes = fixtureFace('name-keyed.otf');

  test('opens a fallback face on first use and keeps it', () => {
    const asked: string[] = [];
    const book = createFontBook({
      faces: [],
      fallbacks: () => ['name-keyed.otf'],
      openLate: (id) => {
        asked.push(id);
        return boxes;
      },
    });
    expect(book.opened()).toEqual([]);
    expect(book.face('name-keyed.otf')).toBe(boxes);
    expect(book.face('name-keyed.otf')).toBe(boxes);
    expect(asked).toEqual(['name-keyed.otf']);
    expect(book.opened()).toEqual(['name-keyed.otf']);
  });

  test('says which face is missing', () => {
    const book = createFontBook({ faces: [boxes], fallbacks: () => [] });
    expect(() => book.face('song-400')).toThrow('song-400');
  });
});
