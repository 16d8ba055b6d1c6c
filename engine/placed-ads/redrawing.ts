import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import type { Inks } from '#engine/read-back/marks.ts';
import { IDENTITY, type Matrix, product, scaleOf } from '#engine/read-back/matrix.ts';
import { asDictionary } from '#engine/read-back/open-document.ts';
import {
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from '#engine/read-back/pdf-values.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { AdOrder } from './ad-reading.ts';
import { type AdResources, type AdShelf, createAdResources } from './ad-shelf.ts';
import { type AdSpace, readAdSpace, type SpaceSource } from './ad-spaces.ts';
import { AdTrouble, refusal } from './ad-trouble.ts';
import type { IsHidden } from './hidden-layers.ts';

/** A dictionary of the source; a stream counts as one. */
export type Node = PdfDictionary | PdfStream;

/** An ad that is being drawn anew: what all its streams of content share. */
export interface Redrawing {
  readonly source: SpaceSource;
  readonly order: AdOrder;
  readonly shelf: AdShelf;
  readonly isHidden: IsHidden;
  /** One for each code and values. */
  readonly findings: Map<string, Finding>;
  /** Places of parts that were made before, by what they were made of. */
  readonly fonts: Map<Node, number>;
  readonly pictures: Map<PdfStream, number | undefined>;
  readonly states: Map<string, number>;
  /** Size of the ad in points: what lies beyond it, such as crop marks, is not drawn. */
  readonly size: { readonly widthPt: number; readonly heightPt: number };
  isTransparent: boolean;
  hasMarks: boolean;
}

/** A colour that is painted with. */
export interface AdPaint {
  readonly space: AdSpace;
  /** Undefined for patterns. */
  readonly inks: Inks | undefined;
  /** Operators that set it for filling, and for lines. */
  readonly fillWords: string;
  readonly strokeWords: string;
}

/** Graphics state of the source, and beside it what was last written of it. */
export interface DrawState {
  readonly matrix: Matrix;
  /** Space in which patterns lie: where the stream in hand began. */
  readonly base: Matrix;
  readonly fill: AdPaint;
  readonly stroke: AdPaint;
  readonly widthPt: number;
  readonly fillOverprints: boolean;
  readonly strokeOverprints: boolean;
  readonly overprintMode: number;
  readonly sizePt: number;
  readonly renderMode: number;
  /** Transparency, as one text; empty for none. */
  readonly mixing: string;
  readonly written: Written;
}

/** What was written last; empty while that is unknown. */
export interface Written {
  readonly fill: string;
  readonly stroke: string;
  readonly overprint: string;
  readonly width: string;
  readonly mixing: string;
}

/** One stream of content that is being written. */
export interface Drawing {
  readonly redrawing: Redrawing;
  readonly lines: string[];
  readonly resources: AdResources;
  /** Resources of the source, innermost last. */
  readonly shelves: (Node | undefined)[];
  saved: DrawState[];
  /** From this stream's space to the upright ad. */
  readonly outer: Matrix;
  state: DrawState;
  /** Path operators that wait for what paints them, and the extent of their points. */
  path: string[];
  extent: { left: number; bottom: number; right: number; top: number } | undefined;
  clip: string;
  textMatrix: Matrix;
  /** Marked content that is open: whether it is hidden, innermost last. */
  marked: boolean[];
  /** Colours that the source sets do not count: in patterns without own colours. */
  isStencil: boolean;
}

const UNWRITTEN: Written = { fill: '', stroke: '', overprint: '', width: '', mixing: '' };

/** A stream of content begins; `state` is what it inherits. */
export function createDrawing(
  redrawing: Redrawing,
  start: { readonly outer: Matrix; readonly state?: DrawState; readonly isStencil?: boolean },
): Drawing {
  const inherited = start.state ?? firstState(redrawing.source);
  return {
    redrawing,
    lines: [],
    resources: createAdResources(),
    shelves: [],
    saved: [],
    outer: start.outer,
    state: {
      ...inherited,
      matrix: IDENTITY,
      base: IDENTITY,
      mixing: '',
      written: UNWRITTEN,
    },
    path: [],
    extent: undefined,
    clip: '',
    textMatrix: IDENTITY,
    marked: [],
    isStencil: start.isStencil ?? false,
  };
}

function firstState(source: SpaceSource): DrawState {
  const black = paintIn(readAdSpace(source, { kind: 'name', name: 'DeviceGray' }, undefined), [0]);
  return {
    matrix: IDENTITY,
    base: IDENTITY,
    fill: black,
    stroke: black,
    widthPt: 1,
    fillOverprints: false,
    strokeOverprints: false,
    overprintMode: 0,
    sizePt: 0,
    renderMode: 0,
    mixing: '',
    written: UNWRITTEN,
  };
}

const INK_DECIMALS = 4;

/** The colour of these amounts in a space. */
export function paintIn(space: AdSpace, amounts: readonly number[]): AdPaint {
  return paintOfInks(space, space.inksOf(amounts));
}

/** A paint of known inks. */
export function paintOfInks(space: AdSpace, inks: Inks): AdPaint {
  const words = inks.map((ink) => pdfNumber(ink, INK_DECIMALS)).join(' ');
  return { space, inks, fillWords: `${words} k`, strokeWords: `${words} K` };
}

/** Keeps what was found, once. */
export function tell(redrawing: Redrawing, finding: Finding): void {
  redrawing.findings.set(`${finding.code} ${JSON.stringify(finding.values)}`, finding);
}

/** Changes the state of the source. */
export function change(drawing: Drawing, part: Partial<DrawState>): void {
  drawing.state = { ...drawing.state, ...part };
}

/** Writes an operator that sets something, unless it was the last one written of its kind. */
export function write(drawing: Drawing, kind: keyof Written, words: string): void {
  const { written } = drawing.state;
  if (written[kind] === words) return;
  drawing.lines.push(words);
  change(drawing, { written: { ...written, [kind]: words } });
}

/** True while what is drawn stands in a layer that does not print. */
export function isHiddenNow({ marked }: Drawing): boolean {
  return marked.includes(true);
}

/** How much longer a length of the source is in print. */
export function printedScale({ outer, redrawing, state }: Drawing): number {
  return scaleOf(product(state.matrix, outer)) * redrawing.order.scale;
}

/** The resource of that category and name. */
export function sourceNamed(drawing: Drawing, category: string, value: PdfValue): PdfValue {
  const { document } = drawing.redrawing.source;
  const shelf = asDictionary(document.get(drawing.shelves.at(-1)?.entries.get(category)));
  const name = nameOf(value) ?? '?';
  const found = document.get(shelf?.entries.get(name));
  if (found === undefined) throw new AdTrouble(refusal('ad-part-missing', { name, category }));
  return found;
}

/** A matrix as six words. */
export function matrixWords(matrix: Matrix): string {
  return matrix.map((part) => pdfNumber(part, MATRIX_DECIMALS)).join(' ');
}

const MATRIX_DECIMALS = 6;
