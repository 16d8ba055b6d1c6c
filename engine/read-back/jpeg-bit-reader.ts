/** Reads bits of a JPEG scan; behind its end there are zeros. */
export interface BitReader {
  /** The next eight bits, which stay. */
  peek8(): number;
  drop(count: number): void;
  bits(count: number): number;
  /** Passes over a restart marker. */
  restart(): void;
  /** True when more was read than the scan has. */
  isSpent(): boolean;
  /** Where the marker behind the scan stands. */
  end(): number;
}

/** Zero bytes behind the end that a look ahead may take. */
const LOOK_AHEAD = 8;

/** Starts at the first byte of a scan. */
export function createBitReader(bytes: Uint8Array, start: number): BitReader {
  let at = start;
  let held = 0;
  let count = 0;
  let missing = 0;

  function fill(wanted: number): void {
    while (count < wanted) {
      const byte = bytes[at];
      // A stuffed zero follows 255; any other byte there is a marker, and the scan is over.
      const isOver = byte === undefined || (byte === 0xff && bytes[at + 1] !== 0);
      if (isOver) missing += 1;
      else at += byte === 0xff ? 2 : 1;
      held = ((held << 8) | (isOver ? 0 : byte)) & 0x7fffffff;
      count += 8;
    }
  }

  return {
    peek8() {
      fill(8);
      return (held >>> (count - 8)) & 0xff;
    },
    drop(length) {
      count -= length;
      held &= (1 << count) - 1;
    },
    bits(length) {
      fill(length);
      count -= length;
      const value = (held >>> count) & ((1 << length) - 1);
      held &= (1 << count) - 1;
      return value;
    },
    restart() {
      held = 0;
      count = 0;
      missing = 0;
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && isRestart(bytes[at + 1]))) at += 1;
      at += 2;
    },
    isSpent: () => missing > LOOK_AHEAD,
    end() {
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0)) at += 1;
      return at;
    },
  };
}

function isRestart(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0xd0 && byte <= 0xd7;
}
