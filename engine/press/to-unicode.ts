import { hexWord, utf16Hex } from './pdf-syntax.ts';

/** A character code of the page content and the source text it stands for. */
export interface CodeText {
  readonly cid: number;
  readonly text: string;
}

/** A `bfchar` section holds at most 100 entries (Adobe technical note 5014). */
const SECTION_LENGTH = 100;

/**
 * The ToUnicode map: copying and searching give the text of the story, for each glyph the very
 * characters it was set from, never a compatibility form that happens to share the glyph.
 */
export function toUnicodeMap(texts: readonly CodeText[]): string {
  const lines = [
    '/CIDInit/ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000><FFFF>',
    'endcodespacerange',
  ];
  for (let start = 0; start < texts.length; start += SECTION_LENGTH) {
    const section = texts.slice(start, start + SECTION_LENGTH);
    lines.push(`${section.length} beginbfchar`);
    for (const { cid, text } of section) lines.push(`<${hexWord(cid)}><${utf16Hex(text)}>`);
    lines.push('endbfchar');
  }
  lines.push('endcmap', 'CMapName currentdict/CMap defineresource pop', 'end', 'end');
  return lines.join('\n');
}
