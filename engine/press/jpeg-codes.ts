/** A Huffman code for each symbol of 0 to 255 that occurs, and how a JPEG file states it. */
export interface HuffmanCodes {
  /** Code of each symbol; its length is in `lengths`. */
  readonly codes: Uint16Array;
  /** Length in bits; 0 for a symbol that does not occur. */
  readonly lengths: Uint8Array;
  /** Content of the DHT segment: sixteen counts, then the symbols in order of their codes. */
  readonly segment: readonly number[];
}

const LONGEST_CODE = 16;

/** The shortest codes for symbols that occur so often (ITU-T T.81, K.2). */
export function huffmanCodes(frequencies: ReadonlyArray<number>): HuffmanCodes {
  const lengths = limitedLengths(codeLengths(frequencies));
  const counts = new Array<number>(LONGEST_CODE).fill(0);
  const symbols: number[] = [];
  const codes = new Uint16Array(256);
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    for (let symbol = 0; symbol < 256; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      codes[symbol] = code;
      code += 1;
      symbols.push(symbol);
      counts[length - 1] = (counts[length - 1] ?? 0) + 1;
    }
    code <<= 1;
  }
  return { codes, lengths, segment: [...counts, ...symbols] };
}

/** A symbol, or a pair of subtrees, in the making of the code tree. */
interface Tree {
  readonly frequency: number;
  readonly symbols: readonly number[];
}

/** A symbol beyond the real ones: it takes the code of all ones, which JPEG forbids. */
const FORBIDDEN_SYMBOL = 256;

/** Joins the two rarest trees again and again; each joining makes their symbols one bit longer. */
function codeLengths(frequencies: ReadonlyArray<number>): readonly number[] {
  const lengths = new Array<number>(FORBIDDEN_SYMBOL + 1).fill(0);
  const trees: Tree[] = [{ frequency: 1, symbols: [FORBIDDEN_SYMBOL] }];
  frequencies.forEach((frequency, symbol) => {
    if (frequency > 0) trees.push({ frequency, symbols: [symbol] });
  });
  while (trees.length > 1) {
    const a = takeRarest(trees);
    const b = takeRarest(trees);
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    trees.push({ frequency: a.frequency + b.frequency, symbols });
  }
  return lengths;
}

/** Of equally rare trees the last one, in which the forbidden symbol is not. */
function takeRarest(trees: Tree[]): Tree {
  let rarest = 0;
  trees.forEach((tree, index) => {
    if (tree.frequency <= (trees[rarest]?.frequency ?? 0)) rarest = index;
  });
  const [tree] = trees.splice(rarest, 1);
  if (!tree) throw new Error('no tree left to join');
  return tree;
}

/**
 * Lengths of at most sixteen bits. Symbols in order of rising length get the counts that K.2 leaves
 * after moving pairs of too long codes up: one goes beside its sibling's parent, the other splits a
 * shorter code in two.
 */
function limitedLengths(lengths: readonly number[]): Uint8Array {
  const counts = new Array<number>(FORBIDDEN_SYMBOL + 2).fill(0);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  for (let length = counts.length - 1; length > LONGEST_CODE; length -= 1) {
    while ((counts[length] ?? 0) > 0) {
      let shorter = length - 2;
      while ((counts[shorter] ?? 0) === 0) shorter -= 1;
      addTo(counts, length, -2);
      addTo(counts, length - 1, 1);
      addTo(counts, shorter + 1, 2);
      addTo(counts, shorter, -1);
    }
  }
  // The forbidden symbol leaves: it is one of the longest codes.
  const longest = counts.findLastIndex((count) => count > 0);
  addTo(counts, longest, -1);

  const symbols = Array.from({ length: FORBIDDEN_SYMBOL }, (_, symbol) => symbol)
    .filter((symbol) => (lengths[symbol] ?? 0) > 0)
    .sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
  const limited = new Uint8Array(FORBIDDEN_SYMBOL);
  let next = 0;
  counts.forEach((count, length) => {
    for (const symbol of symbols.slice(next, next + count)) limited[symbol] = length;
    next += count;
  });
  return limited;
}

function addTo(counts: number[], length: number, change: number): void {
  counts[length] = (counts[length] ?? 0) + change;
}
