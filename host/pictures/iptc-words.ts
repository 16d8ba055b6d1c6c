import { decodeText, tidied } from './decode-text.ts';

/*
 * IPTC-IIM 4.2: datasets follow each other as 0x1C, record, number, two bytes of length, content.
 * JPEG wraps them into a Photoshop resource, which is passed over by looking for the first dataset.
 */

const DATASET = 0x1c;
const HEAD_BYTES = 5;
const APPLICATION_RECORD = 2;
const BY_LINE = 80;
const CREDIT = 110;
const CAPTION = 120;

/** Caption (2:120) and credit: the by-line (2:80), or else the agency (2:110). */
export function iptcWords(bytes: Uint8Array): { caption: string; credit: string } {
  const words = datasets(bytes);
  const wordOf = (number: number) => tidied((words.get(number) ?? []).map(decodeText).join(' '));
  return { caption: wordOf(CAPTION), credit: wordOf(BY_LINE) || wordOf(CREDIT) };
}

function datasets(bytes: Uint8Array): ReadonlyMap<number, readonly Uint8Array[]> {
  const found = new Map<number, Uint8Array[]>();
  let at = firstDataset(bytes);
  while (at + HEAD_BYTES <= bytes.length && bytes[at] === DATASET) {
    const number = bytes[at + 2] ?? 0;
    const length = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
    // The highest bit announces a longer length: matter of 32 kB and more, never words.
    if (length >= 0x8000) break;
    const content = bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length);
    if (bytes[at + 1] === APPLICATION_RECORD) {
      found.set(number, [...(found.get(number) ?? []), content]);
    }
    at += HEAD_BYTES + length;
  }
  return found;
}

function firstDataset(bytes: Uint8Array): number {
  return bytes.findIndex(
    (byte, at) => byte === DATASET && (bytes[at + 1] ?? 0) <= 2 && isRecord(bytes[at + 1]),
  );
}

function isRecord(record: number | undefined): boolean {
  return record === 1 || record === APPLICATION_RECORD;
}
