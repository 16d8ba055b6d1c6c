const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where the words of a text begin and end, by the browser's dictionary. */
export function wordBoundaries(text: string): readonly number[] {
  const starts = [...WORDS.segment(text)].map(({ index }) => index);
  return [...starts, text.length];
}
