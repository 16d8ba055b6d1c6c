import { joinBytes } from '#engine/read-back/join-bytes.ts';
import { asArray, type PdfDocument } from '#engine/read-back/open-document.ts';
import { NUMERIC, OPERANDS } from '#engine/read-back/operators.ts';
import {
  isBlank,
  nameOf,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from '#engine/read-back/pdf-values.ts';
import { type Scanner, scanNext, scanValue } from '#engine/read-back/scan-values.ts';
import { AdTrouble, note, refusal } from './ad-trouble.ts';
import type { Allowance } from './allowance.ts';
import type { DrawOperations } from './draw-operations.ts';
import { colourDrawing } from './redraw-colours.ts';
import {
  drawGroup,
  drawPicture,
  drawTile,
  objectDrawing,
  type RunContent,
} from './redraw-objects.ts';
import { PATH_DRAWING } from './redraw-paths.ts';
import { inlinePictureLength } from './redraw-picture.ts';
import { stateDrawing } from './redraw-state.ts';
import { TEXT_DRAWING } from './redraw-text.ts';
import { type Drawing, isHiddenNow, tell } from './redrawing.ts';
import { unpackFilters } from './unpack-filters.ts';

const OPERATIONS: DrawOperations = {
  ...PATH_DRAWING,
  ...TEXT_DRAWING,
  ...objectDrawing(runContent),
  ...colourDrawing((drawing, tile, stencil) =>
    drawTile(drawing, tile, { run: runContent, stencil }),
  ),
  ...stateDrawing((drawing, value) => {
    const form = drawing.redrawing.source.document.get(value);
    if (typeof form !== 'object' || form.kind !== 'stream') return undefined;
    return drawGroup(drawing, { form, run: runContent });
  }),
};

/** Runs content of the source and writes it anew. */
export function runContent(
  drawing: Drawing,
  { bytes, resources }: Parameters<RunContent>[1],
): void {
  const scanner: Scanner = { bytes, at: 0 };
  const { allowance } = drawing.redrawing.source;
  let operands: PdfValue[] = [];
  let unknownAllowed = 0;
  drawing.shelves.push(resources);
  drawing.saved = [];
  drawing.marked = [...(isHiddenNow(drawing) ? [true] : [])];
  for (;;) {
    const scanned = scanNext(scanner);
    if (scanned.kind === 'end') break;
    if (scanned.kind === 'close')
      throw new AdTrouble(refusal('ad-operator', { operator: scanned.mark }));
    if (scanned.kind === 'value') {
      operands.push(scanned.value);
      continue;
    }
    allowance.takeOperator();
    const { name } = scanned;
    if (name === 'BX') unknownAllowed += 1;
    else if (name === 'EX') unknownAllowed -= 1;
    else if (name === 'BI') inlinePicture(drawing, scanner);
    else if (OPERATIONS[name] !== undefined) perform(drawing, name, operands);
    else if (unknownAllowed <= 0) throw new AdTrouble(refusal('ad-operator', { operator: name }));
    operands = [];
  }
  if (drawing.saved.length > 0) tell(drawing.redrawing, note('ad-states-repaired'));
  for (const state of drawing.saved.splice(0).reverse()) {
    drawing.lines.push('Q');
    drawing.state = state;
  }
  drawing.shelves.pop();
}

/** More operands than needed are let pass, as every viewer does; fewer cannot be guessed. */
function perform(drawing: Drawing, name: string, operands: readonly PdfValue[]): void {
  const count = OPERANDS[name];
  const fitting = typeof count === 'number' ? operands.slice(operands.length - count) : operands;
  const isShort = typeof count === 'number' && operands.length < count;
  const isNumeric = !NUMERIC.has(name) || fitting.every((one) => typeof one === 'number');
  if (isShort || !isNumeric) throw new AdTrouble(refusal('ad-operator', { operator: name }));
  OPERATIONS[name]?.(drawing, count === 0 ? [] : fitting);
}

const FULL_KEYS: Readonly<Record<string, string>> = {
  W: 'Width',
  H: 'Height',
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  F: 'Filter',
  DP: 'DecodeParms',
  D: 'Decode',
  IM: 'ImageMask',
  I: 'Interpolate',
};

/** A picture whose bytes stand within the content: it becomes an object like any other. */
function inlinePicture(drawing: Drawing, scanner: Scanner): void {
  const entries = new Map<string, PdfValue>();
  for (;;) {
    const key = scanNext(scanner);
    if (key.kind === 'operator' && key.name === 'ID') break;
    const name = key.kind === 'value' ? nameOf(key.value) : undefined;
    if (name === undefined) throw new UnreadablePdf('a picture within content without its key');
    entries.set(FULL_KEYS[name] ?? name, scanValue(scanner));
  }
  const start = scanner.at + 1;
  const head: PdfStream = { kind: 'stream', entries, packed: new Uint8Array() };
  const length = inlinePictureLength(drawing.redrawing, head, drawing.shelves.at(-1));
  const end = endOfPicture(scanner.bytes, start + length);
  scanner.at = end + 3;
  const packed = scanner.bytes.subarray(start, end);
  if (!isHiddenNow(drawing)) drawPicture(drawing, { ...head, packed });
}

/** Place of the blank before `EI`, from where the bytes can end at the earliest. */
function endOfPicture(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at += 1) {
    const isEnd = bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49;
    const isParted = isBlank(bytes[at]) && (at + 3 === bytes.length || isBlank(bytes[at + 3]));
    if (isEnd && isParted) return at;
  }
  throw new UnreadablePdf('a picture within content without an end');
}

const LINE_END = new Uint8Array([10]);

/** All content streams of a page, parted by a line end (ISO 32000-1, 7.8.2). */
export function contentOfPage(
  document: PdfDocument,
  contents: PdfValue,
  allowance: Allowance,
): Uint8Array {
  const found = document.get(contents);
  if (contents !== undefined && found === undefined) throw new AdTrouble(refusal('ad-torn'));
  const list = asArray(found)?.values ?? (found === undefined ? [] : [found]);
  const parts = list.flatMap((value) => {
    const stream = document.get(value);
    if (typeof stream !== 'object' || stream.kind !== 'stream') {
      throw new AdTrouble(refusal('ad-torn'));
    }
    return [unpackFilters(document, stream, allowance).bytes, LINE_END];
  });
  return joinBytes(parts);
}
