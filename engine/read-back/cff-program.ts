import { bigEndian, type Dictionary, readDictionary, readIndex, type Span } from './cff-parts.ts';
import { type FontProgram, glyphShapes } from './font-program.ts';
import { nameInEncoding, standardString } from './glyph-names.ts';
import { createOutlinePen, type GlyphOutline, UnreadableProgram } from './glyph-outline.ts';
import { asMatrix, type Matrix, product } from './matrix.ts';
import { drawType2 } from './type-2-outline.ts';

/** Reads a CFF program: which glyphs it has, and how they are drawn. */
export function readCff(bytes: Uint8Array): FontProgram {
  try {
    return readProgram(bytes);
  } catch (trouble) {
    if (trouble instanceof UnreadableProgram) throw trouble;
    throw new UnreadableProgram('the CFF program is cut short');
  }
}

// Operators of dictionaries (Adobe Technical Note 5176, tables 9, 10 and 23).
const CHARSET = 15;
const ENCODING = 16;
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const LOCAL_SUBROUTINES = 19;
const FONT_MATRIX = 1207;
const ROS = 1230;
const FONT_DICTIONARIES = 1236;
const FONT_SELECT = 1237;

/** A width and `endchar` take up to six bytes. */
const BLANK_LENGTH = 6;

interface Cff {
  readonly view: DataView;
  readonly top: Dictionary;
  readonly strings: readonly Span[];
  readonly charStrings: readonly Span[];
}

function readProgram(bytes: Uint8Array): FontProgram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== 1) throw new UnreadableProgram('no CFF program');
  const names = readIndex(view, view.getUint8(2));
  const tops = readIndex(view, names.end);
  const [topSpan] = tops.spans;
  if (topSpan === undefined) throw new UnreadableProgram('no top dictionary');
  const top = readDictionary(view, topSpan);
  const strings = readIndex(view, tops.end);
  const globals = readIndex(view, strings.end).spans;
  const charStrings = readIndex(view, top.get(CHAR_STRINGS)?.[0] ?? bytes.length).spans;
  const cff: Cff = { view, top, strings: strings.spans, charStrings };
  const isByCid = top.has(ROS);
  const numbers = readCharset(cff);
  const glyphs = new Map(
    isByCid
      ? numbers.map((cid, glyph) => [cid, glyph] as const)
      : charStrings.map((_, glyph) => [glyph, glyph] as const),
  );
  const parts = fontParts(cff);
  const bytesOf = (span: Span | undefined) =>
    span === undefined ? undefined : bytes.subarray(span.start, span.end);
  const draw = (cid: number): GlyphOutline => {
    // A number that the font lacks shows its sign for that (ISO 32000-1, 9.7.6.3).
    const glyph = glyphs.get(cid) ?? (isByCid ? 0 : -1);
    const part = parts(glyph);
    const pen = createOutlinePen(part.toEm);
    drawType2(pen, {
      glyph,
      charString: (index) => bytesOf(charStrings[index]),
      global: (index) => bytesOf(globals[index]),
      globals: globals.length,
      local: (index) => bytesOf(part.locals[index]),
      locals: part.locals.length,
      standardGlyph: (code) => names8.glyphOfName(nameInEncoding('StandardEncoding', code) ?? ''),
    });
    return pen.outline();
  };
  const names8 = isByCid ? NO_NAMES : simpleCodes(cff, numbers);
  return {
    kind: 'cff',
    glyphCount: charStrings.length,
    hasGlyph: (cid) => glyphs.has(cid),
    isBlankGlyph(cid) {
      const span = charStrings[glyphs.get(cid) ?? -1];
      return span === undefined || span.end - span.start <= BLANK_LENGTH;
    },
    widthOf: () => undefined,
    shapes: glyphShapes(draw),
    ...names8,
  };
}

/** CID or name number of each glyph: formats 0 to 2 (Technical Note 5176, section 13). */
function readCharset({ charStrings, top, view }: Cff): readonly number[] {
  const at = top.get(CHARSET)?.[0] ?? 0;
  // The three charsets that are only named count names from the first on, but for expert fonts.
  if (at <= 2 && !top.has(ROS)) return charStrings.map((_, glyph) => glyph);
  const numbers = [0];
  const format = view.getUint8(at);
  let place = at + 1;
  while (numbers.length < charStrings.length) {
    const first = view.getUint16(place);
    const more = format === 0 ? 0 : bigEndian(view, place + 2, format);
    place += 2 + format;
    for (let step = 0; step <= more && numbers.length < charStrings.length; step += 1) {
      numbers.push(first + step);
    }
  }
  return numbers;
}

interface FontPart {
  readonly toEm: Matrix;
  readonly locals: readonly Span[];
}

const THOUSANDTH: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** The part of the font that each glyph belongs to: fonts by CID have several. */
function fontParts({ charStrings, top, view }: Cff): (glyph: number) => FontPart {
  const outer = matrixOf(top);
  const list = top.get(FONT_DICTIONARIES)?.[0];
  if (list === undefined) {
    const part = { toEm: outer ?? THOUSANDTH, locals: localsOf(view, top) };
    return () => part;
  }
  const parts = readIndex(view, list).spans.map((span) => {
    const dictionary = readDictionary(view, span);
    const own = matrixOf(dictionary);
    const toEm = own && outer ? product(own, outer) : (own ?? outer ?? THOUSANDTH);
    return { toEm, locals: localsOf(view, dictionary) };
  });
  const select = readSelect(view, top.get(FONT_SELECT)?.[0] ?? 0, charStrings.length);
  return (glyph) => {
    const part = parts[select(glyph)];
    if (part === undefined) throw new UnreadableProgram('a glyph of no font');
    return part;
  };
}

function matrixOf(dictionary: Dictionary): Matrix | undefined {
  const numbers = dictionary.get(FONT_MATRIX);
  return numbers?.length === 6 ? asMatrix(numbers) : undefined;
}

function localsOf(view: DataView, dictionary: Dictionary): readonly Span[] {
  const [size = 0, start = 0] = dictionary.get(PRIVATE) ?? [];
  if (size === 0) return [];
  const offset = readDictionary(view, { start, end: start + size }).get(LOCAL_SUBROUTINES)?.[0];
  return offset === undefined ? [] : readIndex(view, start + offset).spans;
}

/** Formats 0 and 3 (Technical Note 5176, section 19). */
function readSelect(view: DataView, at: number, glyphCount: number): (glyph: number) => number {
  const format = view.getUint8(at);
  if (format === 0) {
    return (glyph) => (glyph >= 0 && glyph < glyphCount ? view.getUint8(at + 1 + glyph) : -1);
  }
  const ranges = view.getUint16(at + 1);
  const fonts = new Uint8Array(glyphCount);
  for (let range = 0; range < ranges; range += 1) {
    const place = at + 3 + 3 * range;
    const [first, next] = [view.getUint16(place), view.getUint16(place + 3)];
    fonts.fill(view.getUint8(place + 2), first, next);
  }
  return (glyph) => fonts[glyph] ?? -1;
}

const NO_NAMES: Pick<FontProgram, 'glyphOfCode' | 'glyphOfName'> = {
  glyphOfCode: () => undefined,
  glyphOfName: () => undefined,
};

/** Standard strings that the format counts before a font's own. */
const STANDARD_STRINGS = 391;

function simpleCodes(cff: Cff, numbers: readonly number[]): typeof NO_NAMES {
  const names = new Map<string, number>();
  numbers.forEach((number, glyph) => {
    const span = cff.strings[number - STANDARD_STRINGS];
    const own = span === undefined ? undefined : textOf(cff.view, span);
    const name = number < STANDARD_STRINGS ? standardString(number) : own;
    if (name !== undefined && !names.has(name)) names.set(name, glyph);
  });
  const codes = readEncoding(cff);
  return {
    glyphOfName: (name) => names.get(name),
    glyphOfCode: (code) =>
      codes === undefined
        ? names.get(nameInEncoding('StandardEncoding', code) ?? '')
        : codes.get(code),
  };
}

function textOf(view: DataView, { end, start }: Span): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, Math.min(end - start, 64));
  return String.fromCharCode(...bytes);
}

/** Own encodings: formats 0 and 1 (section 12); undefined for the standard one. */
function readEncoding({ top, view }: Cff): ReadonlyMap<number, number> | undefined {
  const at = top.get(ENCODING)?.[0] ?? 0;
  if (at <= 1) return undefined;
  const codes = new Map<number, number>();
  const format = view.getUint8(at) & 0x7f;
  const count = view.getUint8(at + 1);
  for (let index = 0, glyph = 1; index < count; index += 1) {
    const more = format === 0 ? 0 : view.getUint8(at + 3 + 2 * index);
    const first = view.getUint8(at + 2 + (format === 0 ? index : 2 * index));
    for (let step = 0; step <= more; step += 1, glyph += 1) codes.set(first + step, glyph);
  }
  return codes;
}
