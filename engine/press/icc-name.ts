/** What an .icc file calls itself, in Chinese where it can; empty when it does not say. */
export function iccName(icc: Uint8Array): string {
  const found = tagAt(icc, 'desc');
  if (found === undefined) return '';
  const kind = word(found, 0);
  if (kind === 'mluc') return ofLanguages(found);
  return kind === 'desc' ? ofDescription(found) : '';
}

/** Version 4: the name in any number of languages (ICC.1:2010, 10.13). */
function ofLanguages(tag: Uint8Array): string {
  const view = viewOf(tag);
  const count = Math.min(numberAt(view, 8), MOST_LANGUAGES);
  const names = Array.from({ length: count }, (_, place) => {
    const at = 16 + 12 * place;
    const start = numberAt(view, at + 8);
    return { language: word(tag, at).slice(0, 2), name: utf16(tag, start, numberAt(view, at + 4)) };
  });
  return (names.find(({ language }) => language === 'zh') ?? names[0])?.name ?? '';
}

/** A file may state any number; more than this is none of ours. */
const MOST_LANGUAGES = 100;

/** Version 2: plain letters, then the same in Unicode where it was asked for (ICC.1:2001, 6.5). */
function ofDescription(tag: Uint8Array): string {
  const view = viewOf(tag);
  const length = numberAt(view, 8);
  const letters = [...tag.subarray(12, 12 + Math.min(length, LONGEST_NAME))];
  const characters = numberAt(view, 12 + length + 4);
  const unicode = utf16(tag, 12 + length + 8, characters * 2);
  return unicode || plain(String.fromCharCode(...letters.filter((one) => one < 0x80)));
}

function utf16(bytes: Uint8Array, start: number, length: number): string {
  const units = bytes.subarray(start, start + Math.min(length, LONGEST_NAME * 2));
  const view = viewOf(units);
  const codes = Array.from({ length: Math.floor(units.length / 2) }, (_, at) => {
    return view.getUint16(at * 2);
  });
  return plain(String.fromCharCode(...codes));
}

/** A longer name is cut, so that no file makes us write a book. */
const LONGEST_NAME = 200;

function plain(text: string): string {
  return text.replaceAll('\0', '').trim();
}

/** A tag of the profile; undefined when it has none of that name. */
function tagAt(icc: Uint8Array, name: string): Uint8Array | undefined {
  const view = viewOf(icc);
  const count = Math.min(numberAt(view, 128), Math.floor((icc.length - 132) / 12));
  for (let place = 0; place < count; place += 1) {
    const at = 132 + 12 * place;
    if (word(icc, at) !== name) continue;
    const start = numberAt(view, at + 4);
    return icc.subarray(start, start + numberAt(view, at + 8));
  }
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Nothing where the file ends before. */
function numberAt(view: DataView, at: number): number {
  return at + 4 <= view.byteLength ? view.getUint32(at) : 0;
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
