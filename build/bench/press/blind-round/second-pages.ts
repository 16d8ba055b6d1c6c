import { type BadPage, bad, badBytes, badX1a } from '#build/bench/press/bad-pages/bad-page.ts';
import {
  addContent,
  addEntries,
  addObject,
  addResource,
  CATALOG,
  changeObject,
  INFORMATION,
  INTENT,
  objectWith,
  PAGE,
} from '#build/bench/press/loose-pdf.ts';
import { withUpdate } from './rewritten-bytes.ts';

// Written after the first round was mended, before any of these was read.

const BAR = '100 60 200 20 re f';
const FORM = '<</Type/XObject/Subtype/Form/BBox[0 0 1184 1610]';
const PICTURE = '<</Type/XObject/Subtype/Image/Width 200/Height 200/BitsPerComponent 8';

export const SECOND_PAGES: readonly BadPage[] = [
  bad('a sheet half below nought, the trim where it was', 'X-BOX', (pdf) =>
    changeObject(pdf, PAGE, [/\/MediaBox\[[^\]]*\]/u, '/MediaBox[0 -800 1184.882 800]']),
  ),
  bad('a bleed box smaller than the trim', 'X-BOX', (pdf) =>
    changeObject(pdf, PAGE, [/\/BleedBox\[[^\]]*\]/u, '/BleedBox[50 50 1100 1500]']),
  ),
  bad('a page tree of which a branch leads back to the trunk', 'X-XREF', (pdf) => {
    const branch = addObject(pdf, '<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>');
    changeObject(pdf, '/Type/Pages/Count', ['[3 0 R]', `[3 0 R ${branch}]`]);
  }),
  bad('nothing told of the output, neither condition nor profile', 'X-OI-KEYS X-OI-ICC', (pdf) => {
    objectWith(pdf, INTENT).text = '<</Type/OutputIntent/S/GTS_PDFX>>';
  }),
  bad('an output profile of the scanner in place of its tables, same length', 'X-OI-ICC', (pdf) => {
    objectWith(pdf, '/N 4/Alternate').stream?.fill(0, 132);
  }),
  bad('packet of another document in its place', 'X-XMP-SYNC X-KEY', (pdf) => {
    const packet = objectWith(pdf, '/Type/Metadata');
    const text = packet.stream?.toString('utf8') ?? '';
    packet.stream = Buffer.from(text.replaceAll('2021-06-18', '2020-01-01'));
  }),
  bad('date of change with a month that there is not', 'X-INFO X-XMP-SYNC', (pdf) =>
    changeObject(pdf, INFORMATION, [/\/ModDate \([^)]*\)/u, "/ModDate (D:20211318000000+08'00')"]),
  ),
  bad('standard told by two fields that differ', 'X-KEY', (pdf) => {
    const packet = objectWith(pdf, '/Type/Metadata');
    const text = packet.stream?.toString('utf8') ?? '';
    const second = '<pdfxid:GTS_PDFXVersion>PDF/X-1a:2001</pdfxid:GTS_PDFXVersion>\n';
    packet.stream = Buffer.from(text.replace('<pdfxid:', `${second}<pdfxid:`));
  }),
  badBytes('a later save that adds a note', 'X-ANNOT', (bytes) => {
    const text = bytes.toString('latin1');
    const page = /\n3 0 obj\n(<<.*>>)\nendobj/u.exec(text)?.[1] ?? '';
    const note = '/Annots[<</Type/Annot/Subtype/FreeText/Rect[200 300 400 400]/DA(/Helv 9 Tf)>>]>>';
    const object = `3 0 obj\n${page.replace(/>>$/u, note)}\nendobj\n`;
    const start = /startxref\n(\d+)/u.exec(text)?.[1] ?? '0';
    const trailer = /trailer\n<<(.*)>>\n/su.exec(text.slice(Number(start)))?.[1] ?? '';
    const table = `xref\n3 1\n${String(bytes.length).padStart(10, '0')} 00000 n \ntrailer\n`;
    const end = `<<${trailer}/Prev ${start}>>\nstartxref\n${bytes.length + object.length}\n%%EOF\n`;
    return Buffer.concat([bytes, Buffer.from(object + table + end, 'latin1')]);
  }),
  badBytes('a later save whose table leads to itself', 'X-XREF', (bytes) => {
    const saved = withUpdate(bytes, 19, 'Q');
    const own = /startxref\n(\d+)\n%%EOF\n$/u.exec(saved.toString('latin1'))?.[1] ?? '';
    const text = saved.toString('latin1').replace(/\/Prev \d+/u, `/Prev ${own}`);
    return Buffer.from(text, 'latin1');
  }),
  bad('a default space in the group of a form', 'R0027', (pdf) => {
    const shelf = '/Resources<</ColorSpace<</DefaultCMYK[/ICCBased 46 0 R]>>>>';
    const form = addObject(pdf, `${FORM}${shelf}>>`, Buffer.from(`0 0 0 .3 k ${BAR}`));
    addResource(pdf, 'XObject', `/odd ${form}`);
    addContent(pdf, '/odd Do');
  }),
  bad('a picture without a colour space', 'H-COLOUR X-FILTER', (pdf) => {
    addResource(pdf, 'XObject', `/odd ${addObject(pdf, `${PICTURE}>>`, Buffer.alloc(40_000))}`);
    addContent(pdf, 'q 45 0 0 45 100 48 cm /odd Do Q');
  }),
  bad('a colour space that names itself', 'H-COLOUR', (pdf) => {
    addResource(pdf, 'ColorSpace', '/odd/odd');
    addContent(pdf, `/odd cs 1 scn ${BAR}`);
  }),
  bad('a palette of a spot ink', 'R0020', (pdf) => {
    const ink = '[/Separation/Silver/DeviceCMYK<</FunctionType 2/Domain[0 1]/C1[0 0 0 .5]/N 1>>]';
    const picture = `${PICTURE}/ColorSpace[/Indexed${ink}1<00ff>]>>`;
    addResource(pdf, 'XObject', `/odd ${addObject(pdf, picture, Buffer.alloc(40_000))}`);
    addContent(pdf, 'q 45 0 0 45 100 48 cm /odd Do Q');
  }),
  bad('colours of light set in the state of a form, through a named space', 'R0027', (pdf) => {
    const shelf = '/Resources<</ColorSpace<</c/DeviceRGB>>>>';
    const form = addObject(pdf, `${FORM}${shelf}>>`, Buffer.from(`/c cs 0 0 1 scn ${BAR}`));
    addResource(pdf, 'XObject', `/odd ${form}`);
    addContent(pdf, '/odd Do');
  }),
  bad('letters outlined in a spot ink', 'R0020', (pdf) => {
    const ink = '[/Separation/Foil/DeviceCMYK<</FunctionType 2/Domain[0 1]/C1[0 0 0 1]/N 1>>]';
    addResource(pdf, 'ColorSpace', `/odd ${ink}`);
    addContent(
      pdf,
      'BT /overprint gs 0 0 0 1 k /odd CS 1 SCN 2 Tr /song-400 20 Tf 100 60 Td <2AEF> Tj ET',
    );
  }),
  bad('a font in the graphics state that is not embedded', 'X-FONT-EMBED', (pdf) => {
    const font = addObject(pdf, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
    addResource(pdf, 'ExtGState', `/odd<</Font[${font} 12]/OP true/op true/OPM 1>>`);
    addContent(pdf, 'BT /odd gs 0 0 0 1 k 100 60 Td (A06) Tj ET');
  }),
  bad('overprint said for rules only', 'R0009', (pdf) => {
    addResource(pdf, 'ExtGState', '/odd<</OP true/op false/OPM 1>>');
    addContent(pdf, 'BT /odd gs 0 0 0 1 k /song-400 9 Tf 100 60 Td <2AEF> Tj ET');
  }),
  bad('white letters drawn as an outline that overprints', 'R0007', (pdf) =>
    addContent(pdf, 'BT /overprint gs 0 0 0 0 K 1 Tr 1 w /song-400 20 Tf 100 60 Td <2AEF> Tj ET'),
  ),
  bad('a picture turned and too coarse', 'R0031', (pdf) => {
    const coarse = `${PICTURE.replaceAll('200', '40')}/ColorSpace/DeviceCMYK>>`;
    addResource(pdf, 'XObject', `/odd ${addObject(pdf, coarse, Buffer.alloc(6400, 20))}`);
    addContent(pdf, 'q 0 45 -45 0 200 48 cm /odd Do Q');
  }),
  bad('a picture coarse in one direction', 'R0031', (pdf) => {
    const picture = `${PICTURE}/ColorSpace/DeviceCMYK>>`;
    addResource(pdf, 'XObject', `/odd ${addObject(pdf, picture, Buffer.alloc(160_000, 20))}`);
    addContent(pdf, 'q 900 0 0 45 100 48 cm /odd Do Q');
  }),
  badX1a('a soft mask named none, and one that is not', 'X-TRANSPARENCY', (pdf) => {
    const group = addObject(
      pdf,
      `${FORM}/Group<</S/Transparency/CS/DeviceGray>>>>`,
      Buffer.from(BAR),
    );
    addResource(pdf, 'ExtGState', `/a<</SMask/None>>/b<</SMask<</S/Alpha/G ${group}>>>>`);
    addContent(pdf, `q /a gs /b gs 0 0 0 .3 k ${BAR} Q`);
  }),
  bad('an article thread with an action', 'X-ACTION', (pdf) =>
    addEntries(pdf, CATALOG, '/Outlines<</First<</Title(a)/A<</S/Launch/F(a.exe)>>>>>>'),
  ),
  bad('a layer hidden by a rule about layers', 'X-OCG', (pdf) => {
    const layer = addObject(pdf, '<</Type/OCG/Name(a)>>');
    const view = `/D<</Name(A)/Order[${layer}]>>`;
    addEntries(pdf, CATALOG, `/OCProperties<</OCGs[${layer}]${view}>>`);
    addResource(pdf, 'Properties', `/m<</Type/OCMD/P/AllOff/OCGs ${layer}>>`);
    addContent(pdf, `/OC/m BDC 0 0 0 .3 k ${BAR} EMC`);
  }),
  bad('a picture of the content kept unseen by a layer of its own', 'X-OCG', (pdf) => {
    const layer = addObject(pdf, '<</Type/OCG/Name(a)>>');
    const form = addObject(pdf, `${FORM}/OC ${layer}>>`, Buffer.from(`0 0 0 .3 k ${BAR}`));
    addResource(pdf, 'XObject', `/odd ${form}`);
    addContent(pdf, '/odd Do');
  }),
];
