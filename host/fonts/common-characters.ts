/** First and last row of GB/T 2312-1980 that are taken: marks, letters and 3,755 characters. */
const ROWS = [
  { first: 1, last: 9 },
  { first: 16, last: 55 },
] as const;
const CELLS = 94;

/** Latin letters with their marks, and the punctuation that Chinese faces draw for them. */
const LATIN_LAST = 0x17f;
const GENERAL_PUNCTUATION = { first: 0x2010, last: 0x2044 };

/** Marks that are drawn otherwise when they stand together. */
const LIGATURES = ['——', '……', '⸺'];

/**
 * The characters of which running Chinese text is made: GB/T 2312 level one, a few characters
 * in a thousand short of any newspaper, with marks, digits, Latin, Greek and Cyrillic letters.
 * Marks that are narrower in Western words stand in one as well.
 */
export function commonCharacters(): readonly string[] {
  const bytes: number[] = [];
  for (const { first, last } of ROWS) {
    for (let row = first; row <= last; row += 1) {
      for (let cell = 1; cell <= CELLS; cell += 1) bytes.push(0xa0 + row, 0xa0 + cell);
    }
  }
  const chinese = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  const characters = new Set(
    [...chinese].filter((character) => !/[\ufffd\ue000-\uf8ff]/u.test(character)),
  );
  for (let code = 0x20; code <= LATIN_LAST; code += 1) characters.add(String.fromCodePoint(code));
  const { first, last } = GENERAL_PUNCTUATION;
  for (let code = first; code <= last; code += 1) {
    const mark = String.fromCodePoint(code);
    characters.add(mark);
    characters.add(`a${mark}`);
  }
  return [...characters, ...LIGATURES];
}
