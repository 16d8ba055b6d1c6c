import { packStream } from '#engine/press/pack.ts';
import { asDictionary } from '#engine/read-back/open-document.ts';
import { numberOf, type PdfValue } from '#engine/read-back/pdf-values.ts';
import { type AdSpace, readAdSpace } from './ad-spaces.ts';
import { AdTrouble, refusal } from './ad-trouble.ts';
import { plainWord } from './copy-font.ts';
import { type AdFunction, numbersAt, readFunction } from './functions.ts';
import { mendedInks, tellSpace } from './ready-inks.ts';
import type { Node, Redrawing } from './redrawing.ts';

const AXIAL = 2;
const RADIAL = 3;
/** Colours along the way; plates have as many steps. */
const STEPS = 256;

/**
 * Draws a run of colours anew: along a line or between two circles, whatever the colours are made
 * of, as inks. The other kinds are meshes, which only drawing programs make.
 */
export function redrawShading(
  redrawing: Redrawing,
  value: PdfValue,
  resources: Node | undefined,
): number {
  const { document } = redrawing.source;
  const node = asDictionary(document.get(value));
  if (node === undefined) throw new AdTrouble(refusal('ad-damaged'));
  const kind = numberOf(document.get(node.entries.get('ShadingType')));
  if (kind !== AXIAL && kind !== RADIAL) throw new AdTrouble(refusal('ad-shading-mesh'));
  const space = readAdSpace(redrawing.source, node.entries.get('ColorSpace'), resources);
  tellSpace(redrawing, space);
  redrawing.hasMarks = true;
  const domain = node.entries.has('Domain') ? numbersAt(document, node, 'Domain') : [0, 1];
  const colours = readFunction(redrawing.source, node.entries.get('Function'));
  const samples = sampleInks(redrawing, { space, colours, domain });
  const range = '[0 1 0 1 0 1 0 1]';
  const head = `/FunctionType 0/Domain[${domain.map(plainWord).join(' ')}]/Range${range}`;
  const run = redrawing.shelf.add(
    [`${head}/Size[${STEPS}]/BitsPerSample 8/Filter/FlateDecode`],
    packStream(samples),
  );
  return redrawing.shelf.add([
    `<</ShadingType ${kind}/ColorSpace/DeviceCMYK${keptEntries(redrawing, node)}`,
    `/Domain[${domain.map(plainWord).join(' ')}]/Function `,
    run,
    '>>',
  ]);
}

function keptEntries({ source: { document } }: Redrawing, node: Node): string {
  const list = (key: string) =>
    node.entries.has(key)
      ? `/${key}[${numbersAt(document, node, key).map(plainWord).join(' ')}]`
      : '';
  const extend = document.get(node.entries.get('Extend'));
  const ends =
    typeof extend === 'object' && extend.kind === 'array'
      ? `/Extend[${extend.values.map((one) => String(document.get(one) === true)).join(' ')}]`
      : '';
  return `${list('Coords')}${list('BBox')}${ends}`;
}

function sampleInks(
  redrawing: Redrawing,
  run: {
    readonly space: AdSpace;
    readonly colours: AdFunction;
    readonly domain: readonly number[];
  },
): Uint8Array {
  const [from = 0, to = 1] = run.domain;
  const samples = new Uint8Array(STEPS * 4);
  for (let step = 0; step < STEPS; step += 1) {
    const amounts = run.colours([from + (step / (STEPS - 1)) * (to - from)]);
    const inks = mendedInks(redrawing, run.space.inksOf(amounts));
    inks.forEach((ink, index) => {
      samples[step * 4 + index] = Math.round(ink * 255);
    });
  }
  return samples;
}
