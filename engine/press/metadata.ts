import { pdfText } from './pdf-syntax.ts';

/** What the file says of itself. Press reads no clock: whoever calls it names the time. */
export interface PressMetadata {
  /** Title of the page, such as 湘潭日报 园区周刊 2021-06-18 A06. */
  readonly title: string;
  /** Language of the text, such as `zh-CN`. */
  readonly language: string;
  /** Program that composed the page. */
  readonly creator: string;
  /** Program that wrote the file. */
  readonly producer: string;
  /** ISO time with offset, such as `2021-06-18T03:20:00+08:00`. */
  readonly date: string;
  /** 32 hexadecimal digits that name this page through all its versions. */
  readonly documentId: string;
  /** 32 hexadecimal digits that name this version. */
  readonly versionId: string;
}

/** Throws when a date or an id is not of the form that both PDF and XMP can hold. */
export function assertMetadata(metadata: PressMetadata): void {
  for (const id of [metadata.documentId, metadata.versionId]) {
    if (!/^[0-9a-f]{32}$/.test(id)) throw new Error(`not 32 hexadecimal digits: ${id}`);
  }
  if (!ISO_TIME.test(metadata.date)) throw new Error(`not a time with offset: ${metadata.date}`);
}

const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)$/;

/** The document information dictionary; says the same as the XMP packet. */
export function infoDictionary(metadata: PressMetadata, standard: 'x4' | 'x1a'): string {
  const date = pdfDate(metadata.date);
  const entries = [
    `/Title ${pdfText(metadata.title)}`,
    `/Creator ${pdfText(metadata.creator)}`,
    `/Producer ${pdfText(metadata.producer)}`,
    `/CreationDate (${date})`,
    `/ModDate (${date})`,
    '/Trapped/False',
  ];
  if (standard === 'x1a') entries.push(`/GTS_PDFXVersion (${X1A_VERSION})`);
  return `<<${entries.join('')}>>`;
}

/**
 * The XMP packet. PDF/X-4 names itself here (ISO 15930-7); PDF/X-1a names itself in the information
 * dictionary (ISO 15930-4). The stream is never packed, so that any tool can read it.
 */
export function xmpPacket(metadata: PressMetadata, standard: 'x4' | 'x1a'): string {
  const title = xmlText(metadata.title);
  const version =
    standard === 'x4' ? [`<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>`] : [];
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:language><rdf:Bag><rdf:li>${xmlText(metadata.language)}</rdf:li></rdf:Bag></dc:language>`,
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>`,
    `<pdf:Producer>${xmlText(metadata.producer)}</pdf:Producer>`,
    '<pdf:Trapped>False</pdf:Trapped>',
    ...version,
    `<xmp:CreatorTool>${xmlText(metadata.creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${metadata.date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${metadata.date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${metadata.date}</xmp:MetadataDate>`,
    `<xmpMM:DocumentID>uuid:${metadata.documentId}</xmpMM:DocumentID>`,
    `<xmpMM:InstanceID>uuid:${metadata.versionId}</xmpMM:InstanceID>`,
    '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
    '<xmpMM:VersionID>1</xmpMM:VersionID>',
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** `D:20210618032000+08'00'` of an ISO time. */
function pdfDate(isoTime: string): string {
  const [, year, month, day, hour, minute, second, zone = 'Z'] = ISO_TIME.exec(isoTime) ?? [];
  const offset = zone === 'Z' ? 'Z' : `${zone.replace(':', "'")}'`;
  return `D:${year}${month}${day}${hour}${minute}${second}${offset}`;
}

const X1A_VERSION = 'PDF/X-1a:2003';

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
