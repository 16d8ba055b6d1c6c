import { decodeText, tidied } from './decode-text.ts';

/*
 * EXIF is a TIFF file inside the picture: byte order, the offset of the first directory, and there
 * entries of twelve bytes: tag, kind, count, and the value or its offset.
 */

const HEAD = 'Exif\0\0';
const IMAGE_DESCRIPTION = 0x010e;
const ARTIST = 0x013b;
const ENTRY_BYTES = 12;

/** What cameras write there of their own accord. */
const CAMERA_WORDS = /^(OLYMPUS|SONY|MINOLTA|KONICA|NIKON|DCIM|DSC|SAMSUNG|default|dav|cof|rhdr)/iu;

/** ImageDescription and Artist. */
export function exifWords(bytes: Uint8Array): { caption: string; credit: string } {
  const isHeaded = Buffer.from(bytes.subarray(0, HEAD.length)).toString('latin1') === HEAD;
  const tiff = isHeaded ? bytes.subarray(HEAD.length) : bytes;
  const words = directoryWords(tiff);
  const caption = words.get(IMAGE_DESCRIPTION) ?? '';
  return { caption: CAMERA_WORDS.test(caption) ? '' : caption, credit: words.get(ARTIST) ?? '' };
}

function directoryWords(tiff: Uint8Array): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  if (tiff.length < 8) return words;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const isLittle = tiff[0] === 0x49;
  const short = (at: number) => (at + 2 <= tiff.length ? view.getUint16(at, isLittle) : 0);
  const long = (at: number) => (at + 4 <= tiff.length ? view.getUint32(at, isLittle) : 0);
  const directory = long(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    const tag = short(at);
    if (tag !== IMAGE_DESCRIPTION && tag !== ARTIST) continue;
    const length = long(at + 4);
    // Four bytes and fewer stand in the entry itself.
    const from = length <= 4 ? at + 8 : long(at + 8);
    if (from < 8 || from + length > tiff.length) continue;
    words.set(tag, tidied(decodeText(tiff.subarray(from, from + length))));
  }
  return words;
}
