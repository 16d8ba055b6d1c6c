/** A stretch of a text in UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Offsets at which the words of a text begin and end. Handed in: which words Chinese falls into
 * is a question of language, and the engine asks no locale.
 */
export type WordBoundaries = (text: string) => readonly number[];

/** A caret in one text, as in `TextPosition`. */
interface CaretInText {
  readonly offset: number;
  readonly edge: 'leading' | 'trailing';
}

/**
 * The word that a double click marks: the one that holds the character which the caret stays with.
 * A mark or a blank is a word of its own, as the boundaries say.
 */
export function wordAt(
  text: string,
  { offset, edge }: CaretInText,
  boundariesOf: WordBoundaries,
): TextRange {
  const character = edge === 'leading' ? offset : offset - 1;
  const held = Math.max(0, Math.min(character, text.length - 1));
  let start = 0;
  let end = text.length;
  for (const boundary of boundariesOf(text)) {
    if (boundary <= held) start = Math.max(start, boundary);
    else end = Math.min(end, boundary);
  }
  return { start, end };
}

/** What clicks in the same place mark: one the caret, two the word, three the whole paragraph. */
export function clickedRange(
  text: string,
  caret: CaretInText,
  clicks: number,
  boundariesOf: WordBoundaries,
): TextRange {
  if (clicks <= 1) return { start: caret.offset, end: caret.offset };
  if (clicks === 2) return wordAt(text, caret, boundariesOf);
  return { start: 0, end: text.length };
}
