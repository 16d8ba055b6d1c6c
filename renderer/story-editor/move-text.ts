import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';
import {
  changedSpans,
  contentLength,
  contentOfSpan,
  plainParagraph,
  type TextSpan,
} from './text-spans.ts';

/** Where words are put, and what becomes of those that are dragged. */
export interface TextDrop {
  /** A field, or a story without paragraph. */
  readonly text: string;
  readonly offset: number;
  /** The words stay where they were, too. */
  readonly isCopy: boolean;
  /** Name of the undo step, in the newsroom's language. */
  readonly name: string;
}

/** The parts of an open issue that words are moved in. */
export type EditedIssue = Pick<OpenIssue, 'edit' | 'issue'>;

/**
 * Moves or copies a stretch of text to another place, in the same text or in another, as one undo
 * step. Answers where the words stand now; undefined when they were dropped on themselves.
 */
export function moveText(
  openIssue: EditedIssue,
  span: TextSpan,
  drop: TextDrop,
): TextSpan | undefined {
  const isOwn = span.text === drop.text;
  const isInside = isOwn && drop.offset >= span.start && drop.offset <= span.end;
  if (span.start === span.end || (isInside && !drop.isCopy)) return undefined;
  const content = contentOfSpan(openIssue.issue(), span);
  const length = contentLength(drop.text, content);
  const put = { span: { text: drop.text, start: drop.offset, end: drop.offset }, content };
  const taken = { span, content: [plainParagraph('')] };
  const edit = changedSpans(openIssue.issue(), drop.isCopy ? [put] : [put, taken]);
  if (!openIssue.edit(drop.name, edit).ok) return undefined;
  const isTakenBefore = isOwn && !drop.isCopy && drop.offset > span.end;
  const start = drop.offset - (isTakenBefore ? span.end - span.start : 0);
  return { text: drop.text, start, end: start + length };
}
