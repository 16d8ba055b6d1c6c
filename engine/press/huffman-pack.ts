import { BitWriter, turnedRound, zlibCheckSum } from './deflate-bits.ts';
import { huffmanLengths } from './huffman-lengths.ts';

/**
 * zlib stream (RFC 1950, 1951) of entropy coding alone: no search for repeats. Glyph outlines hold
 * few repeats: 265 KB of Song take 215 KB instead of 174 KB, and a sixth of the time. That is what
 * lets a page of new glyphs be pressed within its 30 ms (docs/decisions/0007-pack-glyphs-fast.md).
 */
export function packLiterals(bytes: Uint8Array): Uint8Array {
  const writer = new BitWriter(bytes.length + (bytes.length >> 3) + 1024);
  writer.bytes(ZLIB_HEADER);
  let from = 0;
  do {
    const to = Math.min(from + BLOCK_BYTES, bytes.length);
    writeBlock(writer, bytes.subarray(from, to), to === bytes.length);
    from = to;
  } while (from < bytes.length);
  writer.align();
  writer.bytes(zlibCheckSum(bytes));
  return writer.finish();
}

/** Deflate, window of 32 KB, fastest level (RFC 1950, 2.2). */
const ZLIB_HEADER = [0x78, 0x01];
/** A code of its own for each block; its table takes some 120 bytes. */
const BLOCK_BYTES = 1 << 17;
const END_OF_BLOCK = 256;
const LITERAL_CODES = 257;
/** Longest code of a literal and of a code length (RFC 1951, 3.2.7). */
const LONGEST_CODE = 15;
const LONGEST_LENGTH_CODE = 7;
/** Order in which the lengths of the code length code are written (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function writeBlock(writer: BitWriter, bytes: Uint8Array, isLast: boolean): void {
  const lengths = huffmanLengths([...countBytes(bytes), 1], LONGEST_CODE);
  writer.bits(isLast ? 1 : 0, 1);
  // Block with a code of its own.
  writer.bits(2, 2);
  writeCode(writer, lengths);
  const codes = prefixCodes(lengths);
  writer.symbols(bytes, codes, lengths);
  writer.bits(codes[END_OF_BLOCK] ?? 0, lengths[END_OF_BLOCK] ?? 0);
}

function countBytes(bytes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(END_OF_BLOCK);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  return counts;
}

/** The table of the block: literal code lengths, and one unused distance code. */
function writeCode(writer: BitWriter, lengths: Uint8Array): void {
  const counts: number[] = new Array(LENGTH_ORDER.length).fill(0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = (counts[0] ?? 0) + 1;
  const own = huffmanLengths(counts, LONGEST_LENGTH_CODE);
  const codes = prefixCodes(own);
  writer.bits(LITERAL_CODES - 257, 5);
  writer.bits(0, 5);
  writer.bits(LENGTH_ORDER.length - 4, 4);
  for (const symbol of LENGTH_ORDER) writer.bits(own[symbol] ?? 0, 3);
  for (const length of lengths) writer.bits(codes[length] ?? 0, own[length] ?? 0);
  writer.bits(codes[0] ?? 0, own[0] ?? 0);
}

/** Canonical codes for these lengths, turned round: deflate reads codes from the low bit. */
function prefixCodes(lengths: Uint8Array): Uint16Array {
  const perLength = new Uint16Array(LONGEST_CODE + 2);
  for (const length of lengths)
    if (length > 0) perLength[length + 1] = (perLength[length + 1] ?? 0) + 1;
  const next = new Uint16Array(LONGEST_CODE + 2);
  for (let length = 1; length <= LONGEST_CODE; length++) {
    next[length] = ((next[length - 1] ?? 0) + (perLength[length] ?? 0)) << 1;
  }
  const codes = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    codes[symbol] = turnedRound(code, length);
  }
  return codes;
}
