import {
  asMatrix,
  isPlaced,
  type Machine,
  numeric,
  type Operations,
  report,
  resourceNamed,
  setState,
} from './machine.ts';
import { IDENTITY, product, sharedBox } from './matrix.ts';
import { asArray, asDictionary } from './open-document.ts';
import { numberOf, type PdfValue } from './pdf-values.ts';
import { placeText } from './place-text.ts';
import { readFont } from './read-font.ts';

/** Operators that set text (ISO 32000-1, 9.3 and 9.4). */
export const TEXT_OPERATORS: Operations = {
  BT: beginText,
  ET: (machine) => {
    machine.inText = false;
  },
  Tc: numeric((machine, [characterSpacePt = 0]) => setState(machine, { characterSpacePt })),
  Tw: numeric((machine, [wordSpacePt = 0]) => setState(machine, { wordSpacePt })),
  Tz: numeric((machine, [percent = 100]) => setState(machine, { scale: percent / 100 })),
  TL: numeric((machine, [leadingPt = 0]) => setState(machine, { leadingPt })),
  Tf: (machine, [name, size]) => {
    setFont(machine, resourceNamed(machine, 'Font', name), numberOf(size) ?? 0);
  },
  Tr: numeric((machine, [renderMode = 0]) => setState(machine, { renderMode })),
  Ts: numeric((machine, [risePt = 0]) => setState(machine, { risePt })),
  Td: numeric((machine, [x = 0, y = 0]) => moveLine(machine, x, y)),
  TD: numeric((machine, [x = 0, y = 0]) => {
    setState(machine, { leadingPt: -y });
    moveLine(machine, x, y);
  }),
  Tm: numeric((machine, numbers) => {
    machine.lineMatrix = asMatrix(numbers);
    machine.textMatrix = machine.lineMatrix;
  }),
  'T*': nextLine,
  Tj: showText,
  TJ: (machine, [array]) => showText(machine, asArray(array)?.values ?? []),
  "'": (machine, operands) => {
    nextLine(machine);
    showText(machine, operands);
  },
  '"': (machine, [word, character, text]) => {
    const spaces = { wordSpacePt: numberOf(word) ?? 0, characterSpacePt: numberOf(character) ?? 0 };
    setState(machine, spaces);
    nextLine(machine);
    showText(machine, [text]);
  },
};

/** Takes a font dictionary into use. */
export function setFont(machine: Machine, value: PdfValue, sizePt: number): void {
  const dictionary = asDictionary(value);
  if (dictionary === undefined) return;
  const font = machine.fonts.get(dictionary) ?? readFont(machine.document, dictionary);
  machine.fonts.set(dictionary, font);
  setState(machine, { font, sizePt });
}

function beginText(machine: Machine): void {
  if (machine.inText) report(machine, 'pdf-text-objects-unbalanced');
  machine.inText = true;
  machine.textMatrix = IDENTITY;
  machine.lineMatrix = IDENTITY;
}

function moveLine(machine: Machine, x: number, y: number): void {
  machine.lineMatrix = product([1, 0, 0, 1, x, y], machine.lineMatrix);
  machine.textMatrix = machine.lineMatrix;
}

function nextLine(machine: Machine): void {
  moveLine(machine, 0, -machine.state.leadingPt);
}

/** Render modes: 1 and 5 stroke, 2 and 6 fill and stroke, 3 and 7 paint nothing. */
const STROKES = [1, 5];
const OUTLINED = [2, 6];
const INVISIBLE = [3, 7];

function showText(machine: Machine, values: readonly PdfValue[]): void {
  const { state, textMatrix } = machine;
  const { font } = state;
  if (font === undefined) {
    report(machine, 'pdf-text-without-font');
    return;
  }
  const placed = placeText(values, { state, font, textMatrix });
  machine.textMatrix = placed.textMatrix;
  const box = placed.box && sharedBox(placed.box, state.clip);
  if (!box) return;
  const isStroked = STROKES.includes(state.renderMode);
  machine.marks.push({
    kind: 'text',
    isPlaced: isPlaced(machine),
    font,
    sizePt: placed.sizePt,
    paint: isStroked ? state.stroke : state.fill,
    outline: OUTLINED.includes(state.renderMode) ? state.stroke : undefined,
    overprints: isStroked ? state.strokeOverprints : state.fillOverprints,
    overprintMode: state.overprintMode,
    isInvisible: INVISIBLE.includes(state.renderMode),
    isTold: machine.marked.includes(true),
    glyphs: placed.glyphs,
    box,
  });
}
