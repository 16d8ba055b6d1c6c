import { fault } from './fault.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { Machine } from './machine.ts';
import { numeric, type Operations, report, resourceNamed, setState } from './machine.ts';
import { asMatrix, product } from './matrix.ts';
import { applyMixing } from './mixing-state.ts';
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
  J: numeric((machine, [cap = 0]) => setLine(machine, { cap: CAPS[cap] ?? 'butt' })),
  j: numeric((machine, [join = 0]) => setLine(machine, { join: JOINS[join] ?? 'miter' })),
  M: numeric((machine, [miterLimit = 10]) => setLine(machine, { miterLimit })),
  d: (machine, [list, phase]) => setDashes(machine, list, phase),
  gs: (machine, [name]) => applyState(machine, name),
  ri: (machine, [name]) => {
    const intent = nameOf(name) ?? '?';
    if (RENDERING_INTENTS.includes(intent)) return;
    machine.faults.set(`intent ${intent}`, fault('X-INTENT', 'pdf-rendering-intent', { intent }));
  },
};

const CAPS = ['butt', 'round', 'square'] as const;
const JOINS = ['miter', 'round', 'bevel'] as const;

function setLine(machine: Machine, change: Partial<GraphicsState['line']>): void {
  setState(machine, { line: { ...machine.state.line, ...change } });
}

/** Dashes of no length, and dashes without gaps, are no dashes. */
function setDashes(machine: Machine, list: PdfValue, phase: PdfValue): void {
  const lengths = (asArray(list)?.values ?? []).map((one) => numberOf(machine.document.get(one)));
  const dashes = lengths.flatMap((length) => (length !== undefined && length >= 0 ? length : []));
  const isSound = dashes.length === lengths.length && dashes.some((length) => length > 0);
  setLine(machine, { dashes: isSound ? dashes : [], dashPhase: numberOf(phase) ?? 0 });
}

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
  const cap = numberOf(document.get(entries.get('LC')));
  if (cap !== undefined) setLine(machine, { cap: CAPS[cap] ?? 'butt' });
  const join = numberOf(document.get(entries.get('LJ')));
  if (join !== undefined) setLine(machine, { join: JOINS[join] ?? 'miter' });
  const dashes = asArray(document.get(entries.get('D')))?.values;
  if (dashes) setDashes(machine, document.get(dashes[0]), document.get(dashes[1]));
  applyMixing(machine, entries);
  const font = asArray(document.get(entries.get('Font')));
  if (font) setFont(machine, document.get(font.values[0]), numberOf(font.values[1]) ?? 0);
}
