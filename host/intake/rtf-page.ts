import type { RawPart } from '#engine/intake/raw-matter.ts';
import { PartList, plainParagraph } from './gathered.ts';

/** What holds for the text of a group of an RTF file. */
export interface RtfState {
  /** Where the words go; a note is set behind the text. */
  readonly place: 'text' | 'note' | 'label' | 'picture' | 'fonts' | 'nowhere';
  /** True behind `\*`: a group that may be left out. */
  readonly isOptional: boolean;
  readonly bold: boolean;
  readonly sizePt: number | undefined;
  readonly font: number;
  /** True where what is said is said of Han type (`\dbch`). */
  readonly isHan: boolean;
  /** Letters behind `\u` that are for programs without Unicode. */
  readonly skipped: number;
}

interface OpenParagraph {
  words: string;
  letters: number;
  boldLetters: number;
  sizePt: number;
  label: string;
}

/** Windows code pages by the charset of a font, where they are not those of the file. */
const CHARSETS: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
};
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
};
/** RTF counts type in half-points; without a word of it type is of twelve points. */
const USUAL_HALF_POINTS = 24;

/** The text of an RTF file, put together word by word. */
export class RtfPage {
  state: RtfState = {
    place: 'text',
    isOptional: false,
    bold: false,
    sizePt: undefined,
    font: 0,
    isHan: false,
    skipped: 1,
  };
  readonly #list = new PartList();
  readonly #notes: RawPart[] = [];
  readonly #charsets = new Map<number, number>();
  readonly #pictures = new Map<string, Uint8Array>();
  readonly #waiting: RawPart[] = [];
  #codePage = 'gb18030';
  #bytes: number[] = [];
  /** Letters still to be left out behind `\u`. */
  #toSkip = 0;
  #open = emptyParagraph();
  #note = emptyParagraph();
  #centred = false;
  #level: number | undefined;
  #cells: string[] | undefined;
  #hex = '';
  #font = 0;

  open(): void {
    this.#flush();
    this.#toSkip = 0;
  }

  /** Ends a group; `outer` holds again from here. */
  close(outer: RtfState): void {
    this.#flush();
    if (this.state.place === 'note' && outer.place !== 'note') this.#endNote();
    if (this.state.place === 'picture') this.#takePicture();
    this.#toSkip = 0;
  }

  byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#bytes.push(byte);
  }

  letters(letters: string): void {
    if (this.state.place === 'picture') {
      this.#hex += letters.replace(/[^0-9a-f]/giu, '');
      return;
    }
    const skipped = Math.min(this.#toSkip, letters.length);
    this.#toSkip -= skipped;
    for (let at = skipped; at < letters.length; at += 1) this.#bytes.push(letters.charCodeAt(at));
  }

  /** Adds words as they are. */
  write(words: string): void {
    this.#flush();
    this.#add(words);
  }

  word(word: string, value: number | undefined): void {
    this.#flush();
    if (word === 'u') this.#unicode(value ?? 0);
    else if (word === 'par' || word === 'sect' || word === 'page') this.paragraph();
    else if (word === 'cell') this.#endCell();
    else if (word === 'row') this.#endRow();
    else if (word === 'pard') {
      if (this.state.place === 'text') this.#resetParagraph();
    } else this.#setState(word, value);
  }

  paragraph(): void {
    this.#flush();
    const { place } = this.state;
    if (place === 'note') {
      this.#endNote();
      return;
    }
    if (place !== 'text') return;
    if (this.#cells !== undefined) {
      this.#add('\n');
      return;
    }
    const { words, letters, boldLetters, sizePt, label } = this.#open;
    for (const picture of this.#waiting.splice(0)) this.#list.push(picture);
    this.#list.push({
      ...plainParagraph(words),
      bold: letters > 0 && boldLetters === letters,
      centred: this.#centred,
      sizePt: letters > 0 ? sizePt : undefined,
      level: this.#level,
      label: label.trim() === '' ? undefined : label.trim(),
    });
    this.#open = emptyParagraph();
  }

  /** All parts, notes behind the text, and the pictures by their names. */
  done(): {
    readonly parts: readonly RawPart[];
    readonly pictures: ReadonlyMap<string, Uint8Array>;
  } {
    this.state = { ...this.state, place: 'text' };
    this.#flush();
    if (this.#cells !== undefined) this.#endRow();
    if (this.#open.words !== '' || this.#waiting.length > 0) this.paragraph();
    const { parts } = this.#list;
    while (isBlank(parts.at(-1))) parts.pop();
    return { parts: [...parts, ...this.#notes], pictures: this.#pictures };
  }

  #setState(word: string, value: number | undefined): void {
    const isOn = value !== 0;
    if (word === 'b') this.state = { ...this.state, bold: isOn };
    else if (word === 'plain') this.state = { ...this.state, bold: false, sizePt: undefined };
    else if (word === 'fs')
      this.state = { ...this.state, sizePt: (value ?? USUAL_HALF_POINTS) / 2 };
    else if (word === 'uc') this.state = { ...this.state, skipped: value ?? 1 };
    else if (word === 'f') this.#setFont(value ?? 0);
    else if (/^(?:dbch|loch|hich|rtlch|ltrch)$/u.test(word)) {
      this.state = { ...this.state, isHan: word === 'dbch' };
    } else if (this.state.isHan && /^(?:ab|af|afs)$/u.test(word))
      this.#setState(word.slice(1), value);
    else if (word === 'fcharset') this.#charsets.set(this.#font, value ?? 0);
    else if (word === 'ansicpg') this.#codePage = CODE_PAGES[value ?? 0] ?? 'windows-1252';
    else if (word === 'qc') this.#centred = true;
    else if (/^q[ljrd]$/u.test(word)) this.#centred = false;
    else if (word === 'outlinelevel' && value !== undefined && value < 6) this.#level = value + 1;
    else if (word === 'intbl') this.#cells ??= [];
    else this.#setPlace(word, isOn);
  }

  #setPlace(word: string, isOn: boolean): void {
    const isHidden = (word === 'deleted' || word === 'v') && isOn;
    if (isHidden) this.state = { ...this.state, place: 'nowhere' };
    else if (word === 'fonttbl') this.state = { ...this.state, place: 'fonts' };
    else if (word === 'pict' && this.state.place !== 'nowhere') {
      this.#hex = '';
      this.state = { ...this.state, place: 'picture' };
    } else if (word === 'listtext' || word === 'pntext')
      this.state = { ...this.state, place: 'label' };
    else if (word === 'footnote') this.state = { ...this.state, place: 'note' };
    else if (word === 'shptxt') this.state = { ...this.state, place: 'text' };
  }

  #setFont(font: number): void {
    this.#font = font;
    this.state = { ...this.state, font };
  }

  #resetParagraph(): void {
    this.#centred = false;
    this.#level = undefined;
    if (this.#cells?.length === 0) this.#cells = undefined;
  }

  #unicode(value: number): void {
    this.#add(String.fromCharCode(value < 0 ? value + 0x10000 : value));
    this.#toSkip = this.state.skipped;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const charset = CHARSETS[this.#charsets.get(this.state.font) ?? -1] ?? this.#codePage;
    const words = new TextDecoder(charset).decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#add(words.replaceAll('\0', ''));
  }

  #add(words: string): void {
    const { place, bold, sizePt } = this.state;
    if (place === 'note') this.#note.words += words;
    else if (place === 'label') this.#open.label += words;
    if (place !== 'text') return;
    this.#open.words += words;
    const letters = words.replace(/\s/gu, '').length;
    this.#open.letters += letters;
    if (bold) this.#open.boldLetters += letters;
    if (letters > 0)
      this.#open.sizePt = Math.max(this.#open.sizePt, sizePt ?? USUAL_HALF_POINTS / 2);
  }

  #endCell(): void {
    if (this.state.place !== 'text') return;
    this.#cells ??= [];
    this.#cells.push(this.#open.words.trim());
    this.#open = emptyParagraph();
  }

  #endRow(): void {
    const cells = this.#cells;
    this.#cells = undefined;
    for (const picture of this.#waiting.splice(0)) this.#list.push(picture);
    if (cells?.some((cell) => cell !== '')) this.#list.row(cells);
  }

  #endNote(): void {
    const words = this.#note.words.trim();
    this.#note = emptyParagraph();
    if (words === '') return;
    this.#notes.push({ ...plainParagraph(words), label: `[${this.#notes.length + 1}]` });
  }

  #takePicture(): void {
    const bytes = Buffer.from(this.#hex, 'hex');
    this.#hex = '';
    if (bytes.length === 0) return;
    const name = `图${this.#pictures.size + 1}.${bytes[0] === 0xff ? 'jpg' : 'png'}`;
    this.#pictures.set(name, bytes);
    this.#waiting.push({ kind: 'picture', picture: name });
  }
}

function emptyParagraph(): OpenParagraph {
  return { words: '', letters: 0, boldLetters: 0, sizePt: 0, label: '' };
}

function isBlank(part: RawPart | undefined): boolean {
  return part?.kind === 'paragraph' && part.text.trim() === '';
}
