import type { TextPosition } from '#engine/display/hit-text.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Issue, Paragraph } from '#engine/model/issue.ts';
import { paragraphText, sliceStory, storyPlace, storyText } from '#engine/model/story-text.ts';
import {
  articleOf,
  fieldEdits,
  fieldText,
  isStoryName,
  mayHaveLines,
  wholeText,
} from './fields.ts';

/**
 * A stretch of one text. Offsets are UTF-16 offsets in the whole text; between two paragraphs of a
 * story there is one `\n`, as in the edits of the model.
 */
export interface TextSpan {
  /** A field, or a story without paragraph. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, story or field; undefined when the issue has none of that name. */
export function wordsOfText(issue: Issue, name: string): string | undefined {
  if (!isStoryName(name)) return fieldText(issue, name);
  const article = issue.articles[articleOf(name) ?? ''];
  return article && storyText(article.story);
}

/** The stretch between two positions of one text, in either order. */
export function spanBetween(issue: Issue, anchor: TextPosition, head: TextPosition): TextSpan {
  const offsets = [offsetInText(issue, anchor), offsetInText(issue, head)];
  const text = wholeText(head.text);
  return { text, start: Math.min(...offsets), end: Math.max(...offsets) };
}

/** The offset of a position in its whole text. */
export function offsetInText(issue: Issue, position: TextPosition): number {
  if (!isStoryName(position.text)) return position.offset;
  const paragraphs = paragraphsOf(issue, position.text);
  const number = Number(/:(\d+)$/.exec(position.text)?.[1] ?? 0);
  const before = paragraphs.slice(0, number);
  return before.reduce((sum, one) => sum + paragraphText(one).length + 1, 0) + position.offset;
}

/** The position of an offset in a whole text. */
export function positionInText(
  issue: Issue,
  text: string,
  place: { readonly offset: number; readonly edge: TextPosition['edge'] },
): TextPosition {
  if (!isStoryName(text)) return { text, ...place };
  const found = storyPlace(paragraphsOf(issue, text), place.offset);
  const { paragraph, offset } = found ?? { paragraph: 0, offset: 0 };
  return { text: `${wholeText(text)}:${paragraph}`, offset, edge: place.edge };
}

/** What stands in a stretch, with its roles where it is a story's. */
export function contentOfSpan(issue: Issue, { text, start, end }: TextSpan): readonly Paragraph[] {
  if (!isStoryName(text)) {
    const words = fieldText(issue, text)?.slice(start, end) ?? '';
    return words.split('\n').map(plainParagraph);
  }
  const paragraphs = paragraphsOf(issue, text);
  const from = storyPlace(paragraphs, start);
  const to = storyPlace(paragraphs, end);
  return from && to ? sliceStory(paragraphs, from, to) : [];
}

/** A stretch and what is to stand in its place. */
export interface SpanChange {
  readonly span: TextSpan;
  readonly content: readonly Paragraph[];
}

/**
 * The edit that puts content in place of stretches, all counted in the texts as they are; they must
 * not overlap. A field of one line takes several paragraphs as one.
 */
export function changedSpans(issue: Issue, changes: readonly SpanChange[]): Edit {
  const edits: Edit[] = [];
  const fields = new Map<string, string>();
  // From the end of each text, so that what is changed first moves nothing that comes after.
  for (const { span, content } of changes.toSorted((a, b) => b.span.start - a.span.start)) {
    const { text, start, end } = span;
    if (isStoryName(text)) {
      edits.push({ kind: 'replacedText', article: articleOf(text) ?? '', start, end, content });
      continue;
    }
    const words = fields.get(text) ?? fieldText(issue, text) ?? '';
    fields.set(text, words.slice(0, start) + joined(text, content) + words.slice(end));
  }
  return { kind: 'editsTogether', edits: [...edits, ...fieldEdits(issue, fields)] };
}

/** How long content is as text, in the text that takes it. */
export function contentLength(text: string, content: readonly Paragraph[]): number {
  return joined(text, content).length;
}

function joined(text: string, content: readonly Paragraph[]): string {
  const parting = isStoryName(text) || mayHaveLines(text) ? '\n' : '';
  return content.map(paragraphText).join(parting);
}

/** Words as a body paragraph of no role. */
export function plainParagraph(text: string): Paragraph {
  const runs = text === '' ? [] : [{ text, role: 'plain' as const }];
  return { kind: 'body', runs, looseness: 0 };
}

function paragraphsOf(issue: Issue, text: string): readonly Paragraph[] {
  return issue.articles[articleOf(text) ?? '']?.story.paragraphs ?? [];
}
