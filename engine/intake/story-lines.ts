import { isBylineLine, isNameLine } from './bylines.ts';
import type { HeadingLine, HeadingPart } from './headings.ts';
import type { MarkedCopy } from './marked-copy.ts';
import type { LineLook } from './source-lines.ts';
import type { DraftLine } from './worked-lines.ts';

/** A paragraph of a story on its way. */
export interface StoryLine {
  readonly line: DraftLine;
  /** A preface (编者按) stands above the headline of its story. */
  readonly kind: 'body' | 'crosshead' | 'byline' | 'preface';
}

const LABEL_PARTS: readonly (readonly [RegExp, HeadingPart | 'body'])[] = [
  [/引题|肩题|眉题/u, 'kicker'],
  [/副题|副标题/u, 'deck'],
  [/标题|题目|主题/u, 'headline'],
  [/栏目/u, 'standingHead'],
  [/正文|内容|导语/u, 'body'],
];
const LABEL_WORDS =
  /^(?:【[^】]{2,5}】|[[（(]?[\p{Script=Han}]{2,5}[\]）)]?[ \u3000]*(?:：|$))[ \u3000]*/gu;
const PREFACE =
  /^【?(?:编者按|编者的话|编后|开栏语|开栏的话|开篇语|记者按|按语|核心提示|核心阅读|内容提要|内容导读|新闻提示)】?(?:[：:]|\s|$)|——\s?题\s?记$/u;

/** True for 编者按 and what else stands above a story without being part of it. */
export function isPreface(text: string): boolean {
  return PREFACE.test(text);
}

/** A labelled line without its label, and the part that the label names. */
export function withoutLabel(line: MarkedCopy): {
  readonly part: HeadingPart | 'body';
  readonly copy: MarkedCopy;
} {
  const [words = ''] = line.text.match(LABEL_WORDS) ?? [];
  const part = LABEL_PARTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'body';
  return { part, copy: line.replaced(LABEL_WORDS, 'labels', '') };
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

const NEWS_DATE =
  /^(?:\d{4}年)?\d{1,2}月\d{1,2}日|^\d{1,2}日|^(?:日前|近日|近期|昨日|昨天|今日|今天|连日来)/u;

/** True for words that a report begins with: a day, or a word for one. */
export function isNewsOpening(text: string): boolean {
  return NEWS_DATE.test(text);
}
