import { type Lexicon, openLexicon } from '#engine/words/word-lexicon.ts';

/** Words and what is mistaken for what: without them wrong characters that no list names pass. */
export interface WordSense {
  readonly lexicon: Lexicon;
  /** Characters that sound or look like a character. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
}

/** Characters by syllable without tones, and groups of characters that look alike. */
export interface AlikeCharacters {
  readonly syllables: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
}

/** What the sense of words is made of: words.bin, and files of templates/proofreading. */
export interface SenseParts extends AlikeCharacters {
  /** templates/lexicon/words.bin. */
  readonly lexicon: Uint8Array;
  /** Words younger than the lexicon. */
  readonly words: readonly string[];
}

/** The sense of words from the shipped files. */
export function openWordSense({ lexicon, words, ...alike }: SenseParts): WordSense {
  const extra = words.map((text) => ({ text, kind: 'noun' as const }));
  return { lexicon: openLexicon(lexicon, extra), alike: alikeCharacters(alike) };
}

/** Characters alike: of one syllable, of two that are told apart badly, or of one look. */
function alikeCharacters({ syllables, groups }: AlikeCharacters): WordSense['alike'] {
  const table = new Map<string, Set<string>>();
  const folded = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    const key = foldedSyllable(syllable);
    folded.set(key, [...(folded.get(key) ?? []), ...characters]);
  }
  for (const group of [...folded.values(), ...groups.map((one) => [...one])]) {
    for (const character of group) {
      const known = table.get(character) ?? new Set<string>();
      for (const other of group) if (other !== character) known.add(other);
      table.set(character, known);
    }
  }
  return new Map([...table].map(([character, others]) => [character, [...others]]));
}

/** Sounds that most of the south does not tell apart are one: in and ing, z and zh. */
function foldedSyllable(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/([ie]n)g$/u, '$1');
}
