import {
  nameOf,
  type PdfArray,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from './pdf-values.ts';
import { type Scanner, scanNext, scanValue, skipBlanks } from './scan-values.ts';

/** A finished PDF file, read object by object. */
export interface PdfDocument {
  /** Version in the header, such as `1.6`; undefined when the file does not begin with one. */
  readonly version: string | undefined;
  readonly trailer: PdfDictionary;
  /** Numbers of all objects in the cross-reference table. */
  readonly numbers: readonly number[];
  /** Numbers of objects that do not stand where the table says. */
  readonly misplaced: readonly number[];
  /** The value itself, references followed. */
  get(value: PdfValue): PdfValue;
}

/**
 * Opens a file by its own cross-reference table. A table in the new form, or none, is unreadable:
 * house files have the classic one, for old raster image processors (reference X-XREF).
 */
export function openDocument(bytes: Uint8Array): PdfDocument {
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - TAIL_LENGTH)));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(tail)?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) throw new UnreadablePdf('no end of file');
  const { offsets, trailer } = readTables(bytes, start);
  const objects = new Map<number, PdfValue>();
  const reading = new Set<number>();

  function objectAt(number: number): PdfValue {
    if (objects.has(number)) return objects.get(number);
    const offset = offsets.get(number);
    if (offset === undefined || reading.has(number)) return undefined;
    reading.add(number);
    const value = readObject({ bytes, at: offset }, number, get);
    reading.delete(number);
    objects.set(number, value);
    return value;
  }

  function get(value: PdfValue): PdfValue {
    let found = value;
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      if (typeof found !== 'object' || found.kind !== 'reference') return found;
      found = objectAt(found.number);
    }
    return undefined;
  }

  const numbers = [...offsets.keys()];
  const misplaced = numbers.filter((number) => !standsAt(bytes, offsets.get(number) ?? 0, number));
  return {
    version: /^%PDF-(\d\.\d)/u.exec(latin(bytes.subarray(0, 16)))?.[1],
    trailer,
    numbers,
    misplaced,
    get,
  };
}

const TAIL_LENGTH = 1024;
/** A chain of references longer than this is a circle. */
const MOST_STEPS = 32;

/** A dictionary at a key; a stream counts as its dictionary. */
export function dictionaryAt(
  document: PdfDocument,
  of: PdfDictionary | PdfStream | undefined,
  key: string,
): PdfDictionary | PdfStream | undefined {
  return asDictionary(document.get(of?.entries.get(key)));
}

/** The value as a dictionary; a stream counts as its dictionary. */
export function asDictionary(value: PdfValue): PdfDictionary | PdfStream | undefined {
  const isOne =
    typeof value === 'object' && (value.kind === 'dictionary' || value.kind === 'stream');
  return isOne ? value : undefined;
}

/** The values of an array at a key; empty when there is none. */
export function arrayAt(
  document: PdfDocument,
  of: PdfDictionary | PdfStream | undefined,
  key: string,
): readonly PdfValue[] {
  const value = document.get(of?.entries.get(key));
  return asArray(value)?.values ?? [];
}

/** The value as an array. */
export function asArray(value: PdfValue): PdfArray | undefined {
  return typeof value === 'object' && value.kind === 'array' ? value : undefined;
}

/** The name at a key. */
export function nameAt(
  document: PdfDocument,
  of: PdfDictionary | PdfStream | undefined,
  key: string,
): string | undefined {
  return nameOf(document.get(of?.entries.get(key)));
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

interface Table {
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: PdfDictionary;
}

/** The last table and those before it: files saved twice, or put in order for the web. */
function readTables(bytes: Uint8Array, start: number): Table {
  const last = readTable(bytes, start);
  const offsets = new Map(last.offsets);
  const seen = new Set([start]);
  let before = last.trailer.entries.get('Prev');
  while (before !== undefined) {
    if (typeof before !== 'number' || seen.has(before)) {
      throw new UnreadablePdf('cross-reference tables without an end');
    }
    seen.add(before);
    const table = readTable(bytes, before);
    for (const [number, offset] of table.offsets) {
      if (!offsets.has(number)) offsets.set(number, offset);
    }
    before = table.trailer.entries.get('Prev');
  }
  return { offsets, trailer: last.trailer };
}

/** Sections `first count` of twenty-byte lines, then the trailer (ISO 32000-1, 7.5.4). */
function readTable(bytes: Uint8Array, start: number): Table {
  const scanner: Scanner = { bytes, at: start };
  if (wordAt(scanner) !== 'xref') throw new UnreadablePdf('no classic cross-reference table');
  const offsets = new Map<number, number>();
  for (;;) {
    const scanned = scanNext(scanner);
    if (scanned.kind === 'operator' && scanned.name === 'trailer') break;
    const count = scanned.kind === 'value' ? scanNext(scanner) : scanned;
    if (scanned.kind !== 'value' || count.kind !== 'value') {
      throw new UnreadablePdf('a damaged cross-reference table');
    }
    readSection(scanner, { first: whole(scanned.value), count: whole(count.value), offsets });
  }
  const trailer = scanValue(scanner);
  if (typeof trailer !== 'object' || trailer.kind !== 'dictionary') {
    throw new UnreadablePdf('no trailer');
  }
  return { offsets, trailer };
}

function readSection(
  scanner: Scanner,
  section: {
    readonly first: number;
    readonly count: number;
    readonly offsets: Map<number, number>;
  },
): void {
  const { count, first, offsets } = section;
  if (count * 20 > scanner.bytes.length) throw new UnreadablePdf('a cut cross-reference table');
  for (let index = 0; index < count; index += 1) {
    const offset = whole(scanValue(scanner));
    scanValue(scanner);
    if (wordAt(scanner) === 'n') offsets.set(first + index, offset);
  }
}

function whole(value: PdfValue): number {
  if (typeof value !== 'number' || value < 0 || !Number.isInteger(value)) {
    throw new UnreadablePdf('a damaged number in the cross-reference table');
  }
  return value;
}

function wordAt(scanner: Scanner): string | undefined {
  const scanned = scanNext(scanner);
  return scanned.kind === 'operator' ? scanned.name : undefined;
}

function standsAt(bytes: Uint8Array, offset: number, number: number): boolean {
  const head = `${number} 0 obj`;
  return latin(bytes.subarray(offset, offset + head.length)) === head;
}

function readObject(
  scanner: Scanner,
  number: number,
  get: (value: PdfValue) => PdfValue,
): PdfValue {
  if (!standsAt(scanner.bytes, scanner.at, number)) return undefined;
  scanner.at += `${number} 0 obj`.length;
  const value = readReference(scanner) ?? scanValue(scanner);
  if (typeof value !== 'object' || value.kind !== 'dictionary') return value;
  const keyword = scanNext(scanner);
  if (keyword.kind !== 'operator' || keyword.name !== 'stream') return value;
  return streamAt(scanner, value, get);
}

/** An object that is nothing but a reference to another one. */
function readReference(scanner: Scanner): PdfValue {
  const start = scanner.at;
  const number = scanNext(scanner);
  // Behind anything but a number there may be a stream, whose bytes are no words to scan.
  if (number.kind === 'value' && typeof number.value === 'number') {
    const generation = scanNext(scanner);
    const isOne = generation.kind === 'value' && wordAt(scanner) === 'R';
    if (isOne) return { kind: 'reference', number: number.value };
  }
  scanner.at = start;
  return undefined;
}

function streamAt(
  scanner: Scanner,
  { entries }: PdfDictionary,
  get: (value: PdfValue) => PdfValue,
): PdfStream {
  const { bytes } = scanner;
  if (bytes[scanner.at] === 13) scanner.at += 1;
  if (bytes[scanner.at] === 10) scanner.at += 1;
  const length = get(entries.get('Length'));
  if (typeof length !== 'number' || length < 0 || scanner.at + length > bytes.length) {
    throw new UnreadablePdf('a stream of unknown length');
  }
  const packed = bytes.subarray(scanner.at, scanner.at + length);
  const end: Scanner = { bytes, at: scanner.at + length };
  skipBlanks(end);
  if (wordAt(end) !== 'endstream')
    throw new UnreadablePdf('a stream of another length than stated');
  return { kind: 'stream', entries, packed };
}
