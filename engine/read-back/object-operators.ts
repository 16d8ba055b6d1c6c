import { clippedTo, cutBy, mixedBy } from './graphics-state.ts';
import { isPlaced, type Machine, type Operations, report, resourceNamed } from './machine.ts';
import { type Group, PLAIN_MIXING } from './marks.ts';
import {
  asMatrix,
  type Box,
  boxThrough,
  cornersThrough,
  type Matrix,
  product,
  sharedBox,
} from './matrix.ts';
import { arrayAt, asDictionary, dictionaryAt, nameAt } from './open-document.ts';
import { nameOf, type PdfStream, type PdfValue } from './pdf-values.ts';
import { paintOf, readSpace } from './read-paint.ts';
import { readRun } from './read-tone.ts';
import { unpackStream } from './unpack-stream.ts';

/** Operators that draw objects and mark content (ISO 32000-1, 8.8 to 8.10 and 14.6). */
export const OBJECT_OPERATORS: Operations = {
  Do: (machine, [name]) => drawObject(machine, name),
  sh: (machine, [name]) => drawShading(machine, name),
  BMC: openMarked,
  BDC: openMarked,
  EMC: (machine) => {
    if (machine.marked.pop() === undefined) report(machine, 'pdf-marked-content-unbalanced');
  },
};

function drawObject(machine: Machine, name: PdfValue): void {
  const stream = resourceNamed(machine, 'XObject', name);
  if (typeof stream !== 'object' || stream.kind !== 'stream') return;
  const subtype = nameAt(machine.document, stream, 'Subtype');
  // PostScript objects are found among the objects of the file.
  if (subtype === 'Image') drawPicture(machine, nameOf(name) ?? '?', stream);
  else if (subtype === 'Form') runForm(machine, stream);
}

const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };

function drawPicture(machine: Machine, name: string, stream: PdfStream): void {
  const { document, state } = machine;
  const box = sharedBox(boxThrough(state.matrix, UNIT), state.clip);
  if (!box) return;
  const isMask = document.get(stream.entries.get('ImageMask')) === true;
  machine.marks.push({
    kind: 'picture',
    isPlaced: isPlaced(machine),
    mixing: state.mixing,
    name,
    stream,
    matrix: state.matrix,
    overprints: state.fillOverprints,
    maskPaint: isMask ? state.fill : undefined,
    softMask: streamAt(machine, stream, 'SMask'),
    stencil: streamAt(machine, stream, 'Mask'),
    box,
  });
}

function streamAt({ document }: Machine, stream: PdfStream, key: string): PdfStream | undefined {
  const found = document.get(stream.entries.get(key));
  return typeof found === 'object' && found.kind === 'stream' ? found : undefined;
}

/** Forms within forms deeper than this are a circle. */
const MOST_FORMS = 12;

/** Runs the content of a form where it stands. */
export function runForm(machine: Machine, stream: PdfStream): void {
  const { base, document, resources, state } = machine;
  if (resources.length > MOST_FORMS) {
    report(machine, 'pdf-forms-too-deep');
    return;
  }
  const { bounds, corners, matrix } = placeOfForm(machine, stream);
  const group = groupOf(machine, stream, bounds);
  const clipped = clippedTo({ ...state, matrix }, bounds);
  const cut = corners === undefined ? clipped : cutBy(clipped, corners);
  machine.state = group === undefined ? cut : mixedBy(cut, { ...PLAIN_MIXING, group });
  machine.base = matrix;
  const own = asDictionary(document.get(stream.entries.get('Resources')));
  machine.run(machine, unpackStream(document, stream), own ?? resources.at(-1));
  machine.state = state;
  machine.base = base;
}

/** The box of a form on the page. */
export function boxOfForm(machine: Machine, stream: PdfStream): Box {
  return placeOfForm(machine, stream).bounds;
}

function placeOfForm({ document, state }: Machine, stream: PdfStream) {
  const numbersAt = (key: string) => arrayAt(document, stream, key).map(Number);
  const matrix = product(asMatrix(numbersAt('Matrix')), state.matrix);
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersAt('BBox');
  const box = {
    ...{ left: Math.min(x1, x2), right: Math.max(x1, x2) },
    ...{ bottom: Math.min(y1, y2), top: Math.max(y1, y2) },
  };
  const bounds = boxThrough(matrix, box);
  const isUpright = isTurnedSquarely(matrix);
  const pieces = [cornersThrough(matrix, box)];
  return { matrix, bounds, corners: isUpright ? undefined : { pieces, rule: 'nonzero' as const } };
}

function isTurnedSquarely([a, b, c, d]: Matrix): boolean {
  return (b === 0 && c === 0) || (a === 0 && d === 0);
}

/**
 * The group that a form makes, where that shows: what a page itself draws lies on bare paper, and
 * marks of a group that is laid as it is can be laid one by one.
 */
function groupOf(machine: Machine, stream: PdfStream, bounds: Box): Group | undefined {
  const { document, resources, state } = machine;
  const { mixing } = state;
  const group = dictionaryAt(document, stream, 'Group');
  if (group === undefined) return undefined;
  const isNested = resources.length > 1;
  const isAlone = isNested && document.get(group.entries.get('I')) === true;
  const isMixed =
    mixing.fillAlpha < 1 || mixing.blend !== 'Normal' || mixing.softMask !== undefined;
  const box = sharedBox(bounds, state.clip);
  return (isAlone || isMixed) && box ? { mixing, box } : undefined;
}

function drawShading(machine: Machine, name: PdfValue): void {
  const { document, marks, resources, state } = machine;
  const shading = asDictionary(resourceNamed(machine, 'Shading', name));
  const space = readSpace(document, shading?.entries.get('ColorSpace'), resources.at(-1));
  const tone = shading && readRun(document, shading, state.matrix);
  const paint = paintOf(space, []);
  marks.push({
    kind: 'shading',
    isPlaced: isPlaced(machine),
    mixing: state.mixing,
    // A run that cannot be read has no ink that could be told.
    paint: tone === undefined ? { ...paint, inks: undefined } : { ...paint, tone },
    overprints: state.fillOverprints,
    box: state.clip,
  });
}

function openMarked(machine: Machine, [tag, properties]: readonly PdfValue[]): void {
  const own = asDictionary(properties);
  machine.marked.push(own?.entries.has('ActualText') ?? false);
  if (nameOf(tag) !== 'OC') return;
  machine.layers.add(nameOf(properties) ?? '?');
  resourceNamed(machine, 'Properties', properties);
}
