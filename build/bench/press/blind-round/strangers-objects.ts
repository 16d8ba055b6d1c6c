import { type BadPage, bad, badX1a, doubtful } from '#build/bench/press/bad-pages/bad-page.ts';
import {
  addContent,
  addEntries,
  addObject,
  addResource,
  CATALOG,
  changeContent,
  changeObject,
  contentsOf,
  type LoosePdf,
  objectWith,
  PAGE,
} from '#build/bench/press/loose-pdf.ts';

const SONG = /\/BaseFont\/[A-Z]{6}\+NotoSerifSC-Regular\/CIDSystemInfo/u;
const BAR = '100 60 200 20 re f';

/** Sets a word in a font of these entries. */
function inFont(pdf: LoosePdf, font: string, word: string): void {
  addResource(pdf, 'Font', `/odd ${font}`);
  addContent(pdf, `BT /overprint gs 0 0 0 1 k /odd 12 Tf 100 60 Td ${word} Tj ET`);
}

export const STRANGE_FONTS: readonly BadPage[] = [
  bad('font program dropped', 'X-FONT-EMBED', (pdf) =>
    changeObject(pdf, '/FontName/DJXRMG', [/\/FontFile2 \d+ 0 R/u, '']),
  ),
  bad('font program emptied', 'X-FONT-PROG X-FONT-EMBED', (pdf) => {
    objectWith(pdf, '/Length1 264984').stream = Buffer.alloc(0);
  }),
  bad('outlines of a font overwritten', 'X-FONT-PROG X-FONT-GLYPH', (pdf) => {
    objectWith(pdf, '/Length1 264984').stream?.fill(0, 0, 256);
  }),
  bad('font program told to be of another kind', 'X-FONT-PROG', (pdf) =>
    changeObject(pdf, '/FontName/DJXRMG', ['/FontFile2', '/FontFile']),
  ),
  bad('a Helvetica that everyone has', 'X-FONT-EMBED', (pdf) =>
    inFont(
      pdf,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      '(A06)',
    ),
  ),
  bad('a Song that every system in China has', 'X-FONT-EMBED', (pdf) =>
    inFont(
      pdf,
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[' +
        '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)' +
        '/Ordering(GB1)/Supplement 4>>/FontDescriptor' +
        '<</Type/FontDescriptor/FontName/STSong-Light>>' +
        '>>]>>',
      '<D4B0C7F8>',
    ),
  ),
  bad('widths of one letter changed', 'X-FONT-WIDTH', (pdf) =>
    changeObject(pdf, SONG, ['/W[1[256]', '/W[1[300]']),
  ),
  bad('widths of all characters lost', 'X-FONT-WIDTH', (pdf) =>
    changeObject(pdf, SONG, ['/DW 1000', '/DW 500']),
  ),
  bad('numbers of glyphs taken as they are after a second subsetting', 'X-FONT-GLYPH', (pdf) =>
    changeObject(pdf, SONG, [/\/CIDToGIDMap \d+ 0 R/u, '/CIDToGIDMap/Identity']),
  ),
  bad('map of glyphs cut short', 'X-FONT-GLYPH', (pdf) => {
    const map = objectWith(pdf, SONG).text.match(/\/CIDToGIDMap (\d+)/u)?.[1];
    const object = pdf.objects.get(Number(map));
    if (object?.stream !== undefined) object.stream = object.stream.subarray(0, 8000);
  }),
  bad('a character that the subset does not have', 'X-FONT-GLYPH', (pdf) =>
    changeContent(pdf, '2AEF27', '0BAD27'),
  ),
  bad('a font called for that is not there', 'X-OPERATOR', (pdf) =>
    changeContent(pdf, '/song-400 10 Tf', '/song-300 10 Tf'),
  ),
  bad('codes read by another table than they were written by', 'X-FONT', (pdf) =>
    changeObject(pdf, '/Subtype/Type0/BaseFont/DJXRMG', ['/Identity-H', '/UniGB-UCS2-H']),
  ),
  doubtful('table of characters lost', 'X-FONT-UNICODE', (pdf) =>
    changeObject(pdf, '/Subtype/Type0/BaseFont/DJXRMG', [/\/ToUnicode \d+ 0 R/u, '']),
  ),
  doubtful('table of characters emptied', 'X-FONT-UNICODE', (pdf) => {
    const number = objectWith(pdf, '/Subtype/Type0/BaseFont/DJXRMG').text.match(
      /\/ToUnicode (\d+)/u,
    );
    const table = pdf.objects.get(Number(number?.[1]));
    if (table?.stream !== undefined) {
      const text = table.stream.toString('latin1').replaceAll(/<(\w{4})><\w{4}>/gu, '<$1><0000>');
      table.stream = Buffer.from(text, 'latin1');
    }
  }),
  doubtful('font under the name that means a stand-in', 'R0014', (pdf) => {
    for (const object of pdf.objects.values()) {
      object.text = object.text.replace('DJXRMG+NotoSerifSC-Regular', 'DJXRMG+Courier');
    }
  }),
];

/** A layer, and the catalog's list of layers. */
function withLayer(pdf: LoosePdf, properties: (layer: string) => string): void {
  const layer = addObject(pdf, '<</Type/OCG/Name(Layer 1)>>');
  addEntries(pdf, CATALOG, properties(layer));
  addResource(pdf, 'Properties', `/layer ${layer}`);
  addContent(pdf, `/OC/layer BDC 0 0 0 .3 k ${BAR} EMC`);
}

export const STRANGE_LAYERS: readonly BadPage[] = [
  bad('a layer that is switched off', 'X-OCG', (pdf) =>
    withLayer(
      pdf,
      (layer) => `/OCProperties<</OCGs[${layer}]/D<</Name(A)/OFF[${layer}]/Order[${layer}]>>>>`,
    ),
  ),
  bad('all layers off unless switched on', 'X-OCG', (pdf) =>
    withLayer(
      pdf,
      (layer) => `/OCProperties<</OCGs[${layer}]/D<</Name(A)/BaseState/OFF/Order[${layer}]>>>>`,
    ),
  ),
  bad('a layer that the catalog does not list', 'X-OCG', (pdf) => withLayer(pdf, () => '')),
  bad('layers that switch by what is done with the page', 'X-OCG', (pdf) =>
    withLayer(
      pdf,
      (layer) =>
        `/OCProperties<</OCGs[${layer}]/D<</Name(A)/Order[${layer}]` +
        `/AS[<</Event/Print/Category[/Print]/OCGs[${layer}]>>]>>>>`,
    ),
  ),
  badX1a('a layer in a page for old presses', 'X-OCG', (pdf) =>
    withLayer(pdf, (layer) => `/OCProperties<</OCGs[${layer}]/D<</Name(A)/Order[${layer}]>>>>`),
  ),
];

/** A note or the like on the page. */
function withNote(pdf: LoosePdf, entries: string): void {
  addEntries(pdf, PAGE, `/Annots[<</Type/Annot/Rect[200 300 220 320]${entries}>>]`);
}

export const STRANGE_ACTIONS: readonly BadPage[] = [
  bad('a yellow note of the reviewer', 'X-ANNOT', (pdf) =>
    withNote(pdf, '/Subtype/Text/Contents(?)'),
  ),
  bad('a link', 'X-ANNOT X-ACTION', (pdf) =>
    withNote(pdf, '/Subtype/Link/A<</S/URI/URI(http://localhost/)>>'),
  ),
  bad('a hidden field', 'X-ANNOT X-ACTION', (pdf) =>
    withNote(pdf, '/Subtype/Widget/FT/Tx/T(a)/F 2'),
  ),
  bad('a trap network over the page', 'X-ANNOT X-TRAPPED', (pdf) =>
    withNote(pdf, '/Subtype/Stamp/Name/Approved/F 4'),
  ),
  bad('a script when the file opens', 'X-ACTION', (pdf) =>
    addEntries(pdf, CATALOG, '/OpenAction<</S/JavaScript/JS(app.alert)>>'),
  ),
  bad('a script under a name', 'X-ACTION', (pdf) =>
    addEntries(pdf, CATALOG, '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>'),
  ),
  bad('an action when the page is shown', 'X-ACTION', (pdf) =>
    addEntries(pdf, PAGE, '/AA<</O<</S/Named/N/Print>>>>'),
  ),
  bad('a form of fields', 'X-ACTION', (pdf) =>
    addEntries(pdf, CATALOG, '/AcroForm<</Fields[]/XFA(x)>>'),
  ),
  bad('the layout file enclosed', 'X-ACTION', (pdf) => {
    const file = addObject(pdf, '<</Type/EmbeddedFile>>', Buffer.from('layout'));
    addEntries(
      pdf,
      CATALOG,
      `/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a)/EF<</F ${file}>>>>]>>>>`,
    );
  }),
  bad('a separated page', 'X-PRESEP', (pdf) =>
    addEntries(pdf, PAGE, '/SeparationInfo<</Pages[3 0 R]/DeviceColorant/Cyan>>'),
  ),
  bad('a viewer told to show the crop', 'X-VIEWPREF', (pdf) =>
    addEntries(pdf, CATALOG, '/ViewerPreferences<</PrintClip/CropBox/ViewArea/TrimBox>>'),
  ),
];

export const STRANGE_OPERATORS: readonly BadPage[] = [
  bad('an operator of another program', 'X-OPERATOR', (pdf) => addContent(pdf, '1 2 foo')),
  bad('unknown operators hidden between brackets', 'X-OPERATOR', (pdf) =>
    addContent(pdf, 'BX 1 2 foo EX'),
  ),
  bad('a state that is never given back', 'X-OPERATOR', (pdf) => addContent(pdf, 'q q 0 0 0 1 k')),
  bad('a state given back too often', 'X-OPERATOR', (pdf) => addContent(pdf, 'Q')),
  bad('a text that is never closed', 'X-OPERATOR', (pdf) => addContent(pdf, 'BT /song-400 9 Tf')),
  bad('letters outside a text', 'X-OPERATOR', (pdf) => addContent(pdf, '/song-400 9 Tf <2AEF> Tj')),
  bad('a bar with three numbers', 'X-OPERATOR', (pdf) => addContent(pdf, '100 60 200 re f')),
  bad('a colour with a word for a number', 'X-OPERATOR', (pdf) => addContent(pdf, '0 0 0 NaN k')),
  bad('a number with a comma', 'X-OPERATOR', (pdf) => addContent(pdf, '100,5 60 200 20 re f')),
  bad('a mark that is never closed', 'X-OPERATOR', (pdf) => addContent(pdf, '/Span BMC')),
  bad('content that breaks off in a string', 'X-OPERATOR', (pdf) => {
    const stream = contentsOf(pdf)[14];
    if (stream !== undefined) stream.stream = Buffer.from('Q BT (abc');
  }),
  bad('an intent for rendering that nobody knows', 'X-INTENT', (pdf) =>
    addContent(pdf, '/Vivid ri'),
  ),
  bad('the same in a graphics state', 'X-INTENT', (pdf) => {
    addResource(pdf, 'ExtGState', '/odd<</RI/Vivid>>');
    addContent(pdf, 'q /odd gs Q');
  }),
  bad('a curve laid over the plates', 'X-TRANSFER', (pdf) => {
    addResource(pdf, 'ExtGState', '/odd<</TR<</FunctionType 2/Domain[0 1]/N 0.7>>>>');
    addContent(pdf, `q /odd gs 0 0 0 .3 k ${BAR} Q`);
  }),
  bad('a screen of its own, under a name', 'X-TRANSFER', (pdf) => {
    addResource(
      pdf,
      'ExtGState',
      '/odd<</HT<</Type/Halftone/HalftoneType 1/HalftoneName(x)' +
        '/Frequency 150/Angle 45/SpotFunction/Round>>>>',
    );
    addContent(pdf, `q /odd gs 0 0 0 .3 k ${BAR} Q`);
  }),
  bad('a curve in a form inside a form', 'X-TRANSFER', (pdf) => {
    const inner = addObject(
      pdf,
      '<</Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<</ExtGState' +
        '<</t<</TR2<</FunctionType 2/Domain[0 1]/N 0.7>>>>>>>>>>',
      Buffer.from(`/t gs .2 0 0 0 k ${BAR}`),
    );
    const outer = addObject(
      pdf,
      `<</Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<</XObject<</in ${inner}>>>>>>`,
      Buffer.from('/in Do'),
    );
    addResource(pdf, 'XObject', `/odd ${outer}`);
    addContent(pdf, '/odd Do');
  }),
  bad('a piece of PostScript', 'X-PS', (pdf) => {
    addResource(
      pdf,
      'XObject',
      `/odd ${addObject(pdf, '<</Type/XObject/Subtype/PS>>', Buffer.from('1'))}`,
    );
    addContent(pdf, '/odd Do');
  }),
  bad('a page of another file', 'X-PS', (pdf) => {
    const form = '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(other.pdf)/Page 0>>>>';
    addResource(pdf, 'XObject', `/odd ${addObject(pdf, form, Buffer.from(' '))}`);
    addContent(pdf, '/odd Do');
  }),
  bad('a form that calls itself', 'X-OPERATOR X-STRUCTURE', (pdf) => {
    const number = Math.max(...pdf.objects.keys()) + 1;
    addObject(
      pdf,
      '<</Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<</XObject' +
        `<</me ${number} 0 R>>>>>>`,
      Buffer.from('/me Do'),
    );
    addResource(pdf, 'XObject', `/odd ${number} 0 R`);
    addContent(pdf, '/odd Do');
  }),
  bad('a stream that lies in another file', 'X-PS', (pdf) => {
    addResource(
      pdf,
      'XObject',
      `/odd ${addObject(
        pdf,
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/F(content.bin)>>',
        Buffer.from(' '),
      )}`,
    );
    addContent(pdf, '/odd Do');
  }),
  bad('a form packed by LZW', 'X-FILTER', (pdf) => {
    addResource(
      pdf,
      'XObject',
      `/odd ${addObject(
        pdf,
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/LZWDecode>>',
        Buffer.from('800B6050220C0C8501', 'hex'),
      )}`,
    );
    addContent(pdf, '/odd Do');
  }),
];
