import { firstState } from './graphics-state.ts';
import { CELL_PT } from './ink-raster.ts';
import { type Machine, marksAside } from './machine.ts';
import type { Tone } from './marks.ts';
import { asMatrix, type Box, type Matrix, product, scaleOf } from './matrix.ts';
import { arrayAt, asDictionary } from './open-document.ts';
import { numberOf, type PdfDictionary, type PdfStream } from './pdf-values.ts';
import { readRun } from './read-tone.ts';
import { unpackStream } from './unpack-stream.ts';

const RUN = 2;
/** Patterns within patterns deeper than this are a circle. */
const MOST_ASIDE = 6;

/** What a pattern paints with: a run of colours, or a tile. Undefined where it cannot be told. */
export function readPattern(
  machine: Machine,
  pattern: PdfDictionary | PdfStream,
): Tone | undefined {
  const { base, document } = machine;
  const numbersAt = (key: string) =>
    arrayAt(document, pattern, key).map((one) => numberOf(document.get(one)) ?? 0);
  const matrix = product(asMatrix(numbersAt('Matrix')), base);
  if (numberOf(document.get(pattern.entries.get('PatternType'))) === RUN) {
    const shading = asDictionary(document.get(pattern.entries.get('Shading')));
    return shading && readRun(document, shading, matrix);
  }
  if (pattern.kind !== 'stream' || machine.asideDepth >= MOST_ASIDE) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersAt('BBox');
  const box = {
    ...{ left: Math.min(x1, x2), right: Math.max(x1, x2) },
    ...{ bottom: Math.min(y1, y2), top: Math.max(y1, y2) },
  };
  const step = (key: string) => Math.abs(numberOf(document.get(pattern.entries.get(key))) ?? 0);
  const scale = scaleOfTile(box, matrix);
  if (scale === undefined || step('XStep') === 0 || step('YStep') === 0) return undefined;
  const marks = marksOfTile(machine, pattern, { box, scale });
  return { kind: 'tile', marks, scale, box, stepX: step('XStep'), stepY: step('YStep'), matrix };
}

/** Cells along the sides of a tile: enough for a fine one, not too many for a large one. */
const FEWEST_CELLS = 24;
const MOST_CELLS = 1500;

function scaleOfTile(box: Box, matrix: Matrix): number | undefined {
  const sides = [box.right - box.left, box.top - box.bottom];
  const [shorter, longer] = [Math.min(...sides), Math.max(...sides)];
  const onPage = scaleOf(matrix);
  if (!(shorter > 0 && onPage > 0 && Number.isFinite(longer * onPage))) return undefined;
  const wanted = Math.max(onPage, (FEWEST_CELLS * CELL_PT) / shorter);
  return Math.min(wanted, (MOST_CELLS * CELL_PT) / longer);
}

function marksOfTile(
  machine: Machine,
  tile: PdfStream,
  { box, scale }: { readonly box: Box; readonly scale: number },
) {
  const { document, resources } = machine;
  const matrix: Matrix = [scale, 0, 0, scale, -box.left * scale, -box.bottom * scale];
  const size = { right: (box.right - box.left) * scale, top: (box.top - box.bottom) * scale };
  const start = { ...firstState({ left: 0, bottom: 0, ...size }), matrix };
  const own = asDictionary(document.get(tile.entries.get('Resources')));
  return marksAside(machine, start, () =>
    machine.run(machine, unpackStream(document, tile), own ?? resources.at(-1)),
  );
}
