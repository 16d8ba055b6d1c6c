import type { Finding } from '#engine/units/finding.ts';
import { fault } from './fault.ts';
import type { FinishedPage, ReadBackDemands } from './finished-page.ts';
import { dictionaryAt, nameAt } from './open-document.ts';
import { textOf } from './pdf-values.ts';
import { filtersOf, unpackStream } from './unpack-stream.ts';
import { readXmp, type Xmp } from './xmp.ts';

/** What the file says of itself, in the information dictionary and in XMP. */
export function checkMetadata(page: FinishedPage, demands: ReadBackDemands): readonly Finding[] {
  const xmp = xmpOf(page);
  return [
    ...checkKey(page, xmp, demands),
    ...checkXmp(page, xmp, demands),
    ...checkInformation(page, demands),
    ...checkAgreement(page, xmp),
    ...checkTrapped(page, xmp),
  ];
}

function xmpOf({ catalog, document }: FinishedPage): Xmp | undefined {
  const stream = dictionaryAt(document, catalog, 'Metadata');
  if (stream?.kind !== 'stream') return undefined;
  return readXmp(unpackStream(document, stream));
}

const X1A = 'PDF/X-1a:2003';

/** X-4 names itself in XMP, X-1a in the information dictionary (ISO 15930-7 and -4). */
function checkKey(
  page: FinishedPage,
  xmp: Xmp | undefined,
  { standard }: ReadBackDemands,
): readonly Finding[] {
  const own = informationText(page, 'GTS_PDFXVersion');
  const stated = standard === 'x4' ? xmp?.get('pdfxid:GTS_PDFXVersion') : own;
  const wanted = standard === 'x4' ? 'PDF/X-4' : X1A;
  const findings: Finding[] = [];
  if (stated !== wanted) {
    findings.push(fault('X-KEY', 'pdf-standard-not-named', { wanted, stated: stated ?? '' }));
  } else if (standard === 'x4' && own !== undefined) {
    findings.push(fault('X-KEY', 'pdf-standard-named-twice', { stated: own }));
  }
  if (page.info?.entries.has('GTS_PDFXConformance')) {
    findings.push(fault('X-KEY', 'pdf-standard-named-twice', { stated: 'GTS_PDFXConformance' }));
  }
  return findings;
}

const XMP_FIELDS = [
  'dc:title',
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'xmp:MetadataDate',
  'xmpMM:DocumentID',
  'xmpMM:VersionID',
  'xmpMM:RenditionClass',
  'pdf:Trapped',
];

function checkXmp(
  { catalog, document }: FinishedPage,
  xmp: Xmp | undefined,
  { standard }: ReadBackDemands,
): readonly Finding[] {
  if (xmp === undefined) return standard === 'x4' ? [fault('X-XMP', 'pdf-xmp-missing')] : [];
  const stream = dictionaryAt(document, catalog, 'Metadata');
  if (stream?.kind === 'stream' && filtersOf(document, stream).length > 0) {
    return [fault('X-XMP', 'pdf-xmp-packed')];
  }
  if (!xmp.isWellFormed) return [fault('X-XMP', 'pdf-xmp-damaged')];
  return XMP_FIELDS.filter((field) => (xmp.get(field) ?? '') === '').map((field) =>
    fault('X-XMP', 'pdf-xmp-field-missing', { field }),
  );
}

const PDF_DATE = /^D:\d{14}(?:Z|[+-]\d{2}'\d{2}'?)$/u;

function checkInformation(page: FinishedPage, { standard }: ReadBackDemands): readonly Finding[] {
  const wanted = ['Title', 'CreationDate', 'ModDate'];
  if (standard === 'x1a') wanted.push('Producer', 'Creator');
  return wanted.flatMap((field) => {
    const text = informationText(page, field) ?? '';
    if (text === '') return [fault('X-INFO', 'pdf-information-missing', { field })];
    const isDate = field.endsWith('Date');
    return isDate && !PDF_DATE.test(text)
      ? [fault('X-INFO', 'pdf-date-unreadable', { field, text })]
      : [];
  });
}

const PAIRS = [
  ['Title', 'dc:title'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
] as const;

function checkAgreement(page: FinishedPage, xmp: Xmp | undefined): readonly Finding[] {
  if (xmp === undefined) return [];
  return PAIRS.flatMap(([field, name]) => {
    const [own, other] = [informationText(page, field), xmp.get(name)];
    if (own === undefined || other === undefined) return [];
    const isSame = field.endsWith('Date') ? isSameMoment(own, other) : own === other;
    return isSame ? [] : [fault('X-XMP-SYNC', 'pdf-xmp-disagrees', { field })];
  });
}

/** `D:20210618032000+08'00'` and `2021-06-17T19:20:00Z` are the same moment. */
function isSameMoment(own: string, other: string): boolean {
  const [first, second] = [momentOf(own), momentOf(other)];
  return first !== undefined && first === second;
}

/** Year to second, then the distance from Greenwich in hours and minutes. */
const MOMENT =
  /^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?(Z|[+-]\d\d[':]?\d\d)?'?$/u;

/** Milliseconds of a date in either writing; without a zone it counts as Greenwich's. */
function momentOf(date: string): number | undefined {
  const [whole, year, month, day, hour, minute, second, zone = 'Z'] = MOMENT.exec(date) ?? [];
  if (whole === undefined) return undefined;
  const from = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${from}`);
}

const TRAPPED = ['True', 'False'];

/** Told by both where X-4 asks for both, and by both alike. */
function checkTrapped({ document, info }: FinishedPage, xmp: Xmp | undefined): readonly Finding[] {
  const trapped = nameAt(document, info, 'Trapped');
  const other = xmp?.get('pdf:Trapped');
  const isTold = trapped !== undefined && TRAPPED.includes(trapped);
  if (!isTold || (other !== undefined && !TRAPPED.includes(other))) {
    return [fault('X-TRAPPED', 'pdf-trapped-unknown')];
  }
  return other === undefined || other === trapped
    ? []
    : [fault('X-XMP-SYNC', 'pdf-xmp-disagrees', { field: 'Trapped' })];
}

function informationText({ document, info }: FinishedPage, field: string): string | undefined {
  return textOf(document.get(info?.entries.get(field)));
}
