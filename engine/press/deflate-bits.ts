/** Writes bits from the low end of each byte. */
export class BitWriter {
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
    // Code and length side by side: one look-up for each symbol.
    const table = Uint32Array.from(codes, (code, symbol) => code | ((lengths[symbol] ?? 0) << 16));
    let { held, heldBits, length } = this;
    for (let index = 0; index < values.length; index++) {
      const entry = table[values[index] ?? 0] ?? 0;
      held |= (entry & 0xffff) << heldBits;
      heldBits += entry >>> 16;
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

/** The check sum at the end of a zlib stream (RFC 1950, section 9), most significant byte first. */
export function zlibCheckSum(bytes: Uint8Array): readonly number[] {
  return bigEndian(adler32(bytes));
}

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

/** A code turned round: deflate reads codes from the low bit. */
export function turnedRound(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}
