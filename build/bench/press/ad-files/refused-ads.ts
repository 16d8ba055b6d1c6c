import { deflateSync } from 'node:zlib';
import type { AdCase } from './ad-case.ts';
import { adFile, MARK } from './ad-file.ts';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Files that are something else, by how they begin. */
const OTHER_FILES: readonly (readonly [name: string, head: string, code: `ad-${string}`])[] = [
  ['EPS', '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n', 'ad-eps'],
  ['EPS with a preview', '\xC5\xD0\xD3\xC6\x20\0\0\0', 'ad-eps'],
  ['PostScript', '%!PS-Adobe-3.0\n', 'ad-postscript'],
  ['an old AI file', '%!PS-Adobe-3.0\n%%Creator: Adobe Illustrator(R) 8\n', 'ad-postscript'],
  ['InDesign', '\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7', 'ad-indesign'],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0', 'ad-heic'],
  ['WMF', '\xD7\xCD\xC6\x9A\0\0', 'ad-metafile'],
  ['CorelDRAW', 'RIFF\x10\0\0\0CDRCvrsn', 'ad-corel'],
  ['a Word document', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'ad-office'],
  ['no known file', 'good evening', 'ad-no-pdf'],
  ['nothing at all', '', 'ad-no-pdf'],
];

/** Ads that cannot be printed, each with the reason that has to be given. */
export const REFUSED_ADS: readonly AdCase[] = [
  ...OTHER_FILES.map(([name, head, wants]) => ({ name, wants, make: () => latin(head) })),
  { name: 'without content', wants: 'ad-page-empty', make: () => adFile({ contents: [] }) },
  { name: 'with empty content', wants: 'ad-page-empty', make: () => adFile({ contents: ['q Q'] }) },
  { name: 'a page that is not there', wants: 'ad-no-such-page', page: 4, make: () => adFile() },
  { name: 'without a page', wants: 'ad-without-page', make: () => adFile({ pages: 0 }) },
  {
    name: 'without a size',
    wants: 'ad-without-size',
    make: () => adFile({ mediaBox: '[0 0 0 0]' }),
  },
  ...[0.75, 0.5, 0.98].map((share) => ({
    name: `cut at ${share * 100} percent`,
    wants: 'ad-torn' as const,
    make: () => {
      const whole = adFile();
      return whole.subarray(0, Math.floor(whole.length * share));
    },
  })),
  {
    name: 'cut in its middle, the end still there',
    wants: 'ad-torn',
    make: () => {
      const whole = Buffer.from(adFile({ contents: [MARK, MARK, MARK] })).toString('latin1');
      const from = whole.lastIndexOf('stream\n1 0 0 0 k') - 60;
      return latin(whole.slice(0, from) + whole.slice(whole.indexOf('/Type/Page/Parent') - 20));
    },
  },
  {
    name: 'content that is missing',
    wants: 'ad-torn',
    make: () => adFile({ page: '/Contents 77 0 R' }),
  },
  {
    name: 'type in a font that is not embedded',
    wants: 'pdf-font-not-embedded',
    make: () =>
      adFile({
        resources: '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>',
        contents: ['BT /F 20 Tf 20 40 Td (Park) Tj ET'],
      }),
  },
  {
    name: 'Chinese type that is not embedded',
    wants: 'pdf-font-not-embedded',
    make: () =>
      adFile({
        resources: '/Font<</F 10 0 R>>',
        objects: [
          '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H' +
            '/DescendantFonts[11 0 R]>>',
          '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light' +
            '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>',
        ],
        contents: ['BT /F 20 Tf 20 40 Td <6E585F53> Tj ET'],
      }),
  },
  {
    name: 'drawn letters',
    wants: 'ad-font-drawn',
    make: () =>
      adFile({
        resources: '/Font<</F<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]>>>>',
        contents: ['BT /F 20 Tf 20 40 Td (A) Tj ET'],
      }),
  },
  {
    name: 'a token split between streams',
    wants: 'ad-operator',
    make: () => adFile({ contents: ['1 0 0 R', 'G 10 10 50 50 re S'] }),
  },
  {
    name: 'an operator that nobody knows',
    wants: 'ad-operator',
    make: () => adFile({ contents: [`${MARK} 1 2 frobnicate`] }),
  },
  {
    name: 'a resource that is missing',
    wants: 'ad-part-missing',
    make: () => adFile({ contents: ['/Nowhere Do'] }),
  },
  {
    name: 'a PostScript object',
    wants: 'ad-postscript-object',
    make: () =>
      adFile({
        resources: '/XObject<</P 10 0 R>>',
        contents: ['/P Do'],
        objects: [{ entries: '/Type/XObject/Subtype/PS', bytes: 'showpage' }],
      }),
  },
  {
    name: 'a stand-in for a picture that lies on a server',
    wants: 'ad-stand-in',
    make: () =>
      adFile({
        resources: '/XObject<</S 10 0 R>>',
        contents: ['q 50 0 0 50 0 0 cm /S Do Q'],
        objects: [
          {
            entries:
              '/Type/XObject/Subtype/Form/BBox[0 0 1 1]' +
              '/OPI<</2.0<</Type/OPI/Version 2.0/F(picture.tif)>>>>',
            bytes: '0 0 0 .2 k 0 0 1 1 re f',
          },
        ],
      }),
  },
  {
    name: 'registration colour within',
    wants: 'ad-all-plates',
    make: () =>
      adFile({
        resources: '/ColorSpace<</All[/Separation/All/DeviceCMYK 10 0 R]>>',
        objects: ['<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>'],
        contents: ['/All cs 1 scn 10 10 50 50 re f'],
      }),
  },
  {
    name: 'a mesh of colours',
    wants: 'ad-shading-mesh',
    make: () =>
      adFile({
        resources: '/Shading<</S<</ShadingType 1/ColorSpace/DeviceCMYK>>>>',
        contents: ['/S sh'],
      }),
  },
  ...['JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode'].map((filter) => ({
    name: `a picture packed by ${filter}`,
    wants: 'ad-picture-packing' as const,
    make: () => pictureAd(`/Filter/${filter}`, latin('pixels')),
  })),
  {
    name: 'a torn picture',
    wants: 'ad-picture-torn',
    make: () => pictureAd('/Filter/FlateDecode', deflateSync(new Uint8Array(500))),
  },
  {
    name: 'a photograph far too coarse',
    wants: 'pdf-picture-coarse',
    make: () => pictureAd('/Filter/FlateDecode', deflateSync(new Uint8Array(40 * 40 * 4)), 150),
  },
  {
    name: 'a bomb of forms',
    wants: 'ad-too-much',
    make: () =>
      adFile({
        resources: '/XObject<</A 10 0 R>>',
        contents: ['/A Do '.repeat(40)],
        objects: Array.from({ length: 6 }, (_, index) => ({
          entries: `/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A ${11 + index} 0 R>>>>`,
          bytes: index === 5 ? '0 0 1 1 re f' : '/A Do '.repeat(40),
        })),
      }),
  },
  {
    name: 'a form that calls itself',
    wants: 'ad-damaged',
    make: () =>
      adFile({
        resources: '/XObject<</A 10 0 R>>',
        contents: ['/A Do'],
        objects: [
          {
            entries: '/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 10 0 R>>>>',
            bytes: '/A Do',
          },
        ],
      }),
  },
];

function pictureAd(filter: string, bytes: Uint8Array, sidePt = 20): Uint8Array {
  const look = '/Type/XObject/Subtype/Image/Width 40/Height 40/BitsPerComponent 8';
  return adFile({
    resources: '/XObject<</P 10 0 R>>',
    contents: [`q ${sidePt} 0 0 ${sidePt} 10 10 cm /P Do Q`],
    objects: [{ entries: `${look}/ColorSpace/DeviceCMYK${filter}`, bytes }],
  });
}
