import { readCff } from './cff-program.ts';
import type { FontProgram } from './font-program.ts';
import { type Pieces, UnreadableProgram } from './glyph-outline.ts';
import {
  arrayAt,
  asArray,
  asDictionary,
  dictionaryAt,
  nameAt,
  type PdfDocument,
} from './open-document.ts';
import { numberOf, type PdfDictionary, type PdfStream, UnreadablePdf } from './pdf-values.ts';
import { readToUnicode } from './read-to-unicode.ts';
import { simpleGlyphs } from './simple-encoding.ts';
import { readTables, readTrueType } from './true-type-program.ts';
import { readType1 } from './type-1-program.ts';
import { unpackStream } from './unpack-stream.ts';

/** A font of the page as the file describes it, beside what its program says. */
export interface FontFacts {
  /** PostScript name with its subset tag. */
  readonly name: string;
  readonly subtype: string;
  /** Two-byte codes that are glyph numbers: the only kind that house files have. */
  readonly isComposite: boolean;
  readonly encoding: string | undefined;
  readonly isDown: boolean;
  /** Key of the font file in the descriptor, and its subtype; undefined when none is embedded. */
  readonly embedding: { readonly key: string; readonly subtype: string | undefined } | undefined;
  readonly descendant: string | undefined;
  readonly program: FontProgram | undefined;
  /** Why an embedded program cannot be used. */
  readonly damage: string | undefined;
  /** Texts of the codes; undefined without a map. */
  readonly texts: ReadonlyMap<number, string> | undefined;
  /** Width as the file states it, in thousandths of an em. */
  widthOf(code: number): number;
  /** Glyph of the program that a code calls for. */
  glyphOf(code: number): number;
  /** Polygons of the glyph in em; undefined where the program cannot be read. */
  piecesOf(code: number, isFine: boolean): Pieces | undefined;
  /** Part of one square em that the glyph inks, 0 to 1. */
  coverageOf(code: number): number;
}

/** Reads a font dictionary with all it refers to. */
export function readFont(document: PdfDocument, font: PdfDictionary | PdfStream): FontFacts {
  const subtype = nameAt(document, font, 'Subtype') ?? '?';
  const isComposite = subtype === 'Type0';
  const descendant = isComposite
    ? asDictionary(document.get(arrayAt(document, font, 'DescendantFonts')[0]))
    : undefined;
  const holder = descendant ?? font;
  const descriptor = dictionaryAt(document, holder, 'FontDescriptor');
  const encoding = nameAt(document, font, 'Encoding');
  const embedded = readEmbedded(document, descriptor);
  const { program } = embedded;
  const glyphOf = descendant
    ? glyphMap(document, descendant)
    : simpleGlyphs(document, font, program);
  // Codes by other tables, such as GBK-EUC-H, are not turned into glyphs.
  const isReadable = !isComposite || /^Identity-[HV]$/u.test(encoding ?? '');
  const shapes = isReadable ? program?.shapes : undefined;
  return {
    name: nameAt(document, font, 'BaseFont') ?? '?',
    subtype,
    isComposite,
    encoding,
    isDown: encoding?.endsWith('-V') ?? false,
    descendant: descendant && nameAt(document, descendant, 'Subtype'),
    ...embedded,
    texts: readTexts(document, font),
    widthOf: descendant ? compositeWidths(document, descendant) : simpleWidths(document, font),
    glyphOf,
    piecesOf: (code, isFine) => shapes?.piecesOf(glyphOf(code), isFine),
    coverageOf: (code) => shapes?.coverageOf(glyphOf(code)) ?? UNKNOWN_COVERAGE,
  };
}

/** Type whose program cannot be read is taken for heavy type. */
const UNKNOWN_COVERAGE = 0.6;

const FONT_FILES = ['FontFile', 'FontFile2', 'FontFile3'];

function readEmbedded(
  document: PdfDocument,
  descriptor: PdfDictionary | PdfStream | undefined,
): Pick<FontFacts, 'embedding' | 'program' | 'damage'> {
  const key = FONT_FILES.find((name) => descriptor?.entries.has(name));
  const stream = key === undefined ? undefined : document.get(descriptor?.entries.get(key));
  if (key === undefined || typeof stream !== 'object' || stream.kind !== 'stream') {
    return { embedding: undefined, program: undefined, damage: undefined };
  }
  const embedding = { key, subtype: nameAt(document, stream, 'Subtype') };
  try {
    const program = readProgram(key, unpackStream(document, stream));
    return { embedding, program, damage: undefined };
  } catch (trouble) {
    if (!(trouble instanceof UnreadablePdf) && !(trouble instanceof UnreadableProgram))
      throw trouble;
    // Of Type 1 we read what is common; what is not need not be damaged.
    const damage = key === 'FontFile' ? undefined : trouble.message;
    return { embedding, program: undefined, damage };
  }
}

function readProgram(key: string, bytes: Uint8Array): FontProgram {
  if (key === 'FontFile') return readType1(bytes);
  if (key === 'FontFile2') return readTrueType(bytes);
  const [first] = bytes;
  if (first === 1) return readCff(bytes);
  // OpenType: a CFF program in a table, or a TrueType program.
  const cff = readTables(bytes).get('CFF ');
  if (cff === undefined) return readTrueType(bytes);
  return readCff(new Uint8Array(cff.buffer, cff.byteOffset, cff.byteLength));
}

function readTexts(
  document: PdfDocument,
  font: PdfDictionary | PdfStream,
): ReadonlyMap<number, string> | undefined {
  const map = document.get(font.entries.get('ToUnicode'));
  if (typeof map !== 'object' || map.kind !== 'stream') return undefined;
  return readToUnicode(unpackStream(document, map));
}

/** `c [w w]` and `first last w` (ISO 32000-1, 9.7.4.3). */
function compositeWidths(
  document: PdfDocument,
  descendant: PdfDictionary | PdfStream,
): (code: number) => number {
  const usual = numberOf(document.get(descendant.entries.get('DW'))) ?? 1000;
  const widths = new Map<number, number>();
  const values = arrayAt(document, descendant, 'W').map((value) => document.get(value));
  for (let at = 0; at < values.length; ) {
    const first = numberOf(values[at]) ?? 0;
    const list = asArray(values[at + 1]);
    if (list) {
      list.values.forEach((width, step) => {
        widths.set(first + step, numberOf(document.get(width)) ?? usual);
      });
      at += 2;
      continue;
    }
    const last = Math.min(numberOf(values[at + 1]) ?? first, 65535);
    const width = numberOf(values[at + 2]) ?? usual;
    for (let code = first; code <= last; code += 1) widths.set(code, width);
    at += 3;
  }
  return (code) => widths.get(code) ?? usual;
}

function simpleWidths(
  document: PdfDocument,
  font: PdfDictionary | PdfStream,
): (code: number) => number {
  const first = numberOf(document.get(font.entries.get('FirstChar'))) ?? 0;
  const widths = arrayAt(document, font, 'Widths').map((value) => numberOf(document.get(value)));
  return (code) => widths[code - first] ?? 500;
}

function glyphMap(
  document: PdfDocument,
  descendant: PdfDictionary | PdfStream,
): (code: number) => number {
  const map = document.get(descendant.entries.get('CIDToGIDMap'));
  if (typeof map !== 'object' || map.kind !== 'stream') return (code) => code;
  const bytes = unpackStream(document, map);
  return (code) => (bytes[2 * code] ?? 0) * 256 + (bytes[2 * code + 1] ?? 0);
}
