import { type BitReader, createBitReader } from './jpeg-bit-reader.ts';
import { inverseTransform } from './jpeg-inverse.ts';

/** Samples of a JPEG file, channels interleaved, as they stand in it: nothing is inverted. */
export interface DecodedJpeg {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
  readonly samples: Uint8Array;
  /** What the Adobe mark says of the colours: 0 none, 1 YCC, 2 YCCK; undefined without a mark. */
  readonly adobeTransform: number | undefined;
}

/** The file is damaged, or of a kind that house files never have (progressive, 12 bits). */
export class UnreadableJpeg extends Error {}

interface Component {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly table: number;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  readonly plane: Uint8Array;
  dcTable: number;
  acTable: number;
  prediction: number;
}

interface Decoding {
  readonly bytes: Uint8Array;
  readonly quantities: Map<number, Int32Array>;
  readonly codes: Map<number, HuffmanTable>;
  frame: Frame | undefined;
  restart: number;
  adobeTransform: number | undefined;
}

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: readonly Component[];
  readonly unitsAcross: number;
  readonly unitsDown: number;
}

/** Codes of up to 16 bits: for each length the first code, and where its symbols begin. */
interface HuffmanTable {
  readonly symbols: Uint8Array;
  readonly firstCode: Int32Array;
  readonly lastCode: Int32Array;
  readonly firstSymbol: Int32Array;
  /** Length × 256 + symbol of each code of at most eight bits; 0 where it is longer. */
  readonly short: Uint16Array;
}

/** Decodes a baseline JPEG file (ITU-T T.81): an own reader, so that ink is measured as printed. */
export function decodeJpeg(bytes: Uint8Array): DecodedJpeg {
  const decoding: Decoding = {
    bytes,
    quantities: new Map(),
    codes: new Map(),
    frame: undefined,
    restart: 0,
    adobeTransform: undefined,
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

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
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
      decoding.frame = readFrame(content);
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
        throw new UnreadableJpeg('progressive or otherwise coded');
      }
  }
}

/** Order in which the 64 amounts of a block are written. */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
  13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
  45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

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

function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
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

/** A page at 2,400 dots an inch has fewer pixels than this. */
const MOST_PIXELS = 400_000_000;

function readFrame(content: Uint8Array): Frame {
  if (content[0] !== 8) throw new UnreadableJpeg('not eight bits');
  const [heightPx, widthPx] = [word(content, 1), word(content, 3)];
  const count = content[5] ?? 0;
  if (widthPx * heightPx === 0 || widthPx * heightPx > MOST_PIXELS || count > 4 || count === 0) {
    throw new UnreadableJpeg('impossible size');
  }
  const looks = Array.from({ length: count }, (_, index) => {
    const at = 6 + 3 * index;
    const sampling = content[at + 1] ?? 0;
    const [across, down] = [sampling >> 4, sampling & 15];
    return { id: content[at] ?? 0, across, down, table: content[at + 2] ?? 0 };
  });
  if (looks.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) {
    throw new UnreadableJpeg('impossible sampling');
  }
  const unitsAcross = Math.ceil(widthPx / (8 * Math.max(...looks.map(({ across }) => across))));
  const unitsDown = Math.ceil(heightPx / (8 * Math.max(...looks.map(({ down }) => down))));
  const components = looks.map((look) => {
    const [blocksAcross, blocksDown] = [unitsAcross * look.across, unitsDown * look.down];
    const plane = new Uint8Array(blocksAcross * blocksDown * 64);
    return { ...look, blocksAcross, blocksDown, plane, dcTable: 0, acTable: 0, prediction: 0 };
  });
  return { widthPx, heightPx, components, unitsAcross, unitsDown };
}

/** Reads one scan and returns where the next marker stands. */
function readScan(decoding: Decoding, head: Uint8Array, start: number): number {
  const { bytes, frame, restart } = decoding;
  if (frame === undefined) throw new UnreadableJpeg('no frame');
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
  const reader = createBitReader(bytes, start);
  const units = unitsOf(frame, components);
  for (let unit = 0; unit < units.count; unit += 1) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      reader.restart();
      for (const component of components) component.prediction = 0;
    }
    units.read(unit, (component, across, down) => {
      readBlock(decoding, { reader, component }, down * component.blocksAcross + across);
    });
    if (reader.isSpent()) throw new UnreadableJpeg('cut short');
  }
  return reader.end();
}

interface ScanUnits {
  readonly count: number;
  read(unit: number, block: (component: Component, across: number, down: number) => void): void;
}

/** Several channels lie unit by unit, one alone block by block (ITU-T T.81, A.2). */
function unitsOf(frame: Frame, components: readonly Component[]): ScanUnits {
  const [only] = components;
  if (components.length === 1 && only !== undefined) {
    const most = Math.max(...frame.components.map(({ across }) => across));
    const deepest = Math.max(...frame.components.map(({ down }) => down));
    const across = Math.ceil((frame.widthPx * only.across) / (most * 8));
    const down = Math.ceil((frame.heightPx * only.down) / (deepest * 8));
    return {
      count: across * down,
      read: (unit, block) => block(only, unit % across, Math.floor(unit / across)),
    };
  }
  return {
    count: frame.unitsAcross * frame.unitsDown,
    read(unit, block) {
      const [x, y] = [unit % frame.unitsAcross, Math.floor(unit / frame.unitsAcross)];
      for (const component of components) {
        for (let part = 0; part < component.across * component.down; part += 1) {
          const across = x * component.across + (part % component.across);
          block(component, across, y * component.down + Math.floor(part / component.across));
        }
      }
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

function readSymbol(reader: BitReader, table: HuffmanTable): number {
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
function extended(reader: BitReader, size: number): number {
  if (size === 0) return 0;
  const value = reader.bits(size);
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

function finished({ adobeTransform, frame }: Decoding): DecodedJpeg {
  if (frame === undefined) throw new UnreadableJpeg('no frame');
  const { components, heightPx, widthPx } = frame;
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
  return { widthPx, heightPx, channels, samples, adobeTransform };
}
