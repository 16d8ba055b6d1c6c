import type { InkTable } from '#engine/press/ink-table.ts';
import type { Inks } from '#engine/read-back/marks.ts';
import { asArray, asDictionary } from '#engine/read-back/open-document.ts';
import {
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from '#engine/read-back/pdf-values.ts';
import { type AdFunction, type AdSource, numbersAt, readFunction } from './functions.ts';
import { inksOfLight, lightOfLab } from './mix-inks.ts';
import { unpackFilters } from './unpack-filters.ts';

/** A colour space of a stranger's file, and how its colours come onto four plates. */
export interface AdSpace {
  /**
   * `cmyk` and `gray` are inks already; `light` and `spot` have to be turned into them; `plates`
   * are process inks by name; `all` is for register marks; `none` prints nowhere.
   */
  readonly kind: 'cmyk' | 'gray' | 'light' | 'spot' | 'plates' | 'all' | 'none' | 'pattern';
  /** Name for people. */
  readonly name: string;
  readonly components: number;
  /** The colour it begins with. */
  readonly first: readonly number[];
  /** How far the samples of a picture reach in it, two numbers a component. */
  readonly reach: readonly number[];
  /** True for numbers of colours in a list. */
  readonly isIndexed: boolean;
  /** True for inks by a profile of their own, which are taken as they are. */
  readonly hasProfile: boolean;
  /** The space beneath a pattern without colours of its own. */
  readonly beneath: AdSpace | undefined;
  inksOf(amounts: readonly number[]): Inks;
}

/** What reading a space takes. */
export interface SpaceSource extends AdSource {
  readonly inkTable: InkTable;
}

type Resources = PdfDictionary | PdfStream | undefined;

const MOST_DEPTH = 6;

/** Reads a colour space; `resources` names those that are not written in place. */
export function readAdSpace(
  source: SpaceSource,
  value: PdfValue,
  resources: Resources,
  depth = 0,
): AdSpace {
  const { document } = source;
  if (depth > MOST_DEPTH) throw new UnreadablePdf('colour spaces within colour spaces');
  const found = document.get(value);
  const name = nameOf(found);
  if (name !== undefined) {
    const device = deviceSpace(source, name);
    if (device !== undefined) return device;
    const shelf = asDictionary(document.get(resources?.entries.get('ColorSpace')));
    const named = shelf?.entries.get(name);
    if (named === undefined) throw new UnreadablePdf(`no colour space ${name}`);
    return readAdSpace(source, named, undefined, depth + 1);
  }
  const values = asArray(found)?.values;
  if (values === undefined) throw new UnreadablePdf('no colour space');
  return familySpace(source, values, depth);
}

function deviceSpace(source: SpaceSource, name: string): AdSpace | undefined {
  switch (name) {
    case 'DeviceCMYK':
    case 'CMYK':
      return cmykSpace('DeviceCMYK', false);
    case 'DeviceGray':
    case 'G':
    case 'CalGray':
      return graySpace(name === 'G' ? 'DeviceGray' : name);
    case 'DeviceRGB':
    case 'RGB':
      return lightSpace(source, 'DeviceRGB');
    case 'Pattern':
      return patternSpace(undefined);
    default:
      return undefined;
  }
}

const PLAIN = { isIndexed: false, hasProfile: false, beneath: undefined };

function reachOf(components: number): readonly number[] {
  return Array.from({ length: components * 2 }, (_, index) => index % 2);
}

function cmykSpace(name: string, hasProfile: boolean): AdSpace {
  const inksOf = ([c = 0, m = 0, y = 0, k = 0]: readonly number[]): Inks => [
    share(c),
    share(m),
    share(y),
    share(k),
  ];
  const look = { kind: 'cmyk', name, components: 4, first: [0, 0, 0, 1] } as const;
  return { ...PLAIN, ...look, hasProfile, reach: reachOf(4), inksOf };
}

function graySpace(name: string): AdSpace {
  const inksOf = ([light = 0]: readonly number[]): Inks => [0, 0, 0, 1 - share(light)];
  return { ...PLAIN, kind: 'gray', name, components: 1, first: [0], reach: reachOf(1), inksOf };
}

function lightSpace({ inkTable }: SpaceSource, name: string): AdSpace {
  const inksOf = (amounts: readonly number[]) => inksOfLight(inkTable, amounts);
  const look = { kind: 'light', name, components: 3, first: [0, 0, 0] } as const;
  return { ...PLAIN, ...look, reach: reachOf(3), inksOf };
}

function patternSpace(beneath: AdSpace | undefined): AdSpace {
  const inksOf = (): Inks => [0, 0, 0, 0];
  const look = { kind: 'pattern', name: 'Pattern', components: 0, first: [], reach: [] } as const;
  return { ...PLAIN, ...look, beneath, inksOf };
}

function share(amount: number): number {
  return Math.min(1, Math.max(0, amount));
}

function familySpace(source: SpaceSource, values: readonly PdfValue[], depth: number): AdSpace {
  const { document } = source;
  const family = nameOf(document.get(values[0])) ?? '?';
  switch (family) {
    case 'ICCBased':
      return profileSpace(source, values[1]);
    case 'CalRGB':
      return lightSpace(source, family);
    case 'Lab':
      return labSpace(source, values[1]);
    case 'Indexed':
    case 'I':
      return indexedSpace(source, values, depth);
    case 'Separation':
      return inkSpace(source, { names: [values[1]], values, depth });
    case 'DeviceN':
      return inkSpace(source, {
        names: asArray(document.get(values[1]))?.values ?? [],
        values,
        depth,
      });
    case 'Pattern': {
      const isBare = values[1] === undefined;
      return patternSpace(
        isBare ? undefined : readAdSpace(source, values[1], undefined, depth + 1),
      );
    }
    default: {
      const device = deviceSpace(source, family);
      if (device === undefined) throw new UnreadablePdf(`the colour space ${family}`);
      return device;
    }
  }
}

function profileSpace(source: SpaceSource, value: PdfValue): AdSpace {
  const profile = asDictionary(source.document.get(value));
  const components = numberOf(source.document.get(profile?.entries.get('N')));
  if (components === 4) return cmykSpace('ICCBased', true);
  if (components === 1) return graySpace('ICCBased');
  return lightSpace(source, 'ICCBased');
}

function labSpace(source: SpaceSource, value: PdfValue): AdSpace {
  const node = asDictionary(source.document.get(value));
  const stated = node ? numbersAt(source.document, node, 'Range') : [];
  const range = stated.length === 4 ? stated : [-100, 100, -100, 100];
  const inksOf = (amounts: readonly number[]) => inksOfLight(source.inkTable, lightOfLab(amounts));
  const look = { kind: 'light', name: 'Lab', components: 3, first: [0, 0, 0] } as const;
  return { ...PLAIN, ...look, reach: [0, 100, ...range], inksOf };
}

function indexedSpace(source: SpaceSource, values: readonly PdfValue[], depth: number): AdSpace {
  const { document } = source;
  const base = readAdSpace(source, values[1], undefined, depth + 1);
  const highest = Math.min(255, numberOf(document.get(values[2])) ?? 0);
  const list = listBytes(source, values[3]);
  const { components, reach } = base;
  const colourOf = (index: number): Inks => {
    const start = Math.min(highest, Math.max(0, Math.round(index))) * components;
    const amounts = Array.from({ length: components }, (_, component) => {
      const [from = 0, to = 1] = [reach[component * 2], reach[component * 2 + 1]];
      return from + ((list[start + component] ?? 0) / 255) * (to - from);
    });
    return base.inksOf(amounts);
  };
  const known = new Map<number, Inks>();
  const inksOf = ([index = 0]: readonly number[]) => {
    const inks = known.get(index) ?? colourOf(index);
    known.set(index, inks);
    return inks;
  };
  return { ...base, components: 1, first: [0], reach: [], isIndexed: true, inksOf };
}

function listBytes({ allowance, document }: SpaceSource, value: PdfValue): Uint8Array {
  const found = document.get(value);
  if (typeof found !== 'object') return new Uint8Array();
  if (found.kind === 'stream') return unpackFilters(document, found, allowance).bytes;
  if (found.kind !== 'text') return new Uint8Array();
  return Uint8Array.from(found.latin, (letter) => letter.charCodeAt(0));
}

const PLATES = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** Separation and DeviceN: inks by name. */
function inkSpace(
  source: SpaceSource,
  {
    depth,
    names,
    values,
  }: {
    readonly names: readonly PdfValue[];
    readonly values: readonly PdfValue[];
    readonly depth: number;
  },
): AdSpace {
  const words = names.map((one) => nameOf(source.document.get(one)) ?? '?');
  const count = words.length;
  const name = words.join('+');
  const look = { ...PLAIN, name, components: count, first: words.map(() => 1) };
  const space = { ...look, reach: reachOf(count) };
  if (words.every((word) => word === 'None')) {
    return { ...space, kind: 'none', inksOf: () => [0, 0, 0, 0] };
  }
  if (words.every((word) => word === 'None' || PLATES.includes(word))) {
    return { ...space, kind: 'plates', inksOf: (amounts) => onPlates(words, amounts) };
  }
  if (name === 'All') {
    const inksOf = ([amount = 0]: readonly number[]): Inks => [amount, amount, amount, amount];
    return { ...space, kind: 'all', inksOf };
  }
  const instead = readAdSpace(source, values[2], undefined, depth + 1);
  const tint = lazily(() => readFunction(source, values[3]));
  return { ...space, kind: 'spot', inksOf: (amounts) => instead.inksOf(tint()(amounts)) };
}

function lazily(read: () => AdFunction): () => AdFunction {
  let known: AdFunction | undefined;
  return () => {
    known ??= read();
    return known;
  };
}

function onPlates(words: readonly string[], amounts: readonly number[]): Inks {
  const of = (plate: string) => {
    const index = words.indexOf(plate);
    return index === -1 ? 0 : share(amounts[index] ?? 0);
  };
  return [of('Cyan'), of('Magenta'), of('Yellow'), of('Black')];
}
