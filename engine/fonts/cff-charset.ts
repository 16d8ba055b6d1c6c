import { UnreadableFont, viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';

/** How the glyphs of a `CFF ` table are addressed in a PDF. */
export interface CffCharset {
  /** True for CID-keyed fonts, as most Chinese CFF faces are. */
  readonly isCidKeyed: boolean;
  /** CID of a glyph; the glyph id itself in fonts that are not CID-keyed. */
  cidOf(glyphId: number): number;
}

interface IndexEntry {
  readonly start: number;
  readonly end: number;
}

// Operators of the top dictionary (Adobe Technical Note 5176, table 9); after 12 comes a second.
const CHARSET = 15;
const REGISTRY_ORDERING_SUPPLEMENT = 1200 + 30;
const ESCAPE = 12;

/** Reads the charset of the face's `CFF ` table. */
export function readCffCharset(program: FontProgram): CffCharset {
  const table = program.tables.table('CFF ');
  if (!table) throw new UnreadableFont('missing table CFF');
  const view = viewOf(table);
  const names = readIndex(view, view.getUint8(2));
  const dictionaries = readIndex(view, names.end);
  const top = dictionaries.entries[0];
  if (!top) throw new UnreadableFont('cut short in CFF');
  const operators = readDictionary(view, top);
  if (!operators.has(REGISTRY_ORDERING_SUPPLEMENT)) {
    return { isCidKeyed: false, cidOf: (glyphId) => glyphId };
  }
  const cids = readCids(view, operators.get(CHARSET)?.at(-1) ?? 0, program.glyphCount);
  return { isCidKeyed: true, cidOf: (glyphId) => cids[glyphId] ?? 0 };
}

function readIndex(view: DataView, start: number): { entries: IndexEntry[]; end: number } {
  const count = view.getUint16(start);
  if (count === 0) return { entries: [], end: start + 2 };
  const size = view.getUint8(start + 2);
  const base = start + 3 + size * (count + 1) - 1;
  const offsets = Array.from(
    { length: count + 1 },
    (_, index) => base + unsignedAt(view, start + 3 + size * index, size),
  );
  const entries = offsets.slice(1).map((end, index) => ({ start: offsets[index] ?? end, end }));
  return { entries, end: offsets.at(-1) ?? base };
}

function unsignedAt(view: DataView, at: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}

/** Operators with their operands; real numbers count as 0, for none of ours is one. */
function readDictionary(view: DataView, entry: IndexEntry): ReadonlyMap<number, readonly number[]> {
  const operators = new Map<number, readonly number[]>();
  let operands: number[] = [];
  let at = entry.start;
  while (at < entry.end) {
    const first = view.getUint8(at);
    if (first <= 21) {
      const isEscaped = first === ESCAPE;
      operators.set(isEscaped ? 1200 + view.getUint8(at + 1) : first, operands);
      operands = [];
      at += isEscaped ? 2 : 1;
    } else {
      const operand = readOperand(view, at);
      operands.push(operand.value);
      at = operand.end;
    }
  }
  return operators;
}

function readOperand(view: DataView, at: number): { value: number; end: number } {
  const first = view.getUint8(at);
  if (first === 28) return { value: view.getInt16(at + 1), end: at + 3 };
  if (first === 29) return { value: view.getInt32(at + 1), end: at + 5 };
  if (first === 30) return { value: 0, end: endOfReal(view, at + 1) };
  if (first <= 246) return { value: first - 139, end: at + 1 };
  const second = view.getUint8(at + 1);
  if (first <= 250) return { value: (first - 247) * 256 + second + 108, end: at + 2 };
  return { value: -(first - 251) * 256 - second - 108, end: at + 2 };
}

/** A real number is written in half-bytes and ends with the half-byte 15. */
function endOfReal(view: DataView, start: number): number {
  let at = start;
  while ((view.getUint8(at) & 0x0f) !== 0x0f && view.getUint8(at) >> 4 !== 0x0f) at += 1;
  return at + 1;
}

function readCids(view: DataView, offset: number, glyphCount: number): Uint16Array {
  const cids = new Uint16Array(glyphCount);
  const format = view.getUint8(offset);
  if (format === 0) {
    for (let glyphId = 1; glyphId < glyphCount; glyphId += 1) {
      cids[glyphId] = view.getUint16(offset + 1 + 2 * (glyphId - 1));
    }
    return cids;
  }
  // Formats 1 and 2 list runs: first CID and how many follow, in one byte or in two.
  const countSize = format === 1 ? 1 : 2;
  let at = offset + 1;
  for (let glyphId = 1; glyphId < glyphCount; at += 2 + countSize) {
    const first = view.getUint16(at);
    const left = unsignedAt(view, at + 2, countSize);
    for (let step = 0; step <= left && glyphId < glyphCount; step += 1, glyphId += 1) {
      cids[glyphId] = first + step;
    }
  }
  return cids;
}
