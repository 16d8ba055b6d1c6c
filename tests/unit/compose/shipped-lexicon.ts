import { readFileSync } from 'node:fs';
import { readNewsroomWords } from '#engine/compose/newsroom-words.ts';
import { openLexicon } from '#engine/words/word-lexicon.ts';

const folder = new URL('../../../templates/lexicon/', import.meta.url);

/** The bytes of the lexicon that the desk ships. */
export function wordBytes(): Uint8Array {
  return new Uint8Array(readFileSync(new URL('words.bin', folder)));
}

/** The parsed newsroom.json that the desk ships. */
export function newsroomList(): unknown {
  return JSON.parse(readFileSync(new URL('newsroom.json', folder), 'utf8'));
}

/** The lexicon as the desk opens it. */
export const SHIPPED_LEXICON = openLexicon(wordBytes(), readNewsroomWords(newsroomList()).words);
