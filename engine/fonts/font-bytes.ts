/**
 * The bytes of a font file, read by range. A face of 15 MB is mostly outlines of characters that a
 * page never uses: the engine asks for the ranges it needs and the host decides whether they come
 * from memory or from an open file. Reading is synchronous; ranges beyond the end are an error.
 */
export interface FontBytes {
  /** Length of the file in bytes. */
  readonly length: number;
  /** The bytes from `offset`; the caller may keep them but never changes them. */
  read(offset: number, length: number): Uint8Array;
}

/** Unpacks one zlib-compressed table of a WOFF file to exactly `length` bytes. */
export type Inflate = (packed: Uint8Array, length: number) => Uint8Array;

/** A font file that does not hold together: expected trouble with a file, told by code. */
export class UnreadableFont extends Error {
  /** What is wrong: `not a font`, `cut short`, `no such face`, `missing table` … */
  readonly reason: string;

  constructor(reason: string) {
    super(`unreadable font: ${reason}`);
    this.name = 'UnreadableFont';
    this.reason = reason;
  }
}

/** Font bytes that are wholly in memory; ranges are views of them, not copies. */
export function fontBytesOf(bytes: Uint8Array): FontBytes {
  return {
    length: bytes.length,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > bytes.length) {
        throw new UnreadableFont('cut short');
      }
      return bytes.subarray(offset, offset + length);
    },
  };
}

/** A big-endian view of the bytes, as all sfnt tables are written. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads a four-letter tag. */
export function tagAt(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(
    bytes[offset] ?? 0,
    bytes[offset + 1] ?? 0,
    bytes[offset + 2] ?? 0,
    bytes[offset + 3] ?? 0,
  );
}
