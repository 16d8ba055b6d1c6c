import { BLENDS } from './blend.ts';
import { type GraphicsState, mixedBy } from './graphics-state.ts';
import { type Machine, marksAside } from './machine.ts';
import { PLAIN_MIXING, type SoftMask } from './marks.ts';
import { boxOfForm, runForm } from './object-operators.ts';
import { asArray, asDictionary, nameAt } from './open-document.ts';
import { nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdf-values.ts';

/** Takes over how what follows is mixed with what is beneath (ISO 32000-1, table 58). */
export function applyMixing(machine: Machine, entries: PdfDictionary['entries']): void {
  const { document } = machine;
  const change = (mixing: Parameters<typeof mixedBy>[1]) => {
    machine.state = mixedBy(machine.state, mixing);
  };
  const fillAlpha = numberOf(document.get(entries.get('ca')));
  if (fillAlpha !== undefined) change({ fillAlpha: asShare(fillAlpha) });
  const strokeAlpha = numberOf(document.get(entries.get('CA')));
  if (strokeAlpha !== undefined) change({ strokeAlpha: asShare(strokeAlpha) });
  const mode = document.get(entries.get('BM'));
  if (mode !== undefined) {
    const names = (asArray(mode)?.values ?? [mode]).map(nameOf);
    change({ blend: BLENDS.find((blend) => names.includes(blend)) ?? 'Normal' });
  }
  const mask = document.get(entries.get('SMask'));
  if (mask !== undefined) change({ softMask: readMask(machine, mask) });
}

function asShare(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Masks within masks deeper than this are a circle. */
const MOST_ASIDE = 6;

/** A mask of the state is drawn there and then, with the matrix that holds just now. */
function readMask(machine: Machine, value: PdfValue): SoftMask | undefined {
  const mask = asDictionary(value);
  const form = mask && machine.document.get(mask.entries.get('G'));
  if (mask === undefined || typeof form !== 'object' || form.kind !== 'stream') return undefined;
  if (machine.asideDepth >= MOST_ASIDE) return undefined;
  const kind = nameAt(machine.document, mask, 'S') === 'Alpha' ? 'cover' : 'light';
  const marks = marksAside(machine, bareState(machine), () => runForm(machine, form));
  return { kind, marks, box: boxOfForm(machine, form) };
}

function bareState({ media, state }: Machine): GraphicsState {
  return { ...state, clip: media, mixing: PLAIN_MIXING };
}
