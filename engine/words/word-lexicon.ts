import { assert } from '#engine/units/assert.ts';

/**
 * The packed word list of templates/lexicon/words.bin, written by build/make-word-lexicon.ts.
 *
 * The bytes are searched where they lie; opening makes views and nothing else, because a map of
 * 120,000 strings costs more than composing the page (docs/decisions, words of the headline).
 * Little-endian, every part on a multiple of four:
 *
 *   header    10 × 4 bytes, see LEXICON_HEADER
 *   bases     uint32  first child of every 64th branching node
 *   ranks     uint32  branching nodes before every 64th node
 *   labels    uint16  UTF-16 unit of each node; nodes level by level, siblings in order
 *   values    uint16  bits 0–7 weight (0: no word ends here), 8–11 kind, 15 has children
 *   starts    uint16  first child of each branching node, less its base
 *   name characters uint16, then three weights uint8 each: as surname, first and last of the name
 */
export const LEXICON_MAGIC = 0x31575842;

/** Number of nodes that share one entry of `bases` and `ranks`. */
export const LEXICON_BLOCK = 64;

/** Header fields in order; the floats are natural logarithms. */
export const LEXICON_HEADER = [
  'magic',
  'nodes',
  'branches',
  'roots',
  'nameCharacters',
  'logTotal',
  'weightStep',
  'longNamePrior',
  'shortNamePrior',
  'unseenNameWeight',
] as const;

/** Name weights run from 1 (rarest) to 255 (certain); one step is 1/16 of a natural logarithm. */
export const NAME_WEIGHT_STEPS = 16;

/** What a word does in a sentence, as far as the choice of a line break needs to know. */
export const WORD_KINDS = [
  'other',
  'noun',
  'place',
  'person',
  'organisation',
  'verb',
  'verbalNoun',
  'adjective',
  'adverb',
  'preposition',
  'conjunction',
  'particle',
  'localizer',
  'number',
  'measure',
  'phrase',
] as const;

/** One of `WORD_KINDS`. */
export type WordKind = (typeof WORD_KINDS)[number];

/** One word of the lexicon that begins at the place asked for. */
export interface LexiconWord {
  /** Length in UTF-16 units. */
  readonly length: number;
  /** Natural logarithm of the word's share of all words. */
  readonly logProbability: number;
  readonly kind: WordKind;
}

/** A word that the newsroom adds to the packed list. */
export interface NewsroomWord {
  readonly text: string;
  readonly kind: WordKind;
}

/** Words with their frequencies, ready to be searched. */
export interface Lexicon {
  readonly packed: PackedWords;
  /** The newsroom's own words, by their first character. */
  readonly extra: ReadonlyMap<string, readonly NewsroomWord[]>;
}

/** Views on the bytes of words.bin; see the description of the file above. */
interface PackedWords {
  readonly roots: number;
  readonly logTotal: number;
  readonly weightStep: number;
  readonly longNamePrior: number;
  readonly shortNamePrior: number;
  readonly unseenNameWeight: number;
  readonly bases: Uint32Array;
  readonly ranks: Uint32Array;
  readonly labels: Uint16Array;
  readonly values: Uint16Array;
  readonly starts: Uint16Array;
  readonly nameCharacters: Uint16Array;
  readonly nameWeights: Uint8Array;
}

/**
 * A newsroom word counts as one word in 2,000 (own trial): more likely than its own parts in every
 * entry of the shipped newsroom list, except parts as common as 的 or 在.
 */
const NEWSROOM_LOG_PROBABILITY = -Math.log(2000);

/** Opens the packed words and adds the newsroom's own. Damaged bytes are a fault of our build. */
export function openLexicon(bytes: Uint8Array, extraWords: readonly NewsroomWord[]): Lexicon {
  const extra = new Map<string, NewsroomWord[]>();
  for (const word of extraWords) {
    const first = word.text.charAt(0);
    const sameStart = extra.get(first);
    if (sameStart === undefined) extra.set(first, [word]);
    else sameStart.push(word);
  }
  return { packed: openPackedWords(bytes), extra };
}

/** All words of the lexicon that stand in `text` at `start`, the newsroom's own first. */
export function wordsAt(lexicon: Lexicon, text: string, start: number): LexiconWord[] {
  const found: LexiconWord[] = [];
  for (const word of lexicon.extra.get(text.charAt(start)) ?? []) {
    if (text.startsWith(word.text, start)) {
      const { kind } = word;
      found.push({ length: word.text.length, logProbability: NEWSROOM_LOG_PROBABILITY, kind });
    }
  }
  const { packed } = lexicon;
  let low = 0;
  let high = packed.roots;
  for (let at = start; at < text.length; at += 1) {
    const node = findLabel(packed.labels, text.charCodeAt(at), { low, high });
    if (node === undefined) break;
    const value = packed.values[node] ?? 0;
    const weight = value & 0xff;
    if (weight > 0) {
      const logProbability = (weight - 1) * packed.weightStep - packed.logTotal;
      found.push({ length: at + 1 - start, logProbability, kind: kindOf(value) });
    }
    if ((value & 0x8000) === 0) break;
    const branch = branchOf(packed, node);
    low = childrenStart(packed, branch);
    high = childrenStart(packed, branch + 1);
  }
  return found;
}

/**
 * Logarithm of the chance that the `length` characters at `start` are a person's name of two or
 * three characters; undefined when the first is no surname. They must all be Han.
 */
export function nameLogProbability(
  lexicon: Lexicon,
  text: string,
  { start, length }: { readonly start: number; readonly length: 2 | 3 },
): number | undefined {
  const { packed } = lexicon;
  let sum = length === 3 ? packed.longNamePrior : packed.shortNamePrior;
  for (let step = 0; step < length; step += 1) {
    const role = step === 0 ? 0 : step === length - 1 ? 2 : 1;
    const all = { low: 0, high: packed.nameCharacters.length };
    const found = findLabel(packed.nameCharacters, text.charCodeAt(start + step), all);
    const weight = found === undefined ? 0 : (packed.nameWeights[found * 3 + role] ?? 0);
    if (weight === 0 && role === 0) return undefined;
    sum += ((weight === 0 ? packed.unseenNameWeight : weight) - 255) / NAME_WEIGHT_STEPS;
  }
  return sum;
}

/** Share, as a logarithm, of a character that the lexicon does not know: seen once. */
export function unknownLogProbability(lexicon: Lexicon): number {
  return -lexicon.packed.logTotal;
}

function openPackedWords(bytes: Uint8Array): PackedWords {
  // Typed views need an aligned start; a slice of a larger buffer may not have one.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = new DataView(aligned.buffer, aligned.byteOffset, LEXICON_HEADER.length * 4);
  const field = (name: (typeof LEXICON_HEADER)[number]): number =>
    header.getUint32(LEXICON_HEADER.indexOf(name) * 4, true);
  const real = (name: (typeof LEXICON_HEADER)[number]): number =>
    header.getFloat32(LEXICON_HEADER.indexOf(name) * 4, true);
  assert(field('magic') === LEXICON_MAGIC, 'words.bin does not begin with its mark');
  const nodes = field('nodes');
  const branches = field('branches');
  let offset = aligned.byteOffset + LEXICON_HEADER.length * 4;
  const take = (byteCount: number): number => {
    const here = offset;
    offset += Math.ceil(byteCount / 4) * 4;
    return here;
  };
  const baseCount = Math.floor(branches / LEXICON_BLOCK) + 1;
  const rankCount = Math.ceil(nodes / LEXICON_BLOCK);
  const { buffer } = aligned;
  const nameCount = field('nameCharacters');
  const bases = new Uint32Array(buffer, take(baseCount * 4), baseCount);
  const ranks = new Uint32Array(buffer, take(rankCount * 4), rankCount);
  const labels = new Uint16Array(buffer, take(nodes * 2), nodes);
  const values = new Uint16Array(buffer, take(nodes * 2), nodes);
  const starts = new Uint16Array(buffer, take((branches + 1) * 2), branches + 1);
  const nameCharacters = new Uint16Array(buffer, take(nameCount * 2), nameCount);
  const nameWeights = new Uint8Array(buffer, take(nameCount * 3), nameCount * 3);
  assert(offset <= aligned.byteOffset + aligned.byteLength, 'words.bin is cut short');
  return {
    roots: field('roots'),
    logTotal: real('logTotal'),
    weightStep: real('weightStep'),
    longNamePrior: real('longNamePrior'),
    shortNamePrior: real('shortNamePrior'),
    unseenNameWeight: real('unseenNameWeight'),
    ...{ bases, ranks, labels, values, starts, nameCharacters, nameWeights },
  };
}

function findLabel(
  labels: Uint16Array,
  wanted: number,
  range: { readonly low: number; readonly high: number },
): number | undefined {
  let { low, high } = range;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const label = labels[middle] ?? 0;
    if (label === wanted) return middle;
    if (label < wanted) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

function kindOf(value: number): WordKind {
  return WORD_KINDS[(value >> 8) & 0xf] ?? 'other';
}

/** How many branching nodes stand before this one. */
function branchOf(packed: PackedWords, node: number): number {
  const block = Math.floor(node / LEXICON_BLOCK);
  let rank = packed.ranks[block] ?? 0;
  for (let before = block * LEXICON_BLOCK; before < node; before += 1) {
    rank += (packed.values[before] ?? 0) >>> 15;
  }
  return rank;
}

function childrenStart(packed: PackedWords, branch: number): number {
  return (packed.bases[Math.floor(branch / LEXICON_BLOCK)] ?? 0) + (packed.starts[branch] ?? 0);
}
