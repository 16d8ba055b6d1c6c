import { deflateSync } from 'node:zlib';
import type { AdCase } from './ad-case.ts';
import { adFile } from './ad-file.ts';

const GREYS = new Uint8Array(120 * 120).map((_, at) => ((at % 120) * 255) / 119);
const INKS = new Uint8Array(240 * 240 * 4).map((_, at) => {
  const [pixel, ink] = [at >> 2, at & 3];
  return [pixel % 240, (pixel / 240) | 0, 30, 0][ink] ?? 0;
});
/** A ring of dots, one bit each. */
const DOTS = new Uint8Array((32 * 256) / 1).map((_, at) => {
  let byte = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    const x = (at % 32) * 8 + bit - 128;
    const y = Math.floor(at / 32) - 128;
    const radius = Math.hypot(x, y);
    if (radius < 60 || radius > 110) byte |= 128 >> bit;
  }
  return byte;
});

const PICTURE = '/Type/XObject/Subtype/Image/Filter/FlateDecode';
const CMYK = `${PICTURE}/Width 240/Height 240/BitsPerComponent 8/ColorSpace/DeviceCMYK`;

const STAR = '100 95 m 130 10 l 55 65 l 145 65 l 70 10 l h';
const CIRCLE = [
  '60 50 m 60 66.6 46.6 80 30 80 c 13.4 80 0 66.6 0 50 c',
  '0 33.4 13.4 20 30 20 c 46.6 20 60 33.4 60 50 c h',
].join(' ');

/** Ads that are drawn with all that drawing programs offer. */
export const DRAWN_ADS: readonly AdCase[] = [
  {
    name: 'lines with corners, ends and dashes',
    wants: 'right',
    make: () =>
      adFile({
        contents: [
          '0 0 0 1 K 8 w 10 20 m 40 80 l 70 20 l S 1 j 80 20 m 110 80 l 140 20 l S',
          '2 j 1 J 150 20 m 165 80 l 190 20 l S 0 J 0 j 3 w [12 4 2 4] 3 d 10 92 m 190 92 l S',
          '1 J 4 w [0 8] 0 d 1 0 0 0 K 10 8 m 190 8 l S [] 0 d 0 J 2 w 0 1 0 0 K',
          '20 50 m 60 120 140 -20 180 50 c S',
        ],
      }),
  },
  {
    name: 'stars by both rules',
    wants: 'right',
    make: () =>
      adFile({
        contents: [
          `q 1 0 0 1 -45 0 cm 1 0 0 0 k ${STAR} f Q q 1 0 0 1 45 0 cm 0 1 0 0 k ${STAR} f* Q`,
        ],
      }),
  },
  {
    name: 'a picture cut by a circle',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/XObject<</P 10 0 R>>',
        contents: [
          `q ${CIRCLE} W n 80 0 0 80 -10 10 cm /P Do Q`,
          `q 1 0 0 1 120 0 cm ${CIRCLE} W n`,
          '0 0 1 0 k 0 0 100 50 re f Q',
        ],
        objects: [{ entries: CMYK, bytes: deflateSync(INKS) }],
      }),
  },
  {
    name: 'a picture with a soft edge, turned',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/XObject<</P 10 0 R>>',
        contents: ['0 0 1 0 k 0 40 200 20 re f q 70 40 -30 60 80 5 cm /P Do Q'],
        objects: [
          { entries: `${CMYK}/SMask 11 0 R`, bytes: deflateSync(INKS) },
          {
            entries: `${PICTURE}/Width 120/Height 120/BitsPerComponent 8/ColorSpace/DeviceGray`,
            bytes: deflateSync(GREYS),
          },
        ],
      }),
  },
  {
    name: 'a stencil in a colour',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/XObject<</P 10 0 R>>',
        contents: [
          '0 1 0 0 k q 20 0 0 20 10 10 cm /P Do Q 0.5 0 1 0 k q 20 0 0 20 150 70 cm /P Do Q',
        ],
        objects: [
          {
            entries: `${PICTURE}/Width 256/Height 256/ImageMask true/BitsPerComponent 1`,
            bytes: deflateSync(DOTS),
          },
        ],
      }),
  },
  {
    name: 'tints that lie on one another',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/ExtGState<</A<</ca 0.4/CA 0.6>>/M<</BM/Multiply>>>>/XObject<</G 10 0 R>>',
        contents: [
          '1 0 0 0 k 10 10 90 60 re f q /A gs 0 1 0 0 k 50 30 90 60 re f 0 0 0 1 K 6 w',
          '20 20 m 180 80 l S Q q /M gs 0 0 1 0 k 80 5 50 90 re f Q q /A gs /G Do Q',
        ],
        objects: [
          {
            entries:
              '/Subtype/Form/BBox[0 0 200 100]/Group<</S/Transparency/I true>>/Resources<<>>',
            bytes: '0 0 0 1 k 140 20 40 40 re f 0 1 1 0 k 150 30 40 40 re f',
          },
        ],
      }),
  },
  {
    name: 'a shadow by a soft mask',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/ExtGState<</S<</SMask<</S/Luminosity/G 10 0 R>>>>>>',
        contents: ['0.3 0 0 0 k 0 0 200 50 re f q /S gs 0 0 0 1 k 20 20 160 60 re f Q'],
        objects: [
          {
            entries:
              '/Subtype/Form/BBox[0 0 200 100]/Group<</S/Transparency/CS/DeviceGray>>' +
              '/Resources<</Shading<</R 11 0 R>>>>',
            bytes: '/R sh',
          },
          '<</ShadingType 2/ColorSpace/DeviceGray/Coords[20 0 180 0]/Function 12 0 R>>',
          '<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>',
        ],
      }),
  },
  {
    name: 'patterns, turned and of runs of colours',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/Pattern<</T 10 0 R/R 11 0 R>>',
        contents: [`/Pattern cs /T scn 0 0 100 100 re f q 1 0 0 1 120 0 cm /R scn ${CIRCLE} f Q`],
        objects: [
          {
            entries:
              '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]' +
              '/XStep 10/YStep 12/Matrix[0.9 0.4 -0.4 0.9 3 5]/Resources<<>>',
            bytes: '1 0 0 0 k 0 0 8 4 re f 0 1 1 0 k 0 4 4 4 re f',
          },
          '<</PatternType 2/Shading 12 0 R>>',
          '<</ShadingType 3/ColorSpace/DeviceCMYK/Coords[140 60 2 150 50 28]/Function 13 0 R' +
            '/Extend[true true]>>',
          '<</FunctionType 2/Domain[0 1]/C0[0 0 1 0]/C1[0 1 0.5 0.2]/N 1.5>>',
        ],
      }),
  },
];
