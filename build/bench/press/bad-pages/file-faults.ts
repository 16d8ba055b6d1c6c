import {
  addEntries,
  addObject,
  CATALOG,
  changeObject,
  changeStream,
  INFORMATION,
  INTENT,
  type LoosePdf,
  objectWith,
  PAGE,
} from '#build/bench/press/loose-pdf.ts';
import { type BadPage, bad, badBytes, badX1a } from './bad-page.ts';

/** Header, table, trailer, number of pages. */
export const STRUCTURE_FAULTS: readonly BadPage[] = [
  bad('header of PDF 1.7', 'X-VERSION', (pdf) => {
    pdf.version = '1.7';
  }),
  badX1a('header of PDF 1.6 in X-1a', 'X-VERSION', (pdf) => {
    pdf.version = '1.6';
  }),
  bad('header of PDF 2.0', 'X-VERSION', (pdf) => {
    pdf.version = '2.0';
  }),
  badBytes('no header', 'X-VERSION', (bytes) => {
    return Buffer.concat([Buffer.from('%QDF-1.6', 'latin1'), bytes.subarray(8)]);
  }),
  bad('encrypted', 'X-ENCRYPT', (pdf) => {
    pdf.trailer += '/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(x)/U(x)>>';
  }),
  bad('no file identifiers', 'X-ID', (pdf) => {
    pdf.trailer = pdf.trailer.replace(/\/ID\[[^\]]*\]/u, '');
  }),
  bad('one file identifier only', 'X-ID', (pdf) => {
    pdf.trailer = pdf.trailer.replace(/\/ID\[(<[^>]*>)<[^>]*>\]/u, '/ID[$1]');
  }),
  bad('empty file identifiers', 'X-ID', (pdf) => {
    pdf.trailer = pdf.trailer.replace(/\/ID\[[^\]]*\]/u, '/ID[()()]');
  }),
  badBytes('cut off at three quarters', 'X-XREF', (bytes) => {
    return bytes.subarray(0, Math.floor(bytes.length * 0.75));
  }),
  badBytes('end mark missing', 'X-XREF', (bytes) => bytes.subarray(0, bytes.length - 6)),
  badBytes('table said to be elsewhere', 'X-XREF', (bytes) =>
    replaced(bytes, /startxref\n\d+/u, 'startxref\n17'),
  ),
  badBytes('one object misplaced in the table', 'X-XREF', (bytes) =>
    replaced(bytes, /(0000000000 65535 f \n)\d{10}/u, '$10000000099'),
  ),
  badBytes('bytes inserted in front', 'X-XREF', (bytes) => {
    return Buffer.concat([bytes.subarray(0, 15), Buffer.from('% junk\n'), bytes.subarray(15)]);
  }),
  badBytes('stream longer than stated', 'X-XREF', (bytes) =>
    replaced(bytes, /\/Length (\d\d)>>stream/u, '/Length 11>>stream'),
  ),
  bad('two pages in the file', 'R0006', (pdf) => {
    changeObject(pdf, '/Type/Pages', [/\/Count 1\/Kids\[(.*?)\]/u, '/Count 2/Kids[$1 $1]']);
  }),
  bad('no page in the file', 'X-XREF', (pdf) => {
    changeObject(pdf, '/Type/Pages', [/\/Count 1\/Kids\[.*?\]/u, '/Count 0/Kids[]']);
  }),
  bad('page without content', 'R0005', (pdf) => {
    changeObject(pdf, PAGE, [/\/Contents\[[^\]]*\]/u, '']);
  }),
];

function replaced(bytes: Buffer, from: RegExp, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
}

function changeXmp(pdf: LoosePdf, from: string | RegExp, to: string): void {
  const object = objectWith(pdf, '/Type/Metadata');
  const text = object.stream?.toString('utf8') ?? '';
  object.stream = Buffer.from(text.replace(from, to), 'utf8');
}

/** What the file says of itself. */
export const METADATA_FAULTS: readonly BadPage[] = [
  bad('names another standard', 'X-KEY', (pdf) => changeXmp(pdf, '>PDF/X-4<', '>PDF/X-3:2003<')),
  bad('names no standard', 'X-KEY', (pdf) => {
    changeXmp(pdf, /<pdfxid:GTS_PDFXVersion>.*?<\/pdfxid:GTS_PDFXVersion>/u, '');
  }),
  bad('names X-1a beside X-4', 'X-KEY', (pdf) => {
    addEntries(pdf, INFORMATION, '/GTS_PDFXVersion(PDF/X-1a:2003)');
  }),
  badX1a('X-1a that names no standard', 'X-KEY', (pdf) => {
    changeObject(pdf, INFORMATION, [/\/GTS_PDFXVersion \([^)]*\)/u, '']);
  }),
  badX1a('X-1a of 2001', 'X-KEY', (pdf) => {
    changeObject(pdf, INFORMATION, ['PDF/X-1a:2003', 'PDF/X-1:2001']);
  }),
  badX1a('X-1a with the conformance key of 2001', 'X-KEY', (pdf) => {
    addEntries(pdf, INFORMATION, '/GTS_PDFXConformance(PDF/X-1a:2001)');
  }),
  bad('no XMP', 'X-XMP', (pdf) => changeObject(pdf, CATALOG, [/\/Metadata \d+ 0 R/u, ''])),
  bad('packed XMP', 'X-XMP', (pdf) => addEntries(pdf, '/Type/Metadata', '/Filter/FlateDecode')),
  bad('XMP with a torn tag', 'X-XMP', (pdf) => changeXmp(pdf, '</rdf:Alt>', '')),
  bad('XMP without a title', 'X-XMP', (pdf) => {
    changeXmp(pdf, /<dc:title>.*?<\/dc:title>/su, '');
  }),
  bad('XMP without a document id', 'X-XMP', (pdf) => {
    changeXmp(pdf, /<xmpMM:DocumentID>.*?<\/xmpMM:DocumentID>/u, '');
  }),
  bad('XMP without its own date', 'X-XMP', (pdf) => {
    changeXmp(pdf, /<xmp:MetadataDate>.*?<\/xmp:MetadataDate>/u, '');
  }),
  bad('XMP without a rendition', 'X-XMP', (pdf) => {
    changeXmp(pdf, /<xmpMM:RenditionClass>.*?<\/xmpMM:RenditionClass>/u, '');
  }),
  bad('no title', 'X-INFO', (pdf) => changeObject(pdf, INFORMATION, [/\/Title ?<[^>]*>/u, ''])),
  bad('no date of change', 'X-INFO', (pdf) => {
    changeObject(pdf, INFORMATION, [/\/ModDate \([^)]*\)/u, '']);
  }),
  bad('a date that is none', 'X-INFO', (pdf) => {
    changeObject(pdf, INFORMATION, [/\/CreationDate \([^)]*\)/u, '/CreationDate (18 June 2021)']);
  }),
  badX1a('X-1a without a producer', 'X-INFO', (pdf) => {
    changeObject(pdf, INFORMATION, [/\/Producer \([^)]*\)/u, '']);
  }),
  bad('another title in XMP', 'X-XMP-SYNC', (pdf) => changeXmp(pdf, /(default">)[^<]+/u, '$1A05')),
  bad('another date in XMP', 'X-XMP-SYNC', (pdf) => {
    changeXmp(pdf, /<xmp:ModifyDate>\d{4}/u, '<xmp:ModifyDate>2020');
  }),
  bad('trapping unknown', 'X-TRAPPED', (pdf) => {
    changeObject(pdf, INFORMATION, ['/Trapped/False', '/Trapped/Unknown']);
  }),
  bad('trapping not stated', 'X-TRAPPED', (pdf) => {
    changeObject(pdf, INFORMATION, ['/Trapped/False', '']);
  }),
  bad('trapping as a string', 'X-TRAPPED', (pdf) => {
    changeObject(pdf, INFORMATION, ['/Trapped/False', '/Trapped(False)']);
  }),
];

function changeProfile(pdf: LoosePdf, change: (icc: Buffer) => Buffer): void {
  const reference = /\/DestOutputProfile (\d+ 0 R)/u.exec(objectWith(pdf, INTENT).text)?.[1];
  changeStream(pdf, reference, change);
}

function withWord(icc: Buffer, at: number, word: string): Buffer {
  const changed = Buffer.from(icc);
  changed.write(word, at, 'latin1');
  return changed;
}

/** The output intent and its profile. */
export const INTENT_FAULTS: readonly BadPage[] = [
  bad('no output intent', 'X-OI', (pdf) => {
    changeObject(pdf, CATALOG, [/\/OutputIntents\[[^\]]*\]/u, '']);
  }),
  bad('two output intents', 'X-OI', (pdf) => {
    changeObject(pdf, CATALOG, [/\/OutputIntents\[([^\]]*)\]/u, '/OutputIntents[$1 $1]']);
  }),
  bad('output intent of PDF/A', 'X-OI', (pdf) => {
    changeObject(pdf, INTENT, ['/GTS_PDFX', '/GTS_PDFA1']);
  }),
  bad('output condition unnamed', 'X-OI-KEYS', (pdf) => {
    changeObject(pdf, INTENT, [/\/OutputConditionIdentifier \([^)]*\)/u, '']);
  }),
  bad('another output condition', 'X-OI-KEYS', (pdf) => {
    changeObject(pdf, INTENT, ['(CGATS TR 002)', '(FOGRA39)']);
  }),
  bad('output condition without registry and words', 'X-OI-KEYS', (pdf) => {
    changeObject(pdf, INTENT, [/\/RegistryName \([^)]*\)\/Info \([^)]*\)/u, '']);
  }),
  bad('no profile embedded', 'X-OI-ICC', (pdf) => {
    changeObject(pdf, INTENT, [/\/DestOutputProfile \d+ 0 R/u, '']);
  }),
  bad('profile cut short', 'X-OI-ICC', (pdf) => {
    changeProfile(pdf, (icc) => icc.subarray(0, icc.length - 1000));
  }),
  bad('profile of a monitor', 'X-OI-ICC', (pdf) => {
    changeProfile(pdf, (icc) => withWord(icc, 12, 'mntr'));
  }),
  bad('profile of three colours', 'X-OI-ICC', (pdf) => {
    changeProfile(pdf, (icc) => withWord(icc, 16, 'RGB '));
  }),
  bad('profile of ICC version 5', 'X-OI-ICC', (pdf) => {
    changeProfile(pdf, (icc) => withWord(icc, 8, '\x05'));
  }),
  bad('profile without its tables', 'X-OI-ICC', (pdf) => {
    changeProfile(pdf, (icc) => withWord(icc, icc.indexOf('A2B0'), 'none'));
  }),
  bad('profile stated with three channels', 'R0035', (pdf) => {
    changeObject(pdf, '/N 4', ['/N 4', '/N 3']);
  }),
];

/** Boxes, size and turn of the page. */
export const BOX_FAULTS: readonly BadPage[] = [
  bad('no trim box', 'X-BOX', (pdf) => changeObject(pdf, PAGE, [/\/TrimBox\[[^\]]*\]/u, ''])),
  bad('no media box', 'X-BOX', (pdf) => changeObject(pdf, PAGE, [/\/MediaBox\[[^\]]*\]/u, ''])),
  bad('trim box and art box', 'X-BOX', (pdf) => {
    addEntries(pdf, PAGE, '/ArtBox[40 40 1000 1500]');
  }),
  bad('trim beyond the bleed', 'X-BOX', (pdf) => {
    changeObject(pdf, PAGE, [/\/BleedBox\[[^\]]*\]/u, '/BleedBox[100 100 1000 1400]']);
  }),
  bad('bleed beyond the sheet', 'X-BOX', (pdf) => {
    changeObject(pdf, PAGE, [/\/BleedBox\[[^\]]*\]/u, '/BleedBox[-20 -20 1300 1700]']);
  }),
  bad('a crop box', 'R0003', (pdf) => addEntries(pdf, PAGE, '/CropBox[40 40 1000 1500]')),
  bad('a scaled sheet', 'R0002', (pdf) => addEntries(pdf, PAGE, '/UserUnit 2')),
  bad('a turned page', 'R0004', (pdf) => addEntries(pdf, PAGE, '/Rotate 90')),
  bad('a trim of another size', 'H-TRIM', (pdf) => {
    changeObject(pdf, PAGE, [/\/TrimBox\[(\S+)/u, '/TrimBox[60']);
  }),
];

/** Everything in the file that a RIP must not meet. */
export const OBJECT_FAULTS: readonly BadPage[] = [
  bad('an action on opening', 'X-ACTION', (pdf) => {
    addEntries(pdf, CATALOG, '/OpenAction<</S/GoTo/D[3 0 R/Fit]>>');
  }),
  bad('JavaScript', 'X-ACTION', (pdf) => {
    const script = addObject(pdf, '<</S/JavaScript/JS(app.alert\\(1\\))>>');
    addEntries(pdf, CATALOG, `/Names<</JavaScript<</Names[(a)${script}]>>>>`);
  }),
  bad('an action of the page', 'X-ACTION', (pdf) => {
    addEntries(pdf, PAGE, '/AA<</O<</S/Named/N/NextPage>>>>');
  }),
  bad('form fields', 'X-ACTION', (pdf) => addEntries(pdf, CATALOG, '/AcroForm<</Fields[]>>')),
  bad('an embedded file', 'X-ACTION', (pdf) => {
    const file = addObject(pdf, '<</Type/EmbeddedFile>>', Buffer.from('notes'));
    const names = `(notes)<</Type/Filespec/F(notes.txt)/EF<</F ${file}>>>>`;
    addEntries(pdf, CATALOG, `/Names<</EmbeddedFiles<</Names[${names}]>>>>`);
  }),
  bad('a link', 'X-ANNOT', (pdf) => {
    addEntries(pdf, PAGE, '/Annots[<</Type/Annot/Subtype/Link/Rect[100 100 200 200]>>]');
  }),
  bad('a note', 'X-ANNOT', (pdf) => {
    const note = addObject(pdf, '<</Type/Annot/Subtype/Text/Rect[300 300 320 320]>>');
    addEntries(pdf, PAGE, `/Annots[${note}]`);
  }),
  bad('a PostScript object', 'X-PS', (pdf) => {
    addObject(pdf, '<</Type/XObject/Subtype/PS>>', Buffer.from('showpage'));
  }),
  bad('a picture to be fetched by OPI', 'X-PS', (pdf) => {
    addEntries(pdf, '/Subtype/Image', '/OPI<</2.0<</Type/OPI/Version 2.0/F(a.tif)>>>>');
  }),
  bad('a form of another file', 'X-PS', (pdf) => {
    const entries = '/Subtype/Form/BBox[0 0 1 1]/Ref<</F(other.pdf)/Page 0>>';
    addObject(pdf, `<<${entries}>>`, Buffer.from(''));
  }),
  bad('a stream outside the file', 'X-PS', (pdf) => {
    addObject(pdf, '<</F(outside.bin)>>', Buffer.from(''));
  }),
  bad('a transfer curve', 'X-TRANSFER', (pdf) => {
    addObject(pdf, '<</Type/ExtGState/TR/Identity>>');
  }),
  bad('a transfer curve of the newer key', 'X-TRANSFER', (pdf) => {
    addObject(pdf, '<</Type/ExtGState/TR2/Identity>>');
  }),
  bad('a halftone phase', 'X-TRANSFER', (pdf) => {
    addObject(pdf, '<</Type/ExtGState/HTP[0 0]>>');
  }),
  bad('a halftone of a wrong kind', 'X-TRANSFER', (pdf) => {
    addObject(pdf, '<</Type/Halftone/HalftoneType 10/Xsquare 4/Ysquare 4>>', Buffer.from(''));
  }),
  bad('a named halftone', 'X-TRANSFER', (pdf) => {
    addObject(pdf, '<</Type/Halftone/HalftoneType 1/HalftoneName(Round)>>');
  }),
  bad('separations of one page', 'X-PRESEP', (pdf) => {
    addEntries(pdf, PAGE, '/SeparationInfo<</Pages[3 0 R]/DeviceColorant/Cyan>>');
  }),
  bad('an alternate picture', 'X-ALT', (pdf) => {
    addEntries(pdf, '/Subtype/Image', '/Alternates[<</DefaultForPrinting true>>]');
  }),
  bad('an unknown rendering intent', 'X-INTENT', (pdf) => {
    addEntries(pdf, '/Subtype/Image', '/Intent/Vivid');
  }),
  bad('a view by the crop box', 'X-VIEWPREF', (pdf) => {
    addEntries(pdf, CATALOG, '/ViewerPreferences<</ViewArea/CropBox>>');
  }),
  badX1a('layers in X-1a', 'X-OCG', (pdf) => {
    addEntries(pdf, CATALOG, '/OCProperties<</OCGs[]/D<</Name(a)/Order[]>>>>');
  }),
  bad('a hidden layer', 'X-OCG', (pdf) => addLayer(pdf, '/Name(a)/Order[LAYER]/OFF[LAYER]')),
  bad('layers that switch themselves', 'X-OCG', (pdf) => {
    addLayer(pdf, '/Name(a)/Order[LAYER]/AS[<</Event/Print/OCGs[LAYER]/Category[/Print]>>]');
  }),
  bad('a layer that is not listed', 'X-OCG', (pdf) => addLayer(pdf, '/Name(a)/Order[]')),
  bad('layers without a named view', 'X-OCG', (pdf) => addLayer(pdf, '/Order[LAYER]')),
];

function addLayer(pdf: LoosePdf, view: string): void {
  const layer = addObject(pdf, '<</Type/OCG/Name(版面)>>');
  const shown = view.replaceAll('LAYER', layer);
  addEntries(pdf, CATALOG, `/OCProperties<</OCGs[${layer}]/D<<${shown}>>>>`);
}
