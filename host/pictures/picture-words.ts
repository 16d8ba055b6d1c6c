import { decodeText, tidied } from './decode-text.ts';
import { exifWords } from './exif-words.ts';
import { iptcWords } from './iptc-words.ts';

/** What a photograph says of itself. */
export interface PictureWords {
  readonly caption: string;
  readonly credit: string;
}

/** The parts of a picture file in which words may stand. */
export interface WordSources {
  readonly xmp?: Uint8Array | undefined;
  readonly iptc?: Uint8Array | undefined;
  readonly exif?: Uint8Array | undefined;
}

/**
 * Caption and credit of a photograph. XMP comes first: it states its encoding, where IPTC by
 * Chinese programs is UTF-8 or GB18030 without a word about it. EXIF comes last: many cameras put
 * their own name there.
 */
export function readPictureWords({ xmp, iptc, exif }: WordSources): PictureWords {
  const found = [
    xmp && xmpWords(decodeText(xmp)),
    iptc && iptcWords(iptc),
    exif && exifWords(exif),
  ].filter((words) => words !== undefined);
  const first = (pick: (words: PictureWords) => string) =>
    found.map(pick).find((word) => word !== '') ?? '';
  return { caption: first((words) => words.caption), credit: first((words) => words.credit) };
}

/** The photographer, or else the agency: dc:creator, photoshop:Credit. */
function xmpWords(xmp: string): PictureWords {
  const creators = listOf(xmp, 'dc:creator');
  return {
    caption: tidied(listOf(xmp, 'dc:description')[0] ?? ''),
    credit: tidied(creators.join(' ') || propertyOf(xmp, 'photoshop:Credit')),
  };
}

/** The entries of a list such as `<dc:creator><rdf:Seq><rdf:li>…`. */
function listOf(xmp: string, name: string): readonly string[] {
  const [, list = ''] = new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`, 'u').exec(xmp) ?? [];
  return [...list.matchAll(/<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/gu)].map(([, word = '']) =>
    plainText(word),
  );
}

/** A property that stands as an attribute or as an element. */
function propertyOf(xmp: string, name: string): string {
  const forms = [`${name}="([^"]*)"`, `<${name}[^>]*>([^<]*)</${name}>`];
  const found = forms.map((form) => new RegExp(form, 'u').exec(xmp)?.[1]);
  return plainText(found.find((word) => word !== undefined) ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function plainText(xml: string): string {
  return xml
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, '$1')
    .replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
