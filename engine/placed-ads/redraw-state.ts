import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import { product } from '#engine/read-back/matrix.ts';
import { asArray, asDictionary } from '#engine/read-back/open-document.ts';
import { RENDERING_INTENTS } from '#engine/read-back/operators.ts';
import { nameOf, numberOf, type PdfValue } from '#engine/read-back/pdf-values.ts';
import { caution, note } from './ad-trouble.ts';
import { valueWord } from './copy-font.ts';
import { type DrawOperation, type DrawOperations, numbers } from './draw-operations.ts';
import { stateName } from './ready-inks.ts';
import { takeFont } from './redraw-text.ts';
import { change, type Drawing, matrixWords, type Node, sourceNamed, tell } from './redrawing.ts';

/** Draws a form that mixes by itself, and gives back its place on the shelf. */
export type DrawMask = (drawing: Drawing, form: PdfValue) => number | undefined;

/** Operators on the graphics state; `drawMask` draws what a soft mask is made of. */
export function stateDrawing(drawMask: DrawMask): DrawOperations {
  return {
    q: saveState,
    Q: (drawing) => {
      const before = drawing.saved.pop();
      if (before === undefined) tell(drawing.redrawing, note('ad-states-repaired'));
      else {
        drawing.state = before;
        drawing.lines.push('Q');
      }
    },
    cm: numbers((drawing, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => {
      change(drawing, { matrix: product([a, b, c, d, e, f], drawing.state.matrix) });
      drawing.lines.push(`${matrixWords([a, b, c, d, e, f])} cm`);
    }),
    w: numbers((drawing, [widthPt = 1]) => change(drawing, { widthPt: Math.abs(widthPt) })),
    J: passing('J'),
    j: passing('j'),
    M: passing('M'),
    d: passing('d'),
    i: () => undefined,
    ri: (drawing, [name]) => {
      if (RENDERING_INTENTS.includes(nameOf(name) ?? ''))
        drawing.lines.push(`${valueWord(name)} ri`);
    },
    gs: (drawing, [name]) => {
      const node = asDictionary(sourceNamed(drawing, 'ExtGState', name));
      if (node !== undefined) applyState(drawing, node, drawMask);
    },
  };
}

/** Keeps the state for the `Q` that follows. */
export function saveState(drawing: Drawing): void {
  drawing.saved.push(drawing.state);
  drawing.lines.push('q');
}

function passing(operator: string): DrawOperation {
  return (drawing, operands) => {
    drawing.lines.push(`${operands.map(valueWord).join(' ')} ${operator}`);
  };
}

const TRANSFERS = ['TR', 'TR2'];

function applyState(drawing: Drawing, node: Node, drawMask: DrawMask): void {
  const { document } = drawing.redrawing.source;
  const valueAt = (key: string) => document.get(node.entries.get(key));
  const stroke = valueAt('OP');
  const fill = valueAt('op') ?? stroke;
  if (typeof stroke === 'boolean') change(drawing, { strokeOverprints: stroke });
  if (typeof fill === 'boolean') change(drawing, { fillOverprints: fill });
  const overprintMode = numberOf(valueAt('OPM'));
  if (overprintMode !== undefined) change(drawing, { overprintMode });
  const widthPt = numberOf(valueAt('LW'));
  if (widthPt !== undefined) change(drawing, { widthPt: Math.abs(widthPt) });
  for (const [key, operator] of [
    ['LC', 'J'],
    ['LJ', 'j'],
    ['ML', 'M'],
  ] as const) {
    const value = numberOf(valueAt(key));
    if (value !== undefined) drawing.lines.push(`${pdfNumber(value, 4)} ${operator}`);
  }
  const dash = asArray(valueAt('D'));
  if (dash)
    drawing.lines.push(`${dash.values.map((one) => valueWord(document.get(one))).join(' ')} d`);
  const font = asArray(valueAt('Font'));
  if (font)
    takeFont(drawing, asDictionary(document.get(font.values[0])), numberOf(font.values[1]) ?? 0);
  const isCurved = TRANSFERS.some((key) => {
    const curve = valueAt(key);
    return curve !== undefined && !['Identity', 'Default'].includes(nameOf(curve) ?? '');
  });
  if (isCurved) tell(drawing.redrawing, caution('ad-transfer-dropped'));
  applyMixing(drawing, node, drawMask);
}

const PLAIN_MODES = ['Normal', 'Compatible'];

/** Transparency: taken over as it is, apart from what else stands in the state. */
function applyMixing(drawing: Drawing, node: Node, drawMask: DrawMask): void {
  const { redrawing } = drawing;
  const { document } = redrawing.source;
  const keys = ['ca', 'CA', 'BM', 'SMask', 'AIS'].filter((key) => node.entries.has(key));
  if (keys.length === 0) return;
  const words: string[] = [];
  let mask: number | undefined;
  let isMixed = false;
  for (const key of ['ca', 'CA'] as const) {
    const alpha = numberOf(document.get(node.entries.get(key)));
    if (alpha === undefined) continue;
    isMixed ||= alpha < 1;
    words.push(`/${key} ${pdfNumber(Math.min(1, Math.max(0, alpha)), 4)}`);
  }
  const mode = blendMode(document.get(node.entries.get('BM')));
  if (mode !== undefined) {
    isMixed ||= !PLAIN_MODES.includes(mode);
    words.push(`/BM/${mode}`);
  }
  const soft = document.get(node.entries.get('SMask'));
  if (soft !== undefined) {
    const definition = asDictionary(soft);
    mask = definition && softMask(drawing, definition, drawMask);
    isMixed ||= mask !== undefined;
    words.push('/SMask');
  }
  if (isMixed) redrawing.isTransparent = true;
  // An ad that never mixes says nothing about it: X-1a would take even /SMask /None amiss.
  else if (drawing.state.mixing === '') return;
  change(drawing, { mixing: words.join('') });
  const head = `<</Type/ExtGState${words.join('')}`;
  if (soft === undefined) {
    drawing.lines.push(`${stateName(drawing, `${head}>>`)} gs`);
    return;
  }
  const body = mask === undefined ? [`${head}/None>>`] : [`${head} `, mask, '>>'];
  const place = redrawing.shelf.add(body);
  drawing.lines.push(`${drawing.resources.name('ExtGState', place)} gs`);
}

const BLEND_MODES = [
  ...['Normal', 'Compatible', 'Multiply', 'Screen', 'Overlay', 'Darken', 'Lighten', 'ColorDodge'],
  ...['ColorBurn', 'HardLight', 'SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation'],
  ...['Color', 'Luminosity'],
];

function blendMode(value: PdfValue): string | undefined {
  const names = (asArray(value)?.values ?? [value]).map((one) => nameOf(one) ?? '');
  if (value === undefined) return undefined;
  return names.find((name) => BLEND_MODES.includes(name)) ?? 'Normal';
}

function softMask(drawing: Drawing, definition: Node, drawMask: DrawMask): number | undefined {
  const { redrawing } = drawing;
  const { document } = redrawing.source;
  const form = drawMask(drawing, definition.entries.get('G'));
  if (form === undefined) return undefined;
  const curve = document.get(definition.entries.get('TR'));
  if (curve !== undefined && nameOf(curve) !== 'Identity') {
    tell(redrawing, caution('ad-transfer-dropped'));
  }
  const isByAlpha = nameOf(document.get(definition.entries.get('S'))) === 'Alpha';
  // Without a backdrop, a mask by light starts from black (ISO 32000-1, table 144).
  const kind = isByAlpha ? '/S/Alpha' : '/S/Luminosity/BC[0 0 0 1]';
  return redrawing.shelf.add([`<</Type/Mask${kind}/G `, form, '>>']);
}
