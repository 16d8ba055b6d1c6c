import type { RawPart } from '#engine/intake/raw-matter.ts';
import { plainParagraph } from './gathered.ts';

/** A text file or a paste: every line is a paragraph, an empty one too. */
export function readPlainText(text: string): readonly RawPart[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n|\u2029|\f/u);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  // A vertical tab or U+2028 is the soft return of programs that have one.
  return lines.map((line) => plainParagraph(printable(line)));
}

function printable(line: string): string {
  return line.replaceAll(/[\v\u2028]/gu, '\n').replaceAll('\0', '');
}
