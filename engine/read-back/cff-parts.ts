import { UnreadableProgram } from './glyph-outline.ts';

/** A stretch of bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Operands by operator; 12 starts a long operator, which counts from 1200. */
export type Dictionary = ReadonlyMap<number, readonly number[]>;

/** Reads an index: a list of stretches, and where it ends (Adobe Technical Note 5176). */
export function readIndex(
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

/** A number of so many bytes, the greatest first. */
export function bigEndian(view: DataView, at: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}

/** Reads a dictionary. */
export function readDictionary(view: DataView, span: Span): Dictionary {
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
  if (byte === 30) return decimalAt(view, at + 1);
  if (byte < 247) return { value: byte - 139, end: at + 1 };
  const next = view.getUint8(at + 1);
  const value = byte < 251 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108;
  return { value, end: at + 2 };
}

/** Half bytes of a decimal number; the last but one is free, the last ends it. */
const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];

function decimalAt(view: DataView, from: number): { readonly value: number; readonly end: number } {
  let text = '';
  for (let at = from; ; at += 1) {
    const byte = view.getUint8(at);
    for (const half of [byte >> 4, byte & 0x0f]) {
      if (half === 0x0f) return { value: Number(text), end: at + 1 };
      text += DIGITS[half] ?? '';
    }
  }
}
