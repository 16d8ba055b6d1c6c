import { isBylineLine, isNameLine } from './bylines.ts';
import type { HeadingLine, HeadingPart } from './headings.ts';
import type { LineLook } from './source-lines.ts';
import type { DraftLine } from './worked-lines.ts';

/** A paragraph of a story on its way. */
export interface StoryLine {
  readonly line: DraftLine;
  /** A preface (编者按) stands above the headline of its story. */
  readonly kind: 'body' | 'crosshead' | 'byline' | 'preface';
}

/** A line of a poem or a list; its author stands below the headline. */
export function listLine(line: DraftLine, index: number): StoryLine {
  const { text } = line.copy;
  const isByline = index === 0 && (isNameLine(text) || isBylineLine(text));
  return { line, kind: isByline ? 'byline' : 'body' };
}

/** A line on its way into a heading. */
export function headingLine(line: DraftLine, named: HeadingPart | undefined): HeadingLine {
  return { copy: line.copy, look: line.look, named, isSoft: line.isSoft };
}

/** Told by the file: both are bold, centred, of one level or of one size unlike the text. */
export function isAlikeLook(head: LineLook, other: LineLook): boolean {
  const isMarked = head.level !== undefined || head.centred || head.bold;
  return (
    isMarked &&
    head.level === other.level &&
    head.centred === other.centred &&
    head.bold === other.bold &&
    (head.sizePt === other.sizePt || head.level !== undefined)
  );
}

/** The words of a heading by which it is known again. */
export function bareHeading(
  lines: readonly { readonly copy: { readonly text: string } }[],
): string {
  return lines
    .map(({ copy }) => copy.text)
    .join('')
    .replace(/（[^（）]*(?:续|接)[^（）]*）/gu, '')
    .replace(/[\s\u3000《》【】]/gu, '');
}

/** True for a number that stands alone above a part of a story. */
export function isSection(text: string): boolean {
  return /^[（(]?(?:[一二三四五六七八九十]{1,2}|[1-9]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨ])[）)、.．]?$/u.test(text.trim());
}
