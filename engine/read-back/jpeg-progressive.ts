import type { BitReader } from './jpeg-bit-reader.ts';
import { type Component, type Frame, ZIGZAG } from './jpeg-frame.ts';
import { extended, type HuffmanTable, readSymbol } from './jpeg-huffman.ts';
import { inverseTransform } from './jpeg-inverse.ts';
import { UnreadableJpeg } from './unreadable-jpeg.ts';

/** What one scan of a progressive file brings (ITU-T T.81, annex G). */
export interface ScanPart {
  /** First and last amount of each block, in the order of writing. */
  readonly first: number;
  readonly last: number;
  /** True where earlier scans have brought the bits above. */
  readonly isRefining: boolean;
  /** The lowest bit that it brings. */
  readonly bit: number;
}

/** Reads the end of a scan's head. */
export function scanPart(first: number, last: number, bits: number): ScanPart {
  const part = { first, last, isRefining: bits >> 4 !== 0, bit: bits & 15 };
  const isOfBlock = first <= last && last < 64 && (first > 0 || last === 0);
  if (!isOfBlock || part.bit > 13) throw new UnreadableJpeg('an impossible scan');
  return part;
}

/** A scan under way: blocks behind a run's mark have nothing new but bits that refine. */
export interface ScanState {
  readonly reader: BitReader;
  readonly part: ScanPart;
  emptyBlocks: number;
}

/** The codes of a channel. */
export interface Codes {
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

/** Reads what a scan brings to one block of a channel. */
export function readBlockPart(
  state: ScanState,
  {
    component,
    codes,
    place,
  }: {
    readonly component: Component;
    readonly codes: Codes;
    readonly place: number;
  },
): void {
  const block = component.amounts?.subarray(place * 64, place * 64 + 64);
  if (block === undefined) throw new UnreadableJpeg('a scan of parts in a file of one');
  const { part, reader } = state;
  if (part.first === 0) {
    if (part.isRefining) block[0] = (block[0] ?? 0) | (reader.bits(1) << part.bit);
    else {
      component.prediction += extended(reader, readSymbol(reader, needed(codes.dc)));
      block[0] = component.prediction << part.bit;
    }
    return;
  }
  if (part.isRefining) refineAmounts(state, block, needed(codes.ac));
  else firstAmounts(state, block, needed(codes.ac));
}

function needed(table: HuffmanTable | undefined): HuffmanTable {
  if (table === undefined) throw new UnreadableJpeg('a table is missing');
  return table;
}

/** Sixteen zeros in a row. */
const SIXTEEN_ZEROS = 15;

function firstAmounts(state: ScanState, block: Int16Array, codes: HuffmanTable): void {
  const { part, reader } = state;
  if (state.emptyBlocks > 0) {
    state.emptyBlocks -= 1;
    return;
  }
  for (let index = part.first; index <= part.last; index += 1) {
    const symbol = readSymbol(reader, codes);
    const [run, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && run < SIXTEEN_ZEROS) {
      state.emptyBlocks = runLength(reader, run) - 1;
      return;
    }
    index += run;
    if (size === 0) continue;
    const at = ZIGZAG[index];
    if (at === undefined) throw new UnreadableJpeg('a damaged block');
    block[at] = extended(reader, size) << part.bit;
  }
}

/** Blocks that end here, this one among them: two to the power of `size`, and further bits. */
function runLength(reader: BitReader, size: number): number {
  return (1 << size) + (size === 0 ? 0 : reader.bits(size));
}

/** Amounts that are known get a further bit; between them stand new ones (ITU-T T.81, G.1.2.3). */
function refineAmounts(state: ScanState, block: Int16Array, codes: HuffmanTable): void {
  const { part, reader } = state;
  let index = part.first;
  while (state.emptyBlocks === 0 && index <= part.last) {
    const symbol = readSymbol(reader, codes);
    const [run, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && run < SIXTEEN_ZEROS) {
      state.emptyBlocks = runLength(reader, run);
      break;
    }
    const fresh = size === 0 ? 0 : reader.bits(1) === 1 ? 1 << part.bit : -1 << part.bit;
    index = refineRun(state, block, { index, zeros: run });
    const at = ZIGZAG[index];
    if (fresh !== 0 && (at === undefined || index > part.last)) {
      throw new UnreadableJpeg('a damaged block');
    }
    if (fresh !== 0 && at !== undefined) block[at] = fresh;
    index += 1;
  }
  if (state.emptyBlocks === 0) return;
  refineRun(state, block, { index, zeros: 64 });
  state.emptyBlocks -= 1;
}

/** Refines what is known up to the place behind so many zeros, and gives that place back. */
function refineRun(
  { part, reader }: ScanState,
  block: Int16Array,
  start: { readonly index: number; readonly zeros: number },
): number {
  let { index, zeros } = start;
  for (; index <= part.last; index += 1) {
    const at = ZIGZAG[index] ?? 0;
    const known = block[at] ?? 0;
    if (known === 0) {
      if (zeros === 0) break;
      zeros -= 1;
    } else if (reader.bits(1) === 1 && (known & (1 << part.bit)) === 0) {
      block[at] = known + (known > 0 ? 1 << part.bit : -1 << part.bit);
    }
  }
  return index;
}

/** Turns the gathered amounts into samples, once all scans have been read. */
export function finishPlanes(
  { components }: Frame,
  quantities: ReadonlyMap<number, Int32Array>,
): void {
  const block = new Float32Array(64);
  for (const { amounts, plane, table } of components) {
    const quantity = quantities.get(table);
    if (amounts === undefined) continue;
    if (quantity === undefined) throw new UnreadableJpeg('a table is missing');
    for (let start = 0; start < amounts.length; start += 64) {
      let isFlat = true;
      for (let at = 0; at < 64; at += 1) {
        const amount = amounts[start + at] ?? 0;
        block[at] = amount * (quantity[at] ?? 1);
        if (at > 0 && amount !== 0) isFlat = false;
      }
      inverseTransform(block, plane.subarray(start, start + 64), isFlat);
    }
  }
}
