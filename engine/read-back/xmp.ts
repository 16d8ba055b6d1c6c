import { strFromU8 } from 'fflate';

/** Fields of an XMP packet. */
export interface Xmp {
  readonly isWellFormed: boolean;
  /** Text of a field such as `dc:title`; of a list its first entry. */
  get(field: string): string | undefined;
}

const TAG = /<(\/?)([\w:]+)([^<>]*?)(\/?)>/gu;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Reads the fields of a packet, written as elements or as attributes. */
export function readXmp(bytes: Uint8Array): Xmp {
  const text = strFromU8(bytes);
  const fields = new Map<string, string>();
  const open: string[] = [];
  let isWellFormed = /<x:xmpmeta|<rdf:RDF/u.test(text) && text.includes('<?xpacket end=');
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, closing, name = '', attributes = '', alone] = match;
    for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      if (name === 'rdf:Description') fields.set(key, plain(double ?? single ?? ''));
    }
    if (closing === '/') {
      if (open.pop() !== name) isWellFormed = false;
      else keep(fields, { open, name, text: text.slice(from, match.index) });
    } else if (alone !== '/') open.push(name);
    from = match.index + whole.length;
  }
  return { isWellFormed: isWellFormed && open.length === 0, get: (field) => fields.get(field) };
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
