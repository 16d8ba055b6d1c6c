import { BitWriter, turnedRound, zlibCheckSum } from './deflate-bits.ts';

/**
 * zlib stream (RFC 1950, 1951) of bytes that are nearly all nought, such as a /CIDToGIDMap: 60 KB
 * with 800 numbers in them. Runs of noughts are found by looking, not by searching, and the code is
 * the fixed one: an eighth of the time, 2 KB more.
 */
export function packSparse(bytes: Uint8Array): Uint8Array {
  const writer = new BitWriter(1 << 13);
  writer.bytes(ZLIB_HEADER);
  // One block, the last, in the fixed code.
  writer.bits(1, 1);
  writer.bits(1, 2);
  for (let at = 0; at < bytes.length; ) {
    const run = noughtsFrom(bytes, at);
    if (run <= SHORTEST_REPEAT) {
      writeLiteral(writer, bytes[at] ?? 0);
      at += 1;
    } else {
      writeLiteral(writer, 0);
      writeRepeats(writer, run - 1);
      at += run;
    }
  }
  writer.bits(0, 7);
  writer.align();
  writer.bytes(zlibCheckSum(bytes));
  return writer.finish();
}

/** Deflate, window of 32 KB, fastest level (RFC 1950, 2.2). */
const ZLIB_HEADER = [0x78, 0x01];
// Lengths of repeats (RFC 1951, 3.2.5).
const SHORTEST_REPEAT = 3;
const LONGEST_REPEAT = 258;

function noughtsFrom(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] === 0) at += 1;
  return at - start;
}

/** Noughts that repeat the one before, at distance 1; what is too short for a repeat follows. */
function writeRepeats(writer: BitWriter, count: number): void {
  let left = count;
  while (left >= SHORTEST_REPEAT) {
    const length = Math.min(left, LONGEST_REPEAT);
    writeLength(writer, length);
    // Distance code 0 of five bits.
    writer.bits(0, 5);
    left -= length;
  }
  for (; left > 0; left -= 1) writeLiteral(writer, 0);
}

/** The fixed code (RFC 1951, 3.2.6): 0 to 143 from 00110000 on, 144 to 255 from 110010000 on. */
function writeLiteral(writer: BitWriter, value: number): void {
  if (value < 144) writer.bits(turnedRound(0x30 + value, 8), 8);
  else writer.bits(turnedRound(0x190 + value - 144, 9), 9);
}

/**
 * Lengths 3 to 257: eight to a doubling, four codes each, so the bits beyond the highest three are
 * written apart; 258 has a code of its own (RFC 1951, 3.2.5).
 */
function writeLength(writer: BitWriter, length: number): void {
  if (length === LONGEST_REPEAT) {
    writeLengthCode(writer, 285);
    return;
  }
  const offset = length - SHORTEST_REPEAT;
  const extraBits = offset < 8 ? 0 : 29 - Math.clz32(offset);
  writeLengthCode(writer, 257 + 4 * extraBits + (offset >> extraBits));
  writer.bits(offset & ((1 << extraBits) - 1), extraBits);
}

function writeLengthCode(writer: BitWriter, code: number): void {
  if (code < 280) writer.bits(turnedRound(code - 256, 7), 7);
  else writer.bits(turnedRound(0xc0 + code - 280, 8), 8);
}
