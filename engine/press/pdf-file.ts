import { strToU8 } from 'fflate';

/** Number of an indirect object; written as `N 0 R` where it is referred to. */
export type ObjectNumber = number;

/** Closing words of the file. */
export interface Trailer {
  readonly root: ObjectNumber;
  readonly info: ObjectNumber;
  /** Both file identifiers, 32 hexadecimal digits each. */
  readonly id: readonly [string, string];
}

/**
 * Collects the objects of one PDF file and writes them with a classic cross-reference table. Object
 * numbers are given out in the order of the calls, so equal calls give equal bytes.
 *
 * Why not pdf-lib here: importing it costs 120 ms of a 600 ms press run and saving rebuilds every
 * object; docs/decisions tells the figures.
 */
export interface PdfFile {
  /** Gives out a number for an object that is written later. */
  reserve(): ObjectNumber;
  /** Writes an object; without a number it gets the next one. */
  add(body: string, number?: ObjectNumber): ObjectNumber;
  /** Writes a stream object; `entries` are its dictionary entries without /Length. */
  addStream(entries: string, bytes: Uint8Array, number?: ObjectNumber): ObjectNumber;
  /** Puts the file together. */
  finish(trailer: Trailer): Uint8Array;
}

/** Starts a PDF file with a header such as `1.6`. */
export function createPdfFile(version: string): PdfFile {
  // The second line tells transfer programs that the file is binary (ISO 32000-1, 7.5.2).
  const chunks: Uint8Array[] = [latinBytes(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`)];
  const offsets: number[] = [0];
  let length = chunks[0]?.length ?? 0;

  function append(chunk: Uint8Array): void {
    chunks.push(chunk);
    length += chunk.length;
  }

  function open(number: ObjectNumber): void {
    if (offsets[number] !== RESERVED) throw new Error(`object ${number} is written twice`);
    offsets[number] = length;
  }

  function reserve(): ObjectNumber {
    offsets.push(RESERVED);
    return offsets.length - 1;
  }

  return {
    reserve,
    add(body, number = reserve()) {
      open(number);
      append(latinBytes(`${number} 0 obj\n${body}\nendobj\n`));
      return number;
    },
    addStream(entries, bytes, number = reserve()) {
      open(number);
      const head = `${number} 0 obj\n<<${entries}/Length ${bytes.length}>>stream\n`;
      append(latinBytes(head));
      append(bytes);
      append(STREAM_END);
      return number;
    },
    finish(trailer) {
      const start = length;
      append(latinBytes(crossReferences(offsets)));
      append(latinBytes(trailerText(trailer, offsets.length, start)));
      return joined(chunks, length);
    },
  };
}

/** Refers to an object. */
export function reference(number: ObjectNumber): string {
  return `${number} 0 R`;
}

const RESERVED = -1;
const STREAM_END = latinBytes('\nendstream\nendobj\n');

/** The bytes of a text of characters below 256. */
export function latinBytes(text: string): Uint8Array {
  return strToU8(text, true);
}

/** The bytes of any text. */
export function utf8Bytes(text: string): Uint8Array {
  return strToU8(text);
}

/** Each line is exactly twenty bytes long (ISO 32000-1, 7.5.4). */
function crossReferences(offsets: readonly number[]): string {
  const lines = offsets.map((offset, number) => {
    if (number === 0) return '0000000000 65535 f \n';
    if (offset === RESERVED) throw new Error(`object ${number} was reserved and never written`);
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return `xref\n0 ${offsets.length}\n${lines.join('')}`;
}

function trailerText(trailer: Trailer, size: number, start: number): string {
  const { root, info, id } = trailer;
  const entries = `/Size ${size}/Root ${reference(root)}/Info ${reference(info)}`;
  return `trailer\n<<${entries}/ID[<${id[0]}><${id[1]}>]>>\nstartxref\n${start}\n%%EOF\n`;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
