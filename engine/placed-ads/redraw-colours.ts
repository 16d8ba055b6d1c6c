import { product } from '#engine/read-back/matrix.ts';
import { asDictionary } from '#engine/read-back/open-document.ts';
import { numberOf, type PdfValue } from '#engine/read-back/pdf-values.ts';
import { type AdSpace, readAdSpace } from './ad-spaces.ts';
import { AdTrouble, refusal } from './ad-trouble.ts';
import type { DrawOperation, DrawOperations } from './draw-operations.ts';
import { numbersAt } from './functions.ts';
import { redrawShading } from './redraw-shading.ts';
import {
  type AdPaint,
  change,
  type Drawing,
  matrixWords,
  type Node,
  paintIn,
  sourceNamed,
} from './redrawing.ts';

type Use = 'fill' | 'stroke';

/** Draws the tile of a pattern and gives back its place; `stencil` colours one without its own. */
export type DrawTile = (drawing: Drawing, tile: Node, stencil: AdPaint | undefined) => number;

/** Operators that set colours; whatever their space, inks come out. */
export function colourDrawing(drawTile: DrawTile): DrawOperations {
  const setColour =
    (use: Use): DrawOperation =>
    (drawing, operands) => {
      const { space } = drawing.state[use];
      if (space.kind === 'pattern') setPattern(drawing, { use, operands, drawTile });
      else setPaint(drawing, use, paintIn(space, amountsOf(operands)));
    };
  return {
    CS: setSpace('stroke'),
    cs: setSpace('fill'),
    SC: setColour('stroke'),
    SCN: setColour('stroke'),
    sc: setColour('fill'),
    scn: setColour('fill'),
    G: device('stroke', 'DeviceGray'),
    g: device('fill', 'DeviceGray'),
    RG: device('stroke', 'DeviceRGB'),
    rg: device('fill', 'DeviceRGB'),
    K: device('stroke', 'DeviceCMYK'),
    k: device('fill', 'DeviceCMYK'),
  };
}

function setSpace(use: Use): DrawOperation {
  return (drawing, [name]) => {
    const space = readAdSpace(drawing.redrawing.source, name, drawing.shelves.at(-1));
    setPaint(drawing, use, paintIn(space, space.first));
  };
}

function device(use: Use, name: string): DrawOperation {
  return (drawing, operands) => {
    const space = readAdSpace(drawing.redrawing.source, { kind: 'name', name }, undefined);
    setPaint(drawing, use, paintIn(space, amountsOf(operands)));
  };
}

function amountsOf(operands: readonly PdfValue[]): readonly number[] {
  return operands.flatMap((one) => numberOf(one) ?? []);
}

function setPaint(drawing: Drawing, use: Use, paint: AdPaint): void {
  if (drawing.isStencil) return;
  change(drawing, use === 'fill' ? { fill: paint } : { stroke: paint });
}

function setPattern(
  drawing: Drawing,
  {
    drawTile,
    operands,
    use,
  }: { readonly use: Use; readonly operands: readonly PdfValue[]; readonly drawTile: DrawTile },
): void {
  const { redrawing } = drawing;
  const { document } = redrawing.source;
  const node = asDictionary(sourceNamed(drawing, 'Pattern', operands.at(-1)));
  const { space } = drawing.state[use];
  const isShading =
    node !== undefined && numberOf(document.get(node.entries.get('PatternType'))) === 2;
  const place =
    node === undefined
      ? undefined
      : isShading
        ? shadingPattern(drawing, node)
        : drawTile(drawing, node, stencilOf(drawing, { node, space, operands }));
  if (place === undefined) throw new AdTrouble(refusal('ad-damaged'));
  const name = drawing.resources.name('Pattern', place);
  setPaint(drawing, use, {
    space,
    inks: undefined,
    fillWords: `/Pattern cs ${name} scn`,
    strokeWords: `/Pattern CS ${name} SCN`,
  });
}

function stencilOf(
  { redrawing }: Drawing,
  {
    node,
    operands,
    space,
  }: { readonly node: Node; readonly space: AdSpace; readonly operands: readonly PdfValue[] },
): AdPaint | undefined {
  const isColoured = numberOf(redrawing.source.document.get(node.entries.get('PaintType'))) !== 2;
  if (isColoured || space.beneath === undefined) return undefined;
  return paintIn(space.beneath, amountsOf(operands));
}

function shadingPattern(drawing: Drawing, node: Node): number {
  const { redrawing } = drawing;
  const shading = redrawShading(redrawing, node.entries.get('Shading'), drawing.shelves.at(-1));
  const matrix = patternMatrix(drawing, node);
  return redrawing.shelf.add([
    `<</Type/Pattern/PatternType 2/Matrix[${matrix}]/Shading `,
    shading,
    '>>',
  ]);
}

/** Way from a pattern to the stream that is being written, as six words. */
export function patternMatrix({ redrawing, state }: Drawing, node: Node): string {
  const own = numbersAt(redrawing.source.document, node, 'Matrix');
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  return matrixWords(product([a, b, c, d, e, f], state.base));
}
