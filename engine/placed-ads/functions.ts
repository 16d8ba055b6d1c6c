import {
  arrayAt,
  asArray,
  asDictionary,
  type PdfDocument,
} from '#engine/read-back/open-document.ts';
import {
  numberOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from '#engine/read-back/pdf-values.ts';
import type { Allowance } from './allowance.ts';
import { readCalculator } from './calculator.ts';
import { unpackFilters } from './unpack-filters.ts';

/** A function of the file (ISO 32000-1, 7.10): numbers in, numbers out. */
export type AdFunction = (inputs: readonly number[]) => readonly number[];

/** What reading parts of the file takes. */
export interface AdSource {
  readonly document: PdfDocument;
  readonly allowance: Allowance;
}

type Node = PdfDictionary | PdfStream;

const MOST_DEPTH = 8;

/** Reads a function, or an array of functions with one result each. */
export function readFunction(source: AdSource, value: PdfValue, depth = 0): AdFunction {
  const { document } = source;
  if (depth > MOST_DEPTH) throw new UnreadablePdf('functions within functions');
  const found = document.get(value);
  const list = asArray(found);
  if (list !== undefined) {
    const parts = list.values.map((one) => readFunction(source, one, depth + 1));
    return (inputs) => parts.flatMap((part) => part(inputs));
  }
  const node = asDictionary(found);
  if (node === undefined) throw new UnreadablePdf('a function that is missing');
  const domain = numbersAt(document, node, 'Domain');
  const range = numbersAt(document, node, 'Range');
  const own = ofKind(source, node, depth);
  return (inputs) => within(own(within(inputs, domain)), range);
}

function ofKind(source: AdSource, node: Node, depth: number): AdFunction {
  const { document } = source;
  switch (numberOf(document.get(node.entries.get('FunctionType')))) {
    case 0:
      return sampled(source, node);
    case 2:
      return exponential(document, node);
    case 3:
      return stitched(source, node, depth);
    case 4:
      if (node.kind !== 'stream') break;
      return readCalculator(unpackFilters(document, node, source.allowance).bytes);
    default:
  }
  throw new UnreadablePdf('a function of unknown kind');
}

/** The numbers of an array at a key. */
export function numbersAt(document: PdfDocument, node: Node, key: string): readonly number[] {
  return arrayAt(document, node, key).map((one) => numberOf(document.get(one)) ?? 0);
}

/** Each value kept between its two limits; values without limits stay. */
function within(values: readonly number[], limits: readonly number[]): readonly number[] {
  return values.map((value, index) => {
    const [least, most] = [limits[index * 2], limits[index * 2 + 1]];
    if (least === undefined || most === undefined) return value;
    return Math.min(Math.max(value, least), most);
  });
}

function exponential(document: PdfDocument, node: Node): AdFunction {
  const from = node.entries.has('C0') ? numbersAt(document, node, 'C0') : [0];
  const to = node.entries.has('C1') ? numbersAt(document, node, 'C1') : [1];
  const power = numberOf(document.get(node.entries.get('N'))) ?? 1;
  return ([x = 0]) => {
    const share = power === 1 ? x : x ** power;
    return from.map((start, index) => start + share * ((to[index] ?? 0) - start));
  };
}

function stitched(source: AdSource, node: Node, depth: number): AdFunction {
  const { document } = source;
  const parts = arrayAt(document, node, 'Functions').map((one) =>
    readFunction(source, one, depth + 1),
  );
  const bounds = numbersAt(document, node, 'Bounds');
  const encode = numbersAt(document, node, 'Encode');
  const [first = 0, last = 1] = numbersAt(document, node, 'Domain');
  return ([x = 0]) => {
    const found = bounds.findIndex((bound) => x < bound);
    const index = found === -1 ? parts.length - 1 : found;
    const low = index === 0 ? first : (bounds[index - 1] ?? first);
    const high = bounds[index] ?? last;
    const [from, to] = [encode[index * 2] ?? 0, encode[index * 2 + 1] ?? 1];
    const share = high === low ? 0 : (x - low) / (high - low);
    return parts[index]?.([from + share * (to - from)]) ?? [];
  };
}

const MOST_INPUTS = 6;

function sampled(source: AdSource, node: Node): AdFunction {
  const { document } = source;
  if (node.kind !== 'stream') throw new UnreadablePdf('a function without samples');
  const sizes = numbersAt(document, node, 'Size');
  const bits = numberOf(document.get(node.entries.get('BitsPerSample'))) ?? 8;
  const domain = numbersAt(document, node, 'Domain');
  const range = numbersAt(document, node, 'Range');
  const outputs = range.length / 2;
  const plainEncode = sizes.flatMap((size) => [0, size - 1]);
  const encode = node.entries.has('Encode') ? numbersAt(document, node, 'Encode') : plainEncode;
  const decode = node.entries.has('Decode') ? numbersAt(document, node, 'Decode') : range;
  if (sizes.length > MOST_INPUTS || outputs < 1 || bits > 32) {
    throw new UnreadablePdf('a function too large');
  }
  const bytes = unpackFilters(document, node, source.allowance).bytes;
  const most = 2 ** bits - 1;
  const sampleAt = (point: number, output: number) =>
    bitsAt(bytes, (point * outputs + output) * bits, bits) / most;

  return (inputs) => {
    const places = sizes.map((size, index) => {
      const [low = 0, high = 1] = [domain[index * 2], domain[index * 2 + 1]];
      const [from = 0, to = 1] = [encode[index * 2], encode[index * 2 + 1]];
      const share = high === low ? 0 : ((inputs[index] ?? 0) - low) / (high - low);
      return Math.min(Math.max(from + share * (to - from), 0), size - 1);
    });
    return Array.from({ length: outputs }, (_, output) => {
      const value = mixed(places, sizes, (point) => sampleAt(point, output));
      const [from = 0, to = 1] = [decode[output * 2], decode[output * 2 + 1]];
      return from + value * (to - from);
    });
  };
}

/** Mixed from the corners of the cell that the place lies in. */
function mixed(
  places: readonly number[],
  sizes: readonly number[],
  sampleAt: (point: number) => number,
): number {
  let sum = 0;
  for (let corner = 0; corner < 2 ** places.length; corner += 1) {
    let share = 1;
    let point = 0;
    let stride = 1;
    places.forEach((place, index) => {
      const low = Math.floor(place);
      const isHigh = (corner >> index) % 2 === 1;
      share *= isHigh ? place - low : 1 - (place - low);
      point += Math.min(isHigh ? low + 1 : low, (sizes[index] ?? 1) - 1) * stride;
      stride *= sizes[index] ?? 1;
    });
    if (share > 0) sum += share * sampleAt(point);
  }
  return sum;
}

/** A whole number of so many bits; what is missing counts as zero. */
export function bitsAt(bytes: Uint8Array, from: number, count: number): number {
  if (count === 8) return bytes[from >> 3] ?? 0;
  let value = 0;
  for (let bit = from; bit < from + count; bit += 1) {
    value = value * 2 + (((bytes[Math.floor(bit / 8)] ?? 0) >> (7 - (bit % 8))) & 1);
  }
  return value;
}
