import type { RawPart } from '#engine/intake/raw-matter.ts';
import type { Failure } from '#host/contract.ts';
import { MOST_DEPTH } from './allowance.ts';
import { DraftTrouble } from './draft-trouble.ts';
import { type FilePart, NO_ENVELOPE, type TakenPart } from './gathered.ts';
import { type PictureBox, SMALL_PICTURE } from './picture-box.ts';
import { RtfPage, type RtfState } from './rtf-page.ts';

/** One step of a file: a brace, a word with its number, a byte, a sign, or letters. */
const TOKEN =
  /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([^\\{}\r\n]+)|[\r\n]+/giu;

/** Groups whose words are no words of the text. */
const UNREAD =
  /^(?:colortbl|stylesheet|info|header[lrf]?|footer[lrf]?|fldinst|nonshppict|listtable|listoverridetable|revtbl|rsidtbl|generator|themedata|colorschememapping|datastore|latentstyles|xmlnstbl|mmathPr|bkmkstart|bkmkend|atnid|atnauthor|annotation|object|filetbl|pgdsctbl|sp|sn|sv)$/u;
/** Groups that are marked as safe to leave out, in which text stands all the same. */
const READ_ALL_THE_SAME = /^(?:shpinst|shptxt|shppict|fldrslt|listtext|pntext|footnote)$/u;

/** Marks that have a word of their own. */
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u3000',
  enspace: ' ',
};

/**
 * Reads a file of the Rich Text Format (RTF 1.9.1), as Word, WPS and mail programs write it: words
 * with their looks, tables, text boxes, notes and pictures. A torn file is read as far as it goes.
 */
export async function readRtf(bytes: Uint8Array, box: PictureBox): Promise<FilePart> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const page = walkRtf(text);
  const { parts, pictures } = page.done();
  const taken = new Map<string, TakenPart>();
  const notes: Failure[] = [];
  for (const [mark, picture] of pictures) {
    const found = await box.take(mark, picture);
    if (!('code' in found)) taken.set(mark, found);
    else if (found.code !== SMALL_PICTURE) notes.push(found);
  }
  const named = parts.flatMap((part): readonly RawPart[] => {
    if (part.kind !== 'picture') return [part];
    const found = taken.get(part.picture);
    return found === undefined ? [] : [{ kind: 'picture', picture: found.picture.name }];
  });
  return { parts: named, notes, envelope: NO_ENVELOPE, pictures: [...taken.values()] };
}

function walkRtf(text: string): RtfPage {
  const page = new RtfPage();
  const states: RtfState[] = [page.state];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [, brace, word, number, byte, sign, letters] = found;
    if (brace === '{') {
      if (states.length > MOST_DEPTH)
        throw new DraftTrouble('draft-too-deep', { most: MOST_DEPTH });
      states.push(page.state);
      page.open();
    } else if (brace === '}') {
      const outer = states.pop() ?? page.state;
      page.close(outer);
      page.state = outer;
    } else if (word === 'bin') TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
    else if (word !== undefined) takeWord(page, word, number);
    else if (byte !== undefined) page.byte(Number.parseInt(byte, 16));
    else if (sign !== undefined) takeSign(page, sign);
    else if (letters !== undefined) page.letters(letters);
  }
  return page;
}

function takeSign(page: RtfPage, sign: string): void {
  if (sign === '*') page.state = { ...page.state, isOptional: true };
  else if (sign === '~') page.write('\u00a0');
  else if (sign === '_') page.write('-');
  else if (sign === '\n' || sign === '\r') page.paragraph();
  else if ('{}\\'.includes(sign)) page.letters(sign);
}

function takeWord(page: RtfPage, word: string, number: string | undefined): void {
  const value = number === undefined ? undefined : Number(number);
  if (page.state.isOptional) {
    page.state = { ...page.state, isOptional: false };
    if (!READ_ALL_THE_SAME.test(word)) {
      page.state = { ...page.state, place: 'nowhere' };
      return;
    }
  }
  const sign = SIGNS[word];
  if (sign !== undefined) page.write(sign);
  else if (UNREAD.test(word)) page.state = { ...page.state, place: 'nowhere' };
  else page.word(word, value);
}
