import { describe, expect, it } from 'vitest';
import {
  addContent,
  addObject,
  addResource,
  putTogether,
  takeApart,
} from '#build/bench/press/loose-pdf.ts';
import { pressSample } from '#build/bench/press/pressed-sample.ts';
import { readBack } from '#engine/read-back/read-back.ts';
import { lineArtBlocks } from '#engine/read-back/read-line-art.ts';

const SAMPLE = {
  template: 'park-broadsheet',
  profile: 'newsprint-390x540',
  standard: 'x4',
} as const;

interface Planted {
  /** Pixels of a side; the picture is 72 pt wide and high. */
  readonly sidePx: number;
  readonly entries: string;
  readonly bits: Uint8Array;
  /** Colour of a stencil, and what lies beneath. */
  readonly paint?: string;
}

/** The sample with a picture of one bit on it. */
async function readPlanted({ bits, entries, paint = '', sidePx }: Planted) {
  const { demands, pdf } = await pressSample(SAMPLE);
  const loose = takeApart(pdf);
  const size = `/Width ${sidePx}/Height ${sidePx}/BitsPerComponent 1`;
  const head = `/Type/XObject/Subtype/Image${size}${entries}`;
  const picture = addObject(loose, `<<${head}/Filter/FlateDecode>>`, Buffer.from(bits));
  addResource(loose, 'XObject', `/planted ${picture} `);
  const paper = '0 0 0 0 k 270 270 132 132 re f';
  addContent(loose, `q ${paper} ${paint} 72 0 0 72 300 300 cm /planted Do Q\n`);
  return readBack(putTogether(loose), demands);
}

const GREY = '/ColorSpace/DeviceGray';
const BLACK = new Uint8Array(1000 * 125);

describe('line art on a finished page', () => {
  it('of 1,000 ppi gives no alarm, as a picture or as a stencil', async () => {
    const art = { sidePx: 1000, bits: BLACK };
    expect((await readPlanted({ ...art, entries: GREY })).findings).toEqual([]);
    const stencil = { entries: '/ImageMask true', paint: '0 0 0 1 k' };
    expect((await readPlanted({ ...art, ...stencil })).findings).toEqual([]);
  }, 60_000);

  it.each([
    [548, 'blocks press'],
    [700, 'warns'],
  ])(
    'of %i ppi is told by R0032',
    async (sidePx, severity) => {
      const bits = new Uint8Array(Math.ceil(sidePx / 8) * sidePx);
      const { findings } = await readPlanted({ sidePx, bits, entries: GREY });
      expect(findings.map((one) => [one.values.rule, one.severity])).toEqual([['R0032', severity]]);
    },
    60_000,
  );

  it('with rows missing is told', async () => {
    const art = { sidePx: 1000, bits: BLACK.subarray(125), entries: GREY };
    const { findings } = await readPlanted(art);
    expect(findings.map(({ code }) => code)).toEqual(['pdf-picture-misstated']);
  }, 60_000);

  it('inks where its bits are, and a stencil in the colour it is given', async () => {
    const heavy = { entries: '/ImageMask true', paint: '1 1 0.7 0 k', sidePx: 1000 };
    const inked = await readPlanted({ ...heavy, bits: BLACK });
    expect(inked.findings.map(({ values }) => values.rule)).toEqual(['R0026']);
    // Half of the bits, and it is 135 percent.
    const striped = BLACK.map((_, at) => (at & 1 ? 0xff : 0));
    const { findings } = await readPlanted({ ...heavy, bits: striped });
    expect(findings.map(({ values }) => values.rule)).toEqual(['H-INK-POINT']);
    const bare = await readPlanted({ ...heavy, bits: BLACK.map(() => 0xff) });
    expect(bare.findings).toEqual([]);
  }, 60_000);
});

describe('blocks of line art', () => {
  it('hold as much black as there is in their pixels, to the edge', () => {
    const [widthPx, heightPx] = [4001, 1003];
    const rowBytes = Math.ceil(widthPx / 8);
    const bits = Uint8Array.from({ length: rowBytes * heightPx }, (_, at) => (at * 37) & 255);
    const look = { widthPx, heightPx, isTurned: false };
    const blocks = lineArtBlocks(bits, look);
    let black = 0;
    for (let at = 0; at < widthPx * heightPx; at += 1) {
      const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
      if (((bits[y * rowBytes + (x >> 3)] ?? 0) & (128 >> (x & 7))) === 0) black += 1;
    }
    const inBlocks = (blocks?.inks ?? new Uint8Array()).reduce((sum, ink) => sum + ink, 0);
    expect(blocks?.inksAcross).toBe(rowBytes);
    expect(Math.abs((inBlocks * 64) / 255 / black - 1)).toBeLessThan(0.01);
    expect(lineArtBlocks(bits.subarray(1), look)).toBeUndefined();
  });
});
