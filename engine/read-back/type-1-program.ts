import { type FontProgram, glyphShapes } from './font-program.ts';
import { nameInEncoding } from './glyph-names.ts';
import { createOutlinePen, UnreadableProgram } from './glyph-outline.ts';
import { asMatrix } from './matrix.ts';
import { drawType1 } from './type-1-outline.ts';

// Keys of the two encryptions (Adobe Type 1 Font Format, chapter 7).
const EEXEC_KEY = 55_665;
const CHAR_STRING_KEY = 4330;
const EEXEC_LEAD = 4;

/** Reads a Type 1 program: its charstrings by name, and its own encoding. */
export function readType1(bytes: Uint8Array): FontProgram {
  const plain = latinOf(withoutSegments(bytes));
  const start = plain.indexOf('eexec');
  if (start < 0) throw new UnreadableProgram('no Type 1 program');
  const head = plain.slice(0, start);
  const secret = decrypted(lockedPart(plain, start + 'eexec'.length), EEXEC_KEY, EEXEC_LEAD);
  const hidden = latinOf(secret);
  const lead = Number(/\/lenIV\s+(-?\d+)/u.exec(hidden)?.[1] ?? 4);
  const open = (part: Uint8Array) => (lead < 0 ? part : decrypted(part, CHAR_STRING_KEY, lead));
  const subroutines = readSubroutines(hidden, secret);
  const glyphs = readCharStrings(hidden, secret);
  const names = [...glyphs.keys()];
  const numbers = new Map(names.map((name, glyph) => [name, glyph]));
  const codes = readEncoding(head);
  const matrix = /\/FontMatrix\s*\[([^\]]*)\]/u.exec(head)?.[1]?.trim().split(/\s+/u).map(Number);
  const toEm = matrix?.length === 6 ? asMatrix(matrix) : asMatrix([0.001, 0, 0, 0.001, 0, 0]);
  const charString = (name: string) => {
    const locked = glyphs.get(name);
    return locked && open(locked);
  };
  return {
    kind: 'type1',
    glyphCount: names.length,
    hasGlyph: (glyph) => names[glyph] !== undefined,
    isBlankGlyph: () => false,
    widthOf: () => undefined,
    glyphOfName: (name) => numbers.get(name),
    glyphOfCode: (code) =>
      numbers.get(codes?.get(code) ?? nameInEncoding('StandardEncoding', code) ?? ''),
    shapes: glyphShapes((glyph) => {
      const pen = createOutlinePen(toEm);
      drawType1(pen, charString(names[glyph] ?? '?'), {
        subroutine(index) {
          const locked = subroutines.get(index);
          return locked && open(locked);
        },
        standard: (code) => charString(nameInEncoding('StandardEncoding', code) ?? '?'),
      });
      return pen.outline();
    }),
  };
}

/** Files from outside PDF have heads of six bytes before each of their parts. */
function withoutSegments(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x80) return bytes;
  const parts: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 6 <= bytes.length && bytes[at] === 0x80 && bytes[at + 1] !== 3; ) {
    const length = view.getUint32(at + 2, true);
    parts.push(bytes.subarray(at + 6, at + 6 + length));
    at += 6 + length;
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** One character for each byte. */
function latinOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}

/** The encrypted part as bytes; it may be written in hexadecimal figures. */
function lockedPart(plain: string, from: number): Uint8Array {
  const at = from + (/^[ \t\r\n]+/u.exec(plain.slice(from, from + 8))?.[0].length ?? 0);
  if (!/^[0-9A-Fa-f]{4}/u.test(plain.slice(at, at + 4))) {
    return Uint8Array.from({ length: plain.length - at }, (_, index) =>
      plain.charCodeAt(at + index),
    );
  }
  const figures = plain.slice(at).replace(/[^0-9A-Fa-f]/gu, '');
  return Uint8Array.from({ length: figures.length >> 1 }, (_, index) =>
    Number.parseInt(figures.slice(2 * index, 2 * index + 2), 16),
  );
}

function decrypted(bytes: Uint8Array, key: number, lead: number): Uint8Array {
  const open = new Uint8Array(bytes.length);
  let state = key;
  bytes.forEach((byte, at) => {
    open[at] = byte ^ (state >> 8);
    state = ((byte + state) * 52_845 + 22_719) & 0xffff;
  });
  return open.subarray(lead);
}

/** More of them is damage. */
const MOST_PARTS = 65_536;

function readSubroutines(hidden: string, bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  const end = hidden.indexOf('/CharStrings');
  const entry = /dup\s+(\d+)\s+(\d+)\s+\S+\s/gu;
  entry.lastIndex = Math.max(0, hidden.indexOf('/Subrs'));
  for (let match = entry.exec(hidden); match !== null; match = entry.exec(hidden)) {
    if ((end >= 0 && match.index > end) || found.size > MOST_PARTS) break;
    const length = Number(match[2]);
    found.set(Number(match[1]), bytes.subarray(entry.lastIndex, entry.lastIndex + length));
    entry.lastIndex += length;
  }
  return found;
}

function readCharStrings(hidden: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const start = hidden.indexOf('/CharStrings');
  if (start < 0) throw new UnreadableProgram('a Type 1 program without charstrings');
  const entry = /\/(\S+)\s+(\d+)\s+(?:RD|-\||\S+)\s/gu;
  entry.lastIndex = hidden.indexOf('begin', start);
  for (let match = entry.exec(hidden); match !== null; match = entry.exec(hidden)) {
    if (found.size > MOST_PARTS) break;
    const length = Number(match[2]);
    const [, name = ''] = match;
    if (!found.has(name)) {
      found.set(name, bytes.subarray(entry.lastIndex, entry.lastIndex + length));
    }
    entry.lastIndex += length;
  }
  return found;
}

/** Codes that the font names itself; undefined for the standard encoding. */
function readEncoding(head: string): ReadonlyMap<number, string> | undefined {
  if (/\/Encoding\s+StandardEncoding/u.test(head)) return undefined;
  const named = head.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/gu);
  return new Map([...named].map(([, code, name = '']) => [Number(code), name]));
}
