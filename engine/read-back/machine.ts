import type { Finding } from '#engine/units/finding.ts';
import type { WindingRule } from './area-scanner.ts';
import { fault } from './fault.ts';
import { firstState, type GraphicsState } from './graphics-state.ts';
import type { Mark } from './marks.ts';
import { type Box, IDENTITY, type Matrix } from './matrix.ts';
import { asDictionary, type PdfDocument } from './open-document.ts';
import { createPathPieces, type PathPieces } from './path-pieces.ts';
import { nameOf, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-values.ts';
import type { FontFacts } from './read-font.ts';

/** Resources that page content or a form calls for by name. */
export type Resources = PdfDictionary | PdfStream | undefined;

/** What runs page content: its state changes with every operator. */
export interface Machine {
  readonly document: PdfDocument;
  marks: Mark[];
  /** Names of optional content that was called for. */
  readonly layers: Set<string>;
  /** What went wrong, once for each kind and values. */
  readonly faults: Map<string, Finding>;
  readonly fonts: Map<PdfDictionary | PdfStream, FontFacts>;
  readonly path: PathPieces;
  /** Resources of the page and of the forms that are being run, innermost last. */
  readonly resources: Resources[];
  readonly saved: GraphicsState[];
  /** States saved before the stream in hand began: it must not take them back. */
  floor: number;
  state: GraphicsState;
  inText: boolean;
  /** Marked content that is open: whether its text is told beside it, innermost last. */
  marked: boolean[];
  /** Set between `W` and the operator that ends the path. */
  clips: WindingRule | undefined;
  /** Matrix at the start of the stream in hand: patterns are placed by it. */
  base: Matrix;
  /** Masks and tiles within one another that are being read. */
  asideDepth: number;
  /** Outlines of type that cuts what follows, until its text object ends. */
  typeClip: (readonly number[])[] | undefined;
  readonly media: Box;
  textMatrix: Matrix;
  lineMatrix: Matrix;
  /** Runs the content of a form. */
  readonly run: (machine: Machine, content: Uint8Array, resources: Resources) => void;
}

/** What an operator does. */
export type Operation = (machine: Machine, operands: readonly PdfValue[]) => void;

/** Operators by name. */
export type Operations = Readonly<Record<string, Operation>>;

/** A machine at the start of a page. */
export function createMachine(
  document: PdfDocument,
  page: { readonly media: Box; readonly run: Machine['run'] },
): Machine {
  const machine: Machine = {
    document,
    marks: [],
    layers: new Set(),
    faults: new Map(),
    fonts: new Map(),
    path: createPathPieces(() => machine.state.matrix),
    resources: [],
    saved: [],
    floor: 0,
    state: firstState(page.media),
    inText: false,
    marked: [],
    clips: undefined,
    base: IDENTITY,
    asideDepth: 0,
    typeClip: undefined,
    media: page.media,
    textMatrix: IDENTITY,
    lineMatrix: IDENTITY,
    run: page.run,
  };
  return machine;
}

/** Keeps what is wrong with an operator. */
export function report(machine: Machine, code: string, values: Finding['values'] = {}): void {
  machine.faults.set(`${code} ${JSON.stringify(values)}`, fault('X-OPERATOR', code, values));
}

/** Changes the state. */
export function setState(machine: Machine, change: Partial<GraphicsState>): void {
  machine.state = { ...machine.state, ...change };
}

/** The resource of that category and name; one that is missing is reported. */
export function resourceNamed(machine: Machine, category: string, value: PdfValue): PdfValue {
  const name = nameOf(value) ?? '?';
  const { document, resources } = machine;
  const shelf = asDictionary(document.get(resources.at(-1)?.entries.get(category)));
  const found = document.get(shelf?.entries.get(name));
  if (found === undefined) report(machine, 'pdf-resource-missing', { name, category });
  return found;
}

/** An operation that takes numbers. */
export function numeric(use: (machine: Machine, numbers: readonly number[]) => void): Operation {
  return (machine, operands) => use(machine, operands.map(Number));
}

/** True while a form is run: pages of ours draw by none, placed ads are forms. */
export function isPlaced({ resources }: Machine): boolean {
  return resources.length > 1;
}

/** The marks of what is run aside: a mask, or a tile. The state is as it was afterwards. */
export function marksAside(
  machine: Machine,
  start: GraphicsState,
  run: () => void,
): readonly Mark[] {
  const { base, inText, lineMatrix, marks, state, textMatrix } = machine;
  machine.marks = [];
  machine.state = start;
  machine.base = start.matrix;
  machine.inText = false;
  machine.asideDepth += 1;
  run();
  const aside = machine.marks;
  machine.asideDepth -= 1;
  Object.assign(machine, { base, inText, lineMatrix, marks, state, textMatrix });
  return aside;
}
