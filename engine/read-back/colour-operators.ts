import {
  type Machine,
  type Operation,
  type Operations,
  report,
  resourceNamed,
  setState,
} from './machine.ts';
import type { Paint } from './marks.ts';
import { asDictionary } from './open-document.ts';
import { nameOf, type PdfValue } from './pdf-values.ts';
import { type ColourSpace, paintOf, readSpace } from './read-paint.ts';
import { readPattern } from './read-pattern.ts';

type Use = 'fill' | 'stroke';

/** Operators that set colours (ISO 32000-1, 8.6.8). */
export const COLOUR_OPERATORS: Operations = {
  CS: (machine, [name]) => setSpace(machine, 'stroke', name),
  cs: (machine, [name]) => setSpace(machine, 'fill', name),
  SC: inSpace('stroke'),
  SCN: inSpace('stroke'),
  sc: inSpace('fill'),
  scn: inSpace('fill'),
  G: device('stroke', 'DeviceGray'),
  g: device('fill', 'DeviceGray'),
  RG: device('stroke', 'DeviceRGB'),
  rg: device('fill', 'DeviceRGB'),
  K: device('stroke', 'DeviceCMYK'),
  k: device('fill', 'DeviceCMYK'),
};

function setSpace(machine: Machine, use: Use, value: PdfValue): void {
  const space = readSpace(machine.document, value, machine.resources.at(-1));
  if (space.space === 'unknown' && space.name === nameOf(value)) {
    report(machine, 'pdf-resource-missing', { name: space.name, category: 'ColorSpace' });
  }
  setPaint(machine, { use, space }, firstAmounts(space));
}

/** The colour that a space begins with: black, or the full tint of a separation. */
function firstAmounts({ components, space }: ColourSpace): readonly number[] {
  if (space === 'cmyk') return [0, 0, 0, 1];
  const first = space === 'spot' || space === 'all' ? 1 : 0;
  return Array.from({ length: components }, () => first);
}

function inSpace(use: Use): Operation {
  return (machine, operands) => {
    const { fillSpace, strokeSpace } = machine.state;
    const space = use === 'fill' ? fillSpace : strokeSpace;
    if (space.space === 'pattern') return setPattern(machine, { use, space }, operands.at(-1));
    setPaint(machine, { use, space }, amountsOf(operands));
  };
}

function device(use: Use, name: string): Operation {
  return (machine, operands) => {
    const space = readSpace(machine.document, { kind: 'name', name }, undefined);
    setPaint(machine, { use, space }, amountsOf(operands));
  };
}

function amountsOf(operands: readonly PdfValue[]): readonly number[] {
  return operands.filter((value): value is number => typeof value === 'number');
}

function setPaint(
  machine: Machine,
  { space, use }: { readonly use: Use; readonly space: ColourSpace },
  amounts: readonly number[],
): void {
  keepPaint(machine, { use, space }, paintOf(space, amounts));
}

function setPattern(
  machine: Machine,
  { space, use }: { readonly use: Use; readonly space: ColourSpace },
  name: PdfValue,
): void {
  const pattern = asDictionary(resourceNamed(machine, 'Pattern', name));
  const tone = pattern && readPattern(machine, pattern);
  keepPaint(machine, { use, space }, { ...paintOf(space, []), tone });
}

function keepPaint(
  machine: Machine,
  { space, use }: { readonly use: Use; readonly space: ColourSpace },
  paint: Paint,
): void {
  const isFill = use === 'fill';
  setState(
    machine,
    isFill ? { fill: paint, fillSpace: space } : { stroke: paint, strokeSpace: space },
  );
}
