import type { RunTone } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { arrayAt, nameAt, type PdfDocument } from './open-document.ts';
import { numberOf, type PdfDictionary, type PdfStream, UnreadablePdf } from './pdf-values.ts';
import { unpackStream } from './unpack-stream.ts';

const AXIAL = 2;
const RADIAL = 3;
const INKS = 4;

/**
 * A run of colours as the press writes those of ads: along a line or between two circles, in
 * four inks, as a list of them. Undefined for what is made otherwise.
 */
export function readRun(
  document: PdfDocument,
  shading: PdfDictionary | PdfStream,
  matrix: Matrix,
): RunTone | undefined {
  const numbersAt = (key: string) =>
    arrayAt(document, shading, key).map((one) => numberOf(document.get(one)) ?? 0);
  const kind = numberOf(document.get(shading.entries.get('ShadingType')));
  const places = numbersAt('Coords');
  const isKnown =
    (kind === AXIAL && places.length === 4) || (kind === RADIAL && places.length === 6);
  if (!isKnown || nameAt(document, shading, 'ColorSpace') !== 'DeviceCMYK') return undefined;
  const list = document.get(shading.entries.get('Function'));
  if (typeof list !== 'object' || list.kind !== 'stream') return undefined;
  const inks = readList(document, list);
  const [before = false, after = false] = arrayAt(document, shading, 'Extend').map(
    (one) => document.get(one) === true,
  );
  return inks && { kind: 'run', places, goesOn: [before, after], inks, matrix };
}

function readList(document: PdfDocument, list: PdfStream): Uint8Array | undefined {
  const isList = numberOf(document.get(list.entries.get('FunctionType'))) === 0;
  const bits = numberOf(document.get(list.entries.get('BitsPerSample')));
  const count = numberOf(document.get(arrayAt(document, list, 'Size')[0])) ?? 0;
  if (!isList || bits !== 8 || count < 1) return undefined;
  try {
    const samples = unpackStream(document, list);
    return samples.length < count * INKS ? undefined : samples.subarray(0, count * INKS);
  } catch (trouble) {
    if (!(trouble instanceof UnreadablePdf)) throw trouble;
    return undefined;
  }
}
