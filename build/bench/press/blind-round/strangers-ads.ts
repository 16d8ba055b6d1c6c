import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { type AdFile, adFile, MARK } from '#build/bench/press/ad-files/ad-file.ts';

/** What becomes of an ad. */
export type AdOutcome = 'right' | 'mended' | 'refused';

/** An ad of a stranger's, and what may become of it. */
export interface StrangersAd {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** Any of these is right; what is not among them would be a wrong plate or a needless no. */
  readonly wants: readonly AdOutcome[];
  readonly because: string;
}

function ad(
  name: string,
  wants: readonly AdOutcome[],
  because: string,
  file: AdFile | (() => Uint8Array),
): StrangersAd {
  return { name, wants, because, make: typeof file === 'function' ? file : () => adFile(file) };
}

function written(name: string): () => Uint8Array {
  return () => readFileSync(new URL(`./files/${name}.pdf`, import.meta.url));
}

const RIGHT: readonly AdOutcome[] = ['right'];
const MENDED: readonly AdOutcome[] = ['mended'];
const REFUSED: readonly AdOutcome[] = ['refused'];
const PLACED: readonly AdOutcome[] = ['right', 'mended'];
const NOT_AS_IT_IS: readonly AdOutcome[] = ['mended', 'refused'];

/** Photograph of 200 × 200 pixels. */
async function photo(kind: 'rgb' | 'cmyk'): Promise<Uint8Array> {
  const raw = Buffer.from(Array.from({ length: 120_000 }, (_, at) => (at * 7) % 200));
  const picture = sharp(raw, { raw: { width: 200, height: 200, channels: 3 } });
  return picture
    .toColourspace(kind === 'rgb' ? 'srgb' : 'cmyk')
    .jpeg({ quality: 80 })
    .toBuffer();
}

const RGB_PHOTO = await photo('rgb');
const INK_PHOTO = await photo('cmyk');

const SHOWN = 'q 60 0 0 60 20 20 cm /P Do Q';

/** An ad that shows one picture. */
function pictureAd(entries: string, bytes: Uint8Array | string): AdFile {
  const head = '/Type/XObject/Subtype/Image/Width 200/Height 200/BitsPerComponent 8';
  return {
    contents: [SHOWN],
    resources: '/XObject<</P 10 0 R>>',
    objects: [{ entries: head + entries, bytes }],
  };
}

/** An ad that fills a bar in a colour space. */
function inkAd(space: string, operands: string, objects: AdFile['objects'] = []): AdFile {
  const contents = [`/S cs ${operands} scn 10 10 100 50 re f`];
  return { contents, resources: `/ColorSpace<</S ${space}>>`, objects };
}

function typeAd(font: string, contents = 'BT 0 0 0 1 k /F 14 Tf 10 40 Td (Park) Tj ET'): AdFile {
  return { contents: [contents], resources: `/Font<</F ${font}>>` };
}

const TO_INKS = '<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 .8 0]/N 1>>';
const TO_LIGHT = '<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>';

export const STRANGERS_ADS: readonly StrangersAd[] = [
  // From InDesign and Illustrator.
  ad('InDesign, bleed and marks outside the trim', RIGHT, 'the trim is what was booked', {
    contents: [`0 0 0 .2 k -9 -9 218 118 re f ${MARK} 0 0 0 1 K .25 w -20 0 m -12 0 l S`],
    mediaBox: '[-30 -30 230 130]',
    page: '/TrimBox[0 0 200 100]/BleedBox[-9 -9 209 109]',
  }),
  ad(
    'InDesign, a live shadow in ink',
    ['right', 'refused'],
    'X-4 allows it, an X-1a press does not',
    {
      contents: [`${MARK} q /G gs 0 0 0 .5 k 30 30 90 40 re f Q`],
      resources: '/ExtGState<</G<</BM/Multiply/ca .75>>>>',
      page: '/Group<</S/Transparency/CS/DeviceCMYK>>',
    },
  ),
  ad('InDesign, tagged, with structure and metadata', RIGHT, 'nothing of it prints', {
    contents: [`/P<</MCID 0>>BDC ${MARK} EMC`],
    catalog: '/MarkInfo<</Marked true>>/StructTreeRoot<</Type/StructTreeRoot>>',
  }),
  ad('Illustrator, its own file kept inside', RIGHT, 'private matter does not print', {
    page: '/PieceInfo<</Illustrator<</LastModified(D:2021)/Private<</A 1>>>>>>',
  }),
  ad(
    'Illustrator, a hidden layer with the old price',
    PLACED,
    'what is hidden stays off the plate',
    {
      contents: [`${MARK} /OC/L BDC 0 1 1 0 k 60 60 50 20 re f EMC`],
      resources: '/Properties<</L 10 0 R>>',
      objects: ['<</Type/OCG/Name(old)>>'],
      catalog: '/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>',
    },
  ),
  ad(
    'Illustrator, a spot ink',
    NOT_AS_IT_IS,
    'no fifth plate on this press',
    inkAd(`[/Separation/PANTONE#20286#20C/DeviceCMYK ${TO_INKS}]`, '1'),
  ),
  ad(
    'Illustrator, a cutting line of its own',
    NOT_AS_IT_IS,
    'a fifth ink, and no knife here',
    inkAd(`[/Separation/CutContour/DeviceCMYK ${TO_INKS}]`, '1'),
  ),
  ad(
    'Illustrator, a book colour in Lab',
    NOT_AS_IT_IS,
    'a fifth ink that falls back on Lab',
    inkAd(
      '[/Separation/PANTONE#20871#20C[/Lab<</WhitePoint[.96 1 .82]/Range[-128 127 -128 127]>>]' +
        '<</FunctionType 2/Domain[0 1]/C0[100 0 0]/C1[55 5 30]/N 1>>]',
      '1',
    ),
  ),
  ad(
    'Illustrator, black as a separation',
    PLACED,
    'black is one of the four',
    inkAd(
      '[/Separation/Black/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 0 1]/N 1>>]',
      '1',
    ),
  ),
  ad('Illustrator, a ramp in inks', RIGHT, 'four inks, smooth', {
    contents: ['q 10 10 150 50 re W n /H sh Q'],
    resources:
      '/Shading<</H<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[10 0 160 0]' +
      `/Function ${TO_INKS}/Extend[true true]>>>>`,
  }),
  ad('Illustrator, a mesh in inks', ['right', 'refused'], 'either drawn truly or not at all', {
    contents: ['q /H sh Q'],
    resources: '/Shading<</H 10 0 R>>',
    objects: [
      {
        entries:
          '/ShadingType 4/ColorSpace/DeviceCMYK/BitsPerCoordinate 8/BitsPerComponent 8' +
          '/BitsPerFlag 8/Decode[0 200 0 100 0 1 0 1 0 1 0 1]',
        bytes: '\0\x10\x10\xff\0\0\0\0\xc0\x10\0\xff\0\0\0\x60\xc0\0\0\xff\0',
      },
    ],
  }),
  ad('Illustrator, white that overprints', NOT_AS_IT_IS, 'it shows on the screen, not on paper', {
    contents: [`${MARK} /G gs 0 0 0 0 k 20 15 20 10 re f`],
    resources: '/ExtGState<</G<</OP true/op true/OPM 1>>>>',
  }),
  ad(
    'Illustrator, a border in the colour of registration',
    NOT_AS_IT_IS,
    '400 % on all plates',
    inkAd(
      '[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]',
      '1',
    ),
  ),
  // From CorelDRAW.
  ad('CorelDRAW, curves in screen colours', MENDED, 'plain red and blue have inks', {
    contents: ['1 0 0 rg 10 10 50 50 re f 0 0 1 RG 2 w 80 10 m 180 90 l S'],
  }),
  ad('CorelDRAW, a ground of three hundred percent', NOT_AS_IT_IS, 'newsprint bears 240', {
    contents: ['.8 .8 .7 .7 k 0 0 200 100 re f'],
  }),
  ad('CorelDRAW, a tile in screen colours', MENDED, 'tiles have inks too', {
    contents: ['/Pattern cs /T scn 10 10 100 50 re f'],
    resources: '/Pattern<</T 10 0 R>>',
    objects: [
      {
        entries:
          '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]/XStep 8' +
          '/YStep 8/Resources<<>>',
        bytes: '1 .5 0 rg 0 0 4 4 re f',
      },
    ],
  }),
  ad(
    'CorelDRAW, a fountain fill in screen colours',
    NOT_AS_IT_IS,
    'a ramp of light is not a ramp of ink',
    {
      contents: ['q 10 10 150 50 re W n /H sh Q'],
      resources:
        '/Shading<</H<</ShadingType 3/ColorSpace/DeviceRGB/Coords[80 40 0 80 40 60]' +
        `/Function ${TO_LIGHT}>>>>`,
    },
  ),
  ad(
    'CorelDRAW, two inks of four as one colour',
    PLACED,
    'cyan and black are on the press',
    inkAd('[/DeviceN[/Cyan/Black]/DeviceCMYK 10 0 R]', '.8 .2', [
      {
        entries: '/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1 0 1]',
        bytes: '{0 exch 0 exch}',
      },
    ]),
  ),
  ad('CorelDRAW, outlines of nought width', PLACED, 'a hairline is told, not refused', {
    contents: [`${MARK} 0 w 0 0 0 1 K 10 5 m 190 5 l S`],
  }),
  // From offices: WPS, Word, LibreOffice.
  ad(
    'LibreOffice, as it exports',
    MENDED,
    'its font is inside, its black is of light',
    written('office'),
  ),
  ad('LibreOffice, packed for the web', MENDED, 'the same, packed', written('packed-for-the-web')),
  ad(
    'LibreOffice, closed without a password',
    MENDED,
    'anyone may open it',
    written('closed-without-password'),
  ),
  ad(
    'LibreOffice, closed with a password',
    REFUSED,
    'nobody told it',
    written('closed-with-password'),
  ),
  ad('LibreOffice, drawn anew by cairo', MENDED, 'as a viewer saves it', written('drawn-by-cairo')),
  ad(
    'LibreOffice, distilled to inks',
    PLACED,
    'ink already, and fonts inside',
    written('distilled-to-inks'),
  ),
  ad(
    'LibreOffice, distilled to outlines',
    MENDED,
    'no letter left',
    written('distilled-to-outlines'),
  ),
  ad(
    'PostScript distilled without its fonts',
    REFUSED,
    'Helvetica is not inside',
    written('without-fonts'),
  ),
  ad(
    'Word, SimSun of the system',
    REFUSED,
    'the font is not inside',
    typeAd(
      '<</Type/Font/Subtype/TrueType/BaseFont/SimSun/FirstChar 32/LastChar 33/Widths[500 500]' +
        '/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 32>>>>',
    ),
  ),
  ad(
    'WPS, Song by the name that Acrobat knows',
    REFUSED,
    'the font is not inside',
    typeAd(
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[' +
        '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo' +
        '<</Registry(Adobe)/Ordering(GB1)' +
        '/Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light>>>>]>>',
    ),
  ),
  ad('WPS, a font that no word is set in', PLACED, 'a font unused is no fault', {
    resources: '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>',
  }),
  ad('WPS, a small picture in the content', MENDED, 'few pixels, but a logo of eight', {
    contents: ['q 10 0 0 10 20 20 cm BI/W 2/H 2/CS/RGB/BPC 8 ID abcdefghijkl\nEI Q'],
  }),
  ad(
    'WPS, a logo with a palette',
    MENDED,
    'each colour of the palette has inks',
    pictureAd('/ColorSpace[/Indexed/DeviceRGB 1<cc0000ffffff>]', new Uint8Array(40_000)),
  ),
  // From Canva and the web.
  ad(
    'Canva, a photograph in screen colours',
    MENDED,
    'a photograph has inks',
    pictureAd('/ColorSpace/DeviceRGB/Filter/DCTDecode', RGB_PHOTO),
  ),
  ad(
    'Canva, light managed by a profile that is not there',
    NOT_AS_IT_IS,
    'screen colours however named',
    pictureAd('/ColorSpace[/ICCBased 11 0 R]/Filter/DCTDecode', RGB_PHOTO),
  ),
  ad('Canva, half see-through in screen colours', NOT_AS_IT_IS, 'blending in light differs', {
    contents: ['/G gs 1 0 0 rg 10 10 80 60 re f 0 0 1 rg 50 30 80 60 re f'],
    resources: '/ExtGState<</G<</ca .5>>>>',
    page: '/Group<</S/Transparency/CS/DeviceRGB>>',
  }),
  ad('Canva, a link over all', PLACED, 'paper has no links', {
    page:
      '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 200 100]' +
      '/A<</S/URI/URI(http://localhost/)>>>>]',
  }),
  // From photographers and scanners.
  ad(
    'Photoshop, a photograph in inks turned round',
    PLACED,
    'Decode turns it back',
    pictureAd('/ColorSpace/DeviceCMYK/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]', INK_PHOTO),
  ),
  ad('Photoshop, a photograph of 36 pixels an inch', REFUSED, 'below 99 nothing can be read', {
    ...pictureAd('/ColorSpace/DeviceCMYK/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]', INK_PHOTO),
    contents: ['q 400 0 0 400 -100 -100 cm /P Do Q'],
  }),
  ad(
    'scanner, the page as one picture with unseen letters',
    MENDED,
    'letters of mode 3 do not print',
    {
      ...pictureAd('/ColorSpace/DeviceRGB/Filter/DCTDecode', RGB_PHOTO),
      resources: '/XObject<</P 10 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>',
      contents: [`${SHOWN} BT 3 Tr /F 10 Tf 20 20 Td (Park) Tj ET`],
    },
  ),
  ad('scanner, line art of 240 pixels an inch', REFUSED, 'line art needs 549', {
    contents: ['0 0 0 1 k q 60 0 0 60 20 20 cm /P Do Q'],
    resources: '/XObject<</P 10 0 R>>',
    objects: [
      {
        entries:
          '/Type/XObject/Subtype/Image/Width 200/Height 200/BitsPerComponent 1' + '/ImageMask true',
        bytes: new Uint8Array(5000).fill(0x5a),
      },
    ],
  }),
  ad(
    'scanner, a picture with half of its rows',
    REFUSED,
    'the rest would be chance',
    pictureAd('/ColorSpace/DeviceGray', new Uint8Array(20_000)),
  ),
  // Sheets and pages.
  ad('lies on its side', RIGHT, 'turned as its page says', { page: '/Rotate 90' }),
  ad('sheet that begins left of nought', RIGHT, 'moved', { mediaBox: '[-100 -50 100 50]' }),
  ad('measured in other points', RIGHT, 'multiplied', { page: '/UserUnit 2' }),
  ad('cropped by its maker', RIGHT, 'the crop is what was meant', { page: '/CropBox[5 5 195 95]' }),
  ad('nothing on it', REFUSED, 'an empty cell would be printed', { contents: [' '] }),
  ad('only white on it', ['right', 'refused'], 'blank, but somebody drew it', {
    contents: ['0 0 0 0 k 0 0 9 9 re f'],
  }),
  ad('sheet without size', REFUSED, 'nothing to scale', { mediaBox: '[0 0 0 0]' }),
  // Hostile.
  ad('a picture renamed', REFUSED, 'not a PDF', () => RGB_PHOTO),
  ad('a Word file renamed', REFUSED, 'not a PDF', () =>
    Buffer.from('PK\x03\x04 word/document.xml'),
  ),
  ad('nothing at all', REFUSED, 'no bytes', () => new Uint8Array(0)),
  ad('arrived to three quarters', REFUSED, 'who knows what is missing', () => {
    const whole = adFile({ contents: [MARK.repeat(40)] });
    return whole.subarray(0, Math.floor(whole.length * 0.75));
  }),
  ad('a script that runs when it is opened', PLACED, 'drawn anew, no script comes along', {
    catalog: '/OpenAction<</S/JavaScript/JS(app.alert)>>',
  }),
  ad('a form that calls itself', REFUSED, 'no end', {
    contents: ['/X Do'],
    resources: '/XObject<</X 10 0 R>>',
    objects: [
      {
        entries: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>',
        bytes: '/X Do',
      },
    ],
  }),
  ad('a stand-in for a picture on a server', REFUSED, 'the picture itself is missing', {
    ...pictureAd('/ColorSpace/DeviceGray/OPI<</1.3<</F(a.tif)>>>>', new Uint8Array(40_000)),
  }),
  ad('an operator that nobody knows', REFUSED, 'not understood', { contents: [`${MARK} 1 foo`] }),
  ad('two streams, cut between two numbers', RIGHT, 'whole tokens, whole picture', {
    contents: ['1 0 0 0 k 10 10', '40 30 re f'],
  }),
];
