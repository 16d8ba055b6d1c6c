import { unzlibSync } from 'fflate';
import type { PdfDocument } from './open-document.ts';
import { nameOf, type PdfStream, UnreadablePdf } from './pdf-values.ts';

/** Names of the filters of a stream, outermost first. */
export function filtersOf(document: PdfDocument, stream: PdfStream): readonly string[] {
  const filter = document.get(stream.entries.get('Filter'));
  if (filter === undefined) return [];
  if (typeof filter === 'object' && filter.kind === 'array') {
    return filter.values.map((value) => nameOf(document.get(value)) ?? '?');
  }
  return [nameOf(filter) ?? '?'];
}

/**
 * The bytes of a stream, unpacked up to a picture filter, which is left to its reader. Only what a
 * house file uses is unpacked; all else throws, and the checks name the filter.
 */
export function unpackStream(document: PdfDocument, stream: PdfStream): Uint8Array {
  let bytes = stream.packed;
  for (const filter of filtersOf(document, stream)) {
    if (filter === 'FlateDecode' || filter === 'Fl') bytes = inflated(bytes);
    else if (filter === 'ASCIIHexDecode' || filter === 'AHx') bytes = hexBytes(bytes);
    else if (filter === 'DCTDecode' || filter === 'DCT') return bytes;
    else throw new UnreadablePdf(`the filter ${filter} is not read`);
  }
  return bytes;
}

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return unzlibSync(bytes);
  } catch {
    throw new UnreadablePdf('a packed stream is damaged');
  }
}

function hexBytes(bytes: Uint8Array): Uint8Array {
  const digits: number[] = [];
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    const digit = parseInt(String.fromCharCode(byte), 16);
    if (!Number.isNaN(digit)) digits.push(digit);
  }
  const unpacked = new Uint8Array(Math.ceil(digits.length / 2));
  digits.forEach((digit, at) => {
    unpacked[at >> 1] = (unpacked[at >> 1] ?? 0) | (digit << (at % 2 === 0 ? 4 : 0));
  });
  return unpacked;
}
