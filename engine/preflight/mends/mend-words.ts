import type { Issue } from '#engine/model/issue.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Mend } from './mend.ts';

/** The story without an empty paragraph. */
export function withoutBlankLine(issue: Issue, finding: Finding): Mend | undefined {
  const place = paragraphOf(issue, finding);
  if (place === undefined || place.texts.length < 2 || place.words !== '') return undefined;
  const { article, at, number, texts } = place;
  // It goes with the line feed before it; at the head of a story with the one behind it.
  const start = number === 0 ? 0 : at - 1;
  const end = number === 0 ? Math.min(1, texts.join('\n').length) : at;
  const change = { kind: 'words cut', article, start, end } as const;
  return { code: 'mend-blank-line', values: {}, isSafe: true, change };
}

/** The story without a jump line that the desk prints anyway. */
export function withoutDoubledJump(issue: Issue, finding: Finding): Mend | undefined {
  return withoutJump(issue, finding, true);
}

/** The story without a jump line that leads nowhere; perhaps the story is still to be threaded. */
export function withoutIdleJump(issue: Issue, finding: Finding): Mend | undefined {
  return withoutJump(issue, finding, false);
}

function withoutJump(issue: Issue, finding: Finding, isSafe: boolean): Mend | undefined {
  const place = paragraphOf(issue, finding);
  const { start, end } = finding.where;
  const written = String(finding.values.written);
  if (place === undefined || start === undefined || end === undefined) return undefined;
  const { article, at, number, words } = place;
  if (words.slice(start, end) !== written) return undefined;
  // A paragraph that is nothing else goes as a whole.
  const isWhole = words === written && number > 0;
  const range = { start: isWhole ? at - 1 : at + start, end: at + end };
  const change = { kind: 'words cut', article, ...range } as const;
  return { code: 'mend-jump-line', values: { written }, isSafe, change };
}

/** A paragraph with its place in the story; `at` counts from the start of the story. */
function paragraphOf(issue: Issue, { where }: Finding) {
  const [, article = '', counted] = /^article:(.+)\/story:(\d+)$/u.exec(where.text ?? '') ?? [];
  const number = Number(counted);
  const texts = issue.articles[article]?.story.paragraphs.map(paragraphText) ?? [];
  const words = texts[number];
  if (words === undefined) return undefined;
  const at = texts.slice(0, number).reduce((sum, { length }) => sum + length + 1, 0);
  return { article, number, texts, words, at };
}
