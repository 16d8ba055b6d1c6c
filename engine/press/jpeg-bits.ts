/** Writes a JPEG file: markers, and bits with the stuffing that keeps them apart from markers. */
export interface JpegWriter {
  /** A marker with its length and content; one without content stands alone. */
  marker(code: number, content: readonly number[]): void;
  /** The lowest `count` bits of a value, at most 24. */
  bits(value: number, count: number): void;
  /** Fills the last byte with ones, as a marker has to start on a byte (ITU-T T.81, F.1.2.3). */
  align(): void;
  finish(): Uint8Array;
}

/** Starts an empty file. */
export function createJpegWriter(): JpegWriter {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  let held = 0;
  let heldCount = 0;

  function put(byte: number): void {
    if (length === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length] = byte;
    length += 1;
  }

  function bits(value: number, count: number): void {
    // Bits above the held ones may carry old data; the masks below drop it.
    held = (held << count) | (value & ((1 << count) - 1));
    heldCount += count;
    while (heldCount >= 8) {
      heldCount -= 8;
      const byte = (held >>> heldCount) & 0xff;
      put(byte);
      if (byte === 0xff) put(0);
    }
    held &= (1 << heldCount) - 1;
  }

  return {
    marker(code, content) {
      put(0xff);
      put(code);
      if (content.length === 0) return;
      put((content.length + 2) >> 8);
      put((content.length + 2) & 0xff);
      for (const byte of content) put(byte);
    },
    bits,
    align() {
      if (heldCount > 0) bits(0xff, 8 - heldCount);
    },
    finish: () => bytes.slice(0, length),
  };
}
