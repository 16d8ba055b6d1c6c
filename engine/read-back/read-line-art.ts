/** A picture of one bit, as its file describes it. */
interface LineArtLook {
  readonly widthPx: number;
  readonly heightPx: number;
  /** True when ones are inked instead of noughts. */
  readonly isTurned: boolean;
}

/** Black of blocks of pixels. */
interface LineArtBlocks {
  /** Four bytes for each block, of which the last is its black. */
  readonly inks: Uint8Array;
  readonly inksAcross: number;
  readonly inksDown: number;
}

/** Fewer pixels than this are taken one by one; a page of line art has a hundred million. */
const MOST_SINGLE_PIXELS = 4_000_000;
/** Side of a block: a byte of the file, a hundredth of an inch at 800 ppi. */
const BLOCK_PX = 8;

/**
 * How much of each block is inked. Undefined when rows are missing. A block that juts out beyond
 * the last row or column counts as bare there.
 */
export function lineArtBlocks(bits: Uint8Array, look: LineArtLook): LineArtBlocks | undefined {
  const { heightPx, widthPx } = look;
  const rowBytes = Math.ceil(widthPx / 8);
  if (bits.length < rowBytes * heightPx) return undefined;
  if (widthPx * heightPx <= MOST_SINGLE_PIXELS) return singlePixels(bits, look, rowBytes);
  const inksDown = Math.ceil(heightPx / BLOCK_PX);
  const inks = new Uint8Array(rowBytes * inksDown * 4);
  const spare = rowBytes * 8 - widthPx;
  for (let down = 0; down < inksDown; down += 1) {
    for (let across = 0; across < rowBytes; across += 1) {
      const mask = across === rowBytes - 1 ? (0xff << spare) & 0xff : 0xff;
      let inked = 0;
      for (let row = down * BLOCK_PX; row < Math.min(heightPx, (down + 1) * BLOCK_PX); row += 1) {
        const byte = bits[row * rowBytes + across] ?? 0;
        inked += onesOf((look.isTurned ? byte : ~byte) & mask);
      }
      inks[(down * rowBytes + across) * 4 + 3] = (inked * 255) / BLOCK_PX ** 2;
    }
  }
  return { inks, inksAcross: rowBytes, inksDown };
}

function singlePixels(
  bits: Uint8Array,
  { heightPx, isTurned, widthPx }: LineArtLook,
  rowBytes: number,
): LineArtBlocks {
  const inks = new Uint8Array(widthPx * heightPx * 4);
  for (let row = 0; row < heightPx; row += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const isOne = ((bits[row * rowBytes + (x >> 3)] ?? 0) & (128 >> (x & 7))) !== 0;
      if (isOne === isTurned) inks[(row * widthPx + x) * 4 + 3] = 255;
    }
  }
  return { inks, inksAcross: widthPx, inksDown: heightPx };
}

function onesOf(byte: number): number {
  let ones = 0;
  for (let left = byte; left !== 0; left &= left - 1) ones += 1;
  return ones;
}
