import { strToU8 } from 'fflate';

/**
 * Coordinates and lengths are written to a thousandth of a point (0.35 µm): five hundred times
 * finer than a platesetter's dot. This is the only place where press rounds positions; text.ts
 * states how it rounds the distances between glyphs.
 */
const COORDINATE_DECIMALS = 3;

/** A length or coordinate in points as PDF writes it. */
export function pdfLength(lengthPt: number): string {
  return pdfNumber(lengthPt, COORDINATE_DECIMALS);
}

/** The value that `pdfLength` writes, as a number. */
export function roundedLength(lengthPt: number): number {
  return Math.round(lengthPt * 1000) / 1000;
}

/** A plain decimal number with at most so many decimals: never an exponent, never `-0`. */
export function pdfNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new Error(`a PDF cannot hold the number ${value}`);
  if (Number.isInteger(value)) return value === 0 ? '0' : String(value);
  const text = value.toFixed(decimals);
  if (decimals === 0) return text === '-0' ? '0' : text;
  const short = text.replace(/0+$/, '').replace(/[.]$/, '');
  return short === '-0' ? '0' : short;
}

/** A name object; characters outside the plain ones are written as `#xx` of their UTF-8 bytes. */
export function pdfName(name: string): string {
  let written = '/';
  for (const byte of strToU8(name)) {
    const character = String.fromCharCode(byte);
    const isPlain = /[A-Za-z0-9._+-]/.test(character);
    written += isPlain ? character : `#${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  }
  return written;
}

/**
 * A text string: ASCII in brackets where that is possible, UTF-16 with byte order mark elsewhere.
 */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, '\\$&')})`;
  return `<FEFF${utf16Hex(text)}>`;
}

/** The UTF-16 code units of a text in hexadecimal, most significant byte first. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at += 1) hex += hexWord(text.charCodeAt(at));
  return hex;
}

/** Four hexadecimal digits of a number below 65536. */
export function hexWord(value: number): string {
  return HEX_WORDS[value] ?? writeHexWord(value);
}

const HEX_WORDS: string[] = [];

function writeHexWord(value: number): string {
  const word = value.toString(16).toUpperCase().padStart(4, '0');
  HEX_WORDS[value] = word;
  return word;
}
