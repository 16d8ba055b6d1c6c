// Makes templates/lexicon/words.bin from the word list inside @node-rs/jieba (MIT).
// Usage: node build/make-word-lexicon.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WordKind } from '#engine/words/word-lexicon.ts';
import {
  LEXICON_BLOCK,
  LEXICON_HEADER,
  LEXICON_MAGIC,
  NAME_WEIGHT_STEPS,
  WORD_KINDS,
} from '#engine/words/word-lexicon.ts';

interface ListedWord {
  readonly text: string;
  readonly frequency: number;
  readonly tag: string;
}

interface TrieNode {
  readonly children: Map<string, TrieNode>;
  word: ListedWord | undefined;
}

/**
 * Words seen fewer than 4 times are noise of the source (159,317 entries stand at exactly 3), and
 * names of persons in full are left to the name weights unless they are as common as words.
 * Together this keeps the file under 900 KB.
 */
const LEAST_FREQUENCY = 4;
const LEAST_NAME_FREQUENCY = 20;
const LONGEST_WORD = 8;

/** A character is a surname when this many names of the list begin with it (own trial). */
const LEAST_SURNAME_COUNT = 25;

/** Tags of the source list, by their first letters, longest first. */
const TAG_KINDS: readonly (readonly [string, WordKind])[] = [
  ['ns', 'place'],
  ['nt', 'organisation'],
  ['nz', 'noun'],
  ['vn', 'verbalNoun'],
  ['v', 'verb'],
  ['ad', 'adverb'],
  ['a', 'adjective'],
  ['b', 'adjective'],
  ['z', 'adjective'],
  ['d', 'adverb'],
  ['p', 'preposition'],
  ['c', 'conjunction'],
  ['f', 'localizer'],
  ['m', 'number'],
  ['q', 'measure'],
  ['u', 'particle'],
  ['y', 'particle'],
  ['i', 'phrase'],
  ['l', 'phrase'],
  ['n', 'noun'],
  ['t', 'noun'],
  ['s', 'noun'],
  ['r', 'noun'],
  ['j', 'noun'],
];

makeLexicon();

function makeLexicon(): void {
  const words = readWordList();
  const kept = words.filter(isKept);
  const trie = growTrie(kept);
  const bytes = packLexicon(trie, words);
  const path = new URL('../templates/lexicon/words.bin', import.meta.url);
  writeFileSync(path, bytes);
  process.stdout.write(
    `${kept.length} of ${words.length} words, ${(bytes.length / 1000).toFixed(0)} KB\n`,
  );
}

function readWordList(): readonly ListedWord[] {
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [text = '', frequency = '0', tag = ''] = line.split(' ');
    return { text, frequency: Number(frequency), tag };
  });
}

function isKept({ text, frequency, tag }: ListedWord): boolean {
  if (text.length > LONGEST_WORD || [...text].length !== text.length) return false;
  if (text.length === 1) return true;
  return frequency >= (tag.startsWith('nr') ? LEAST_NAME_FREQUENCY : LEAST_FREQUENCY);
}

function growTrie(words: readonly ListedWord[]): TrieNode {
  const root: TrieNode = { children: new Map(), word: undefined };
  for (const word of words) {
    let node = root;
    for (const label of word.text) {
      let child = node.children.get(label);
      if (child === undefined) {
        child = { children: new Map(), word: undefined };
        node.children.set(label, child);
      }
      node = child;
    }
    node.word = word;
  }
  return root;
}

/** Nodes level by level: the children of one node follow each other, in order of their labels. */
function levelOrder(root: TrieNode): readonly (readonly [string, TrieNode])[] {
  const order: (readonly [string, TrieNode])[] = sortedChildren(root);
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at]?.[1];
    if (node !== undefined) order.push(...sortedChildren(node));
  }
  return order;
}

function sortedChildren(node: TrieNode): (readonly [string, TrieNode])[] {
  return [...node.children].sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
}

function packLexicon(root: TrieNode, words: readonly ListedWord[]): Uint8Array {
  const order = levelOrder(root);
  const most = words.reduce((highest, word) => Math.max(highest, word.frequency), 1);
  const weightStep = Math.log(most) / 254;
  const labels = new Uint16Array(order.length);
  const values = new Uint16Array(order.length);
  const ranks = new Uint32Array(Math.ceil(order.length / LEXICON_BLOCK));
  const firstChildren: number[] = [];
  let nextChild = root.children.size;
  for (const [at, [label, node]] of order.entries()) {
    if (at % LEXICON_BLOCK === 0) ranks[at / LEXICON_BLOCK] = firstChildren.length;
    const branches = node.children.size > 0;
    labels[at] = label.charCodeAt(0);
    values[at] = packValue(node.word, weightStep) | (branches ? 0x8000 : 0);
    if (!branches) continue;
    firstChildren.push(nextChild);
    nextChild += node.children.size;
  }
  const branchCount = firstChildren.length;
  firstChildren.push(nextChild);
  const bases = Uint32Array.from(
    { length: Math.floor(branchCount / LEXICON_BLOCK) + 1 },
    (_, block) => Number(firstChildren[block * LEXICON_BLOCK]),
  );
  const starts = Uint16Array.from(
    firstChildren,
    (first, branch) => first - Number(bases[Math.floor(branch / LEXICON_BLOCK)]),
  );
  const names = weighNames(words);
  const total = words.reduce((sum, word) => sum + word.frequency, 0);
  const header = packHeader({
    magic: LEXICON_MAGIC,
    nodes: order.length,
    branches: branchCount,
    roots: root.children.size,
    nameCharacters: names.characters.length,
    logTotal: Math.log(total),
    weightStep,
    longNamePrior: Math.log(names.longFrequency / total),
    shortNamePrior: Math.log(names.shortFrequency / total),
    unseenNameWeight: names.unseenWeight,
  });
  return joinParts([header, bases, ranks, labels, values, starts, names.characters, names.weights]);
}

function packValue(word: ListedWord | undefined, weightStep: number): number {
  if (word === undefined) return 0;
  const weight = 1 + Math.round(Math.log(Math.max(1, word.frequency)) / weightStep);
  return weight | (WORD_KINDS.indexOf(kindOfWord(word)) << 8);
}

/** The source marks many a common noun of two characters as a person (文明, 智慧). */
function kindOfWord({ text, tag }: ListedWord): WordKind {
  if (tag.startsWith('nr') && text.length > 2) return 'person';
  return TAG_KINDS.find(([start]) => tag.startsWith(start))?.[1] ?? 'other';
}

function packHeader(fields: Readonly<Record<(typeof LEXICON_HEADER)[number], number>>): Uint8Array {
  const header = new DataView(new ArrayBuffer(LEXICON_HEADER.length * 4));
  for (const [at, name] of LEXICON_HEADER.entries()) {
    if (LEXICON_HEADER.indexOf('logTotal') <= at) header.setFloat32(at * 4, fields[name], true);
    else header.setUint32(at * 4, fields[name], true);
  }
  return new Uint8Array(header.buffer);
}

function joinParts(parts: readonly (Uint8Array | Uint16Array | Uint32Array)[]): Uint8Array {
  const padded = parts.map((part) => Math.ceil(part.byteLength / 4) * 4);
  const bytes = new Uint8Array(padded.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const [at, part] of parts.entries()) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    offset += padded[at] ?? 0;
  }
  return bytes;
}

interface NameWeights {
  readonly characters: Uint16Array;
  readonly weights: Uint8Array;
  readonly longFrequency: number;
  readonly shortFrequency: number;
  /** Weight of a character that no listed name has in that place: counted as half a name. */
  readonly unseenWeight: number;
}

/**
 * How often each character serves as surname, first or last of the given name, counted over the
 * persons of the list; every name counts once, for a hero of novels says nothing about the rest.
 */
function weighNames(words: readonly ListedWord[]): NameWeights {
  const people = words.filter(
    ({ text, tag }) =>
      tag.startsWith('nr') && !tag.startsWith('nrt') && /^\p{Script=Han}{2,3}$/u.test(text),
  );
  const surnames = countCharacters(
    people.filter(({ text }) => text.length === 3),
    0,
  );
  const known = people.filter(
    ({ text }) => (surnames.get(text.charAt(0)) ?? 0) >= LEAST_SURNAME_COUNT,
  );
  const long = known.filter(({ text }) => text.length === 3);
  const counts = [countCharacters(known, 0), countCharacters(long, 1), countCharacters(known, -1)];
  const totals = [known.length, long.length, known.length];
  const characters = [...new Set(counts.flatMap((count) => [...count.keys()]))].sort(
    (a, b) => a.charCodeAt(0) - b.charCodeAt(0),
  );
  const weights = new Uint8Array(characters.length * 3);
  for (const [at, character] of characters.entries()) {
    for (const [role, count] of counts.entries()) {
      const share = (count.get(character) ?? 0) / (totals[role] ?? 1);
      if (share > 0) weights[at * 3 + role] = nameWeight(share);
    }
  }
  const frequency = (length: number): number =>
    known.reduce((sum, word) => sum + (word.text.length === length ? word.frequency : 0), 0);
  return {
    characters: Uint16Array.from(characters, (character) => character.charCodeAt(0)),
    weights,
    longFrequency: frequency(3),
    shortFrequency: frequency(2),
    unseenWeight: nameWeight(0.5 / known.length),
  };
}

function nameWeight(share: number): number {
  return Math.max(1, 255 + Math.round(Math.log(share) * NAME_WEIGHT_STEPS));
}

function countCharacters(words: readonly ListedWord[], at: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of words) {
    const character = text.at(at) ?? '';
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}
