import { strFromU8 } from 'fflate';

/** Fields of an XMP packet. */
export interface Xmp {
  readonly isWellFormed: boolean;
  /** Text of a field such as `dc:title`; of a list its first entry. */
  get(field: string): string | undefined;
}

const TAG = /<(\/?)([\w:]+)([^<>]*?)(\/?)>/gu;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const LOOSE_AMPERSAND = /&(?!(?:lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);)/iu;

/** Prefixes that we name fields by; a packet may call the same namespaces otherwise. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'adobe:ns:meta/': 'x',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://www.npes.org/pdfx/ns/id/': 'pdfxid',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
};

/** Reads the fields of a packet, written as elements or as attributes. */
export function readXmp(bytes: Uint8Array): Xmp {
  const text = strFromU8(bytes);
  const fields = new Map<string, string>();
  const prefixes = new Map<string, string>();
  const open: string[] = [];
  let isWellFormed = !LOOSE_AMPERSAND.test(text) && text.includes('<?xpacket end=');
  let hasFields = false;
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, closing, written = '', attributes = '', alone] = match;
    const stated = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => {
      return { key, value: plain(double ?? single ?? '') };
    });
    for (const { key, value } of stated) {
      const prefix = /^xmlns:(.+)$/u.exec(key)?.[1];
      if (prefix !== undefined) prefixes.set(prefix, NAMESPACES[value] ?? value);
    }
    const name = knownName(written, prefixes);
    if (name === 'rdf:RDF') hasFields = true;
    if (name === 'rdf:Description') {
      for (const { key, value } of stated) fields.set(knownName(key, prefixes), value);
    }
    if (closing === '/') {
      if (open.pop() !== name) isWellFormed = false;
      else keep(fields, { open, name, text: text.slice(from, match.index) });
    } else if (alone !== '/') open.push(name);
    from = match.index + whole.length;
  }
  isWellFormed = isWellFormed && hasFields && open.length === 0;
  return { isWellFormed, get: (field) => fields.get(field) };
}

/** The name under our prefix for its namespace. */
function knownName(written: string, prefixes: ReadonlyMap<string, string>): string {
  const [prefix = '', rest] = written.split(':');
  return rest === undefined ? written : `${prefixes.get(prefix) ?? '?'}:${rest}`;
}

/** `dc:title/rdf:Alt/rdf:li` is kept as `dc:title`. */
function keep(
  fields: Map<string, string>,
  found: { readonly open: readonly string[]; readonly name: string; readonly text: string },
): void {
  const field = [...found.open, found.name].findLast((name) => !/^(?:rdf|x):/u.test(name));
  const text = plain(found.text).trim();
  if (field !== undefined && text !== '' && !fields.has(field)) fields.set(field, text);
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
