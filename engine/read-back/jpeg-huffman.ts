import type { BitReader } from './jpeg-bit-reader.ts';
import { UnreadableJpeg } from './unreadable-jpeg.ts';

/** Codes of up to 16 bits: for each length the first code, and where its symbols begin. */
export interface HuffmanTable {
  readonly symbols: Uint8Array;
  readonly firstCode: Int32Array;
  readonly lastCode: Int32Array;
  readonly firstSymbol: Int32Array;
  /** Length × 256 + symbol of each code of at most eight bits; 0 where it is longer. */
  readonly short: Uint16Array;
}

/** The table for so many codes of each length and their symbols (ITU-T T.81, annex C). */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const firstCode = new Int32Array(17);
  const lastCode = new Int32Array(17).fill(-1);
  const firstSymbol = new Int32Array(17);
  const short = new Uint16Array(256);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length += 1) {
    const count = counts[length - 1] ?? 0;
    firstCode[length] = code;
    firstSymbol[length] = place;
    for (let index = 0; index < count && length <= 8; index += 1) {
      const start = (code + index) << (8 - length);
      short.fill(length * 256 + (symbols[place + index] ?? 0), start, start + (1 << (8 - length)));
    }
    code += count;
    place += count;
    if (count > 0) lastCode[length] = code - 1;
    code <<= 1;
  }
  return { symbols, firstCode, lastCode, firstSymbol, short };
}

/** Reads the symbol that comes next. */
export function readSymbol(reader: BitReader, table: HuffmanTable): number {
  const quick = table.short[reader.peek8()] ?? 0;
  if (quick !== 0) {
    reader.drop(quick >> 8);
    return quick & 255;
  }
  let code = 0;
  for (let length = 1; length <= 16; length += 1) {
    code = code * 2 + reader.bits(1);
    if (code <= (table.lastCode[length] ?? -1)) {
      const first = table.firstCode[length] ?? 0;
      return table.symbols[(table.firstSymbol[length] ?? 0) + code - first] ?? 0;
    }
  }
  throw new UnreadableJpeg('a damaged code');
}

/** An amount of so many bits; the lower half of each range is negative (ITU-T T.81, F.2.2.1). */
export function extended(reader: BitReader, size: number): number {
  if (size === 0) return 0;
  const value = reader.bits(size);
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}
