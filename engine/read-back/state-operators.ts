import { fault } from './fault.ts';
import type { Machine } from './machine.ts';
import { asMatrix, numeric, type Operations, report, resourceNamed, setState } from './machine.ts';
import { product } from './matrix.ts';
import { asArray, asDictionary } from './open-document.ts';
import { RENDERING_INTENTS } from './operators.ts';
import { nameOf, numberOf, type PdfValue } from './pdf-values.ts';
import { setFont } from './text-operators.ts';

/** Operators on the graphics state (ISO 32000-1, 8.4.4). */
export const STATE_OPERATORS: Operations = {
  q: (machine) => {
    machine.saved.push(machine.state);
  },
  Q: restore,
  cm: numeric((machine, numbers) => {
    setState(machine, { matrix: product(asMatrix(numbers), machine.state.matrix) });
  }),
  w: numeric((machine, [widthPt = 1]) => setState(machine, { widthPt })),
  gs: (machine, [name]) => applyState(machine, name),
  ri: (machine, [name]) => {
    const intent = nameOf(name) ?? '?';
    if (RENDERING_INTENTS.includes(intent)) return;
    machine.faults.set(`intent ${intent}`, fault('X-INTENT', 'pdf-rendering-intent', { intent }));
  },
};

function restore(machine: Machine): void {
  const before = machine.saved.length > machine.floor ? machine.saved.pop() : undefined;
  if (before === undefined) report(machine, 'pdf-states-unbalanced');
  else machine.state = before;
}

function applyState(machine: Machine, name: PdfValue): void {
  const { document } = machine;
  const entries = asDictionary(resourceNamed(machine, 'ExtGState', name))?.entries;
  if (entries === undefined) return;
  const stroke = document.get(entries.get('OP'));
  const fill = document.get(entries.get('op')) ?? stroke;
  if (typeof stroke === 'boolean') setState(machine, { strokeOverprints: stroke });
  if (typeof fill === 'boolean') setState(machine, { fillOverprints: fill });
  const overprintMode = numberOf(document.get(entries.get('OPM')));
  if (overprintMode !== undefined) setState(machine, { overprintMode });
  const widthPt = numberOf(document.get(entries.get('LW')));
  if (widthPt !== undefined) setState(machine, { widthPt });
  const font = asArray(document.get(entries.get('Font')));
  if (font) setFont(machine, document.get(font.values[0]), numberOf(font.values[1]) ?? 0);
}
