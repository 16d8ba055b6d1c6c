import type { RawParagraph, RawPart } from '#engine/intake/raw-matter.ts';
import type { DocxLabels } from './docx-numbering.ts';
import { type DocxLooks, type DocxStyles, isOn, noteLooks } from './docx-styles.ts';
import { walkXml, type XmlAttributes } from './walk-xml.ts';

/** What the body of a Word file is read with. */
export interface DocxContext {
  readonly styles: DocxStyles;
  readonly labels: DocxLabels;
}

/** The parts of a body; a picture is named by its relationship. */
export interface DocxBody {
  readonly parts: readonly RawPart[];
  /** Relationships of pictures that lie outside the file. */
  readonly linkedPictures: number;
}

interface Run {
  readonly text: string;
  readonly looks: DocxLooks;
}

interface OpenParagraph {
  readonly own: DocxLooks;
  style: string | undefined;
  readonly runs: Run[];
  /** Pictures and text boxes hung on the paragraph; they follow it. */
  readonly hung: RawPart[];
}

/** A place that takes parts: the body, a cell, a text box. */
interface Place {
  readonly parts: RawPart[];
  paragraph: OpenParagraph | undefined;
}

interface OpenTable {
  readonly rows: string[][];
  readonly hung: RawPart[];
}

/** Matter that is in the file and not on the page. */
const UNSEEN = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:numberingChange',
  'w:rt',
]);

/**
 * Reads document.xml, or footnotes.xml, as the reader of the page sees it: insertions stand,
 * deletions and hidden letters do not; text boxes follow the paragraph that they hang on.
 */
export function readDocxBody(bytes: Uint8Array, context: DocxContext): DocxBody {
  const walk = new BodyWalk(context);
  walkXml(bytes, {
    open: (name, attributes) => walk.open(name, attributes),
    close: (name) => walk.close(name),
    text: (text) => walk.text(text),
  });
  return walk.body();
}

/** Where the walk stands in the file: places within places, and what is open in the innermost. */
class BodyWalk {
  readonly #context: DocxContext;
  readonly #places: Place[] = [{ parts: [], paragraph: undefined }];
  readonly #tables: OpenTable[] = [];
  /** For each AlternateContent that is open: whether its choice has shown anything. */
  readonly #choices: { hasShown: boolean }[] = [];
  #unseen = 0;
  #run: DocxLooks | undefined;
  #isHidden = false;
  #isText = false;
  /** Properties of a paragraph's mark look like those of a run; they are of no letter. */
  #isParagraphProperties = false;
  #linked = 0;

  constructor(context: DocxContext) {
    this.#context = context;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#unseen > 0 || this.#startsUnseen(name)) {
      this.#unseen += 1;
      return;
    }
    switch (name) {
      case 'w:p':
        this.#closeParagraph();
        this.#place().paragraph = { own: {}, style: undefined, runs: [], hung: [] };
        break;
      case 'w:pPr':
        this.#isParagraphProperties = true;
        break;
      case 'w:r':
      case 'm:r':
        this.#run = {};
        this.#isHidden = false;
        break;
      case 'w:t':
      case 'm:t':
        this.#isText = true;
        break;
      case 'w:tbl':
        this.#tables.push({ rows: [], hung: [] });
        break;
      case 'w:tr':
        this.#tables.at(-1)?.rows.push([]);
        break;
      case 'w:tc':
      case 'w:txbxContent':
        this.#places.push({ parts: [], paragraph: undefined });
        break;
      case 'mc:AlternateContent':
        this.#choices.push({ hasShown: false });
        break;
      default:
        this.#note(name, attributes);
    }
  }

  close(name: string): void {
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return;
    }
    switch (name) {
      case 'w:p':
        this.#closeParagraph();
        break;
      case 'w:pPr':
        this.#isParagraphProperties = false;
        break;
      case 'w:r':
      case 'm:r':
        this.#run = undefined;
        break;
      case 'w:t':
      case 'm:t':
        this.#isText = false;
        break;
      case 'w:tc':
        this.#closeCell();
        break;
      case 'w:tbl':
        this.#closeTable();
        break;
      case 'w:txbxContent':
        this.#closeTextBox();
        break;
      case 'mc:AlternateContent':
        this.#choices.pop();
        break;
    }
  }

  text(text: string): void {
    if (this.#isText && this.#unseen === 0) this.#write(text);
  }

  body(): DocxBody {
    // A torn file ends anywhere; what is open is kept.
    while (this.#places.length > 1) this.#closeTextBox();
    this.#closeParagraph();
    while (this.#tables.length > 0) this.#closeTable();
    return { parts: this.#place().parts, linkedPictures: this.#linked };
  }

  #startsUnseen(name: string): boolean {
    if (name === 'mc:Fallback') return this.#choices.at(-1)?.hasShown === true;
    return UNSEEN.has(name);
  }

  #place(): Place {
    const place = this.#places.at(-1);
    if (place !== undefined) return place;
    const bottom = { parts: [], paragraph: undefined };
    this.#places.push(bottom);
    return bottom;
  }

  /** Properties and single letters. */
  #note(name: string, attributes: XmlAttributes): void {
    if (this.#isParagraphProperties) {
      const { paragraph } = this.#place();
      if (paragraph === undefined || name === 'w:b' || name === 'w:sz') return;
      if (name === 'w:pStyle') paragraph.style = attributes['w:val'];
      else noteLooks(paragraph.own, name, attributes);
      return;
    }
    const letter = LETTERS[name];
    if (letter !== undefined) this.#write(letter);
    else if (name === 'w:br' && attributes['w:type'] === undefined) this.#write('\n');
    else if (name === 'w:br' && attributes['w:type'] === 'textWrapping') this.#write('\n');
    else if (name === 'w:sym') this.#write(symbolOf(attributes['w:char'] ?? ''));
    else if (name === 'w:vanish') this.#isHidden = isOn(attributes);
    else if (name === 'v:textpath') this.#write(attributes.string ?? '');
    else if (name === 'a:blip') this.#picture(attributes['r:embed'], attributes['r:link']);
    else if (name === 'v:imagedata') this.#picture(attributes['r:id'], attributes['r:href']);
    else if (this.#run !== undefined) this.#noteRun(this.#run, name, attributes);
  }

  #noteRun(run: DocxLooks, name: string, attributes: XmlAttributes): void {
    if (name === 'w:rStyle') {
      Object.assign(run, { ...this.#context.styles.character(attributes['w:val'] ?? ''), ...run });
    } else noteLooks(run, name, attributes);
  }

  #write(text: string): void {
    if (this.#isHidden || this.#run === undefined) return;
    for (const choice of this.#choices) choice.hasShown = true;
    const place = this.#place();
    place.paragraph ??= { own: {}, style: undefined, runs: [], hung: [] };
    place.paragraph.runs.push({ text, looks: this.#run });
  }

  #picture(embedded: string | undefined, linked: string | undefined): void {
    for (const choice of this.#choices) choice.hasShown = true;
    if (embedded === undefined) this.#linked += linked === undefined ? 0 : 1;
    else this.#hang({ kind: 'picture', picture: embedded });
  }

  #hang(part: RawPart): void {
    const place = this.#place();
    (place.paragraph?.hung ?? place.parts).push(part);
  }

  #closeParagraph(): void {
    const place = this.#place();
    const { paragraph } = place;
    place.paragraph = undefined;
    if (paragraph === undefined) return;
    const text = paragraphOf(paragraph, this.#context);
    // The paragraph that only carries a picture is no blank line.
    if (text.text !== '' || paragraph.hung.length === 0) place.parts.push(text);
    place.parts.push(...paragraph.hung);
  }

  #closeCell(): void {
    this.#closeParagraph();
    const cell = this.#places.length > 1 ? this.#places.pop() : undefined;
    const table = this.#tables.at(-1);
    if (cell === undefined || table === undefined) return;
    table.rows.at(-1)?.push(cellText(cell.parts));
    table.hung.push(...cell.parts.filter(({ kind }) => kind === 'picture'));
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    this.#closeParagraph();
    const rows = table.rows.filter((row) => row.length > 0);
    if (rows.length > 0) this.#place().parts.push({ kind: 'table', rows });
    this.#place().parts.push(...table.hung);
  }

  #closeTextBox(): void {
    this.#closeParagraph();
    const box = this.#places.length > 1 ? this.#places.pop() : undefined;
    for (const part of box?.parts ?? []) this.#hang(part);
    // The run in which the box hangs goes on behind it.
    this.#run = {};
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** A letter of a symbol font, by its number; the private area has no meaning elsewhere. */
function symbolOf(hex: string): string {
  const code = Number.parseInt(hex, 16);
  const isLetter = code >= 0x20 && code <= 0xffff && !(code >= 0xd800 && code <= 0xf8ff);
  return isLetter ? String.fromCharCode(code) : '';
}

function paragraphOf(paragraph: OpenParagraph, { styles, labels }: DocxContext): RawParagraph {
  const { own, runs } = paragraph;
  const looks: DocxLooks = { ...styles.paragraph(paragraph.style), ...own };
  const text = runs.map((run) => run.text).join('');
  const seen = runs.filter((run) => run.text.trim() !== '').map((run) => run.looks);
  const sizes = new Set(seen.map((run) => run.sizePt ?? looks.sizePt));
  const [sizePt = looks.sizePt] = sizes.size === 1 ? sizes : [];
  const list = looks.numbering;
  const isListed = list !== undefined && list !== '0' && text !== '';
  return {
    kind: 'paragraph',
    text,
    bold: seen.length > 0 && seen.every((run) => run.bold ?? looks.bold ?? false),
    centred: looks.centred ?? false,
    sizePt,
    level: looks.level,
    label: (isListed ? labels.next(list, looks.numberingLevel ?? 0) : undefined) || undefined,
  };
}

function cellText(parts: readonly RawPart[]): string {
  const words = parts.map((part) => {
    if (part.kind === 'paragraph') return `${part.label ?? ''}${part.text}`;
    return part.kind === 'table' ? part.rows.map((row) => row.join('\t')).join('\n') : '';
  });
  return words.filter((word) => word !== '').join('\n');
}
