import {
  arrayAt,
  asArray,
  asDictionary,
  dictionaryAt,
  nameAt,
  type PdfDocument,
} from '#engine/read-back/open-document.ts';
import {
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from '#engine/read-back/pdf-values.ts';

type Node = PdfDictionary | PdfStream;

/** Tells whether optional content is left out in print. */
export type IsHidden = (layer: PdfValue) => boolean;

/** Reads which layers of the file print (ISO 32000-1, 8.11.4). */
export function readHiddenLayers(document: PdfDocument): IsHidden {
  const catalog = dictionaryAt(document, document.trailer, 'Root');
  const properties = dictionaryAt(document, catalog, 'OCProperties');
  const usual = dictionaryAt(document, properties, 'D');
  const listed = (key: string) =>
    new Set(arrayAt(document, usual, key).map((one) => asDictionary(document.get(one))));
  const off = listed('OFF');
  const on = listed('ON');
  const isOffAtFirst = nameAt(document, usual, 'BaseState') === 'OFF';
  const followsUse = arrayAt(document, usual, 'AS').some(
    (one) => nameAt(document, asDictionary(document.get(one)), 'Event') === 'Print',
  );

  function isGroupHidden(group: Node): boolean {
    const use = dictionaryAt(document, dictionaryAt(document, group, 'Usage'), 'Print');
    const state = followsUse ? nameAt(document, use, 'PrintState') : undefined;
    if (state !== undefined) return state === 'OFF';
    return isOffAtFirst ? !on.has(group) : off.has(group);
  }

  function isHidden(layer: PdfValue): boolean {
    const found = asDictionary(document.get(layer));
    if (found === undefined) return false;
    if (nameAt(document, found, 'Type') !== 'OCMD') return isGroupHidden(found);
    const groups = membersOf(document, found);
    if (groups.length === 0) return false;
    const policy = nameOf(document.get(found.entries.get('P'))) ?? 'AnyOn';
    const hidden = groups.map(isGroupHidden);
    if (policy === 'AllOn') return hidden.includes(true);
    if (policy === 'AllOff') return hidden.includes(false);
    if (policy === 'AnyOff') return !hidden.includes(true);
    return !hidden.includes(false);
  }

  return isHidden;
}

function membersOf(document: PdfDocument, membership: Node): readonly Node[] {
  const members = document.get(membership.entries.get('OCGs'));
  const list = asArray(members)?.values ?? [members];
  return list.flatMap((one) => asDictionary(document.get(one)) ?? []);
}
