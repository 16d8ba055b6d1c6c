import type { RawPart } from '#engine/intake/raw-matter.ts';
import { PartList, plainParagraph } from './gathered.ts';
import type { OdfStyles } from './odf-styles.ts';
import { walkXml, type XmlAttributes } from './walk-xml.ts';

/** The text of an OpenDocument file. */
export interface OdfBody {
  /** Pictures stand in it by their path in the archive. */
  readonly parts: readonly RawPart[];
  /** Pictures that lie elsewhere, which are not fetched. */
  readonly linkedPictures: number;
}

/** What is written there is no text of the draft. */
const UNREAD = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'text:note-citation',
  'office:automatic-styles',
  'office:font-face-decls',
  'svg:title',
  'svg:desc',
]);
/** A sheet may claim a million repeated cells. */
const MOST_REPEATED = 64;

interface OpenParagraph {
  words: string;
  letters: number;
  boldLetters: number;
  sizePt: number;
  readonly style: string | undefined;
  readonly level: number | undefined;
  readonly label: string | undefined;
  readonly isNote: boolean;
}

interface OpenList {
  readonly style: string;
  count: number;
}

/** Reads content.xml of a text or a sheet. */
export function readOdfBody(bytes: Uint8Array, styles: OdfStyles): OdfBody {
  const walk = new OdfWalk(styles);
  walkXml(bytes, walk);
  return { parts: walk.done(), linkedPictures: walk.linkedPictures };
}

class OdfWalk {
  linkedPictures = 0;
  readonly #styles: OdfStyles;
  readonly #list = new PartList();
  readonly #notes: RawPart[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #spans: (string | undefined)[] = [];
  readonly #lists: OpenList[] = [];
  #unread = 0;
  #inNote = 0;
  #tables = 0;
  #row: string[] = [];
  #rows: string[][] = [];
  #cell = '';
  #repeated = 1;
  /** An item of a list is numbered at its first paragraph. */
  #isItem = false;

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#unread > 0 || UNREAD.has(name)) {
      this.#unread += 1;
      return;
    }
    if (name === 'text:p' || name === 'text:h') this.#openParagraph(name, attributes);
    else if (name === 'text:span') this.#spans.push(attributes['text:style-name']);
    else if (name === 'text:s')
      this.text(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1), 80)), true);
    else if (name === 'text:tab') this.text('\t', true);
    else if (name === 'text:line-break') this.text('\n', true);
    else if (name === 'text:note-body') this.#inNote += 1;
    else if (name === 'text:list') this.#openList(attributes);
    else if (name === 'text:list-item') this.#isItem = true;
    else if (name === 'draw:image') this.#takePicture(attributes['xlink:href'] ?? '');
    else if (name.startsWith('table:')) this.#openTable(name, attributes);
  }

  close(name: string): void {
    if (this.#unread > 0) {
      this.#unread -= 1;
      return;
    }
    if (name === 'text:p' || name === 'text:h') this.#closeParagraph();
    else if (name === 'text:span') this.#spans.pop();
    else if (name === 'text:note-body') this.#inNote -= 1;
    else if (name === 'text:list') this.#lists.pop();
    else if (name.startsWith('table:')) this.#closeTable(name);
  }

  text(text: string, isKept = false): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#unread > 0 || paragraph === undefined) return;
    const words = isKept ? text : text.replace(/[ \t\r\n]+/gu, ' ');
    const isDoubled = !isKept && /(?:^|\s)$/u.test(paragraph.words);
    paragraph.words += isDoubled ? words.replace(/^ /u, '') : words;
    const letters = words.replace(/\s/gu, '').length;
    if (letters === 0) return;
    const spans = this.#spans.map((style) =>
      style === undefined ? {} : this.#styles.of('text', style),
    );
    const looks = Object.assign({}, this.#styles.of('paragraph', paragraph.style), ...spans);
    paragraph.letters += letters;
    if (looks.bold === true) paragraph.boldLetters += letters;
    paragraph.sizePt = Math.max(paragraph.sizePt, looks.sizePt ?? 0);
  }

  done(): readonly RawPart[] {
    while (this.#paragraphs.length > 0) this.#closeParagraph();
    this.#setRows();
    const { parts } = this.#list;
    while (isBlank(parts.at(-1))) parts.pop();
    return [...parts, ...this.#notes];
  }

  #openParagraph(name: string, attributes: XmlAttributes): void {
    const level = Number(attributes['text:outline-level'] ?? 1);
    const list = this.#lists.at(-1);
    if (list !== undefined && this.#isItem) list.count += 1;
    const label =
      list !== undefined && this.#isItem
        ? this.#styles.label(list.style, this.#lists.length, list.count)
        : undefined;
    this.#isItem = false;
    this.#paragraphs.push({
      words: '',
      letters: 0,
      boldLetters: 0,
      sizePt: 0,
      style: attributes['text:style-name'],
      level: name === 'text:h' ? Math.min(6, Math.max(1, level)) : undefined,
      label: label === '' ? undefined : label,
      isNote: this.#inNote > 0,
    });
  }

  #closeParagraph(): void {
    const closed = this.#paragraphs.pop();
    if (closed === undefined) return;
    const { words, letters, boldLetters, sizePt, style, level, label, isNote } = closed;
    if (isNote) {
      if (letters === 0) return;
      this.#notes.push({ ...plainParagraph(words.trim()), label: `[${this.#notes.length + 1}]` });
    } else if (this.#tables > 0) this.#cell += `${this.#cell === '' ? '' : '\n'}${words}`;
    // Around a text box stands a paragraph without a word.
    else if (letters > 0 || this.#paragraphs.length === 0) {
      this.#list.push({
        kind: 'paragraph',
        text: words,
        bold: letters > 0 && boldLetters === letters,
        centred: this.#styles.of('paragraph', style).centred === true,
        sizePt: sizePt === 0 ? undefined : sizePt,
        level,
        label,
      });
    }
  }

  #openList(attributes: XmlAttributes): void {
    const style = attributes['text:style-name'] ?? this.#lists.at(-1)?.style ?? '';
    this.#lists.push({ style, count: 0 });
  }

  #openTable(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table') this.#tables += 1;
    if (this.#tables > 1) return;
    if (name === 'table:table-row') this.#row = [];
    if (name !== 'table:table-cell' && name !== 'table:covered-table-cell') return;
    this.#cell = '';
    const repeated = Number(attributes['table:number-columns-repeated'] ?? 1);
    this.#repeated = Math.min(MOST_REPEATED, Math.max(1, repeated || 1));
  }

  #closeTable(name: string): void {
    if (name === 'table:table') {
      this.#tables -= 1;
      if (this.#tables === 0) this.#setRows();
    }
    if (this.#tables > 1) return;
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      for (let count = 0; count < this.#repeated; count += 1) this.#row.push(this.#cell.trim());
    }
    if (name !== 'table:table-row' || this.#row.every((cell) => cell === '')) return;
    const width = this.#row.findLastIndex((cell) => cell !== '') + 1;
    this.#rows.push(this.#row.slice(0, width));
  }

  /** Rows of one table are of one width. */
  #setRows(): void {
    const width = Math.max(0, ...this.#rows.map((row) => row.length));
    for (const row of this.#rows) {
      this.#list.row(Array.from({ length: width }, (_, at) => row[at] ?? ''));
    }
    this.#rows = [];
  }

  #takePicture(href: string): void {
    if (/^(?:[a-z]+:)?\/\//iu.test(href)) this.linkedPictures += 1;
    else if (href !== '') this.#list.push({ kind: 'picture', picture: href.replace(/^\.\//u, '') });
  }
}

function isBlank(part: RawPart | undefined): boolean {
  return part?.kind === 'paragraph' && part.text.trim() === '';
}
