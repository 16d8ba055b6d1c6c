import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import { IDENTITY, type Matrix, product } from '#engine/read-back/matrix.ts';
import { asDictionary } from '#engine/read-back/open-document.ts';
import { numberOf, type PdfValue } from '#engine/read-back/pdf-values.ts';
import { AdTrouble, refusal } from './ad-trouble.ts';
import { copyFont, plainWord, valueWord } from './copy-font.ts';
import { type DrawOperation, type DrawOperations, numbers } from './draw-operations.ts';
import { readyInks } from './ready-inks.ts';
import { change, type Drawing, isHiddenNow, sourceNamed } from './redrawing.ts';

/** Operators that set type: it stays type, in the ad's own fonts. */
export const TEXT_DRAWING: DrawOperations = {
  BT: (drawing) => {
    drawing.textMatrix = IDENTITY;
    drawing.lines.push('BT');
  },
  ET: plain('ET'),
  Tc: plain('Tc'),
  Tw: plain('Tw'),
  Tz: plain('Tz'),
  TL: plain('TL'),
  Ts: plain('Ts'),
  Td: plain('Td'),
  TD: plain('TD'),
  'T*': plain('T*'),
  Tf: (drawing, [name, size]) => {
    const font = asDictionary(sourceNamed(drawing, 'Font', name));
    takeFont(drawing, font, numberOf(size) ?? 0);
  },
  Tr: numbers((drawing, [mode = 0]) => {
    change(drawing, { renderMode: mode });
    drawing.lines.push(`${pdfNumber(mode, 0)} Tr`);
  }),
  Tm: numbers((drawing, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => {
    drawing.textMatrix = [a, b, c, d, e, f];
    drawing.lines.push(`${[a, b, c, d, e, f].map(plainWord).join(' ')} Tm`);
  }),
  Tj: showing('Tj', () => undefined),
  TJ: showing('TJ', () => undefined),
  "'": showing("'", (drawing) => {
    drawing.lines.push('T*');
  }),
  '"': showing('"', (drawing, [word, character]) => {
    drawing.lines.push(`${valueWord(word)} Tw ${valueWord(character)} Tc T*`);
  }),
};

function plain(operator: string): DrawOperation {
  return numbers((drawing, values) => {
    drawing.lines.push([...values.map(plainWord), operator].join(' '));
  });
}

/** Takes a font of the ad into use. */
export function takeFont(
  drawing: Drawing,
  font: ReturnType<typeof asDictionary>,
  sizePt: number,
): void {
  if (font === undefined) throw new AdTrouble(refusal('ad-damaged'));
  const { redrawing } = drawing;
  const subtype = redrawing.source.document.get(font.entries.get('Subtype'));
  if (typeof subtype === 'object' && subtype.kind === 'name' && subtype.name === 'Type3') {
    throw new AdTrouble(refusal('ad-font-drawn'));
  }
  const place = redrawing.fonts.get(font) ?? copyFont(redrawing.source, redrawing.shelf, font);
  redrawing.fonts.set(font, place);
  change(drawing, { sizePt });
  drawing.lines.push(`${drawing.resources.name('Font', place)} ${plainWord(sizePt)} Tf`);
}

/** Black type smaller than this overprints (GWG 2022 R0009); in several inks it blurs (R0017). */
const OVERPRINTS_BELOW_PT = 12;
const SEVERAL_INKS_FROM_PT = 10;
/** Black lines thinner than this overprint (R0010). */
const FINE_LINE_PT = 2;
const INVISIBLE = 3;
/** From this render mode on type cuts what follows; at the last it does nothing else. */
const FIRST_THAT_CUTS = 4;
const CUTS_ONLY = 7;

function showing(operator: string, moves: DrawOperation): DrawOperation {
  return (drawing, operands) => {
    moves(drawing, operands);
    const { fill, renderMode, stroke, widthPt } = drawing.state;
    const mode = renderMode % 4;
    const fills = (mode === 0 || mode === 2) && fill.space.kind !== 'none';
    const strokes = (mode === 1 || mode === 2) && stroke.space.kind !== 'none';
    const isSeen = !isHiddenNow(drawing) && mode !== INVISIBLE && (fills || strokes);
    if (!isSeen) {
      if (renderMode >= FIRST_THAT_CUTS)
        drawing.lines.push(...cuttingWords(drawing, operator, operands));
      return;
    }
    const sizePt = printedSizePt(drawing);
    const isFine = sizePt < OVERPRINTS_BELOW_PT;
    readyInks(drawing, {
      fills,
      strokes,
      isFineFill: isFine,
      isFineStroke: isFine || widthPt < FINE_LINE_PT,
      isSmallType: sizePt < SEVERAL_INKS_FROM_PT,
    });
    const text = operands.at(-1);
    drawing.lines.push(shownWords(operator, text));
  };
}

/** Type that nobody sees may still be the window through which what follows is seen. */
function cuttingWords(
  { state }: Drawing,
  operator: string,
  operands: readonly PdfValue[],
): readonly string[] {
  const words = shownWords(operator, operands.at(-1));
  const mode = pdfNumber(state.renderMode, 0);
  return state.renderMode === CUTS_ONLY ? [words] : [`${CUTS_ONLY} Tr`, words, `${mode} Tr`];
}

function shownWords(operator: string, text: PdfValue): string {
  return `${valueWord(text)} ${operator === 'TJ' ? 'TJ' : 'Tj'}`;
}

function printedSizePt({ outer, redrawing, state, textMatrix }: Drawing): number {
  const [, , c, d]: Matrix = product(textMatrix, product(state.matrix, outer));
  return Math.abs(state.sizePt) * Math.hypot(c, d) * redrawing.order.scale;
}
