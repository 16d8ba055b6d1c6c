import type { Finding } from '#engine/units/finding.ts';
import { doubt, fault } from './fault.ts';
import { type FinishedPage, printedArea, type ReadBackDemands } from './finished-page.ts';
import { type Box, sharedBox } from './matrix.ts';
import { arrayAt, asArray, asDictionary, dictionaryAt, nameAt } from './open-document.ts';
import { RENDERING_INTENTS } from './operators.ts';
import { nameOf, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-values.ts';
import { readSpace } from './read-paint.ts';
import { filtersOf } from './unpack-stream.ts';

type Dictionary = PdfDictionary | PdfStream;
type ObjectRule = (
  object: Dictionary,
  page: FinishedPage,
  demands: ReadBackDemands,
) => readonly Finding[];

/** Everything in the file that a RIP must not meet, wherever it stands. */
export function checkObjects(page: FinishedPage, demands: ReadBackDemands): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const object of dictionariesOf(page)) {
    for (const rule of OBJECT_RULES) {
      for (const finding of rule(object, page, demands)) {
        found.set(`${finding.code} ${JSON.stringify(finding.values)}`, finding);
      }
    }
  }
  return [...found.values(), ...checkAnnotations(page), ...checkCatalog(page)];
}

/** All dictionaries of the file, those within others too, and those that nothing refers to. */
function dictionariesOf({ document }: FinishedPage): readonly Dictionary[] {
  const found: Dictionary[] = [];
  const met = new Set<PdfValue>();
  const open: PdfValue[] = document.numbers.map((number) => ({ kind: 'reference', number }));
  open.push(document.trailer);
  while (open.length > 0) {
    const value = document.get(open.pop());
    if (typeof value !== 'object' || met.has(value)) continue;
    met.add(value);
    if (value.kind === 'array') open.push(...value.values);
    if (value.kind !== 'dictionary' && value.kind !== 'stream') continue;
    found.push(value);
    open.push(...value.entries.values());
  }
  return found;
}

const OBJECT_RULES: readonly ObjectRule[] = [
  noActions,
  noPostScript,
  noTransfer,
  noPreseparation,
  noAlternates,
  onlyPlainFilters,
  standardIntent,
  noDefaultSpaces,
];

/** Types of actions that the standard knows (ISO 32000-1, table 198). */
const ACTION_KEYS = [
  'A',
  'AA',
  'OpenAction',
  'JS',
  'JavaScript',
  'AcroForm',
  'EmbeddedFiles',
  'XFA',
];

function noActions(object: Dictionary, { document }: FinishedPage): readonly Finding[] {
  const key = ACTION_KEYS.find((name) => {
    // /A of some other dictionaries is a number; an action is a dictionary.
    const value = document.get(object.entries.get(name));
    return name === 'A' ? asDictionary(value) !== undefined : value !== undefined;
  });
  return key === undefined ? [] : [fault('X-ACTION', 'pdf-action', { key })];
}

function noPostScript(object: Dictionary, { document }: FinishedPage): readonly Finding[] {
  const has = (key: string) => object.entries.has(key);
  const kind = nameAt(document, object, 'Subtype');
  const isPostScript = kind === 'PS' || nameAt(document, object, 'Subtype2') === 'PS';
  if (isPostScript) return [fault('X-PS', 'pdf-object-forbidden', { object: 'PS' })];
  if (has('OPI')) return [fault('X-PS', 'pdf-object-forbidden', { object: 'OPI' })];
  if (kind === 'Form' && has('Ref')) {
    return [fault('X-PS', 'pdf-object-forbidden', { object: 'Ref' })];
  }
  const isOutside = object.kind === 'stream' && has('F');
  return isOutside ? [fault('X-PS', 'pdf-stream-outside')] : [];
}

function noTransfer(object: Dictionary, { document }: FinishedPage): readonly Finding[] {
  const { entries } = object;
  const keys: string[] = [];
  if (entries.has('TR')) keys.push('TR');
  if (entries.has('TR2') && nameAt(document, object, 'TR2') !== 'Default') keys.push('TR2');
  if (entries.has('HTP')) keys.push('HTP');
  const kind = document.get(entries.get('HalftoneType'));
  if (kind !== undefined && kind !== 1 && kind !== 5) keys.push('HalftoneType');
  if (entries.has('HalftoneName')) keys.push('HalftoneName');
  return keys.map((key) => fault('X-TRANSFER', 'pdf-transfer', { key }));
}

function noPreseparation({ entries }: Dictionary): readonly Finding[] {
  return entries.has('SeparationInfo') ? [fault('X-PRESEP', 'pdf-preseparated')] : [];
}

function noAlternates({ entries }: Dictionary): readonly Finding[] {
  return entries.has('Alternates') ? [fault('X-ALT', 'pdf-alternates')] : [];
}

const HOUSE_FILTERS = ['FlateDecode', 'DCTDecode', 'ASCIIHexDecode'];

function onlyPlainFilters(object: Dictionary, page: FinishedPage): readonly Finding[] {
  if (object.kind !== 'stream') return [];
  return filtersOf(page.document, object)
    .filter((filter) => !HOUSE_FILTERS.includes(filter))
    .map((filter) => fault('X-FILTER', 'pdf-filter', { filter }));
}

function standardIntent(object: Dictionary, { document }: FinishedPage): readonly Finding[] {
  const intent = nameAt(document, object, 'RI') ?? nameAt(document, object, 'Intent');
  const isLayer = nameAt(document, object, 'Type') === 'OCG';
  if (intent === undefined || isLayer || RENDERING_INTENTS.includes(intent)) return [];
  return [fault('X-INTENT', 'pdf-rendering-intent', { intent })];
}

const DEFAULT_SPACES = ['DefaultGray', 'DefaultRGB', 'DefaultCMYK'];

/** A default space manages every ink that is told plainly (ISO 32000-1, 8.6.5.6). */
function noDefaultSpaces(object: Dictionary, { document }: FinishedPage): readonly Finding[] {
  return DEFAULT_SPACES.flatMap((name) => {
    const value = object.entries.get(name);
    const isInk = ['cmyk', 'gray'].includes(readSpace(document, value, undefined).space);
    return value === undefined || isInk ? [] : [fault('R0027', 'pdf-colour-default', { name })];
  });
}

const ALLOWED_ANNOTATIONS = ['PrinterMark', 'TrapNet'];

/** Notes, links and stamps inside the printed area. */
function checkAnnotations(page: FinishedPage): readonly Finding[] {
  const { document } = page;
  const area = printedArea(page);
  return arrayAt(document, page.page, 'Annots').flatMap((value) => {
    const annotation = asDictionary(document.get(value));
    const kind = nameAt(document, annotation, 'Subtype') ?? '?';
    const box = boxAt(arrayAt(document, annotation, 'Rect').map(Number));
    const isInside = box === undefined || sharedBox(box, area) !== undefined;
    const isAllowed = ALLOWED_ANNOTATIONS.includes(kind) || !isInside;
    return isAllowed ? [] : [fault('X-ANNOT', 'pdf-annotation', { kind })];
  });
}

function boxAt(numbers: readonly number[]): Box | undefined {
  const [left, bottom, right, top] = numbers;
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) {
    return undefined;
  }
  return { left, bottom, right, top };
}

const VIEW_AREAS = ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip'];
const AREA_BOXES = ['MediaBox', 'BleedBox'];

function checkCatalog({ catalog, document }: FinishedPage): readonly Finding[] {
  const wishes = dictionaryAt(document, catalog, 'ViewerPreferences');
  return VIEW_AREAS.flatMap((key) => {
    const box = nameAt(document, wishes, key);
    const isAllowed = box === undefined || AREA_BOXES.includes(box);
    return isAllowed ? [] : [fault('X-VIEWPREF', 'pdf-view-area', { key, box })];
  });
}

/** Layers: allowed in X-4 when all of them print, forbidden in X-1a. */
export function checkLayers(page: FinishedPage, { standard }: ReadBackDemands): readonly Finding[] {
  const { catalog, content, document } = page;
  const properties = dictionaryAt(document, catalog, 'OCProperties');
  const stray = strayLayers(page, arrayAt(document, properties, 'OCGs'));
  if (properties === undefined) {
    const count = Math.max(content.layers.size, stray);
    return count > 0 ? [fault('X-OCG', 'pdf-layer-unlisted', { count })] : [];
  }
  if (standard === 'x1a') return [fault('X-OCG', 'pdf-layers-forbidden')];
  const usual = dictionaryAt(document, properties, 'D');
  const findings: Finding[] = [];
  if (usual?.entries.has('Name') !== true) findings.push(fault('X-OCG', 'pdf-layer-view-unnamed'));
  if (usual?.entries.has('AS')) findings.push(fault('X-OCG', 'pdf-layer-automatic'));
  const isHidden =
    arrayAt(document, usual, 'OFF').length > 0 || nameAt(document, usual, 'BaseState') === 'OFF';
  if (isHidden || dictionariesOf(page).some((object) => isShownByOthers(page, object))) {
    findings.push(fault('X-OCG', 'pdf-layer-hidden'));
  }
  const total = arrayAt(document, properties, 'OCGs').length;
  const ordered = (asArray(document.get(usual?.entries.get('Order')))?.values ?? []).length;
  const count = Math.max(0, total - ordered) + stray;
  if (count > 0) findings.push(fault('X-OCG', 'pdf-layer-unlisted', { count }));
  return findings;
}

/** Layers anywhere in the file that the catalog does not list. */
function strayLayers(page: FinishedPage, listed: readonly PdfValue[]): number {
  const { document } = page;
  const known = new Set(listed.map((value) => document.get(value)));
  const layers = dictionariesOf(page).filter((one) => nameAt(document, one, 'Type') === 'OCG');
  return layers.filter((layer) => !known.has(layer)).length;
}

/** Shows where other layers are off, or by an expression (ISO 32000-1, 8.11.2.2). */
function isShownByOthers({ document }: FinishedPage, object: Dictionary): boolean {
  if (nameAt(document, object, 'Type') !== 'OCMD') return false;
  const policy = nameAt(document, object, 'P') ?? 'AnyOn';
  return object.entries.has('VE') || !['AnyOn', 'AllOn'].includes(policy);
}

/** Transparency: forbidden in X-1a; in X-4 it is mixed in the four inks (GWG 2022 R0030). */
export function checkTransparency(
  page: FinishedPage,
  { standard }: ReadBackDemands,
): readonly Finding[] {
  const { document } = page;
  const findings = new Map<string, Finding>();
  const note = (finding: Finding) => findings.set(finding.code, finding);
  const ofAds = dictionariesOfAds(page);
  for (const object of dictionariesOf(page)) {
    if (isTransparent(page, object)) {
      if (standard === 'x1a') note(fault('X-TRANSPARENCY', 'pdf-transparency-forbidden'));
      else if (ofAds.has(object)) note(doubt('H-TRANSPARENCY', 'pdf-transparency-placed'));
      else note(fault('H-TRANSPARENCY', 'pdf-transparency'));
    }
    if (nameAt(document, object, 'S') !== 'Transparency') continue;
    const space = nameAt(document, object, 'CS');
    if (standard === 'x1a') note(fault('X-TRANSPARENCY', 'pdf-transparency-forbidden'));
    else if (space !== 'DeviceCMYK') {
      note(fault('R0030', 'pdf-blend-space', { space: space ?? '?' }));
    }
  }
  return [...findings.values()];
}

/** All that the forms of the page draw with: placed ads may mix colours, we do not. */
function dictionariesOfAds({ document, resources }: FinishedPage): ReadonlySet<Dictionary> {
  const found = new Set<Dictionary>();
  const visit = (value: PdfValue): void => {
    const node = document.get(value);
    if (typeof node !== 'object') return;
    if (node.kind === 'array') node.values.forEach(visit);
    if ((node.kind !== 'dictionary' && node.kind !== 'stream') || found.has(node)) return;
    found.add(node);
    for (const entry of node.entries.values()) visit(entry);
  };
  const shelf = dictionaryAt(document, resources, 'XObject');
  for (const value of shelf?.entries.values() ?? []) {
    const object = asDictionary(document.get(value));
    if (object !== undefined && nameAt(document, object, 'Subtype') === 'Form') visit(object);
  }
  return found;
}

const PLAIN_BLENDS = ['Normal', 'Compatible'];

function isTransparent({ document }: FinishedPage, object: Dictionary): boolean {
  const { entries } = object;
  const alpha = (key: string) => {
    const value = document.get(entries.get(key));
    return typeof value === 'number' && value < 1;
  };
  const mask = document.get(entries.get('SMask'));
  const hasMask = mask !== undefined && nameOf(mask) !== 'None';
  const blend = document.get(entries.get('BM'));
  const isBlended = blend !== undefined && !PLAIN_BLENDS.includes(nameOf(blend) ?? '');
  return hasMask || isBlended || alpha('ca') || alpha('CA');
}
