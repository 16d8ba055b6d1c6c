import { Parser } from 'htmlparser2';
import { checkTextLength, MOST_DEPTH } from './allowance.ts';
import { DraftTrouble } from './draft-trouble.ts';

/** Attributes of an element, by name with prefix. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of an XML file, from its beginning to its end. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text?(text: string): void;
}

const CHUNK = 64 * 1024;

/**
 * Walks through an XML file. The parser knows the five entities of XML and no others: what a file
 * declares for itself, as entity bombs do, stays unread. A torn file is read as far as it goes.
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener): void {
  checkTextLength(bytes.length);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MOST_DEPTH) throw new DraftTrouble('draft-too-deep', { most: MOST_DEPTH });
        listener.open(name, attributes);
      },
      onclosetag(name) {
        depth -= 1;
        listener.close(name);
      },
      ontext: (text) => listener.text?.(text),
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder(xmlEncoding(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.end(decoder.decode());
}

/** Office writes UTF-8; the standard allows UTF-16 beside it. */
function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
