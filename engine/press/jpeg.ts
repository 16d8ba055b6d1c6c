import { createJpegWriter, type JpegWriter } from './jpeg-bits.ts';
import { type HuffmanCodes, huffmanCodes } from './jpeg-codes.ts';
import {
  BLOCK_LENGTH,
  type BlockTransform,
  createBlockTransform,
  ZIGZAG,
} from './jpeg-transform.ts';

/** Samples to be packed as a JPEG file: ink amounts or lightness, 0 to 255, channels together. */
export interface JpegRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 for a black-plate picture, 4 for all inks. */
  readonly channels: 1 | 4;
  readonly samples: Uint8Array;
  /** 1 (coarse) to 100 (fine), on the scale that the trade knows from libjpeg. */
  readonly quality: number;
  /** Sum of the channels that no pixel may exceed once it is unpacked; undefined for no limit. */
  readonly greatestSum: number | undefined;
}

const SIDE = 8;

/**
 * Packs samples as a baseline JPEG file (ITU-T T.81) without any colour transform: what goes in is
 * what a PDF reads out, ink for ink, so no /Decode is needed.
 *
 * Why our own and not sharp's: sharp takes no inks as input, and only here can the ink limit be
 * kept. Packing makes pixels swing: a pixel at the limit may be unpacked above it. Wherever a block
 * could, it is unpacked again and, if need be, packed once more with less ink.
 */
export function packJpeg(request: JpegRequest): Uint8Array {
  const steps = quantizationSteps(request.quality);
  const coefficients = packBlocks(request, createBlockTransform(steps));
  const classes = symbolClasses(request.channels);
  const symbols = readSymbols(coefficients, classes);
  const codes = codesFor(symbols.frequencies);
  const writer = createJpegWriter();
  writeHeaders(writer, { request, steps, classes, codes });
  writeSymbols(writer, symbols.entries, codes);
  writer.align();
  writer.marker(END_OF_IMAGE, []);
  return writer.finish();
}

/** Coefficients of all blocks, in the order of the file: block by block, channels in turn. */
function packBlocks(request: JpegRequest, transform: BlockTransform): Int16Array {
  const { channels, heightPx, widthPx } = request;
  const across = Math.ceil(widthPx / SIDE);
  const down = Math.ceil(heightPx / SIDE);
  const unit = BLOCK_LENGTH * channels;
  const coefficients = new Int16Array(across * down * unit);
  const block = new Float64Array(unit);
  for (let index = 0; index < across * down; index += 1) {
    const left = (index % across) * SIDE;
    const top = Math.floor(index / across) * SIDE;
    readBlock(request, { left, top }, block);
    packWithinLimit({ request, transform, block, coefficients, to: index * unit });
  }
  return coefficients;
}

/** Blocks over the picture's edge repeat its last pixels. Samples are centred on zero. */
function readBlock(
  request: JpegRequest,
  place: { readonly left: number; readonly top: number },
  block: Float64Array,
): void {
  const { channels, heightPx, samples, widthPx } = request;
  for (let row = 0; row < SIDE; row += 1) {
    const y = Math.min(place.top + row, heightPx - 1);
    for (let column = 0; column < SIDE; column += 1) {
      const x = Math.min(place.left + column, widthPx - 1);
      const from = (y * widthPx + x) * channels;
      const to = row * SIDE + column;
      for (let channel = 0; channel < channels; channel += 1) {
        block[channel * BLOCK_LENGTH + to] = (samples[from + channel] ?? 0) - CENTRE;
      }
    }
  }
}

const CENTRE = 128;

/** Unpacking rounds differ between programs: by one step in each of four channels. */
const ROUNDING_ROOM = 4;
/** Ink kept in one step of lightening a block that swings above the limit, and the most steps. */
const LIGHTENING = 0.985;
const MOST_STEPS = 16;

interface BlockWork {
  readonly request: JpegRequest;
  readonly transform: BlockTransform;
  readonly block: Float64Array;
  readonly coefficients: Int16Array;
  /** Where the block's coefficients begin. */
  readonly to: number;
}

function packWithinLimit(work: BlockWork): void {
  const { block, coefficients, request, to } = work;
  const swing = packChannels(work);
  const { greatestSum } = request;
  if (greatestSum === undefined) return;
  if (heaviestSum(block) + swing <= greatestSum - ROUNDING_ROOM) return;
  const unpacked = new Float64Array(block.length);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    for (let at = 0; at < block.length; at += BLOCK_LENGTH) {
      work.transform.unpack(coefficients.subarray(to), at, unpacked);
    }
    if (heaviestSum(unpacked) <= greatestSum - ROUNDING_ROOM) return;
    for (let at = 0; at < block.length; at += 1) {
      block[at] = ((block[at] ?? 0) + CENTRE) * LIGHTENING - CENTRE;
    }
    packChannels(work);
  }
}

/** Returns the most by which the sum of a pixel's channels can grow when unpacked. */
function packChannels({ block, coefficients, to, transform }: BlockWork): number {
  let swing = 0;
  for (let at = 0; at < block.length; at += BLOCK_LENGTH) {
    swing += transform.pack(block, at, coefficients, to + at);
  }
  return swing;
}

function heaviestSum(block: Float64Array): number {
  let heaviest = 0;
  for (let pixel = 0; pixel < BLOCK_LENGTH; pixel += 1) {
    let sum = 0;
    for (let at = pixel; at < block.length; at += BLOCK_LENGTH) {
      sum += Math.min(255, Math.max(0, (block[at] ?? 0) + CENTRE));
    }
    heaviest = Math.max(heaviest, sum);
  }
  return heaviest;
}

/** Code tables: one pair for the colours and one for black, whose detail is finer. */
type SymbolClass = 0 | 1;

function symbolClasses(channels: 1 | 4): readonly SymbolClass[] {
  return channels === 1 ? [0] : [0, 0, 0, 1];
}

const ZERO_RUN = 0xf0;
const END_OF_BLOCK = 0x00;

/** Every symbol of the file in order, and how often each occurs. */
interface Symbols {
  /** The value's bits, above them the symbol (its lower half counts those bits) and its table. */
  readonly entries: Uint32Array;
  /** 256 counts for each of four tables. */
  readonly frequencies: Uint32Array;
}

const VALUE_BITS = 12;
const VALUE_MASK = (1 << VALUE_BITS) - 1;

/**
 * Turns coefficients into symbols: a run of noughts and the length of the value that ends it.
 * Tables 0 and 1 hold first coefficients, 2 and 3 the others, for the classes 0 and 1.
 */
function readSymbols(coefficients: Int16Array, classes: readonly SymbolClass[]): Symbols {
  const before = new Int32Array(classes.length);
  // A block of 64 coefficients has at most 64 symbols.
  const entries = new Uint32Array(coefficients.length);
  const pairs = new Int32Array(
    coefficients.buffer,
    coefficients.byteOffset,
    coefficients.length / 2,
  );
  const frequencies = new Uint32Array(4 * 256);
  let count = 0;
  let channel = 0;

  function note(tableSymbol: number, value: number): void {
    frequencies[tableSymbol] = (frequencies[tableSymbol] ?? 0) + 1;
    // A negative value is written less one, so that its first bit is 0.
    const bits = value < 0 ? value - 1 : value;
    entries[count] = (tableSymbol << VALUE_BITS) | (bits & VALUE_MASK);
    count += 1;
  }

  for (let start = 0; start < coefficients.length; start += BLOCK_LENGTH) {
    const table = classes[channel] ?? 0;
    const first = coefficients[start] ?? 0;
    const step = first - (before[channel] ?? 0);
    before[channel] = first;
    note((table << 8) | bitLength(step), step);
    const others = (table + 2) << 8;
    let zeros = 0;
    const end = start + BLOCK_LENGTH;
    for (let at = start + 1; at < end; at += 1) {
      // Most are nought; two at a time are passed over.
      while ((at & 1) === 0 && at < end && pairs[at >> 1] === 0) {
        zeros += 2;
        at += 2;
      }
      if (at >= end) break;
      const value = coefficients[at] ?? 0;
      if (value === 0) {
        zeros += 1;
        continue;
      }
      for (; zeros > 15; zeros -= 16) note(others | ZERO_RUN, 0);
      note(others | (zeros << 4) | bitLength(value), value);
      zeros = 0;
    }
    if (zeros > 0) note(others | END_OF_BLOCK, 0);
    channel = channel + 1 === classes.length ? 0 : channel + 1;
  }
  return { entries: entries.subarray(0, count), frequencies };
}

function bitLength(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

type CodeTables = readonly [HuffmanCodes, HuffmanCodes, HuffmanCodes, HuffmanCodes];

function codesFor(frequencies: Uint32Array): CodeTables {
  const table = (number: number) =>
    huffmanCodes([...frequencies.subarray(number * 256, number * 256 + 256)]);
  return [table(0), table(1), table(2), table(3)];
}

function writeSymbols(writer: JpegWriter, entries: Uint32Array, tables: CodeTables): void {
  const codes = new Uint16Array(4 * 256);
  const lengths = new Uint8Array(4 * 256);
  tables.forEach((table, number) => {
    codes.set(table.codes, number * 256);
    lengths.set(table.lengths, number * 256);
  });
  for (const entry of entries) {
    const tableSymbol = entry >>> VALUE_BITS;
    writer.bits(codes[tableSymbol] ?? 0, lengths[tableSymbol] ?? 0);
    const length = tableSymbol & 15;
    if (length > 0) writer.bits(entry & VALUE_MASK, length);
  }
}

const START_OF_IMAGE = 0xd8;
const QUANTIZATION = 0xdb;
const BASELINE_FRAME = 0xc0;
const CODE_TABLE = 0xc4;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

function writeHeaders(
  writer: JpegWriter,
  file: {
    readonly request: JpegRequest;
    readonly steps: Uint8Array;
    readonly classes: readonly SymbolClass[];
    readonly codes: CodeTables;
  },
): void {
  const { classes, codes, request, steps } = file;
  const { heightPx, widthPx } = request;
  const size = [heightPx >> 8, heightPx & 0xff, widthPx >> 8, widthPx & 0xff];
  const frame = classes.flatMap((_, channel) => [channel + 1, 0x11, 0]);
  const scan = classes.flatMap((table, channel) => [channel + 1, (table << 4) | table]);
  writer.marker(START_OF_IMAGE, []);
  writer.marker(QUANTIZATION, [0, ...Array.from(ZIGZAG, (place) => steps[place] ?? 1)]);
  writer.marker(BASELINE_FRAME, [8, ...size, classes.length, ...frame]);
  for (const table of new Set(classes)) {
    writer.marker(CODE_TABLE, [table, ...(codes[table].segment ?? [])]);
    const others = table === 0 ? codes[2] : codes[3];
    writer.marker(CODE_TABLE, [0x10 | table, ...others.segment]);
  }
  writer.marker(START_OF_SCAN, [classes.length, ...scan, 0, 63, 0]);
}

/** Steps of rounding that the standard recommends for lightness (ITU-T T.81, table K.1). */
const USUAL_STEPS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** The usual steps, finer or coarser, on libjpeg's scale of quality. */
function quantizationSteps(quality: number): Uint8Array {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Uint8Array.from(USUAL_STEPS, (step) => {
    return Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100)));
  });
}
