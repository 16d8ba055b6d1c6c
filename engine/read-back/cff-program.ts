import { type FontProgram, UnreadableProgram } from './font-program.ts';

/** Share of the em that Chinese type inks at most on average; outlines of CFF are not measured. */
const CFF_COVERAGE = 0.4;

/** Reads a CFF program: which CIDs it has, and which of them are blank. */
export function readCff(bytes: Uint8Array): FontProgram {
  try {
    return readProgram(bytes);
  } catch (trouble) {
    if (trouble instanceof UnreadableProgram) throw trouble;
    throw new UnreadableProgram('the CFF program is cut short');
  }
}

// Operators of the top dictionary (Adobe Technical Note 5176, table 9); 12 starts a long one.
const CHARSET = 15;
const CHAR_STRINGS = 17;
const ROS = 1230;

function readProgram(bytes: Uint8Array): FontProgram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== 1) throw new UnreadableProgram('no CFF program');
  const names = readIndex(view, view.getUint8(2));
  const tops = readIndex(view, names.end);
  const [top] = tops.spans;
  if (top === undefined) throw new UnreadableProgram('no top dictionary');
  const dictionary = readDictionary(view, top);
  const charStrings = readIndex(view, dictionary.get(CHAR_STRINGS)?.[0] ?? bytes.length);
  const glyphCount = charStrings.spans.length;
  const glyphs = dictionary.has(ROS)
    ? readCids(view, dictionary.get(CHARSET)?.[0] ?? 0, glyphCount)
    : new Map(charStrings.spans.map((_, glyph) => [glyph, glyph]));
  return {
    kind: 'cff',
    glyphCount,
    hasGlyph: (cid) => glyphs.has(cid),
    isBlankGlyph(cid) {
      const span = charStrings.spans[glyphs.get(cid) ?? -1];
      return span === undefined || span.end - span.start <= BLANK_LENGTH;
    },
    widthOf: () => undefined,
    coverageOf: () => CFF_COVERAGE,
  };
}

/** A width and `endchar` take up to six bytes. */
const BLANK_LENGTH = 6;

interface Span {
  readonly start: number;
  readonly end: number;
}

function readIndex(
  view: DataView,
  at: number,
): { readonly spans: readonly Span[]; readonly end: number } {
  const count = view.getUint16(at);
  if (count === 0) return { spans: [], end: at + 2 };
  const size = view.getUint8(at + 2);
  const base = at + 2 + size * (count + 1);
  const offset = (index: number) => base + bigEndian(view, at + 3 + size * index, size);
  const spans: Span[] = [];
  for (let index = 0; index < count; index += 1) {
    spans.push({ start: offset(index), end: offset(index + 1) });
  }
  const end = offset(count);
  if (end > view.byteLength) throw new UnreadableProgram('an index is cut short');
  return { spans, end };
}

function bigEndian(view: DataView, at: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}

function readDictionary(view: DataView, span: Span): ReadonlyMap<number, readonly number[]> {
  const operators = new Map<number, readonly number[]>();
  let operands: number[] = [];
  let at = span.start;
  while (at < span.end) {
    const byte = view.getUint8(at);
    if (byte > 21) {
      const operand = operandAt(view, at);
      operands.push(operand.value);
      at = operand.end;
      continue;
    }
    const isLong = byte === 12;
    operators.set(isLong ? 1200 + view.getUint8(at + 1) : byte, operands);
    operands = [];
    at += isLong ? 2 : 1;
  }
  return operators;
}

function operandAt(view: DataView, at: number): { readonly value: number; readonly end: number } {
  const byte = view.getUint8(at);
  if (byte === 28) return { value: view.getInt16(at + 1), end: at + 3 };
  if (byte === 29) return { value: view.getInt32(at + 1), end: at + 5 };
  if (byte === 30) {
    let end = at + 1;
    while ((view.getUint8(end) & 0x0f) !== 0x0f) end += 1;
    return { value: Number.NaN, end: end + 1 };
  }
  if (byte < 247) return { value: byte - 139, end: at + 1 };
  const next = view.getUint8(at + 1);
  const value = byte < 251 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108;
  return { value, end: at + 2 };
}

/** Glyph of each CID: formats 0 to 2 (Adobe Technical Note 5176, section 13). */
function readCids(view: DataView, at: number, glyphCount: number): ReadonlyMap<number, number> {
  const glyphs = new Map([[0, 0]]);
  const format = view.getUint8(at);
  let place = at + 1;
  for (let glyph = 1; glyph < glyphCount; ) {
    const first = view.getUint16(place);
    const more = format === 0 ? 0 : bigEndian(view, place + 2, format);
    place += 2 + format;
    for (let step = 0; step <= more && glyph < glyphCount; step += 1, glyph += 1) {
      glyphs.set(first + step, glyph);
    }
  }
  return glyphs;
}
