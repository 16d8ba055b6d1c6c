import { describe, expect, it } from 'vitest';
import { readNewsroomWords } from '#engine/compose/newsroom-words.ts';
import { newsroomList } from './shipped-lexicon.ts';

describe('the list of the newsroom', () => {
  it('is read without complaint as shipped, and names no word twice', () => {
    const { words, findings } = readNewsroomWords(newsroomList());
    expect(findings).toEqual([]);
    expect(words).toContainEqual({ text: '经开区', kind: 'organisation' });
    expect(new Set(words.map((word) => word.text)).size).toBe(words.length);
  });

  it('loses a bad entry, not the rest', () => {
    const { words, findings } = readNewsroomWords({ places: ['雨湖', 7, '湖'], terms: 'x' });
    expect(words).toEqual([{ text: '雨湖', kind: 'place' }]);
    expect(findings.map((finding) => finding.values)).toEqual([
      { list: 'places', at: 1 },
      { list: 'places', at: 2 },
      { list: 'terms', at: -1 },
    ]);
  });

  it('says when the file holds no lists', () => {
    expect(readNewsroomWords('damaged').findings).toHaveLength(1);
  });
});
