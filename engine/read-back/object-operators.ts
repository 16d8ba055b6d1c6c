import { clippedTo } from './graphics-state.ts';
import {
  asMatrix,
  isPlaced,
  type Machine,
  type Operations,
  report,
  resourceNamed,
} from './machine.ts';
import { type Box, boxThrough, product, sharedBox } from './matrix.ts';
import { arrayAt, asDictionary, nameAt } from './open-document.ts';
import { nameOf, type PdfStream, type PdfValue } from './pdf-values.ts';
import { paintOf, readSpace } from './read-paint.ts';
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
  else if (subtype === 'Form') drawForm(machine, stream);
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
    name,
    stream,
    matrix: state.matrix,
    overprints: state.fillOverprints,
    maskPaint: isMask ? state.fill : undefined,
    box,
  });
}

/** Forms within forms deeper than this are a circle. */
const MOST_FORMS = 12;

function drawForm(machine: Machine, stream: PdfStream): void {
  const { document, resources, state } = machine;
  if (resources.length > MOST_FORMS) {
    report(machine, 'pdf-forms-too-deep');
    return;
  }
  const numbersAt = (key: string) => arrayAt(document, stream, key).map(Number);
  const matrix = product(asMatrix(numbersAt('Matrix')), state.matrix);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt('BBox');
  const bounds = boxThrough(matrix, { left, bottom, right, top });
  machine.state = clippedTo({ ...state, matrix }, bounds);
  const own = asDictionary(document.get(stream.entries.get('Resources')));
  machine.run(machine, unpackStream(document, stream), own ?? resources.at(-1));
  machine.state = state;
}

function drawShading(machine: Machine, name: PdfValue): void {
  const { document, marks, resources, state } = machine;
  const shading = asDictionary(resourceNamed(machine, 'Shading', name));
  const space = readSpace(document, shading?.entries.get('ColorSpace'), resources.at(-1));
  marks.push({
    kind: 'shading',
    isPlaced: isPlaced(machine),
    paint: paintOf(space, []),
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
