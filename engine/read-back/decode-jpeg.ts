import { type BitReader, createBitReader } from './jpeg-bit-reader.ts';
import { type Component, type Frame, readFrame, unitsOf, word, ZIGZAG } from './jpeg-frame.ts';
import { extended, type HuffmanTable, huffmanTable, readSymbol } from './jpeg-huffman.ts';
import { inverseTransform } from './jpeg-inverse.ts';
import { finishPlanes, readBlockPart, type ScanState, scanPart } from './jpeg-progressive.ts';
import { UnreadableJpeg } from './unreadable-jpeg.ts';

/** Samples of a JPEG file, channels interleaved, as they stand in it: nothing is inverted. */
export interface DecodedJpeg {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
  readonly samples: Uint8Array;
  /** What the Adobe mark says of the colours: 0 none, 1 YCC, 2 YCCK; undefined without a mark. */
  readonly adobeTransform: number | undefined;
  /** True for a file in several scans, each finer, as web programs write them. */
  readonly isProgressive: boolean;
}

interface Decoding {
  readonly bytes: Uint8Array;
  readonly quantities: Map<number, Int32Array>;
  readonly codes: Map<number, HuffmanTable>;
  frame: Frame | undefined;
  restart: number;
  adobeTransform: number | undefined;
  /** Scans that were read; a file of thousands is made to keep a reader busy. */
  scans: number;
}

/**
 * Decodes a baseline or progressive JPEG file (ITU-T T.81): an own reader, so that ink is measured
 * as printed.
 */
export function decodeJpeg(bytes: Uint8Array): DecodedJpeg {
  const decoding: Decoding = {
    bytes,
    quantities: new Map(),
    codes: new Map(),
    frame: undefined,
    restart: 0,
    adobeTransform: undefined,
    scans: 0,
  };
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new UnreadableJpeg('no JPEG file');
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new UnreadableJpeg('cut short');
    if (marker === 0xd9) break;
    const length = word(bytes, at + 2);
    const content = bytes.subarray(at + 4, at + 2 + length);
    at += 2 + length;
    if (marker === 0xda) {
      at = readScan(decoding, content, at);
      continue;
    }
    readSegment(decoding, marker, content);
  }
  return finished(decoding);
}

function readSegment(decoding: Decoding, marker: number, content: Uint8Array): void {
  switch (marker) {
    case 0xdb:
      readQuantities(decoding, content);
      break;
    case 0xc4:
      readCodes(decoding, content);
      break;
    case 0xc0:
    case 0xc1:
    case 0xc2:
      if (decoding.frame !== undefined) throw new UnreadableJpeg('a second frame');
      decoding.frame = readFrame(content, marker === 0xc2);
      break;
    case 0xdd:
      decoding.restart = word(content, 0);
      break;
    case 0xee:
      if (String.fromCharCode(...content.subarray(0, 5)) === 'Adobe') {
        decoding.adobeTransform = content[11];
      }
      break;
    default:
      if (marker > 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
        throw new UnreadableJpeg('otherwise coded');
      }
  }
}

function readQuantities({ quantities }: Decoding, content: Uint8Array): void {
  for (let at = 0; at < content.length; ) {
    const head = content[at] ?? 0;
    const isWide = head >> 4 !== 0;
    const table = new Int32Array(64);
    at += 1;
    for (const place of ZIGZAG) {
      table[place] = isWide ? word(content, at) : (content[at] ?? 0);
      at += isWide ? 2 : 1;
    }
    quantities.set(head & 15, table);
  }
}

function readCodes({ codes }: Decoding, content: Uint8Array): void {
  for (let at = 0; at + 17 <= content.length; ) {
    const head = content[at] ?? 0;
    const counts = content.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    codes.set(head, huffmanTable(counts, content.subarray(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

/** A progressive file has ten scans or so. */
const MOST_SCANS = 200;

/** Reads one scan and returns where the next marker stands. */
function readScan(decoding: Decoding, head: Uint8Array, start: number): number {
  const { bytes, frame, restart } = decoding;
  if (frame === undefined) throw new UnreadableJpeg('no frame');
  decoding.scans += 1;
  if (decoding.scans > MOST_SCANS) throw new UnreadableJpeg('thousands of scans');
  const components = componentsOf(frame, head);
  const reader = createBitReader(bytes, start);
  const readOne = blockReader(decoding, { frame, head, reader });
  const units = unitsOf(frame, components);
  for (let unit = 0; unit < units.count; unit += 1) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      reader.restart();
      readOne.restart();
      for (const component of components) component.prediction = 0;
    }
    units.read(unit, (component, across, down) => {
      readOne.read(component, down * component.blocksAcross + across);
    });
    if (reader.isSpent()) throw new UnreadableJpeg('cut short');
  }
  return reader.end();
}

function componentsOf(frame: Frame, head: Uint8Array): readonly Component[] {
  const count = head[0] ?? 0;
  const components: Component[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = head[1 + 2 * index];
    const component = frame.components.find((one) => one.id === id);
    if (component === undefined) throw new UnreadableJpeg('an unknown channel');
    component.dcTable = (head[2 + 2 * index] ?? 0) >> 4;
    component.acTable = (head[2 + 2 * index] ?? 0) & 15;
    component.prediction = 0;
    components.push(component);
  }
  return components;
}

interface BlockReader {
  read(component: Component, place: number): void;
  restart(): void;
}

function blockReader(
  decoding: Decoding,
  {
    frame,
    head,
    reader,
  }: { readonly frame: Frame; readonly head: Uint8Array; readonly reader: BitReader },
): BlockReader {
  if (!frame.isProgressive) {
    const read = (component: Component, place: number) =>
      readBlock(decoding, { reader, component }, place);
    return { read, restart: () => undefined };
  }
  const [first = 0, last = 0, bits = 0] = head.subarray(1 + 2 * (head[0] ?? 0));
  const state: ScanState = { reader, part: scanPart(first, last, bits), emptyBlocks: 0 };
  return {
    read(component, place) {
      const { codes } = decoding;
      const own = { dc: codes.get(component.dcTable), ac: codes.get(0x10 + component.acTable) };
      readBlockPart(state, { component, codes: own, place });
    },
    restart() {
      state.emptyBlocks = 0;
    },
  };
}

const BLOCK = new Float32Array(64);

function readBlock(
  { codes, quantities }: Decoding,
  { component, reader }: { readonly component: Component; readonly reader: BitReader },
  place: number,
): void {
  const quantity = quantities.get(component.table);
  const dc = codes.get(component.dcTable);
  const ac = codes.get(0x10 + component.acTable);
  if (!quantity || !dc || !ac) throw new UnreadableJpeg('a table is missing');
  BLOCK.fill(0);
  component.prediction += extended(reader, readSymbol(reader, dc));
  BLOCK[0] = component.prediction * (quantity[0] ?? 1);
  let isFlat = true;
  for (let index = 1; index < 64; ) {
    const symbol = readSymbol(reader, ac);
    const size = symbol & 15;
    if (size === 0) {
      if (symbol !== 0xf0) break;
      index += 16;
      continue;
    }
    index += symbol >> 4;
    const at = ZIGZAG[index];
    if (at === undefined) throw new UnreadableJpeg('a damaged block');
    BLOCK[at] = extended(reader, size) * (quantity[at] ?? 1);
    isFlat = false;
    index += 1;
  }
  inverseTransform(BLOCK, component.plane.subarray(place * 64, place * 64 + 64), isFlat);
}

function finished({ adobeTransform, frame, quantities }: Decoding): DecodedJpeg {
  if (frame === undefined) throw new UnreadableJpeg('no frame');
  if (frame.isProgressive) finishPlanes(frame, quantities);
  const { components, heightPx, isProgressive, widthPx } = frame;
  const channels = components.length;
  const samples = new Uint8Array(widthPx * heightPx * channels);
  const most = Math.max(...components.map(({ across }) => across));
  const deepest = Math.max(...components.map(({ down }) => down));
  components.forEach((component, channel) => {
    const { blocksAcross, plane } = component;
    const [stepX, stepY] = [component.across / most, component.down / deepest];
    for (let y = 0; y < heightPx; y += 1) {
      const row = Math.floor(y * stepY);
      const base = (row >> 3) * blocksAcross * 64 + (row & 7) * 8;
      for (let x = 0, to = y * widthPx * channels + channel; x < widthPx; x += 1, to += channels) {
        const column = stepX === 1 ? x : Math.floor(x * stepX);
        samples[to] = plane[base + (column >> 3) * 64 + (column & 7)] ?? 0;
      }
    }
  });
  return { widthPx, heightPx, channels, samples, adobeTransform, isProgressive };
}
