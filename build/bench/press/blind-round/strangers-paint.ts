import { type BadPage, bad, badX1a, doubtful } from '#build/bench/press/bad-pages/bad-page.ts';
import {
  addContent,
  addEntries,
  addObject,
  addResource,
  changeContent,
  type LoosePdf,
  PAGE,
} from '#build/bench/press/loose-pdf.ts';

// Free paper below the imprint: 60 to 1100 across, 45 to 95 up from the foot of the sheet.

const BAR = '100 60 200 20 re f';

/** Adds operators in a colour space of the page's resources. */
function inSpace(pdf: LoosePdf, space: string, operators: string): void {
  addResource(pdf, 'ColorSpace', `/odd ${space}`);
  addContent(pdf, operators);
}

/** Shows an image once at 100 points square. */
function withImage(pdf: LoosePdf, entries: string, bytes: Buffer): void {
  const image = addObject(pdf, `<</Type/XObject/Subtype/Image${entries}>>`, bytes);
  addResource(pdf, 'XObject', `/odd ${image}`);
  addContent(pdf, 'q 45 0 0 45 100 48 cm /odd Do Q');
}

/** Draws a form with these entries and operators. */
function withForm(pdf: LoosePdf, entries: string, operators: string): string {
  const head = '<</Type/XObject/Subtype/Form/BBox[0 0 1184 1610]';
  return addObject(pdf, `${head}${entries}>>`, Buffer.from(operators, 'latin1'));
}

function showForm(pdf: LoosePdf, form: string): void {
  addResource(pdf, 'XObject', `/odd ${form}`);
  addContent(pdf, 'q /odd Do Q');
}

const RED_RAMP = '/Function<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>';
const RGB_RAMP = `<</ShadingType 2/ColorSpace/DeviceRGB/Coords[100 60 300 60]${RED_RAMP}>>`;
const TO_CMYK = '<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 0.8 0]/N 1>>';
const GREY = Buffer.alloc(200 * 200 * 4, 40);

export const STRANGE_COLOURS: readonly BadPage[] = [
  bad('a fill in screen colours', 'R0027', (pdf) => addContent(pdf, `1 0 0 rg ${BAR}`)),
  bad('a rule in screen colours', 'R0027', (pdf) =>
    addContent(pdf, '0 0 1 RG 1 w 100 60 m 300 60 l S'),
  ),
  bad('black set as three equal screen colours', 'R0027', (pdf) =>
    changeContent(pdf, '0 0 0 1 k', '0 0 0 rg'),
  ),
  bad('a ramp in screen colours', 'R0027', (pdf) => {
    addResource(pdf, 'Shading', `/odd ${RGB_RAMP}`);
    addContent(pdf, 'q 100 60 200 20 re W n /odd sh Q');
  }),
  bad('a ramp in screen colours as a pattern of a fill', 'R0027', (pdf) => {
    addResource(pdf, 'Pattern', `/odd<</Type/Pattern/PatternType 2/Shading ${RGB_RAMP}>>`);
    addContent(pdf, `/Pattern cs /odd scn ${BAR}`);
  }),
  bad('a ramp in screen colours as a pattern of a rule', 'R0027', (pdf) => {
    addResource(pdf, 'Pattern', `/odd<</Type/Pattern/PatternType 2/Shading ${RGB_RAMP}>>`);
    addContent(pdf, '/Pattern CS /odd SCN 4 w 100 60 m 300 60 l S');
  }),
  bad('a tile painted in screen colours', 'R0027', (pdf) => {
    const head = '<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]';
    const tile = `${head}/XStep 9/YStep 9/Resources<<>>>>`;
    addResource(
      pdf,
      'Pattern',
      `/odd ${addObject(pdf, tile, Buffer.from('0 1 0 rg 0 0 5 5 re f'))}`,
    );
    addContent(pdf, `/Pattern cs /odd scn ${BAR}`);
  }),
  bad('an uncoloured tile coloured in screen colours', 'R0027', (pdf) => {
    const head = '<</Type/Pattern/PatternType 1/PaintType 2/TilingType 1/BBox[0 0 9 9]';
    const tile = `${head}/XStep 9/YStep 9/Resources<<>>>>`;
    addResource(pdf, 'Pattern', `/odd ${addObject(pdf, tile, Buffer.from('0 0 5 5 re f'))}`);
    inSpace(pdf, '[/Pattern/DeviceRGB]', `/odd cs 1 0 0 /odd scn ${BAR}`);
  }),
  bad('a small picture in the content, in screen colours', 'R0027', (pdf) =>
    addContent(pdf, 'q 4 0 0 4 100 60 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc\nEI Q'),
  ),
  bad('a small picture in the content, its palette in screen colours', 'R0027', (pdf) =>
    addContent(pdf, 'q 4 0 0 4 100 60 cm BI /W 1 /H 1 /CS [/I /RGB 0 <ff0000>] /BPC 8 ID \0\nEI Q'),
  ),
  bad('a picture whose palette is of screen colours', 'R0027', (pdf) =>
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1<ff000000ff00>]',
      Buffer.alloc(40_000),
    ),
  ),
  bad('a picture whose palette is managed', 'R0027', (pdf) =>
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace[/Indexed[/ICCBased 46 0 R]0<00000020>]',
      Buffer.alloc(40_000),
    ),
  ),
  bad('a picture in Lab', 'R0027', (pdf) =>
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace[/Lab<</WhitePoint[0.96 1 0.82]>>]',
      Buffer.alloc(120_000, 128),
    ),
  ),
  bad('a spot ink', 'R0020', (pdf) =>
    inSpace(pdf, `[/Separation/PANTONE#20185#20C/DeviceCMYK ${TO_CMYK}]`, `/odd cs 1 scn ${BAR}`),
  ),
  bad('a spot ink of a picture', 'R0020', (pdf) =>
    withImage(
      pdf,
      `/Width 200/Height 200/BitsPerComponent 8/ColorSpace[/Separation/Gold/DeviceCMYK ${TO_CMYK}]`,
      Buffer.alloc(40_000, 90),
    ),
  ),
  bad('a spot ink beside cyan', 'R0020', (pdf) => {
    const calculator = addObject(
      pdf,
      '<</FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1 0 1]>>',
      Buffer.from('{0 0}'),
    );
    inSpace(pdf, `[/DeviceN[/Cyan/HKS#2044]/DeviceCMYK ${calculator}]`, `/odd cs 1 1 scn ${BAR}`);
  }),
  bad('a spot ink that falls back on screen colours', 'R0020 R0027', (pdf) =>
    inSpace(
      pdf,
      `[/Separation/Logo/DeviceRGB<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[1 0 0]/N 1>>]`,
      `/odd cs 1 scn ${BAR}`,
    ),
  ),
  bad('all device ink managed by a default space', 'R0027', (pdf) =>
    addResource(pdf, 'ColorSpace', '/DefaultCMYK[/ICCBased 46 0 R]'),
  ),
  bad('grey managed in a form of its own', 'R0027', (pdf) =>
    showForm(
      pdf,
      withForm(
        pdf,
        '/Resources<</ColorSpace<</DefaultGray[/CalGray<</WhitePoint[0.95 1 1.08]>>]>>>>',
        `0.5 g ${BAR}`,
      ),
    ),
  ),
  bad('registration ink inside the page', 'R0024', (pdf) =>
    addContent(pdf, '/all-plates CS 1 SCN 1 w 100 60 m 300 60 l S'),
  ),
  bad('screen colours three forms deep', 'R0027', (pdf) => {
    let form = withForm(pdf, '/Resources<<>>', `0 0 1 rg ${BAR}`);
    for (let depth = 0; depth < 3; depth += 1) {
      form = withForm(pdf, `/Resources<</XObject<</in ${form}>>>>`, '/in Do');
    }
    showForm(pdf, form);
  }),
  bad('letters drawn by procedures in screen colours', 'R0027', (pdf) => {
    const letter = addObject(pdf, '<<>>', Buffer.from('1000 0 d0 1 0 0 rg 0 0 800 800 re f'));
    addResource(
      pdf,
      'Font',
      '/odd<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 ' +
        `.001 0 0]/CharProcs<</a ${letter}>>/Encoding<</Differences[97/a]>>` +
        '/FirstChar 97/LastChar 97' +
        '/Widths[1000]/Resources<<>>>>',
    );
    addContent(pdf, 'BT /odd 14 Tf 100 60 Td (a) Tj ET');
  }),
  bad('letters with an outline in screen colours', 'R0027', (pdf) =>
    addContent(
      pdf,
      'BT /overprint gs 0 0 0 1 k 1 0 0 RG 2 Tr /song-400 20 Tf 100 60 Td <2AEF> Tj ET',
    ),
  ),
  bad('a colour space that is not there', 'X-OPERATOR', (pdf) =>
    addContent(pdf, `/nowhere cs 1 scn ${BAR}`),
  ),
];

const HEAVY = '0.9 0.8 0.7 0.6 k';

export const STRANGE_INK: readonly BadPage[] = [
  bad('a bar of three hundred percent', 'R0026', (pdf) =>
    addContent(pdf, `/knockout gs ${HEAVY} 100 45 300 50 re f`),
  ),
  bad('four bars of one ink each, laid over each other', 'R0026', (pdf) =>
    addContent(
      pdf,
      ['.9 0 0 0', '0 .9 0 0', '0 0 .9 0', '0 0 0 .9']
        .map((ink) => `/overprint gs ${ink} k 100 45 300 50 re f`)
        .join(' '),
    ),
  ),
  bad('a tile of three hundred percent', 'R0026', (pdf) => {
    const head = '<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]';
    const tile = `${head}/XStep 9/YStep 9/Resources<<>>>>`;
    addResource(
      pdf,
      'Pattern',
      `/odd ${addObject(pdf, tile, Buffer.from(`${HEAVY} 0 0 9 9 re f`))}`,
    );
    addContent(pdf, '/knockout gs /Pattern cs /odd scn 100 45 300 50 re f');
  }),
  bad('a ramp of three hundred percent', 'R0026', (pdf) => {
    addResource(
      pdf,
      'Shading',
      '/odd<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[100 45 400 45]' +
        '/Function<</FunctionType 2/Domain[0 1]/C0[1 .8 .7 .6]/C1[.8 .8 .8 .6]/N 1>>>>',
    );
    addContent(pdf, 'q /knockout gs 100 45 300 50 re W n /odd sh Q');
  }),
  bad('a picture of three hundred percent', 'R0026', (pdf) =>
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceCMYK',
      Buffer.alloc(160_000, 200),
    ),
  ),
  bad('a picture made negative by its decoding', 'R0026', (pdf) =>
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]',
      GREY,
    ),
  ),
  bad('ink multiplied over ink', 'R0026', (pdf) => {
    addResource(pdf, 'ExtGState', '/odd<</BM/Multiply>>');
    addContent(pdf, 'q .8 .8 0 0 k 100 45 300 50 re f /odd gs 0 0 .8 .7 k 100 45 300 50 re f Q');
  }),
];

export const STRANGE_PICTURES: readonly BadPage[] = [
  bad('a picture of seventy-two pixels an inch', 'R0031', (pdf) =>
    withImage(
      pdf,
      '/Width 45/Height 45/BitsPerComponent 8/ColorSpace/DeviceCMYK',
      Buffer.alloc(8100, 30),
    ),
  ),
  doubtful('a picture of a hundred and twenty pixels an inch', 'R0031', (pdf) =>
    withImage(
      pdf,
      '/Width 75/Height 75/BitsPerComponent 8/ColorSpace/DeviceCMYK',
      Buffer.alloc(22_500, 30),
    ),
  ),
  bad('line art of two hundred pixels an inch', 'R0032', (pdf) =>
    withImage(
      pdf,
      '/Width 128/Height 128/BitsPerComponent 1/ImageMask true',
      Buffer.alloc(2048, 0x55),
    ),
  ),
  bad('a coarse picture in a form that enlarges it', 'R0031', (pdf) => {
    const image = addObject(
      pdf,
      '<</Type/XObject/Subtype/Image/Width 60/Height 60/BitsPerComponent 8' +
        '/ColorSpace/DeviceCMYK>>',
      Buffer.alloc(14_400, 30),
    );
    showForm(
      pdf,
      withForm(
        pdf,
        `/Matrix[6 0 0 4 100 48]/Resources<</XObject<</in ${image}>>>>`,
        'q 10 0 0 10 0 0 cm /in Do Q',
      ),
    );
  }),
  bad('a coarse picture in a tile', 'R0031', (pdf) => {
    const image = addObject(
      pdf,
      '<</Type/XObject/Subtype/Image/Width 20/Height 20/BitsPerComponent 8' +
        '/ColorSpace/DeviceCMYK>>',
      Buffer.alloc(1600, 30),
    );
    const tile =
      '<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 40 40]/XStep 40/YStep 40' +
      `/Resources<</XObject<</in ${image}>>>>>>`;
    addResource(
      pdf,
      'Pattern',
      `/odd ${addObject(pdf, tile, Buffer.from('40 0 0 40 0 0 cm /in Do'))}`,
    );
    addContent(pdf, `/Pattern cs /odd scn ${BAR}`);
  }),
  bad('an alternate picture meant for print', 'X-ALT', (pdf) => {
    const other = addObject(
      pdf,
      '<</Type/XObject/Subtype/Image/Width 200/Height 200/BitsPerComponent 8' +
        '/ColorSpace/DeviceGray>>',
      Buffer.alloc(40_000, 128),
    );
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceCMYK' +
        `/Alternates[<</Image ${other}/DefaultForPrinting true>>]`,
      GREY,
    );
  }),
  bad('a stand-in for a picture on a server', 'X-PS', (pdf) =>
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceCMYK' +
        '/OPI<</2.0<</Type/OPI/Version 2.0/F(picture.tif)>>>>',
      GREY,
    ),
  ),
  bad('a picture with half of its rows', 'X-FILTER R0031 X-IMAGE X-STRUCTURE', (pdf) =>
    withImage(pdf, '/Width 200/Height 400/BitsPerComponent 8/ColorSpace/DeviceCMYK', GREY),
  ),
  bad('a picture that is not there', 'X-OPERATOR', (pdf) =>
    addContent(pdf, 'q 10 0 0 10 100 60 cm /nothing Do Q'),
  ),
  badX1a('a picture packed as JPEG 2000', 'X-FILTER', (pdf) =>
    withImage(
      pdf,
      '/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceCMYK/Filter/JPXDecode',
      Buffer.from('\0\0\0\fjP  \r\n\x87\n', 'latin1'),
    ),
  ),
  badX1a('a picture that fades out', 'X-TRANSPARENCY', (pdf) => {
    const mask = addObject(
      pdf,
      '<</Type/XObject/Subtype/Image/Width 200/Height 200/BitsPerComponent 8' +
        '/ColorSpace/DeviceGray>>',
      Buffer.alloc(40_000, 128),
    );
    withImage(
      pdf,
      `/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceCMYK/SMask ${mask}`,
      GREY,
    );
  }),
];

export const STRANGE_TRANSPARENCY: readonly BadPage[] = [
  bad('the page blended in screen colours', 'R0030', (pdf) =>
    addEntries(pdf, PAGE, '/Group<</S/Transparency/CS/DeviceRGB>>'),
  ),
  bad('a form blended in screen colours', 'R0030', (pdf) =>
    showForm(
      pdf,
      withForm(
        pdf,
        '/Group<</S/Transparency/I true/CS/DeviceRGB>>/Resources<<>>',
        `0 0 0 .3 k ${BAR}`,
      ),
    ),
  ),
  bad('a mask that is blended in screen colours', 'R0030 R0027', (pdf) => {
    const group = withForm(
      pdf,
      '/Group<</S/Transparency/CS/DeviceRGB>>/Resources<<>>',
      `1 1 1 rg ${BAR}`,
    );
    addResource(pdf, 'ExtGState', `/odd<</SMask<</S/Luminosity/G ${group}>>>>`);
    addContent(pdf, `q /odd gs 0 0 0 .3 k ${BAR} Q`);
  }),
  badX1a('half see-through', 'X-TRANSPARENCY', (pdf) => {
    addResource(pdf, 'ExtGState', '/odd<</ca 0.5>>');
    addContent(pdf, `q /odd gs 0 0 0 .3 k ${BAR} Q`);
  }),
  badX1a('multiplied, told as a list of modes', 'X-TRANSPARENCY', (pdf) => {
    addResource(pdf, 'ExtGState', '/odd<</BM[/Multiply/Normal]>>');
    addContent(pdf, `q /odd gs 0 0 0 .3 k ${BAR} Q`);
  }),
  badX1a('a group around the page', 'X-TRANSPARENCY', (pdf) =>
    addEntries(pdf, PAGE, '/Group<</S/Transparency/CS/DeviceCMYK>>'),
  ),
];
