import {
  isBlank,
  type PdfOperator,
  type PdfReference,
  type PdfValue,
  UnreadablePdf,
} from './pdf-values.ts';

/** A place in bytes that are being read; `at` moves on. */
export interface Scanner {
  readonly bytes: Uint8Array;
  at: number;
}

/** What is read next: a value, an operator, or the closing mark of an array or dictionary. */
export type Scanned =
  | { readonly kind: 'value'; readonly value: PdfValue }
  | PdfOperator
  | { readonly kind: 'close'; readonly mark: ']' | '>>' }
  | { readonly kind: 'end' };

/** Arrays and dictionaries deeper than this are an attack, not a page. */
const MOST_DEPTH = 60;

/** Reads the next value or operator; comments and blanks are passed over. */
export function scanNext(scanner: Scanner, depth = 0): Scanned {
  skipBlanks(scanner);
  const { bytes, at } = scanner;
  const first = bytes[at];
  if (first === undefined) return { kind: 'end' };
  if (depth > MOST_DEPTH) throw new UnreadablePdf('arrays nested too deeply');
  switch (first) {
    case 0x2f:
      return scannedValue({ kind: 'name', name: scanName(scanner) });
    case 0x28:
      return scannedValue({ kind: 'text', latin: scanLiteral(scanner) });
    case 0x3c:
      if (bytes[at + 1] === 0x3c) return scannedValue(scanDictionary(scanner, depth));
      return scannedValue({ kind: 'text', latin: scanHex(scanner) });
    case 0x5b:
      return scannedValue(scanArray(scanner, depth));
    case 0x5d:
      scanner.at += 1;
      return { kind: 'close', mark: ']' };
    case 0x3e:
      scanner.at += bytes[at + 1] === 0x3e ? 2 : 1;
      return { kind: 'close', mark: '>>' };
    default:
      return scanWord(scanner);
  }
}

/** Reads a value where one has to stand. */
export function scanValue(scanner: Scanner): PdfValue {
  const scanned = scanNext(scanner);
  if (scanned.kind !== 'value') throw new UnreadablePdf(`no value at byte ${scanner.at}`);
  return scanned.value;
}

function scannedValue(value: PdfValue): Scanned {
  return { kind: 'value', value };
}

/** Moves to the next byte that means something. */
export function skipBlanks(scanner: Scanner): void {
  const { bytes } = scanner;
  for (;;) {
    const byte = bytes[scanner.at];
    if (byte === 0x25) {
      while (scanner.at < bytes.length && !isLineEnd(bytes[scanner.at])) scanner.at += 1;
    } else if (isBlank(byte)) scanner.at += 1;
    else return;
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}

/** Brackets, slash and per cent sign end a word (ISO 32000-1, 7.2.2). */
function isDelimiter(byte: number): boolean {
  return DELIMITERS.includes(byte);
}

const DELIMITERS = [...'()<>[]{}/%'].map((mark) => mark.charCodeAt(0));

function scanName(scanner: Scanner): string {
  scanner.at += 1;
  const raw = scanRegular(scanner);
  return raw.includes('#')
    ? raw.replace(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : raw;
}

function scanRegular(scanner: Scanner): string {
  const { bytes } = scanner;
  const start = scanner.at;
  for (;;) {
    const byte = bytes[scanner.at];
    if (byte === undefined || isBlank(byte) || isDelimiter(byte)) break;
    scanner.at += 1;
  }
  let word = '';
  for (let at = start; at < scanner.at; at += 1) word += String.fromCharCode(bytes[at] ?? 0);
  return word;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;

function scanWord(scanner: Scanner): Scanned {
  const start = scanner.at;
  const word = scanRegular(scanner);
  if (scanner.at === start) {
    scanner.at += 1;
    return { kind: 'operator', name: String.fromCharCode(scanner.bytes[start] ?? 0) };
  }
  if (NUMBER.test(word)) return scannedValue(Number(word));
  if (word === 'true' || word === 'false') return scannedValue(word === 'true');
  if (word === 'null') return scannedValue(undefined);
  return { kind: 'operator', name: word };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

function scanLiteral(scanner: Scanner): string {
  const { bytes } = scanner;
  let text = '';
  let open = 1;
  scanner.at += 1;
  for (;;) {
    const byte = bytes[scanner.at];
    if (byte === undefined) throw new UnreadablePdf('a string without an end');
    scanner.at += 1;
    if (byte === 0x5c) {
      text += scanEscape(scanner);
      continue;
    }
    if (byte === 0x28) open += 1;
    if (byte === 0x29) open -= 1;
    if (open === 0) return text;
    text += String.fromCharCode(byte);
  }
}

function scanEscape(scanner: Scanner): string {
  const { bytes } = scanner;
  const mark = String.fromCharCode(bytes[scanner.at] ?? 0);
  if (/[0-7]/u.test(mark)) {
    let octal = '';
    while (octal.length < 3 && /[0-7]/u.test(String.fromCharCode(bytes[scanner.at] ?? 0))) {
      octal += String.fromCharCode(bytes[scanner.at] ?? 0);
      scanner.at += 1;
    }
    return String.fromCharCode(parseInt(octal, 8) % 256);
  }
  scanner.at += 1;
  if (mark === '\n') return '';
  if (mark === '\r') {
    if (bytes[scanner.at] === 10) scanner.at += 1;
    return '';
  }
  return ESCAPES[mark] ?? mark;
}

function scanHex(scanner: Scanner): string {
  const { bytes } = scanner;
  let text = '';
  let held = -1;
  scanner.at += 1;
  for (;;) {
    const byte = bytes[scanner.at];
    if (byte === undefined) throw new UnreadablePdf('a hexadecimal string without an end');
    scanner.at += 1;
    if (byte === 0x3e) return held < 0 ? text : text + String.fromCharCode(held * 16);
    const digit = hexDigit(byte);
    if (digit < 0) continue;
    if (held < 0) held = digit;
    else {
      text += String.fromCharCode(held * 16 + digit);
      held = -1;
    }
  }
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function scanArray(scanner: Scanner, depth: number): PdfValue {
  scanner.at += 1;
  return { kind: 'array', values: scanUntil(scanner, ']', depth) };
}

function scanDictionary(scanner: Scanner, depth: number): PdfValue {
  scanner.at += 2;
  const values = scanUntil(scanner, '>>', depth);
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at + 1 < values.length; at += 2) {
    const key = values[at];
    if (typeof key !== 'object' || key.kind !== 'name') {
      throw new UnreadablePdf(`a dictionary without keys before byte ${scanner.at}`);
    }
    entries.set(key.name, values[at + 1]);
  }
  return { kind: 'dictionary', entries };
}

function scanUntil(scanner: Scanner, mark: ']' | '>>', depth: number): readonly PdfValue[] {
  const values: PdfValue[] = [];
  for (;;) {
    const scanned = scanNext(scanner, depth + 1);
    if (scanned.kind === 'close' && scanned.mark === mark) return values;
    if (scanned.kind === 'value') values.push(scanned.value);
    else if (scanned.kind === 'operator' && scanned.name === 'R') values.push(reference(values));
    else throw new UnreadablePdf(`no end of an array or dictionary before byte ${scanner.at}`);
  }
}

/** `12 0 R`: both numbers have been read as values. */
function reference(values: PdfValue[]): PdfReference {
  values.pop();
  const number = values.pop();
  if (typeof number !== 'number') throw new UnreadablePdf('a reference without a number');
  return { kind: 'reference', number };
}
