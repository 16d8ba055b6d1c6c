import { type BadPage, bad, badBytes, badX1a } from '#build/bench/press/bad-pages/bad-page.ts';
import {
  addEntries,
  addObject,
  CATALOG,
  changeObject,
  INFORMATION,
  INTENT,
  type LoosePdf,
  objectWith,
  PAGE,
} from '#build/bench/press/loose-pdf.ts';
import { withUpdate } from './rewritten-bytes.ts';

// Written blind: `rule` lists ids of the checklist, any of which names the fault rightly.

const TREE = '/Type/Pages';
const PACKET = '/Type/Metadata';

export const STRANGE_BOXES: readonly BadPage[] = [
  bad('trim box only on the page tree, where it is not inherited', 'X-BOX', (pdf) => {
    changeObject(pdf, PAGE, [/\/TrimBox\[[^\]]*\]/u, '']);
    addEntries(pdf, TREE, '/TrimBox[39.685 39.685 1145.197 1570.394]');
  }),
  bad('measured in half points by a unit of its own', 'R0002', (pdf) =>
    addEntries(pdf, PAGE, '/UserUnit 0.5'),
  ),
  bad('crop box inherited from the page tree cuts the sheet', 'R0003', (pdf) =>
    addEntries(pdf, TREE, '/CropBox[60 60 1120 1550]'),
  ),
  bad('crop box equal to the trim', 'R0003', (pdf) =>
    addEntries(pdf, PAGE, '/CropBox[39.685 39.685 1145.197 1570.394]'),
  ),
  bad('turned upside down by the page tree', 'R0004', (pdf) =>
    addEntries(pdf, TREE, '/Rotate 180'),
  ),
  bad('turned the other way round by a negative angle', 'R0004', (pdf) =>
    addEntries(pdf, PAGE, '/Rotate -90'),
  ),
  bad('fitted to A3 by an office printer', 'X-BOX X-BOX-SIZE', (pdf) => {
    changeObject(pdf, PAGE, [/\/MediaBox\[[^\]]*\]/u, '/MediaBox[0 0 842 1191]']);
    changeObject(pdf, PAGE, [/\/BleedBox\[[^\]]*\]/u, '/BleedBox[20 20 822 1171]']);
    changeObject(pdf, PAGE, [/\/TrimBox\[[^\]]*\]/u, '/TrimBox[20 20 822 1171]']);
  }),
  bad('bleed box sticks out of the sheet', 'X-BOX', (pdf) =>
    changeObject(pdf, PAGE, [/\/BleedBox\[[^\]]*\]/u, '/BleedBox[-10 -10 1200 1620]']),
  ),
  bad('art box beside the trim box', 'X-BOX', (pdf) =>
    addEntries(pdf, PAGE, '/ArtBox[60 60 1100 1500]'),
  ),
  bad('sheet measured with a number that PDF does not know', 'X-BOX', (pdf) =>
    changeObject(pdf, PAGE, [/\/MediaBox\[[^\]]*\]/u, '/MediaBox[0 0 1.184882e3 1.610079e3]']),
  ),
  bad('trim box of three numbers', 'X-BOX', (pdf) =>
    changeObject(pdf, PAGE, [/\/TrimBox\[[^\]]*\]/u, '/TrimBox[39.685 39.685 1145.197]']),
  ),
  bad('two trim boxes in one page, the second another', 'X-BOX', (pdf) =>
    addEntries(pdf, PAGE, '/TrimBox[100 100 1000 1500]'),
  ),
];

export const STRANGE_TREES: readonly BadPage[] = [
  bad('the same page hung in twice', 'R0006', (pdf) =>
    changeObject(pdf, TREE, ['/Count 1/Kids[3 0 R]', '/Count 2/Kids[3 0 R 3 0 R]']),
  ),
  bad('a second, blank page that the count denies', 'R0006 R0005', (pdf) => {
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>';
    changeObject(pdf, TREE, ['/Kids[3 0 R]', `/Kids[3 0 R ${addObject(pdf, page)}]`]);
  }),
  bad('page tree that hangs in itself', 'X-STRUCTURE', (pdf) =>
    changeObject(pdf, TREE, ['/Kids[3 0 R]', '/Kids[2 0 R 3 0 R]']),
  ),
  bad('all content thrown away', 'R0005', (pdf) =>
    changeObject(pdf, PAGE, [/\/Contents\[[^\]]*\]/u, '/Contents[]']),
  ),
  bad('one stream of the content is missing', 'X-STRUCTURE X-OPERATOR', (pdf) =>
    changeObject(pdf, PAGE, ['9 0 R', '4711 0 R']),
  ),
  bad('pages missing in the catalog', 'X-STRUCTURE', (pdf) =>
    changeObject(pdf, CATALOG, ['/Pages 2 0 R', '']),
  ),
];

function changeProfile(pdf: LoosePdf, change: (profile: Buffer) => Buffer): void {
  const profile = objectWith(pdf, '/N 4/Alternate');
  if (profile.stream !== undefined) profile.stream = change(Buffer.from(profile.stream));
}

export const STRANGE_INTENTS: readonly BadPage[] = [
  bad('output intent turned into one for archives', 'X-OI', (pdf) =>
    changeObject(pdf, INTENT, ['/GTS_PDFX', '/GTS_PDFA1']),
  ),
  bad('output intent moved into the page, as PDF 2.0 has it', 'X-OI', (pdf) => {
    changeObject(pdf, CATALOG, [/\/OutputIntents\[[^\]]*\]/u, '']);
    addEntries(pdf, PAGE, '/OutputIntents[47 0 R]');
  }),
  bad('two output intents for the press', 'X-OI', (pdf) => {
    const second = addObject(pdf, objectWith(pdf, INTENT).text);
    changeObject(pdf, CATALOG, ['[47 0 R]', `[47 0 R ${second}]`]);
  }),
  bad('output intent of coated paper', 'X-OI-KEYS', (pdf) =>
    changeObject(pdf, INTENT, ['(CGATS TR 002)/OutputCondition ', '(FOGRA39)/OutputCondition ']),
  ),
  bad('condition written as a name instead of a string', 'X-OI-KEYS', (pdf) =>
    changeObject(pdf, INTENT, [
      /\/OutputConditionIdentifier \([^)]*\)/u,
      '/OutputConditionIdentifier/CGATS#20TR#20002',
    ]),
  ),
  bad('profile referred to, not embedded', 'X-OI-ICC', (pdf) =>
    changeObject(pdf, INTENT, [
      /\/DestOutputProfile \d+ 0 R/u,
      '/DestOutputProfileRef<</ProfileName(newsprint)/ProfileCS(CMYK)>>',
    ]),
  ),
  bad('profile of a monitor', 'X-OI-ICC', (pdf) =>
    changeProfile(pdf, (icc) => {
      icc.write('mntrRGB ', 12, 'latin1');
      return icc;
    }),
  ),
  bad('profile of a scanner', 'X-OI-ICC', (pdf) =>
    changeProfile(pdf, (icc) => {
      icc.write('scnr', 12, 'latin1');
      return icc;
    }),
  ),
  bad('profile cut off in the middle', 'X-OI-ICC', (pdf) =>
    changeProfile(pdf, (icc) => icc.subarray(0, icc.length >> 1)),
  ),
  bad('profile in version 5, which no RIP reads', 'X-OI-ICC', (pdf) =>
    changeProfile(pdf, (icc) => {
      icc[8] = 5;
      return icc;
    }),
  ),
  bad('profile whose way back to ink is gone', 'X-OI-ICC', (pdf) =>
    changeProfile(pdf, (icc) => {
      icc.write('xxxx', icc.indexOf('B2A0'), 'latin1');
      return icc;
    }),
  ),
  bad('profile said to have three channels', 'X-OI-ICC', (pdf) =>
    changeObject(pdf, '/N 4/Alternate', ['/N 4', '/N 3']),
  ),
];

function changePacket(pdf: LoosePdf, from: string | RegExp, to: string): void {
  const packet = objectWith(pdf, PACKET);
  const text = packet.stream?.toString('utf8') ?? '';
  packet.stream = Buffer.from(text.replace(from, to), 'utf8');
}

export const STRANGE_METADATA: readonly BadPage[] = [
  bad('metadata dropped by an optimiser', 'X-XMP X-KEY', (pdf) =>
    changeObject(pdf, CATALOG, ['/Metadata 48 0 R', '']),
  ),
  bad('says it is PDF/X-3', 'X-KEY', (pdf) => changePacket(pdf, '>PDF/X-4<', '>PDF/X-3:2003<')),
  bad('says it is PDF/X-4p but embeds its profile', 'X-KEY', (pdf) =>
    changePacket(pdf, '>PDF/X-4<', '>PDF/X-4p<'),
  ),
  bad('version key in the namespace of custom properties', 'X-KEY', (pdf) =>
    changePacket(pdf, 'http://www.npes.org/pdfx/ns/id/', 'http://ns.adobe.com/pdfx/1.3/'),
  ),
  bad('title with a bare ampersand breaks the packet', 'X-XMP', (pdf) =>
    changePacket(pdf, 'x-default">', 'x-default">R&D '),
  ),
  bad('packet that breaks off', 'X-XMP', (pdf) =>
    changePacket(pdf, /<xmpMM:VersionID>[\s\S]*$/u, ''),
  ),
  bad('changed after the packet was written', 'X-XMP-SYNC', (pdf) =>
    changeObject(pdf, INFORMATION, ['/ModDate (D:20210618000000', '/ModDate (D:20210619013000']),
  ),
  bad('title in the file differs from that in the packet', 'X-XMP-SYNC', (pdf) =>
    changeObject(pdf, INFORMATION, [/\/Title <[^>]*>/u, '/Title (Microsoft Word - A06.doc)']),
  ),
  bad('trapping told as a string', 'X-TRAPPED', (pdf) =>
    changeObject(pdf, INFORMATION, ['/Trapped/False', '/Trapped(False)']),
  ),
  bad('trapping unknown in the packet', 'X-TRAPPED', (pdf) =>
    changePacket(pdf, '<pdf:Trapped>False', '<pdf:Trapped>Unknown'),
  ),
  bad('trapping true in the file, false in the packet', 'X-TRAPPED X-XMP-SYNC', (pdf) =>
    changeObject(pdf, INFORMATION, ['/Trapped/False', '/Trapped/True']),
  ),
  bad('no document id', 'X-XMP', (pdf) =>
    changePacket(pdf, /<xmpMM:DocumentID>.*<\/xmpMM:DocumentID>\n/u, ''),
  ),
  badX1a('says it conforms to the edition of 2001', 'X-KEY', (pdf) =>
    addEntries(pdf, INFORMATION, '/GTS_PDFXConformance(PDF/X-1a:2001)'),
  ),
  badX1a('version key lost from the file', 'X-KEY', (pdf) =>
    changeObject(pdf, INFORMATION, [/\/GTS_PDFXVersion \([^)]*\)/u, '']),
  ),
];

export const STRANGE_FILES: readonly BadPage[] = [
  badBytes('header of PDF 1.7', 'X-VERSION', (bytes) => {
    bytes.write('%PDF-1.7', 0, 'latin1');
    return bytes;
  }),
  bad('catalog lifts the version to 2.0', 'X-VERSION', (pdf) =>
    addEntries(pdf, CATALOG, '/Version/2.0'),
  ),
  bad('identifier of one string', 'X-ID', (pdf) => {
    pdf.trailer = pdf.trailer.replace(/\/ID\[(<[^>]*>)<[^>]*>\]/u, '/ID[$1]');
  }),
  badBytes('sent as text: every line end became two', 'X-STRUCTURE', (bytes) =>
    Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  ),
  badBytes('sent as text: the eighth bit is gone', 'X-STRUCTURE', (bytes) => {
    bytes.forEach((byte, at) => {
      bytes[at] = byte & 0x7f;
    });
    return bytes;
  }),
  badBytes('the last two thousand bytes did not arrive', 'X-STRUCTURE', (bytes) =>
    bytes.subarray(0, bytes.length - 2000),
  ),
  badBytes('a gateway put its own lines in front', 'X-VERSION X-STRUCTURE', (bytes) =>
    Buffer.concat([Buffer.from('Content-Type: application/pdf\r\n\r\n'), bytes]),
  ),
  badBytes('the table of objects is said to begin at nought', 'X-XREF', (bytes) => {
    const text = bytes.toString('latin1').replace(/startxref\n\d+/u, 'startxref\n0');
    return Buffer.from(text, 'latin1');
  }),
  badBytes('one offset in the table points ten bytes too far', 'X-XREF', (bytes) => {
    const at = bytes.lastIndexOf('\nxref\n') + '\nxref\n0 49\n'.length + 20 * 31;
    const offset = Number(bytes.toString('latin1', at, at + 10)) + 10;
    bytes.write(String(offset).padStart(10, '0'), at, 'latin1');
    return bytes;
  }),
  badBytes('a stream said to be shorter than it is', 'X-STRUCTURE', (bytes) => {
    const text = bytes.toString('latin1');
    return Buffer.from(text.replace('/Subtype/XML/Length 1', '/Subtype/XML/Length 0'), 'latin1');
  }),
  badBytes('a packed stream damaged in the middle', 'X-STRUCTURE X-FILTER X-OPERATOR', (bytes) => {
    const at = bytes.indexOf('\n7 0 obj') + 900;
    bytes.fill(0xff, at, at + 40);
    return bytes;
  }),
  badBytes('a late correction in screen colours, saved behind the page', 'R0027', (bytes) =>
    withUpdate(bytes, 19, '1 0 0 rg 100 -1520 200 20 re f Q'),
  ),
  badBytes('disk block of zeros in the middle', 'X-STRUCTURE X-FONT-PROG', (bytes) => {
    const middle = (bytes.length >> 1) & ~4095;
    return bytes.fill(0, middle, middle + 4096);
  }),
];
