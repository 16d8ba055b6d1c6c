import { Unzlib } from 'fflate';
import { decodePDFRawStream, PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import type { PdfDocument } from '#engine/read-back/open-document.ts';
import { asDictionary } from '#engine/read-back/open-document.ts';
import {
  numberOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from '#engine/read-back/pdf-values.ts';
import { filtersOf } from '#engine/read-back/unpack-stream.ts';
import type { Allowance } from './allowance.ts';

/** A stream unpacked as far as its filters are general ones. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  /** The picture filter that is left, such as `DCTDecode`. */
  readonly pictureFilter: string | undefined;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
  DCT: 'DCTDecode',
  CCF: 'CCITTFaxDecode',
};

const GENERAL = ['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'];
const OF_PICTURES = ['DCTDecode', 'CCITTFaxDecode', 'JPXDecode', 'JBIG2Decode'];

/** Unpacks a stream of a stranger's file, within what the ad may take. */
export function unpackFilters(
  document: PdfDocument,
  stream: PdfStream,
  allowance: Allowance,
): Unpacked {
  let bytes = stream.packed;
  const parameters = document.get(stream.entries.get('DecodeParms') ?? stream.entries.get('DP'));
  for (const [index, short] of namesOf(document, stream).entries()) {
    const name = SHORT_NAMES[short] ?? short;
    if (OF_PICTURES.includes(name)) return { bytes, pictureFilter: name };
    const own = asDictionary(document.get(at(parameters, index)));
    if (name === 'FlateDecode') bytes = inflated(bytes, allowance);
    else if (GENERAL.includes(name))
      bytes = decoded(bytes, name, numberAt(document, own, 'EarlyChange'));
    else if (name !== 'Crypt') throw new UnreadablePdf(`the filter ${name}`);
    allowance.takeBytes(bytes.length);
    if (name === 'FlateDecode' || name === 'LZWDecode') bytes = unpredicted(document, bytes, own);
  }
  return { bytes, pictureFilter: undefined };
}

/** Filters of a stream, or of a picture within page content, which may use short keys. */
function namesOf(document: PdfDocument, stream: PdfStream): readonly string[] {
  const short = stream.entries.get('F');
  if (short === undefined || stream.entries.has('Filter')) return filtersOf(document, stream);
  return filtersOf(document, { ...stream, entries: new Map([['Filter', short]]) });
}

function at(parameters: PdfValue, index: number): PdfValue {
  if (typeof parameters === 'object' && parameters.kind === 'array')
    return parameters.values[index];
  return index === 0 ? parameters : undefined;
}

function numberAt(
  document: PdfDocument,
  dictionary: PdfDictionary | PdfStream | undefined,
  key: string,
): number | undefined {
  return numberOf(document.get(dictionary?.entries.get(key)));
}

const CHUNK = 65_536;

/** Piece by piece, so that a bomb is found while it swells. */
function inflated(packed: Uint8Array, allowance: Allowance): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const unpacking = new Unzlib((piece) => {
    pieces.push(piece);
    length += piece.length;
    allowance.checkBytes(length);
  });
  try {
    for (let from = 0; from < packed.length; from += CHUNK) {
      unpacking.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length);
    }
  } catch (trouble) {
    if (trouble instanceof Error && 'finding' in trouble) throw trouble;
    throw new UnreadablePdf('a packed stream is damaged');
  }
  const bytes = new Uint8Array(length);
  let to = 0;
  for (const piece of pieces) {
    bytes.set(piece, to);
    to += piece.length;
  }
  return bytes;
}

function decoded(bytes: Uint8Array, name: string, earlyChange: number | undefined): Uint8Array {
  const context = PDFContext.create();
  const dictionary = PDFDict.withContext(context);
  dictionary.set(PDFName.of('Filter'), PDFName.of(name));
  if (earlyChange !== undefined) {
    const own = PDFDict.withContext(context);
    own.set(PDFName.of('EarlyChange'), PDFNumber.of(earlyChange));
    dictionary.set(PDFName.of('DecodeParms'), own);
  }
  try {
    return decodePDFRawStream(PDFRawStream.of(dictionary, bytes)).decode();
  } catch {
    throw new UnreadablePdf('a packed stream is damaged');
  }
}

/** Takes back what PNG and TIFF predictors did (ISO 32000-1, 7.4.4.4). */
function unpredicted(
  document: PdfDocument,
  bytes: Uint8Array,
  parameters: PdfDictionary | PdfStream | undefined,
): Uint8Array {
  const predictor = numberAt(document, parameters, 'Predictor') ?? 1;
  if (predictor < 2) return bytes;
  const colors = numberAt(document, parameters, 'Colors') ?? 1;
  const bits = numberAt(document, parameters, 'BitsPerComponent') ?? 8;
  const columns = numberAt(document, parameters, 'Columns') ?? 1;
  const pixel = Math.max(1, Math.ceil((colors * bits) / 8));
  const row = Math.ceil((colors * bits * columns) / 8);
  if (!(row > 0 && row < MOST_ROW)) throw new UnreadablePdf('a row of impossible length');
  return predictor === 2 ? tiffRows(bytes, { row, pixel, bits }) : pngRows(bytes, { row, pixel });
}

const MOST_ROW = 16_000_000;

function tiffRows(
  bytes: Uint8Array,
  { bits, pixel, row }: { readonly row: number; readonly pixel: number; readonly bits: number },
): Uint8Array {
  if (bits !== 8) throw new UnreadablePdf('a TIFF predictor of other than eight bits');
  const plain = bytes.slice();
  for (let start = 0; start < plain.length; start += row) {
    const end = Math.min(start + row, plain.length);
    for (let index = start + pixel; index < end; index += 1) {
      plain[index] = (plain[index] ?? 0) + (plain[index - pixel] ?? 0);
    }
  }
  return plain;
}

function pngRows(
  bytes: Uint8Array,
  { pixel, row }: { readonly row: number; readonly pixel: number },
): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const plain = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line += 1) {
    const filter = bytes[line * (row + 1)] ?? 0;
    const from = line * (row + 1) + 1;
    const to = line * row;
    for (let index = 0; index < row; index += 1) {
      const left = index >= pixel ? (plain[to + index - pixel] ?? 0) : 0;
      const above = line > 0 ? (plain[to + index - row] ?? 0) : 0;
      const corner = line > 0 && index >= pixel ? (plain[to + index - row - pixel] ?? 0) : 0;
      plain[to + index] = (bytes[from + index] ?? 0) + pngGuess(filter, { left, above, corner });
    }
  }
  return plain;
}

function pngGuess(
  filter: number,
  { above, corner, left }: Readonly<Record<'left' | 'above' | 'corner', number>>,
): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const guess = left + above - corner;
      const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one));
      if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
      return (b ?? 0) <= (c ?? 0) ? above : corner;
    }
    default:
      return 0;
  }
}
