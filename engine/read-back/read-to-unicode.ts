import { type PdfValue, UnreadablePdf, utf16Text } from './pdf-values.ts';
import { scanNext } from './scan-values.ts';

/** Reads a ToUnicode map: the text of each code (ISO 32000-1, 9.10.3). */
export function readToUnicode(bytes: Uint8Array): ReadonlyMap<number, string> {
  const scanner = { bytes, at: 0 };
  const texts = new Map<number, string>();
  let operands: PdfValue[] = [];
  for (;;) {
    const scanned = scanNext(scanner);
    if (scanned.kind === 'end') return texts;
    if (scanned.kind === 'value') operands.push(scanned.value);
    if (scanned.kind !== 'operator') continue;
    if (scanned.name === 'endbfchar') readPairs(operands, texts);
    if (scanned.name === 'endbfrange') readRanges(operands, texts);
    operands = [];
  }
}

function readPairs(operands: readonly PdfValue[], texts: Map<number, string>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    texts.set(codeOf(operands[at]), utf16Text(latinOf(operands[at + 1])));
  }
}

/** Ranges longer than all codes are damage. */
const MOST_CODES = 65536;

function readRanges(operands: readonly PdfValue[], texts: Map<number, string>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const first = codeOf(operands[at]);
    const last = Math.min(codeOf(operands[at + 1]), first + MOST_CODES);
    const to = operands[at + 2];
    for (let code = first; code <= last; code += 1) texts.set(code, textOfRange(to, code - first));
  }
}

function textOfRange(to: PdfValue, step: number): string {
  if (typeof to === 'object' && to.kind === 'array') return utf16Text(latinOf(to.values[step]));
  const text = utf16Text(latinOf(to));
  const last = text.charCodeAt(text.length - 1) + step;
  return text.slice(0, -1) + String.fromCharCode(last);
}

function codeOf(value: PdfValue): number {
  let code = 0;
  for (const byte of latinOf(value)) code = code * 256 + byte.charCodeAt(0);
  return code;
}

function latinOf(value: PdfValue): string {
  if (typeof value === 'object' && value.kind === 'text') return value.latin;
  throw new UnreadablePdf('a damaged ToUnicode map');
}
