import type { FontProgram } from './font-program.ts';
import { nameInEncoding } from './glyph-names.ts';
import { arrayAt, asDictionary, dictionaryAt, nameAt, type PdfDocument } from './open-document.ts';
import { nameOf, numberOf, type PdfDictionary, type PdfStream } from './pdf-values.ts';

/** The flag of fonts whose characters are none of the Latin ones (ISO 32000-1, table 123). */
const SYMBOLIC = 4;
const NO_GLYPH = -1;

/** Glyph of each one-byte code (ISO 32000-1, 9.6.6): by the file's encoding, or by the font's. */
export function simpleGlyphs(
  document: PdfDocument,
  font: PdfDictionary | PdfStream,
  program: FontProgram | undefined,
): (code: number) => number {
  if (program === undefined) return (code) => code;
  const stated = document.get(font.entries.get('Encoding'));
  const encoding = asDictionary(stated);
  const base = nameOf(stated) ?? (encoding && nameAt(document, encoding, 'BaseEncoding'));
  const differences = encoding ? readDifferences(document, encoding) : new Map<number, string>();
  const descriptor = dictionaryAt(document, font, 'FontDescriptor');
  const flags = numberOf(document.get(descriptor?.entries.get('Flags'))) ?? 0;
  const isByCode = program.kind === 'glyf' && (flags & SYMBOLIC) !== 0 && differences.size === 0;
  // TrueType programs have no names of their own: one that states no encoding has the standard one.
  const usual = base ?? (program.kind === 'glyf' ? 'StandardEncoding' : undefined);
  return (code) => {
    const named = differences.get(code) ?? (usual && nameInEncoding(usual, code));
    const byName = named === undefined ? undefined : program.glyphOfName(named);
    const byCode = () => program.glyphOfCode(code);
    return (isByCode ? (byCode() ?? byName) : (byName ?? byCode())) ?? NO_GLYPH;
  };
}

/** `code /name /name code /name`: each name stands for the code after the one before. */
function readDifferences(
  document: PdfDocument,
  encoding: PdfDictionary | PdfStream,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const value of arrayAt(document, encoding, 'Differences')) {
    const found = document.get(value);
    const name = nameOf(found);
    if (name === undefined) code = numberOf(found) ?? code;
    else {
      names.set(code, name);
      code += 1;
    }
  }
  return names;
}
