/** A value as it stands in a PDF file; the null object is undefined. */
export type PdfValue =
  | number
  | boolean
  | PdfName
  | PdfText
  | PdfReference
  | PdfArray
  | PdfDictionary
  | PdfStream
  | undefined;

/** A name object without its slash, `#xx` read. */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** A string object; each character is one byte. */
export interface PdfText {
  readonly kind: 'text';
  readonly latin: string;
}

/** A reference to an indirect object. */
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
}

/** An array object. */
export interface PdfArray {
  readonly kind: 'array';
  readonly values: readonly PdfValue[];
}

/** A dictionary object. */
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A stream object, still packed. */
export interface PdfStream {
  readonly kind: 'stream';
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly packed: Uint8Array;
}

/** A word of page content that is no value: an operator. */
export interface PdfOperator {
  readonly kind: 'operator';
  readonly name: string;
}

/** The bytes are no PDF that we can read; the message is for the log, the finding for people. */
export class UnreadablePdf extends Error {}

/** The name, when the value is one. */
export function nameOf(value: PdfValue): string | undefined {
  return typeof value === 'object' && value.kind === 'name' ? value.name : undefined;
}

/** The number, when the value is one. */
export function numberOf(value: PdfValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The text of a string object: UTF-16 with its byte order mark, or one byte a character. */
export function textOf(value: PdfValue): string | undefined {
  if (typeof value !== 'object' || value.kind !== 'text') return undefined;
  const { latin } = value;
  return latin.startsWith('\xfe\xff') ? utf16Text(latin.slice(2)) : latin;
}

/** The characters of big-endian UTF-16 code units, two bytes each. */
export function utf16Text(latin: string): string {
  let text = '';
  for (let at = 0; at + 1 < latin.length; at += 2) {
    text += String.fromCharCode(latin.charCodeAt(at) * 256 + latin.charCodeAt(at + 1));
  }
  return text;
}

/** True for bytes that PDF takes as a blank. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
}
