import type { Box, Matrix } from '#engine/read-back/matrix.ts';
import {
  arrayAt,
  asArray,
  asDictionary,
  dictionaryAt,
  type PdfDocument,
} from '#engine/read-back/open-document.ts';
import {
  numberOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from '#engine/read-back/pdf-values.ts';
import { AdTrouble, refusal } from './ad-trouble.ts';

/** A page of an ad, with what it inherits. */
export interface FoundAdPage {
  readonly page: PdfDictionary | PdfStream;
  get(key: string): PdfValue;
}

type Node = PdfDictionary | PdfStream;

const INHERITED = ['MediaBox', 'CropBox', 'Resources', 'Rotate'];
const MOST_PAGES = 1000;

/** All pages of the file in reading order. */
export function adPages(document: PdfDocument): readonly FoundAdPage[] {
  const catalog = dictionaryAt(document, document.trailer, 'Root');
  const pages: FoundAdPage[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node | undefined, inherited: ReadonlyMap<string, PdfValue>): void => {
    if (node === undefined || seen.has(node) || pages.length >= MOST_PAGES) return;
    seen.add(node);
    if (!node.entries.has('Kids')) {
      pages.push({
        page: node,
        get: (key) => document.get(node.entries.get(key) ?? inherited.get(key)),
      });
      return;
    }
    const passedOn = new Map(inherited);
    for (const key of INHERITED) {
      if (node.entries.has(key)) passedOn.set(key, node.entries.get(key));
    }
    for (const kid of arrayAt(document, node, 'Kids')) {
      visit(asDictionary(document.get(kid)), passedOn);
    }
  };
  visit(dictionaryAt(document, catalog, 'Pages'), new Map());
  return pages;
}

/** How a page is brought upright: its size in points, and the way from its own space. */
export interface AdPlacement {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly matrix: Matrix;
}

/** The page's box, in the order in which an ad means them; a printed ad has a TrimBox. */
const BOXES = ['TrimBox', 'ArtBox', 'CropBox', 'MediaBox'];

/** US Letter: what viewers take for a page that does not say. Nothing in print relies on it. */
const LEAST_SIDE_PT = 1;
/** 200 inches, the largest page that PDF knows without UserUnit. */
const MOST_SIDE_PT = 14_400;

/** Where the upright ad lies: its own box, turned by /Rotate, enlarged by UserUnit. */
export function placementOf(document: PdfDocument, page: FoundAdPage): AdPlacement {
  const box = trimmedBox(document, page);
  const turn = (((numberOf(page.get('Rotate')) ?? 0) % 360) + 360) % 360;
  const unit = numberOf(page.get('UserUnit')) ?? 1;
  const scale = unit > 0 ? unit : 1;
  const matrix = turned(box, turn).map((part) => part * scale) as unknown as Matrix;
  const [across, up] = [(box.right - box.left) * scale, (box.top - box.bottom) * scale];
  const lies = turn === 90 || turn === 270;
  const [widthPt, heightPt] = lies ? [up, across] : [across, up];
  const isSized = [widthPt, heightPt].every((side) => side >= LEAST_SIDE_PT);
  if (!isSized || Math.max(widthPt, heightPt) > MOST_SIDE_PT * scale) {
    throw new AdTrouble(refusal('ad-without-size'));
  }
  return { widthPt, heightPt, matrix };
}

/** The matrices of ISO 32000-1, 8.3.3, for the four turns; the box's corner comes to 0, 0. */
function turned({ bottom, left, right, top }: Box, turn: number): Matrix {
  switch (turn) {
    case 90:
      return [0, -1, 1, 0, -bottom, right];
    case 180:
      return [-1, 0, 0, -1, right, top];
    case 270:
      return [0, 1, -1, 0, top, -left];
    default:
      return [1, 0, 0, 1, -left, -bottom];
  }
}

function trimmedBox(document: PdfDocument, page: FoundAdPage): Box {
  const media = boxOf(document, page.get('MediaBox'));
  for (const name of BOXES) {
    const box = boxOf(document, page.get(name));
    // A box that sticks out of the paper shows no more than the paper (ISO 32000-1, 14.11.2).
    const shared = box && (media ? sharedPart(box, media) : box);
    if (shared !== undefined) return shared;
  }
  throw new AdTrouble(refusal('ad-without-size'));
}

function sharedPart(box: Box, media: Box): Box | undefined {
  const left = Math.max(box.left, media.left);
  const bottom = Math.max(box.bottom, media.bottom);
  const right = Math.min(box.right, media.right);
  const top = Math.min(box.top, media.top);
  return right > left && top > bottom ? { left, bottom, right, top } : undefined;
}

/** Four numbers, whichever two corners they name. */
function boxOf(document: PdfDocument, value: PdfValue): Box | undefined {
  const numbers = (asArray(value)?.values ?? []).map((one) => numberOf(document.get(one)));
  const [x1, y1, x2, y2] = numbers;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) {
    return undefined;
  }
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
}
