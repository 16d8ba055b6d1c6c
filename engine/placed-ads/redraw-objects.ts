import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import { type Matrix, product } from '#engine/read-back/matrix.ts';
import { asDictionary, dictionaryAt, nameAt } from '#engine/read-back/open-document.ts';
import {
  nameOf,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from '#engine/read-back/pdf-values.ts';
import { packedContent } from './ad-shelf.ts';
import { AdTrouble, caution, refusal } from './ad-trouble.ts';
import { plainWord } from './copy-font.ts';
import type { DrawOperations } from './draw-operations.ts';
import { numbersAt } from './functions.ts';
import { readyInks } from './ready-inks.ts';
import { patternMatrix } from './redraw-colours.ts';
import { redrawPicture } from './redraw-picture.ts';
import { redrawShading } from './redraw-shading.ts';
import { saveState } from './redraw-state.ts';
import {
  type AdPaint,
  change,
  createDrawing,
  type Drawing,
  type DrawState,
  isHiddenNow,
  matrixWords,
  type Node,
  sourceNamed,
  tell,
} from './redrawing.ts';
import { unpackFilters } from './unpack-filters.ts';

/** Runs content of the source into a drawing. */
export type RunContent = (
  drawing: Drawing,
  content: { readonly bytes: Uint8Array; readonly resources: Node | undefined },
) => void;

/** Operators that draw objects and mark content. */
export function objectDrawing(run: RunContent): DrawOperations {
  return {
    Do: (drawing, [name]) => {
      if (!isHiddenNow(drawing)) drawObject(drawing, sourceNamed(drawing, 'XObject', name), run);
    },
    sh: (drawing, [name]) => {
      if (isHiddenNow(drawing)) return;
      const { redrawing } = drawing;
      const shading = sourceNamed(drawing, 'Shading', name);
      const place = redrawShading(redrawing, shading, drawing.shelves.at(-1));
      readyInks(drawing, NOTHING_FINE);
      drawing.lines.push(`${drawing.resources.name('Shading', place)} sh`);
    },
    BMC: (drawing) => {
      drawing.marked.push(false);
    },
    BDC: (drawing, [tag, properties]) => {
      const isLayer = nameOf(tag) === 'OC' && nameOf(properties) !== undefined;
      drawing.marked.push(isLayer && isHiddenLayer(drawing, properties));
    },
    EMC: (drawing) => {
      drawing.marked.pop();
    },
    MP: () => undefined,
    DP: () => undefined,
  };
}

const NOTHING_FINE = { fills: false, strokes: false, isFineFill: false, isFineStroke: false };

function isHiddenLayer(drawing: Drawing, name: PdfValue): boolean {
  const { redrawing } = drawing;
  const { document } = redrawing.source;
  const shelf = asDictionary(document.get(drawing.shelves.at(-1)?.entries.get('Properties')));
  const isHidden = redrawing.isHidden(shelf?.entries.get(nameOf(name) ?? ''));
  if (isHidden) tell(redrawing, caution('ad-layer-hidden'));
  return isHidden;
}

function drawObject(drawing: Drawing, object: PdfValue, run: RunContent): void {
  if (typeof object !== 'object' || object.kind !== 'stream') {
    throw new AdTrouble(refusal('ad-damaged'));
  }
  const { redrawing } = drawing;
  if (redrawing.isHidden(object.entries.get('OC'))) {
    tell(redrawing, caution('ad-layer-hidden'));
    return;
  }
  // A coarse stand-in: the picture itself lies on somebody's server (ISO 15930 forbids OPI).
  if (object.entries.has('OPI')) throw new AdTrouble(refusal('ad-stand-in'));
  const { document } = redrawing.source;
  const kind = nameAt(document, object, 'Subtype');
  if (kind === 'Image') drawPicture(drawing, object);
  else if (kind !== 'Form') throw new AdTrouble(refusal('ad-postscript-object'));
  else if (dictionaryAt(document, object, 'Group') === undefined) drawInPlace(drawing, object, run);
  else {
    const place = drawGroup(drawing, { form: object, run, state: drawing.state });
    drawing.lines.push(`${drawing.resources.name('XObject', place)} Do`);
  }
}

/** Draws a picture, or a stencil in the colour that is set. */
export function drawPicture(drawing: Drawing, stream: PdfStream): void {
  const { redrawing } = drawing;
  const { document } = redrawing.source;
  const isStencil =
    document.get(stream.entries.get('ImageMask') ?? stream.entries.get('IM')) === true;
  const known = redrawing.pictures.has(stream);
  const place = known
    ? redrawing.pictures.get(stream)
    : redrawPicture(redrawing, stream, drawing.shelves.at(-1));
  redrawing.pictures.set(stream, place);
  if (place === undefined) return;
  if (isStencil && drawing.state.fill.space.kind === 'none') return;
  readyInks(drawing, { ...NOTHING_FINE, fills: isStencil });
  drawing.lines.push(`${drawing.resources.name('XObject', place)} Do`);
}

const MOST_FORMS = 14;

function formParts(drawing: Drawing, form: PdfStream) {
  const { allowance, document } = drawing.redrawing.source;
  if (drawing.shelves.length > MOST_FORMS) throw new UnreadablePdf('forms within forms');
  const stated = numbersAt(document, form, 'Matrix');
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = stated;
  const matrix: Matrix = [a, b, c, d, e, f];
  const box = numbersAt(document, form, 'BBox');
  const own = dictionaryAt(document, form, 'Resources');
  const resources = own ?? drawing.shelves.at(-1);
  return { matrix, box, resources, bytes: unpackFilters(document, form, allowance).bytes };
}

/** A form that mixes nothing is written out where it stands: it inherits the state as it should. */
function drawInPlace(drawing: Drawing, form: PdfStream, run: RunContent): void {
  const { box, bytes, matrix, resources } = formParts(drawing, form);
  const outer = { saved: drawing.saved, marked: drawing.marked, textMatrix: drawing.textMatrix };
  drawing.saved = [];
  saveState(drawing);
  const toOuter = product(matrix, drawing.state.matrix);
  change(drawing, { matrix: toOuter, base: toOuter });
  drawing.lines.push(`${matrixWords(matrix)} cm`);
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  if (box.length === 4) {
    const rect = [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)];
    drawing.lines.push(`${rect.map((side) => pdfNumber(side, 5)).join(' ')} re W n`);
  }
  const [before] = drawing.saved;
  drawing.saved = [];
  run(drawing, { bytes, resources });
  drawing.lines.push('Q');
  if (before !== undefined) drawing.state = before;
  Object.assign(drawing, outer);
}

/** A form that mixes by itself stays a form, with the four inks as its space. */
export function drawGroup(
  drawing: Drawing,
  {
    form,
    run,
    state,
  }: { readonly form: PdfStream; readonly run: RunContent; readonly state?: DrawState },
): number {
  const { redrawing } = drawing;
  const { document } = redrawing.source;
  const { box, bytes, matrix, resources } = formParts(drawing, form);
  const toAd = product(matrix, product(drawing.state.matrix, drawing.outer));
  const inner = createDrawing(redrawing, { outer: toAd, ...(state && { state }) });
  inner.shelves.push(...drawing.shelves);
  run(inner, { bytes, resources });
  redrawing.isTransparent = true;
  const group = dictionaryAt(document, form, 'Group');
  const truth = (key: string) => String(document.get(group?.entries.get(key)) === true);
  const mixing = `/Group<</S/Transparency/CS/DeviceCMYK/I ${truth('I')}/K ${truth('K')}>>`;
  const place = redrawing.shelf.reserve();
  return redrawing.shelf.put(
    place,
    [
      `/Type/XObject/Subtype/Form/BBox[${box.map(plainWord).join(' ')}]`,
      `/Matrix[${matrixWords(matrix)}]${mixing}/Filter/FlateDecode/Resources`,
      ...inner.resources.dictionary(),
    ],
    packedContent(inner.lines),
  );
}

/** The tile of a pattern, which is repeated by the RIP. */
export function drawTile(
  drawing: Drawing,
  tile: Node,
  { run, stencil }: { readonly run: RunContent; readonly stencil: AdPaint | undefined },
): number {
  const { redrawing } = drawing;
  const { allowance, document } = redrawing.source;
  if (tile.kind !== 'stream') throw new AdTrouble(refusal('ad-damaged'));
  if (drawing.shelves.length > MOST_FORMS) throw new UnreadablePdf('patterns within patterns');
  const outer = product(drawing.state.base, drawing.outer);
  const inner = createDrawing(redrawing, { outer, isStencil: stencil !== undefined });
  if (stencil !== undefined) change(inner, { fill: stencil, stroke: stencil });
  inner.shelves.push(...drawing.shelves);
  const own = dictionaryAt(document, tile, 'Resources');
  const { bytes } = unpackFilters(document, tile, allowance);
  run(inner, { bytes, resources: own ?? drawing.shelves.at(-1) });
  const list = (key: string) => numbersAt(document, tile, key).map(plainWord).join(' ');
  const step = (key: string) => plainWord(document.get(tile.entries.get(key)) as number);
  return redrawing.shelf.add(
    [
      `/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[${list('BBox')}]`,
      `/XStep ${step('XStep')}/YStep ${step('YStep')}/Matrix[${patternMatrix(drawing, tile)}]`,
      '/Filter/FlateDecode/Resources',
      ...inner.resources.dictionary(),
    ],
    packedContent(inner.lines),
  );
}
