import type { Inks, Paint, PaintSpace } from './marks.ts';
import { asArray, asDictionary, type PdfDocument } from './open-document.ts';
import {
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './pdf-values.ts';

/** A colour space of the file, as far as ink is concerned. */
export interface ColourSpace {
  readonly space: PaintSpace;
  readonly name: string;
  readonly components: number;
}

/** Black before any colour is set (ISO 32000-1, 8.4.1). */
export const FIRST_PAINT: Paint = { space: 'gray', inks: [0, 0, 0, 1], name: 'DeviceGray' };

const DEVICE_SPACES: Readonly<Record<string, ColourSpace>> = {
  DeviceCMYK: { space: 'cmyk', name: 'DeviceCMYK', components: 4 },
  CMYK: { space: 'cmyk', name: 'DeviceCMYK', components: 4 },
  DeviceGray: { space: 'gray', name: 'DeviceGray', components: 1 },
  G: { space: 'gray', name: 'DeviceGray', components: 1 },
  DeviceRGB: { space: 'rgb', name: 'DeviceRGB', components: 3 },
  RGB: { space: 'rgb', name: 'DeviceRGB', components: 3 },
  Pattern: { space: 'pattern', name: 'Pattern', components: 0 },
};

const CALIBRATED = ['CalGray', 'CalRGB', 'Lab'];
const PROCESS_INKS = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** Reads a colour space; `resources` names those that are not written in place. */
export function readSpace(
  document: PdfDocument,
  value: PdfValue,
  resources: PdfDictionary | PdfStream | undefined,
): ColourSpace {
  const found = document.get(value);
  const name = nameOf(found);
  if (name !== undefined) {
    const device = DEVICE_SPACES[name];
    if (device !== undefined) return device;
    const spaces = asDictionary(document.get(resources?.entries.get('ColorSpace')));
    const named = spaces?.entries.get(name);
    if (named === undefined) return { space: 'unknown', name, components: 0 };
    return readSpace(document, named, undefined);
  }
  const array = asArray(found);
  if (array === undefined) return { space: 'unknown', name: '?', components: 0 };
  return familySpace(document, array.values);
}

function familySpace(document: PdfDocument, values: readonly PdfValue[]): ColourSpace {
  const family = nameOf(document.get(values[0])) ?? '?';
  const device = DEVICE_SPACES[family];
  if (device !== undefined) return device;
  if (family === 'ICCBased') {
    const profile = asDictionary(document.get(values[1]));
    return { space: 'icc', name: family, components: numberOf(profile?.entries.get('N')) ?? 3 };
  }
  if (CALIBRATED.includes(family)) return { space: 'calibrated', name: family, components: 3 };
  if (family === 'Separation') return separation(nameOf(document.get(values[1])) ?? '?');
  if (family === 'DeviceN') {
    const names = (asArray(document.get(values[1]))?.values ?? []).map((one) => nameOf(one) ?? '?');
    const isProcess = names.every((name) => PROCESS_INKS.includes(name) || name === 'None');
    const space = isProcess ? 'unknown' : 'spot';
    return { space, name: names.join('+'), components: names.length };
  }
  if (family === 'Indexed') return { ...readSpace(document, values[1], undefined), components: 1 };
  return { space: 'unknown', name: family, components: 0 };
}

function separation(name: string): ColourSpace {
  if (name === 'All') return { space: 'all', name, components: 1 };
  const space = PROCESS_INKS.includes(name) ? 'unknown' : 'spot';
  return { space, name, components: 1 };
}

/** The colour of these amounts in a space. */
export function paintOf({ space, name }: ColourSpace, amounts: readonly number[]): Paint {
  return { space, name, inks: inksOf(space, amounts) };
}

function inksOf(space: PaintSpace, amounts: readonly number[]): Inks | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = amounts;
  if (space === 'cmyk') return [first, second, third, fourth];
  if (space === 'gray') return [0, 0, 0, 1 - first];
  if (space === 'all') return [first, first, first, first];
  return undefined;
}

/** Black alone, solid to a hundredth. */
export function isSolidBlack({ inks }: Paint): boolean {
  if (inks === undefined) return false;
  return inks[3] >= 0.99 && inks[0] + inks[1] + inks[2] < 0.005;
}

/** No ink on any plate. */
export function isPaper({ inks }: Paint): boolean {
  return inks !== undefined && sumOf(inks) < 0.005;
}

/** Inks that are there at all. */
export function inkCount({ inks }: Paint): number {
  return inks === undefined ? 0 : inks.filter((ink) => ink > 0.005).length;
}

/** All inks together, 0 to 4. */
export function sumOf(inks: Inks): number {
  return inks[0] + inks[1] + inks[2] + inks[3];
}
