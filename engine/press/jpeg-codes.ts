import { huffmanLengths } from './huffman-lengths.ts';

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
const SYMBOLS = 256;

/**
 * The shortest codes for symbols that occur so often (ITU-T T.81, K.2). JPEG forbids the code of
 * all ones, so a symbol beyond the real ones takes it: rarer than any, it has the last code of all.
 */
export function huffmanCodes(frequencies: ReadonlyArray<number>): HuffmanCodes {
  const counts = Array.from({ length: SYMBOLS }, (_, symbol) => 2 * (frequencies[symbol] ?? 0));
  const lengths = huffmanLengths([...counts, 1], LONGEST_CODE).subarray(0, SYMBOLS);
  const lengthCounts = new Array<number>(LONGEST_CODE).fill(0);
  const symbols: number[] = [];
  const codes = new Uint16Array(SYMBOLS);
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    for (let symbol = 0; symbol < SYMBOLS; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      codes[symbol] = code;
      code += 1;
      symbols.push(symbol);
      lengthCounts[length - 1] = (lengthCounts[length - 1] ?? 0) + 1;
    }
    code <<= 1;
  }
  return { codes, lengths, segment: [...lengthCounts, ...symbols] };
}
