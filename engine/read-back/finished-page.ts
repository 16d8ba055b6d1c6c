import { type Box, holdsBox } from './matrix.ts';
import {
  arrayAt,
  asArray,
  asDictionary,
  dictionaryAt,
  nameAt,
  type PdfDocument,
} from './open-document.ts';
import {
  numberOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from './pdf-values.ts';
import { type PageContent, readContent } from './read-content.ts';

/** What a print shop asks of the file; taken from its press profile. */
export interface ReadBackDemands {
  readonly standard: 'x4' | 'x1a';
  readonly trim: { readonly widthMm: number; readonly heightMm: number };
  readonly bleedMm: number;
  /** Total ink allowed, percent. */
  readonly inkLimitPercent: number;
  /** Name of the output condition that the file has to state. */
  readonly outputCondition: string;
}

/** A finished page as it was read. */
export interface FinishedPage {
  readonly document: PdfDocument;
  readonly catalog: PdfDictionary | PdfStream;
  readonly info: PdfDictionary | PdfStream | undefined;
  readonly pageCount: number;
  readonly page: PdfDictionary | PdfStream;
  readonly resources: PdfDictionary | PdfStream | undefined;
  readonly boxes: StatedBoxes;
  /** Degrees that the page is turned by, its own or the page tree's. */
  readonly turn: number;
  readonly content: PageContent;
}

/** Boxes as the page states them; undefined where it does not, or not with four numbers. */
export interface StatedBoxes {
  readonly media: Box | undefined;
  readonly crop: Box | undefined;
  readonly bleed: Box | undefined;
  readonly trim: Box | undefined;
  readonly art: Box | undefined;
}

/** Reads the first page of a document; throws when there is none. */
export function readPage(document: PdfDocument): FinishedPage {
  const catalog = dictionaryAt(document, document.trailer, 'Root');
  if (catalog === undefined) throw new UnreadablePdf('no catalog');
  const pages: FoundPage[] = [];
  collectPages(
    document,
    { node: dictionaryAt(document, catalog, 'Pages'), inherited: new Map(), above: [] },
    pages,
  );
  const [first] = pages;
  if (first === undefined) throw new UnreadablePdf('no page');
  const { page, inherited } = first;
  const own = (key: string) => document.get(page.entries.get(key) ?? inherited.get(key));
  const boxes = {
    media: boxOf(document, own('MediaBox')),
    crop: boxOf(document, own('CropBox')),
    bleed: boxOf(document, own('BleedBox')),
    trim: boxOf(document, own('TrimBox')),
    art: boxOf(document, own('ArtBox')),
  };
  const resources = asDictionary(own('Resources'));
  const turn = numberOf(own('Rotate')) ?? 0;
  const content = readContent(document, page, { media: boxes.media ?? NO_BOX, resources });
  const info = dictionaryAt(document, document.trailer, 'Info');
  const pageCount = pages.length;
  return { document, catalog, info, pageCount, page, resources, boxes, turn, content };
}

const NO_BOX: Box = { left: 0, bottom: 0, right: 0, top: 0 };

interface FoundPage {
  readonly page: PdfDictionary | PdfStream;
  readonly inherited: ReadonlyMap<string, PdfValue>;
}

interface PageNode {
  readonly node: PdfDictionary | PdfStream | undefined;
  readonly inherited: ReadonlyMap<string, PdfValue>;
  /** The nodes that it hangs from. */
  readonly above: readonly (PdfDictionary | PdfStream)[];
}

/** More pages than this in one file are no supplement. */
const MOST_PAGES = 1000;
const INHERITED = ['MediaBox', 'CropBox', 'Resources', 'Rotate'];

function collectPages(
  document: PdfDocument,
  { above, inherited, node }: PageNode,
  pages: FoundPage[],
): void {
  if (node === undefined || pages.length > MOST_PAGES) return;
  if (above.includes(node)) throw new UnreadablePdf('a page tree that hangs in itself');
  if (nameAt(document, node, 'Type') === 'Page') {
    pages.push({ page: node, inherited });
    return;
  }
  const passedOn = new Map(inherited);
  for (const key of INHERITED) {
    if (node.entries.has(key)) passedOn.set(key, node.entries.get(key));
  }
  for (const kid of arrayAt(document, node, 'Kids')) {
    const next = asDictionary(document.get(kid));
    collectPages(document, { node: next, inherited: passedOn, above: [...above, node] }, pages);
  }
}

/** Any two opposite corners tell a box (ISO 32000-1, 7.9.5). */
function boxOf(document: PdfDocument, value: PdfValue): Box | undefined {
  const numbers = (asArray(value)?.values ?? []).map((one) => document.get(one));
  const [x = 0, y = 0, otherX = 0, otherY = 0] = numbers.map(Number);
  const isBox = numbers.length === 4 && numbers.every((one) => typeof one === 'number');
  if (!isBox) return undefined;
  return {
    left: Math.min(x, otherX),
    bottom: Math.min(y, otherY),
    right: Math.max(x, otherX),
    top: Math.max(y, otherY),
  };
}

/** The area that is printed and kept: what checks of ink and colour look at. */
export function printedArea({ boxes }: FinishedPage): Box {
  return boxes.bleed ?? boxes.trim ?? boxes.media ?? NO_BOX;
}

/** Where a mark stands on the trimmed page, in millimetres from its top left corner. */
export function placeOf(page: FinishedPage, box: Box): { readonly x: number; readonly y: number } {
  const trim = page.boxes.trim ?? page.boxes.media ?? NO_BOX;
  const mm = (lengthPt: number) => Math.round((lengthPt / 72) * 25.4);
  return { x: mm(box.left - trim.left), y: mm(trim.top - box.top) };
}

/** True for marks outside the trim: crop marks, slug and control strip. */
export function isOutsideTrim(page: FinishedPage, box: Box): boolean {
  const { trim } = page.boxes;
  if (trim === undefined) return false;
  const isApart =
    box.right <= trim.left ||
    box.left >= trim.right ||
    box.top <= trim.bottom ||
    box.bottom >= trim.top;
  return isApart && !holdsBox(trim, box, 0);
}
