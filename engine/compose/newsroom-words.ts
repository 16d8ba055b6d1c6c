import type { Finding } from '#engine/units/finding.ts';
import type { NewsroomWord, WordKind } from '#engine/words/word-lexicon.ts';

/** The newsroom's own word list, and what was wrong with it. */
export interface NewsroomWordList {
  readonly words: readonly NewsroomWord[];
  readonly findings: readonly Finding[];
}

/** Lists of templates/lexicon/newsroom.json and what their words are. */
const LISTS: readonly (readonly [string, WordKind])[] = [
  ['places', 'place'],
  ['organisations', 'organisation'],
  ['people', 'person'],
  ['terms', 'noun'],
  ['verbs', 'verb'],
];

/** One character cannot be kept whole; more than sixteen is a sentence, not a word. */
const SHORTEST = 2;
const LONGEST = 16;

/**
 * Reads the parsed newsroom.json. Editors keep this file by hand, so a bad entry is left out and
 * reported (`newsroom-word-unreadable`), and the rest is used.
 */
export function readNewsroomWords(source: unknown): NewsroomWordList {
  const words: NewsroomWord[] = [];
  const findings: Finding[] = [];
  if (typeof source !== 'object' || source === null) {
    return { words, findings: [unreadable('', -1)] };
  }
  const lists: ReadonlyMap<string, unknown> = new Map(Object.entries(source));
  for (const [name, kind] of LISTS) {
    const list = lists.get(name);
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      findings.push(unreadable(name, -1));
      continue;
    }
    for (const [at, text] of list.entries()) {
      if (isWord(text)) words.push({ text, kind });
      else findings.push(unreadable(name, at));
    }
  }
  return { words, findings };
}

function isWord(text: unknown): text is string {
  if (typeof text !== 'string' || /\s/u.test(text)) return false;
  return text.length >= SHORTEST && text.length <= LONGEST;
}

function unreadable(list: string, at: number): Finding {
  const values = { list, at };
  return { code: 'newsroom-word-unreadable', severity: 'informs', where: {}, values };
}
