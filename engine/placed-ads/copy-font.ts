import { packStream } from '#engine/press/pack.ts';
import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import { asDictionary } from '#engine/read-back/open-document.ts';
import {
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from '#engine/read-back/pdf-values.ts';
import type { AdShelf, Words } from './ad-shelf.ts';
import type { AdSource } from './functions.ts';
import { unpackFilters } from './unpack-filters.ts';

/**
 * What belongs to a font, its descriptor, encoding and file. All else stays behind: CIDSet and
 * CharSet are often wrong, and nothing says that a stranger's dictionary holds no action.
 */
const FONT_KEYS: ReadonlySet<string> = new Set([
  ...['Type', 'Subtype', 'BaseFont', 'FirstChar', 'LastChar', 'Widths', 'FontDescriptor'],
  ...['Encoding', 'ToUnicode', 'DescendantFonts', 'CIDSystemInfo', 'DW', 'W', 'DW2', 'W2'],
  ...['CIDToGIDMap', 'FontName', 'FontFamily', 'FontStretch', 'FontWeight', 'Flags', 'FontBBox'],
  ...['ItalicAngle', 'Ascent', 'Descent', 'Leading', 'CapHeight', 'XHeight', 'StemV', 'StemH'],
  ...['AvgWidth', 'MaxWidth', 'MissingWidth', 'FontFile', 'FontFile2', 'FontFile3'],
  ...['Registry', 'Ordering', 'Supplement', 'Differences', 'BaseEncoding'],
  ...['Length1', 'Length2', 'Length3', 'CMapName', 'WMode', 'UseCMap'],
]);

const MOST_DEPTH = 12;

/** Copies a font with all that belongs to it; gives back its place on the shelf. */
export function copyFont(
  source: AdSource,
  shelf: AdShelf,
  font: PdfDictionary | PdfStream,
): number {
  const places = new Map<PdfValue, number>();

  function words(value: PdfValue, depth: number): Words {
    if (depth > MOST_DEPTH) throw new UnreadablePdf('a font nested too deeply');
    const found = source.document.get(value);
    if (typeof found !== 'object') return [plainWord(found)];
    switch (found.kind) {
      case 'name':
        return [nameWord(found.name)];
      case 'text':
        return [textWord(found.latin)];
      case 'array':
        return ['[', ...found.values.flatMap((one) => [...words(one, depth + 1), ' ']), ']'];
      case 'dictionary':
        // Fonts and descriptors have to be objects of their own.
        return depth > 0 && isShared(value) ? [place(found, depth)] : dictionary(found, depth);
      case 'stream':
        return [place(found, depth)];
      case 'reference':
        throw new UnreadablePdf('a reference that leads nowhere');
    }
  }

  function dictionary({ entries }: PdfDictionary | PdfStream, depth: number): Words {
    return ['<<', ...entryWords(entries, depth), '>>'];
  }

  function entryWords(entries: ReadonlyMap<string, PdfValue>, depth: number): Words {
    return [...entries].flatMap(([key, value]) =>
      FONT_KEYS.has(key) ? [`${nameWord(key)} `, ...words(value, depth + 1)] : [],
    );
  }

  function place(node: PdfDictionary | PdfStream, depth: number): number {
    const known = places.get(node);
    if (known !== undefined) return known;
    const own = shelf.reserve();
    places.set(node, own);
    if (node.kind === 'dictionary') return shelf.put(own, dictionary(node, depth));
    const { bytes } = unpackFilters(source.document, node, source.allowance);
    const entries = entryWords(node.entries, depth);
    return shelf.put(own, [...entries, '/Filter/FlateDecode'], packStream(bytes));
  }

  return place(asFont(font), 0);
}

function asFont(font: PdfDictionary | PdfStream): PdfDictionary | PdfStream {
  return asDictionary(font) ?? font;
}

function isShared(value: PdfValue): boolean {
  return typeof value === 'object' && value.kind === 'reference';
}

const NUMBER_DECIMALS = 6;

/** A number, a truth or nothing as PDF writes it. */
export function plainWord(value: number | boolean | undefined): string {
  if (value === undefined) return 'null';
  return typeof value === 'number' ? pdfNumber(value, NUMBER_DECIMALS) : String(value);
}

/** A name whose characters are bytes. */
function nameWord(latin: string): string {
  const safe = Array.from(latin, (letter) =>
    /[A-Za-z0-9._+-]/u.test(letter)
      ? letter
      : `#${letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return `/${safe.join('')}`;
}

/** A string whose characters are bytes. */
function textWord(latin: string): string {
  const hex = Array.from(latin, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'));
  return `<${hex.join('')}>`;
}

/** Any value of content without references as PDF writes it. */
export function valueWord(value: PdfValue): string {
  if (typeof value !== 'object') return plainWord(value);
  if (value.kind === 'text') return textWord(value.latin);
  if (value.kind === 'array') return `[${value.values.map(valueWord).join(' ')}]`;
  return nameWord(nameOf(value) ?? '');
}
