import {
  addContent,
  addEntries,
  addObject,
  addResource,
  changeContent,
  changeObject,
  changeStream,
  contentsOf,
  type LoosePdf,
  objectWith,
  PAGE,
} from '#build/bench/press/loose-pdf.ts';
import { type BadPage, bad, badX1a, doubtful } from './bad-page.ts';

/** The Song face of the running text. */
const SONG = /\/Type\/FontDescriptor\/FontName\/[A-Z]{6}\+NotoSerifSC-Regular/u;
const SONG_CIDS = /\/CIDFontType2\/BaseFont\/[A-Z]{6}\+NotoSerifSC-Regular/u;
const SONG_TYPE0 = /\/Type0\/BaseFont\/[A-Z]{6}\+NotoSerifSC-Regular/u;

function referenceIn(pdf: LoosePdf, words: RegExp, key: string): string {
  return new RegExp(`/${key} (\\d+ 0 R)`, 'u').exec(objectWith(pdf, words).text)?.[1] ?? '';
}

/** Fonts. */
export const FONT_FAULTS: readonly BadPage[] = [
  bad('font not embedded', 'X-FONT-EMBED', (pdf) => {
    changeObject(pdf, SONG, [/\/FontFile2 \d+ 0 R/u, '']);
  }),
  bad('font without a descriptor', 'X-FONT-EMBED', (pdf) => {
    changeObject(pdf, SONG_CIDS, [/\/FontDescriptor \d+ 0 R/u, '']);
  }),
  bad('a standard font of the viewer', 'X-FONT-EMBED', (pdf) => {
    addType(pdf, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', '(Ad)Tj');
  }),
  bad('a Chinese font of the viewer', 'X-FONT-EMBED', (pdf) => {
    const info = '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>';
    const cids = `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light${info}>>`;
    const rest = `/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[${cids}]`;
    addType(pdf, `<</Type/Font/Subtype/Type0${rest}>>`, '<4E2D>Tj');
  }),
  doubtful('Courier, the sign of a lost font', 'R0014', (pdf) => {
    addType(pdf, '<</Type/Font/Subtype/Type1/BaseFont/Courier>>', '(Ad)Tj');
  }),
  bad('font file of the wrong kind', 'X-FONT-PROG', (pdf) => {
    changeObject(pdf, SONG, ['/FontFile2', '/FontFile3']);
  }),
  bad('font program cut short', 'X-FONT-PROG', (pdf) => {
    changeStream(pdf, referenceIn(pdf, SONG, 'FontFile2'), (font) => font.subarray(0, 60000));
  }),
  bad('font program without glyphs', 'X-FONT-PROG', (pdf) => {
    changeStream(pdf, referenceIn(pdf, SONG, 'FontFile2'), (font) => {
      const changed = Buffer.from(font);
      changed.write('gone', changed.indexOf('glyf'), 'latin1');
      return changed;
    });
  }),
  bad('an encoding of the viewer', 'X-FONT-PROG', (pdf) => {
    changeObject(pdf, SONG_TYPE0, ['/Identity-H', '/UniGB-UCS2-H']);
  }),
  bad('glyphs that the font does not have', 'X-FONT-GLYPH', (pdf) => {
    changeContent(pdf, /<[0-9A-F]{4}/u, '<FFF0');
  }),
  bad('a map that leads to no glyph', 'X-FONT-GLYPH', (pdf) => {
    changeStream(pdf, referenceIn(pdf, SONG_CIDS, 'CIDToGIDMap'), (map) => {
      return Buffer.alloc(map.length);
    });
  }),
  bad('widths that are ten thousandths wrong', 'X-FONT-WIDTH', (pdf) => {
    changeObject(pdf, SONG_CIDS, [/\/W\[(\d+)\[(\d+)/u, '/W[$1[999']);
  }),
  bad('all Han half as wide', 'X-FONT-WIDTH', (pdf) => {
    changeObject(pdf, SONG_CIDS, ['/DW 1000', '/DW 500']);
  }),
  bad('all Han three thousandths narrower', 'X-FONT-WIDTH', (pdf) => {
    changeObject(pdf, SONG_CIDS, ['/DW 1000', '/DW 997']);
  }),
  bad('text that cannot be copied', 'H-TOUNICODE', (pdf) => {
    changeObject(pdf, SONG_TYPE0, [/\/ToUnicode \d+ 0 R/u, '']);
  }),
  bad('one character that cannot be copied', 'H-TOUNICODE', (pdf) => {
    changeStream(pdf, referenceIn(pdf, SONG_TYPE0, 'ToUnicode'), (map) => {
      const text = map.toString('latin1').replace(/<[0-9A-F]{4}><6E58>\n/u, '');
      return Buffer.from(text, 'latin1');
    });
  }),
  bad('characters told as private ones', 'H-TOUNICODE', (pdf) => {
    changeStream(pdf, referenceIn(pdf, SONG_TYPE0, 'ToUnicode'), (map) => {
      return Buffer.from(map.toString('latin1').replaceAll('><6E58>', '><E001>'), 'latin1');
    });
  }),
  doubtful('a font without a subset tag', 'H-FONT-SUBSET', (pdf) => {
    changeObject(pdf, SONG_TYPE0, [/\/BaseFont\/[A-Z]{6}\+/u, '/BaseFont/']);
  }),
];

/** Type in the middle of the page in a font of its own. */
function addType(pdf: LoosePdf, font: string, show: string): void {
  addResource(pdf, 'Font', `/planted ${addObject(pdf, font)} `);
  addContent(pdf, `q /overprint gs BT 0 0 0 1 k /planted 14 Tf 1 0 0 1 300 300 Tm ${show} ET Q\n`);
}

/** Two Han characters of the Song face, found on the page itself. */
function words(pdf: LoosePdf): string {
  const text = contentsOf(pdf)
    .map(({ stream }) => stream?.toString('latin1') ?? '')
    .join('\n');
  const at = text.indexOf('/song-400 10 Tf');
  return `<${/<([0-9A-F]{8})/u.exec(text.slice(at))?.[1] ?? ''}>Tj`;
}

/** A line of Song type in the foot margin, after these operators. */
function addLine(pdf: LoosePdf, sizePt: number, before: string): void {
  const place = '1 0 0 1 300 300 Tm';
  addContent(pdf, `q ${before} BT /song-400 ${sizePt} Tf ${place} ${words(pdf)} ET Q\n`);
}

const AREA = '290 290 100 40 re f';

/** Ink, overprint and size of type. */
export const TYPE_FAULTS: readonly BadPage[] = [
  bad('black running text that knocks out', 'R0009', (pdf) => {
    changeObject(pdf, '/overprint<<', ['/OP true/op true', '/OP false/op false']);
  }),
  bad('overprint of mode 0', 'R0009', (pdf) => {
    changeObject(pdf, '/overprint<<', ['/OPM 1', '/OPM 0']);
  }),
  bad('one line of black type that knocks out', 'R0009', (pdf) => {
    addLine(pdf, 10, '/knockout gs 0 0 0 1 k');
  }),
  bad('small black type as grey', 'R0011', (pdf) => addLine(pdf, 10, '/knockout gs 0 g')),
  bad('grey type that overprints', 'R0013', (pdf) => addLine(pdf, 14, '/overprint gs 0.4 g')),
  bad('white type that overprints', 'R0007', (pdf) => {
    addLine(pdf, 14, `1 0.4 0 0 k ${AREA} /overprint gs 0 0 0 0 k`);
  }),
  bad('running text in rich black', 'R0015', (pdf) => {
    addLine(pdf, 10, '/knockout gs 0.6 0.5 0.5 1 k');
  }),
  bad('a headline in rich black', 'R0015', (pdf) => {
    addLine(pdf, 40, '/knockout gs 0.8 0.6 0.6 0.9 k');
  }),
  bad('small type in four inks', 'R0017', (pdf) => {
    addLine(pdf, 9, '/knockout gs 0.3 0.2 0.2 0.4 k');
  }),
  doubtful('type too small to read', 'H-TYPE-SIZE', (pdf) => {
    addLine(pdf, 5, '/overprint gs 0 0 0 1 k');
  }),
  bad('small type in two inks', 'R0017', (pdf) => addLine(pdf, 8, '/knockout gs 0 1 1 0 k')),
  bad('small type of two inks by scaling', 'R0017', (pdf) => {
    addLine(pdf, 16, '/knockout gs 0 1 1 0 k 0.5 0 0 0.5 0 0 cm');
  }),
  bad('white type of six points on black', 'R0016', (pdf) => {
    addLine(pdf, 6, `0 0 0 1 k ${AREA} /knockout gs 0 0 0 0 k`);
  }),
  bad('white type of eight points on four inks', 'R0016', (pdf) => {
    addLine(pdf, 8, `0.5 0.4 0.4 0.5 k ${AREA} /knockout gs 0 0 0 0 k`);
  }),
];

/** A line across the foot of the page. */
function addRule(pdf: LoosePdf, widthPt: number, before: string): void {
  addContent(pdf, `q ${before} ${widthPt} w 300 300 m 500 300 l S Q\n`);
}

/** Lines. */
export const LINE_FAULTS: readonly BadPage[] = [
  bad('a white line that overprints', 'R0008', (pdf) => {
    addRule(pdf, 1, `1 0 0 0 k ${AREA} /overprint gs 0 0 0 0 K`);
  }),
  bad('a black line that knocks out', 'R0010', (pdf) => {
    addRule(pdf, 1, '/knockout gs 0 0 0 1 K');
  }),
  bad('a black bar that knocks out', 'R0010', (pdf) => {
    addContent(pdf, 'q /knockout gs 0 0 0 1 k 300 300 200 1 re f Q\n');
  }),
  bad('a black line as grey', 'R0012', (pdf) => addRule(pdf, 1, '/knockout gs 0 G')),
  bad('a white line of a fifth of a point', 'R0018', (pdf) => {
    addRule(pdf, 0.2, `1 0 0 0 k ${AREA} /knockout gs 0 0 0 0 K`);
  }),
  bad('a fine line in two inks', 'R0019', (pdf) => addRule(pdf, 0.2, '/knockout gs 0 1 1 0 K')),
  bad('a hairline', 'H-HAIRLINE', (pdf) => addRule(pdf, 0.1, '/overprint gs 0 0 0 1 K')),
  bad('a line of no width', 'H-HAIRLINE', (pdf) => addRule(pdf, 0, '/overprint gs 0 0 0 1 K')),
  bad('a hairline by scaling', 'H-HAIRLINE', (pdf) => {
    addRule(pdf, 1, '/overprint gs 0 0 0 1 K 0.1 0 0 0.1 270 270 cm');
  }),
];

/** Colour spaces. */
export const COLOUR_FAULTS: readonly BadPage[] = [
  bad('an area in RGB', 'R0027', (pdf) => addContent(pdf, `q 1 0 0 rg ${AREA} Q\n`)),
  bad('a line in RGB', 'R0027', (pdf) => addRule(pdf, 1, '1 0 0 RG')),
  bad('type in RGB', 'R0027', (pdf) => addLine(pdf, 14, '0 0 0 rg')),
  bad('four inks by a profile', 'R0027', (pdf) => {
    const profile = referenceIn(pdf, /\/Type\/OutputIntent/u, 'DestOutputProfile');
    addSpace(pdf, `[/ICCBased ${profile}]`, '0 0 0 1 scn');
  }),
  bad('a colour of Lab', 'R0027', (pdf) => {
    addSpace(pdf, '[/Lab<</WhitePoint[0.96 1 0.82]>>]', '60 20 20 scn');
  }),
  bad('a calibrated grey', 'R0027', (pdf) => {
    addSpace(pdf, '[/CalGray<</WhitePoint[0.96 1 0.82]>>]', '0.5 scn');
  }),
  bad('a spot colour', 'R0020', (pdf) => {
    addSpace(pdf, `[/Separation/PANTONE#20185#20C/DeviceCMYK ${tint('0 0.9 0.7 0')}]`, '1 scn');
  }),
  bad('a mixture with a spot colour', 'R0020', (pdf) => {
    addSpace(pdf, `[/DeviceN[/Gold/Black]/DeviceCMYK ${tint('0 0.2 0.6 0.2')}]`, '1 0 scn');
  }),
  bad('a colour on all plates within the page', 'R0024', (pdf) => {
    addContent(pdf, `q /all-plates cs 1 scn ${AREA} Q\n`);
  }),
  bad('a run of colours in RGB', 'R0027', (pdf) => {
    const way = '/Function<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>';
    const shading = `<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 100 0]${way}>>`;
    addResource(pdf, 'Shading', `/planted ${addObject(pdf, shading)} `);
    addContent(pdf, 'q 290 290 100 40 re W n /planted sh Q\n');
  }),
  bad('a pattern', 'H-COLOUR', (pdf) => {
    const entries = '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4';
    const pattern = addObject(
      pdf,
      `<<${entries}/Resources<<>>>>`,
      Buffer.from('0 0 0 1 k 0 0 2 2 re f'),
    );
    addResource(pdf, 'Pattern', `/planted ${pattern} `);
    addContent(pdf, `q /Pattern cs /planted scn ${AREA} Q\n`);
  }),
];

function tint(full: string): string {
  return `<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[${full}]/N 1>>`;
}

function addSpace(pdf: LoosePdf, space: string, colour: string): void {
  addResource(pdf, 'ColorSpace', `/planted ${space} `);
  addContent(pdf, `q /planted cs ${colour} ${AREA} Q\n`);
}

const PICTURE = '/Subtype/Image';

/** Pictures. */
export const PICTURE_FAULTS: readonly BadPage[] = [
  bad('a picture of 80 ppi', 'R0031', (pdf) => scalePicture(pdf, 2.5)),
  doubtful('a picture of 125 ppi', 'R0031', (pdf) => scalePicture(pdf, 1.6)),
  bad('a picture of 80 ppi one way only', 'R0031', (pdf) => {
    changeContent(
      pdf,
      /q \S+ 0 0 (\S+) (\S+) (\S+) cm (\/picture\S+) Do/u,
      'q 900 0 0 $1 0 0 cm $4 Do',
    );
  }),
  bad('line art of 300 ppi', 'R0032', (pdf) => {
    const entries = '/Type/XObject/Subtype/Image/Width 300/Height 300/ImageMask true';
    const mask = addObject(pdf, `<<${entries}/BitsPerComponent 1>>`, Buffer.alloc(38 * 300));
    addResource(pdf, 'XObject', `/planted ${mask} `);
    addContent(pdf, 'q /overprint gs 0 0 0 1 k 72 0 0 72 300 300 cm /planted Do Q\n');
  }),
  bad('a picture in RGB', 'R0027', (pdf) => {
    changeObject(pdf, PICTURE, ['/ColorSpace/DeviceCMYK', '/ColorSpace/DeviceRGB']);
  }),
  bad('a picture with a profile', 'R0027', (pdf) => {
    const profile = referenceIn(pdf, /\/Type\/OutputIntent/u, 'DestOutputProfile');
    changeObject(pdf, PICTURE, ['/ColorSpace/DeviceCMYK', `/ColorSpace[/ICCBased ${profile}]`]);
  }),
  bad('a picture of another size than stated', 'X-FILTER', (pdf) => {
    changeObject(pdf, PICTURE, [/\/Width \d+/u, '/Width 900']);
  }),
  bad('a picture cut short', 'X-FILTER', (pdf) => {
    const object = objectWith(pdf, PICTURE);
    object.stream = object.stream?.subarray(0, Math.floor(object.stream.length / 2));
  }),
  bad('a picture packed by LZW', 'X-FILTER', (pdf) => {
    changeObject(pdf, PICTURE, ['/DCTDecode', '/LZWDecode']);
  }),
  bad('a picture of JPEG 2000', 'X-FILTER', (pdf) => {
    changeObject(pdf, PICTURE, ['/DCTDecode', '/JPXDecode']);
  }),
  bad('a picture with inks turned about', 'R0026', (pdf) => {
    addEntries(pdf, PICTURE, '/Decode[1 0 1 0 1 0 1 0]');
  }),
  bad('a picture within the operators', 'X-OPERATOR', (pdf) => {
    addContent(pdf, 'q 20 0 0 20 300 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n');
  }),
  badX1a('a masked picture in X-1a', 'X-TRANSPARENCY', (pdf) => {
    const mask = '/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8';
    const reference = addObject(pdf, `<<${mask}>>`, Buffer.from('x'));
    addEntries(pdf, PICTURE, `/SMask ${reference}`);
  }),
];

function scalePicture(pdf: LoosePdf, by: number): void {
  changeContent(pdf, /(q (?:\S+ ){6}cm) (\/picture\S+ Do)/u, `$1 ${by} 0 0 ${by} 0 0 cm $2`);
}

/** Transparency. */
export const TRANSPARENCY_FAULTS: readonly BadPage[] = [
  bad('half transparent ink', 'H-TRANSPARENCY', (pdf) => {
    addResource(pdf, 'ExtGState', '/planted<</Type/ExtGState/ca 0.5>>');
  }),
  bad('a blend mode', 'H-TRANSPARENCY', (pdf) => {
    addResource(pdf, 'ExtGState', '/planted<</Type/ExtGState/BM/Multiply>>');
  }),
  bad('a group mixed in RGB', 'R0030', (pdf) => {
    addEntries(pdf, PAGE, '/Group<</S/Transparency/CS/DeviceRGB>>');
  }),
  badX1a('a transparent group in X-1a', 'X-TRANSPARENCY', (pdf) => {
    addEntries(pdf, PAGE, '/Group<</S/Transparency/CS/DeviceCMYK>>');
  }),
];

/** Ink. */
export const INK_FAULTS: readonly BadPage[] = [
  bad('a square of 300 percent ink', 'R0026', (pdf) => {
    addContent(pdf, 'q 0.9 0.8 0.8 0.5 k 300 300 60 60 re f Q\n');
  }),
  bad('a circle of 320 percent ink', 'R0026', (pdf) => {
    const curve = '360 300 m 360 360 270 360 270 300 c 270 240 360 240 360 300 c f';
    addContent(pdf, `q 1 0.8 0.8 0.6 k 1.6 0 0 1.6 -200 -200 cm ${curve} Q\n`);
  }),
  bad('colours overprinted to 290 percent', 'R0026', (pdf) => {
    const square = '300 300 60 60 re f';
    addContent(pdf, `q 1 0.9 0 0 k ${square} /overprint gs 0 0 1 0 k ${square} Q\n`);
  }),
  doubtful('a spot of 300 percent ink', 'H-INK-POINT', (pdf) => {
    addContent(pdf, 'q 0.9 0.8 0.8 0.5 k 300 300 12 12 re f Q\n');
  }),
];

/** Operators and resources. */
export const OPERATOR_FAULTS: readonly BadPage[] = [
  bad('an unknown operator', 'X-OPERATOR', (pdf) => addContent(pdf, 'q 1 2 foo Q\n')),
  bad('operators within BX and EX', 'X-OPERATOR', (pdf) => addContent(pdf, 'BX EX\n')),
  bad('a state saved and never restored', 'X-OPERATOR', (pdf) => addContent(pdf, 'q 1 w\n')),
  bad('a state restored twice', 'X-OPERATOR', (pdf) => addContent(pdf, 'q Q Q\n')),
  bad('an operand missing', 'X-OPERATOR', (pdf) => addContent(pdf, 'q 0 0 1 k Q\n')),
  bad('a name where a number belongs', 'X-OPERATOR', (pdf) => addContent(pdf, 'q /a w Q\n')),
  bad('type outside a text object', 'X-OPERATOR', (pdf) => addContent(pdf, '(a)Tj\n')),
  bad('a text object never closed', 'X-OPERATOR', (pdf) => addContent(pdf, 'BT\n')),
  bad('a font that is not there', 'X-OPERATOR', (pdf) => {
    addContent(pdf, 'BT /nowhere 10 Tf (a)Tj ET\n');
  }),
  bad('a graphics state that is not there', 'X-OPERATOR', (pdf) => {
    addContent(pdf, 'q /nowhere gs Q\n');
  }),
  bad('a picture that is not there', 'X-OPERATOR', (pdf) => addContent(pdf, '/nowhere Do\n')),
  bad('a colour space that is not there', 'X-OPERATOR', (pdf) => addContent(pdf, '/nowhere cs\n')),
  bad('a layer that is not there', 'X-OPERATOR', (pdf) => {
    addContent(pdf, '/OC /nowhere BDC EMC\n');
  }),
  bad('marked content never closed', 'X-OPERATOR', (pdf) => addContent(pdf, '/Span BMC\n')),
  bad('a word split over two streams', 'X-OPERATOR', (pdf) => {
    addContent(pdf, 'q 0 0 0 1 k 300 300 10 10 r');
    addContent(pdf, 'e f Q\n');
  }),
  bad('an unknown intent among the operators', 'X-INTENT', (pdf) => {
    addContent(pdf, 'q /Vivid ri Q\n');
  }),
];
