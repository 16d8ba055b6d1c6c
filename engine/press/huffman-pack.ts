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
  writer.bytes(bigEndian(adler32(bytes)));
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
  const counts: number[] = new Array(LITERAL_CODES).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  counts[END_OF_BLOCK] = 1;
  const lengths = huffmanLengths(counts, LONGEST_CODE);
  writer.bits(isLast ? 1 : 0, 1);
  // Block with a code of its own.
  writer.bits(2, 2);
  writeCode(writer, lengths);
  const codes = prefixCodes(lengths);
  writer.symbols(bytes, codes, lengths);
  writer.bits(codes[END_OF_BLOCK] ?? 0, lengths[END_OF_BLOCK] ?? 0);
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

function turnedRound(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}

/** Writes bits from the low end of each byte. */
class BitWriter {
  private buffer: Uint8Array;
  private length = 0;
  private held = 0;
  private heldBits = 0;

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity);
  }

  bits(value: number, count: number): void {
    this.held |= value << this.heldBits;
    this.heldBits += count;
    while (this.heldBits >= 8) {
      this.put(this.held & 0xff);
      this.held >>>= 8;
      this.heldBits -= 8;
    }
  }

  /** Writes the codes of many symbols: the loop that packing spends its time in. */
  symbols(values: Uint8Array, codes: Uint16Array, lengths: Uint8Array): void {
    // Fifteen bits a symbol at most; the rest of the room is for what stands after them.
    this.makeRoom(values.length * 2);
    const { buffer } = this;
    let { held, heldBits, length } = this;
    for (let index = 0; index < values.length; index++) {
      const symbol = values[index] ?? 0;
      held |= (codes[symbol] ?? 0) << heldBits;
      heldBits += lengths[symbol] ?? 0;
      // At most 15 bits are held before, and 15 are added: two bytes leave at a time.
      if (heldBits >= 16) {
        buffer[length++] = held & 0xff;
        buffer[length++] = (held >>> 8) & 0xff;
        held >>>= 16;
        heldBits -= 16;
      }
    }
    this.held = held;
    this.heldBits = heldBits;
    this.length = length;
  }

  /** Fills the byte that was begun with zero bits. */
  align(): void {
    this.bits(0, (8 - (this.heldBits % 8)) % 8);
  }

  bytes(values: readonly number[]): void {
    for (const value of values) this.bits(value, 8);
  }

  finish(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private put(byte: number): void {
    this.makeRoom(1);
    this.buffer[this.length++] = byte;
  }

  private makeRoom(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const wider = new Uint8Array(this.buffer.length * 2 + bytes);
    wider.set(this.buffer);
    this.buffer = wider;
  }
}

const ADLER_MODULUS = 65521;
/** Bytes that can be summed before the sums leave 32 bits (RFC 1950, 9). */
const ADLER_STRETCH = 5552;

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let from = 0; from < bytes.length; from += ADLER_STRETCH) {
    const to = Math.min(from + ADLER_STRETCH, bytes.length);
    for (let index = from; index < to; index++) {
      a += bytes[index] ?? 0;
      b += a;
    }
    a %= ADLER_MODULUS;
    b %= ADLER_MODULUS;
  }
  return b * 65536 + a;
}

function bigEndian(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
