/*
 * Text whose bytes do not say how they are written. Newsrooms meet four ways: UTF-8, GB18030 (with
 * GBK and GB2312 in it), and UTF-16 of either byte order, with and without the mark in front.
 */

/** Decoded text, and how it was written. */
export interface DecodedBytes {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  /** Letters that could not be made out; each stands as U+FFFD in the text. */
  readonly lostLetters: number;
}

const REPLACEMENT = '\uFFFD';

/** The text of bytes by the most likely encoding. */
export function decodeBytes(bytes: Uint8Array): DecodedBytes {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, lostLetters: text.split(REPLACEMENT).length - 1 };
}

function encodingOf(bytes: Uint8Array): DecodedBytes['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sixteen = sixteenBits(bytes);
  if (sixteen !== undefined) return sixteen;
  return brokenUtf8(bytes) <= brokenGb18030(bytes) ? 'utf-8' : 'gb18030';
}

/** As many bytes as tell; a sample that ends within a letter costs one fault at most. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * UTF-16 without its mark. Its line ends and figures have a byte 0, which no other way of writing
 * text has; pure Han has none, but then nearly all its pairs are Han, and only one way round.
 */
function sixteenBits(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const little = shareOfText(sample, 1);
  const big = shareOfText(sample, 0);
  const best = Math.max(little, big);
  const hasZeros = sample.includes(0);
  if (!hasZeros && (best < 0.98 || brokenUtf8(bytes) === 0)) return undefined;
  if (best < 0.8 || little === big) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** Which part of the pairs is Han, ASCII or a Chinese mark, with the high byte at `high`. */
function shareOfText(sample: Uint8Array, high: 0 | 1): number {
  let likely = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (isLikely(((sample[at + high] ?? 0) << 8) | (sample[at + 1 - high] ?? 0))) likely += 1;
  }
  return likely / (sample.length >> 1);
}

function isLikely(code: number): boolean {
  const isAscii = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0x7f);
  const isHan = code >= 0x4e00 && code <= 0x9fa5;
  const isMark = (code >= 0x3000 && code <= 0x3020) || (code >= 0xff01 && code <= 0xff5e);
  return isAscii || isHan || isMark || (code >= 0x2010 && code <= 0x2026);
}

function brokenUtf8(bytes: Uint8Array): number {
  return brokenLetters('utf-8', bytes);
}

function brokenGb18030(bytes: Uint8Array): number {
  return brokenLetters('gb18030', bytes);
}

/** How many letters are no letters in this encoding. A single bad byte condemns no whole file. */
function brokenLetters(encoding: string, bytes: Uint8Array): number {
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES));
  return sample.split(REPLACEMENT).length - 1;
}

/** A file's name out of an archive: UTF-8 where it can be, else GB18030. */
export function decodeName(bytes: Uint8Array): string {
  return brokenUtf8(bytes) === 0
    ? new TextDecoder('utf-8').decode(bytes)
    : new TextDecoder('gb18030').decode(bytes);
}

/** True for bytes that are no text in any encoding: programs, films, noise. */
export function isBinary({ text, lostLetters }: DecodedBytes): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const controls = [...sample].filter((letter) => isControl(letter.charCodeAt(0))).length;
  const strange = controls + Math.min(lostLetters, sample.length);
  // A note of one line may well have a torn letter.
  return strange > Math.max(3, sample.length / 50);
}

function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 0x20) || code === 0x7f;
}
