import type { Finding } from '#engine/units/finding.ts';
import { COLOUR_OPERATORS } from './colour-operators.ts';
import { joinBytes } from './join-bytes.ts';
import { createMachine, type Machine, type Operations, type Resources, report } from './machine.ts';
import type { Mark } from './marks.ts';
import type { Box } from './matrix.ts';
import { OBJECT_OPERATORS } from './object-operators.ts';
import { asArray, type PdfDocument } from './open-document.ts';
import { IN_TEXT, NUMERIC, OPERANDS } from './operators.ts';
import { PATH_OPERATORS } from './path-operators.ts';
import { type PdfDictionary, type PdfStream, type PdfValue, UnreadablePdf } from './pdf-values.ts';
import type { FontFacts } from './read-font.ts';
import { scanNext } from './scan-values.ts';
import { STATE_OPERATORS } from './state-operators.ts';
import { TEXT_OPERATORS } from './text-operators.ts';
import { unpackStream } from './unpack-stream.ts';

/** What a page paints, and what is wrong with its operators. */
export interface PageContent {
  readonly marks: readonly Mark[];
  readonly faults: readonly Finding[];
  /** Names of optional content that the content calls for. */
  readonly layers: ReadonlySet<string>;
  readonly fonts: readonly FontFacts[];
}

const OPERATIONS: Operations = {
  ...STATE_OPERATORS,
  ...PATH_OPERATORS,
  ...COLOUR_OPERATORS,
  ...TEXT_OPERATORS,
  ...OBJECT_OPERATORS,
};

/** Runs the content of a page as the RIP would. */
export function readContent(
  document: PdfDocument,
  page: PdfDictionary | PdfStream,
  setting: { readonly media: Box; readonly resources: Resources },
): PageContent {
  const machine = createMachine(document, { media: setting.media, run: runContent });
  runContent(machine, pageBytes(machine, page), setting.resources);
  const { fonts, layers, marks } = machine;
  return { marks, layers, faults: [...machine.faults.values()], fonts: [...fonts.values()] };
}

const LINE_END = new Uint8Array([10]);

/** All content streams, parted by a line end (ISO 32000-1, 7.8.2). */
function pageBytes(machine: Machine, page: PdfDictionary | PdfStream): Uint8Array {
  const { document } = machine;
  const contents = document.get(page.entries.get('Contents'));
  const streams = asArray(contents)?.values ?? [contents];
  const parts = streams.flatMap((value) => {
    const stream = document.get(value);
    if (typeof stream === 'object' && stream.kind === 'stream') {
      return [unpackStream(document, stream), LINE_END];
    }
    if (value !== undefined) report(machine, 'pdf-content-missing');
    return [];
  });
  return joinBytes(parts);
}

function runContent(machine: Machine, bytes: Uint8Array, resources: Resources): void {
  const scanner = { bytes, at: 0 };
  const outer = { depth: machine.saved.length, floor: machine.floor, marked: machine.marked };
  let operands: PdfValue[] = [];
  machine.resources.push(resources);
  machine.floor = outer.depth;
  machine.marked = [];
  for (;;) {
    const scanned = scanNext(scanner);
    if (scanned.kind === 'end') break;
    if (scanned.kind === 'close') throw new UnreadablePdf('a stray bracket in page content');
    if (scanned.kind === 'value') {
      operands.push(scanned.value);
      continue;
    }
    if (scanned.name === 'BI') {
      // What follows are the bytes of a picture, which no house file has within its content.
      report(machine, 'pdf-inline-picture');
      break;
    }
    if (isFit(machine, scanned.name, operands)) OPERATIONS[scanned.name]?.(machine, operands);
    operands = [];
  }
  reportOpenEnds(machine, outer.depth);
  machine.resources.pop();
  machine.saved.length = outer.depth;
  machine.floor = outer.floor;
  machine.marked = outer.marked;
  machine.inText = false;
}

function reportOpenEnds(machine: Machine, depth: number): void {
  if (machine.saved.length !== depth) report(machine, 'pdf-states-unbalanced');
  if (machine.inText) report(machine, 'pdf-text-objects-unbalanced');
  if (machine.marked.length > 0) report(machine, 'pdf-marked-content-unbalanced');
}

/** True for an operator that is known, has its operands and stands where it may. */
function isFit(machine: Machine, operator: string, operands: readonly PdfValue[]): boolean {
  const count = OPERANDS[operator];
  if (count === undefined) {
    report(machine, 'pdf-operator-unknown', { operator });
    return false;
  }
  const isNumeric = !NUMERIC.has(operator) || operands.every((one) => typeof one === 'number');
  if (!isNumeric || (count !== 'any' && operands.length !== count)) {
    report(machine, 'pdf-operand-wrong', { operator });
    return false;
  }
  if (IN_TEXT.has(operator) && !machine.inText) {
    report(machine, 'pdf-operator-outside-text', { operator });
    return false;
  }
  return true;
}
