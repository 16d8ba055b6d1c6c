import { deflateSync } from 'node:zlib';
import type { AdCase } from './ad-case.ts';
import { adFile, MARK } from './ad-file.ts';

const LAYERS = '/OCProperties<</OCGs[10 0 R]/D<</Name(all)/Order[10 0 R]/OFF[10 0 R]>>>>';
const LAYER = '<</Type/OCG/Name(hidden)>>';

/** Sixteen pixels a side of four inks. */
const INKS = new Uint8Array(60 * 60 * 4).map((_, index) => (index % 4 === 1 ? 200 : 20));
const LIGHT = new Uint8Array(60 * 60 * 3).map((_, index) => (index * 7) % 256);

function picture(entries: string, bytes: Uint8Array) {
  const look = '/Type/XObject/Subtype/Image/Width 60/Height 60/BitsPerComponent 8';
  return { entries: `${look}/Filter/FlateDecode${entries}`, bytes: deflateSync(bytes) };
}

const DRAW = 'q 20 0 0 20 30 30 cm /P Do Q';
const PICTURE = '/XObject<</P 10 0 R>>';

/** Ads that are placed as they are. */
export const RIGHT_ADS: readonly AdCase[] = [
  { name: 'plain', wants: 'right', make: () => adFile() },
  ...[90, 180, 270, -90, 450].map((turn) => ({
    name: `turned by ${turn}`,
    wants: 'right' as const,
    make: () => adFile({ page: `/Rotate ${turn}` }),
  })),
  {
    name: 'trimmed, with crop marks outside',
    wants: 'right',
    make: () =>
      adFile({
        mediaBox: '[0 0 260 160]',
        page: '/TrimBox[30 30 230 130]/BleedBox[20 20 240 140]',
        resources: '/ColorSpace<</All[/Separation/All/DeviceCMYK 10 0 R]>>',
        objects: ['<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>'],
        contents: [`q 1 0 0 1 30 30 cm ${MARK} Q /All CS 1 SCN 0.25 w 0 30 m 20 30 l S`],
      }),
  },
  { name: 'with an art box', wants: 'right', make: () => adFile({ page: '/ArtBox[5 5 195 95]' }) },
  { name: 'cropped', wants: 'right', make: () => adFile({ page: '/CropBox[5 5 150 95]' }) },
  {
    name: 'with a negative corner',
    wants: 'right',
    make: () =>
      adFile({ mediaBox: '[-50 -20 150 80]', contents: [`q 1 0 0 1 -50 -20 cm ${MARK} Q`] }),
  },
  { name: 'with a unit of its own', wants: 'right', make: () => adFile({ page: '/UserUnit 2' }) },
  {
    name: 'with a hidden layer',
    wants: 'right',
    tells: 'ad-layer-hidden',
    make: () =>
      adFile({
        catalog: LAYERS,
        objects: [LAYER],
        resources: '/Properties<</L 10 0 R>>',
        contents: [`${MARK} /OC/L BDC 0 0 1 0 k 0 0 200 100 re f EMC`],
      }),
  },
  {
    name: 'with notes on it',
    wants: 'right',
    tells: 'ad-annotations',
    make: () => adFile({ page: '/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]>>]' }),
  },
  {
    name: 'with a script',
    wants: 'right',
    tells: 'ad-actions-dropped',
    make: () => adFile({ catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }),
  },
  {
    name: 'of several pages',
    wants: 'right',
    tells: 'ad-several-pages',
    make: () => adFile({ pages: 3 }),
  },
  {
    name: 'of several pages, the second',
    wants: 'right',
    page: 2,
    make: () => adFile({ pages: 3 }),
  },
  {
    name: 'grey becomes black',
    wants: 'right',
    make: () => adFile({ contents: ['0.4 g 10 10 100 50 re f 0 G 1 w 0 0 m 90 90 l S'] }),
  },
  {
    name: 'hairlines are thickened',
    wants: 'right',
    tells: 'ad-hairline-thickened',
    make: () => adFile({ contents: [`${MARK} 0.05 w 0 0 m 200 100 l S`] }),
  },
  {
    name: 'content split between streams at an operator',
    wants: 'right',
    make: () => adFile({ contents: ['q 1 0 0 0 k 10 10', '40 30 re', 'f Q'] }),
  },
  {
    name: 'forms within forms',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/XObject<</A 10 0 R>>',
        contents: ['q 0 0 1 0 k /A Do Q'],
        objects: [
          {
            entries:
              '/Subtype/Form/BBox[0 0 200 100]/Matrix[0.5 0 0 0.5 10 10]' +
              '/Resources<</XObject<</B 11 0 R>>>>',
            bytes: '10 10 50 50 re f /B Do',
          },
          { entries: '/Subtype/Form/BBox[0 0 200 100]', bytes: MARK },
        ],
      }),
  },
  {
    name: 'states left open',
    wants: 'right',
    make: () => adFile({ contents: [`Q q q ${MARK}`] }),
  },
  {
    name: 'a photograph in inks',
    wants: 'right',
    make: () =>
      adFile({
        resources: PICTURE,
        contents: [DRAW],
        objects: [picture('/ColorSpace/DeviceCMYK', INKS)],
      }),
  },
  {
    name: 'a picture within the content',
    wants: 'right',
    make: () =>
      adFile({
        contents: [
          `${MARK} q 20 0 0 20 60 60 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\x40\x80\xff EI Q`,
        ],
      }),
  },
  {
    name: 'a run of colours',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/Shading<</S 10 0 R>>',
        contents: ['q 10 10 100 50 re W n /S sh Q'],
        objects: [
          '<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 200 0]/Function 11 0 R>>',
          '<</FunctionType 2/Domain[0 1]/C0[1 0 0 0]/C1[0 1 0 0]/N 1>>',
        ],
      }),
  },
  {
    name: 'transparency in inks',
    wants: 'right',
    tells: 'ad-transparent',
    make: () =>
      adFile({
        resources: '/ExtGState<</T<</ca 0.5>>>>',
        contents: [`${MARK} /T gs 0 0 1 0 k 20 20 100 50 re f`],
      }),
  },
  {
    name: 'a pattern of tiles',
    wants: 'right',
    make: () =>
      adFile({
        resources: '/Pattern<</T 10 0 R>>',
        contents: ['/Pattern cs /T scn 0 0 200 100 re f'],
        objects: [
          {
            entries:
              '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 20 20]' +
              '/XStep 20/YStep 20/Resources<<>>',
            bytes: '1 0 0 0 k 2 2 10 10 re f',
          },
        ],
      }),
  },
  {
    name: 'inks with a profile',
    wants: 'right',
    tells: 'ad-ink-profile',
    make: () =>
      adFile({
        resources: '/ColorSpace<</C[/ICCBased 10 0 R]>>',
        contents: ['/C cs 1 0 0 0 scn 10 10 50 50 re f'],
        objects: [{ entries: '/N 4', bytes: 'profile' }],
      }),
  },
  {
    name: 'a transfer curve',
    wants: 'right',
    tells: 'ad-transfer-dropped',
    make: () =>
      adFile({
        resources: '/ExtGState<</T<</TR 10 0 R>>>>',
        objects: ['<</FunctionType 2/Domain[0 1]/N 2>>'],
        contents: [`/T gs ${MARK}`],
      }),
  },
];

/** Ads that are placed after they were mended. */
export const MENDED_ADS: readonly AdCase[] = [
  {
    name: 'RGB colours',
    wants: 'mended',
    tells: 'ad-colours-turned',
    make: () => adFile({ contents: ['1 0 0 rg 10 10 50 50 re f 0 0 0 RG 1 w 0 0 m 99 99 l S'] }),
  },
  {
    name: 'an RGB photograph',
    wants: 'mended',
    make: () =>
      adFile({
        resources: PICTURE,
        contents: [DRAW],
        objects: [picture('/ColorSpace/DeviceRGB', LIGHT)],
      }),
  },
  {
    name: 'RGB by a profile',
    wants: 'mended',
    make: () =>
      adFile({
        resources: '/ColorSpace<</C[/ICCBased 10 0 R]>>',
        contents: ['/C cs 0.9 0.1 0.2 scn 10 10 50 50 re f'],
        objects: [{ entries: '/N 3', bytes: 'profile' }],
      }),
  },
  {
    name: 'Lab',
    wants: 'mended',
    make: () =>
      adFile({
        resources: '/ColorSpace<</C[/Lab<</WhitePoint[0.96 1 0.82]>>]>>',
        contents: ['/C cs 50 60 20 scn 10 10 50 50 re f'],
      }),
  },
  {
    name: 'RGB in a list',
    wants: 'mended',
    make: () =>
      adFile({
        resources: PICTURE,
        contents: [DRAW],
        objects: [
          picture(
            '/ColorSpace[/Indexed/DeviceRGB 1<ff00000000ff>]',
            new Uint8Array(60 * 60).map((_, at) => at % 2),
          ),
        ],
      }),
  },
  {
    name: 'a spot colour',
    wants: 'mended',
    tells: 'ad-spots-mixed',
    make: () =>
      adFile({
        resources: '/ColorSpace<</C[/Separation/Gold/DeviceCMYK 10 0 R]>>',
        contents: ['/C cs 0.8 scn 10 10 50 50 re f'],
        objects: ['<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0.2 0.8 0.2]/N 1>>'],
      }),
  },
  {
    name: 'a spot colour by a calculator',
    wants: 'mended',
    make: () =>
      adFile({
        resources: '/ColorSpace<</C[/Separation/Gold/DeviceCMYK 10 0 R]>>',
        contents: ['/C cs 0.8 scn 10 10 50 50 re f'],
        objects: [
          {
            entries: '/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1 0 1]',
            bytes: '{dup 0.5 mul exch dup 0.2 mul exch 0.1 mul 0 exch}',
          },
        ],
      }),
  },
  {
    name: 'far too much ink',
    wants: 'mended',
    make: () => adFile({ contents: ['1 0.9 0.9 0.8 k 0 0 200 100 re f'] }),
  },
  {
    name: 'a photograph of too much ink',
    wants: 'mended',
    make: () =>
      adFile({
        resources: PICTURE,
        contents: ['q 200 0 0 100 0 0 cm /P Do Q'],
        objects: [
          {
            entries:
              '/Type/XObject/Subtype/Image/Width 600/Height 300/BitsPerComponent 8' +
              '/ColorSpace/DeviceCMYK/Filter/FlateDecode',
            bytes: deflateSync(new Uint8Array(600 * 300 * 4).fill(230)),
          },
        ],
      }),
  },
  {
    name: 'an RGB run of colours',
    wants: 'mended',
    make: () =>
      adFile({
        resources: '/Shading<</S 10 0 R>>',
        contents: ['q 10 10 100 50 re W n /S sh Q'],
        objects: [
          '<</ShadingType 3/ColorSpace/DeviceRGB/Coords[50 50 0 50 50 40]' +
            '/Function 11 0 R/Extend[true false]>>',
          '<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 1 0]/N 1>>',
        ],
      }),
  },
];
