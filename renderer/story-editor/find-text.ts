import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, Issue } from '#engine/model/issue.ts';
import {
  changedSpans,
  contentOfSpan,
  plainParagraph,
  type TextSpan,
  wordsOfText,
} from './text-spans.ts';

/** What is looked for, and how. */
export interface FindQuery {
  readonly what: string;
  /** Only where words of the dictionary begin and end. */
  readonly isWholeWords: boolean;
  /** （ is not (; Ａ is not A. A pattern is always exact. */
  readonly isExactWidth: boolean;
  /** `what` is a regular expression. */
  readonly isPattern: boolean;
}

/** A place that was found. */
export interface Hit {
  readonly span: TextSpan;
  /** The words that were found. */
  readonly words: string;
  /** What stands before and behind them in the same line. */
  readonly before: string;
  readonly after: string;
}

/** Answers where words begin and end; handed in because the engine of the browser knows it. */
export type WordBoundaries = (text: string) => readonly number[];

/** A list of hundreds is not read; typing 的 would find a thousand. */
const MOST_HITS = 2000;
/** Characters of context on either side. */
const CONTEXT = 14;

/** True when the pattern of a query is no regular expression. */
export function isBadPattern(query: FindQuery): boolean {
  return query.what !== '' && expressionOf(query) === undefined;
}

/** The regular expression of a query; undefined for an empty query or a pattern that is none. */
function expressionOf(query: FindQuery): RegExp | undefined {
  if (query.what === '') return undefined;
  const source = query.isPattern
    ? query.what
    : query.what.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  try {
    return new RegExp(source, query.isPattern ? 'gimu' : 'giu');
  } catch {
    return undefined;
  }
}

/** Every place of the issue where the words stand, in the order of pages and texts. */
export function findInIssue(
  issue: Issue,
  query: FindQuery,
  boundariesOf: WordBoundaries,
): readonly Hit[] {
  const isFolded = !query.isExactWidth && !query.isPattern;
  const what = isFolded ? halfWidth(query.what) : query.what;
  const expression = expressionOf({ ...query, what });
  if (expression === undefined) return [];
  const hits: Hit[] = [];
  for (const text of textsOfIssue(issue)) {
    const words = wordsOfText(issue, text) ?? '';
    const searched = isFolded ? halfWidth(words) : words;
    for (const { index, 0: found } of searched.matchAll(expression)) {
      const end = index + found.length;
      if (found === '' || (query.isWholeWords && !isWhole(words, index, end, boundariesOf)))
        continue;
      hits.push(hitAt(words, { text, start: index, end }));
      if (hits.length === MOST_HITS) return hits;
    }
  }
  return hits;
}

/** The edit that puts other words in the places found; they keep the role of what stood there. */
export function replacedHits(
  issue: Issue,
  hits: readonly Hit[],
  { query, replacement }: { readonly query: FindQuery; readonly replacement: string },
): Edit {
  return changedSpans(
    issue,
    hits.map((hit) => {
      const words = query.isPattern ? filledIn(issue, hit, { query, replacement }) : replacement;
      const role = contentOfSpan(issue, hit.span)[0]?.runs[0]?.role ?? 'plain';
      const content = words.split('\n').map((line) => {
        const { runs, ...paragraph } = plainParagraph(line);
        return { ...paragraph, runs: runs.map((run) => ({ ...run, role })) };
      });
      return { span: hit.span, content };
    }),
  );
}

/** $1, $& and $$ of the replacement stand for what the pattern found. */
function filledIn(
  issue: Issue,
  { span }: Hit,
  { query, replacement }: { readonly query: FindQuery; readonly replacement: string },
): string {
  const expression = expressionOf(query);
  if (expression === undefined) return replacement;
  const inPlace = new RegExp(expression, `${expression.flags}y`);
  inPlace.lastIndex = span.start;
  const found = inPlace.exec(wordsOfText(issue, span.text) ?? '');
  return replacement.replace(/\$(\$|&|\d)/g, (sign, which: string) => {
    if (which === '$') return '$';
    return found === null ? sign : (found[which === '&' ? 0 : Number(which)] ?? '');
  });
}

/** Names of all texts of an issue: page by page as they stand, then what is on no page. */
function textsOfIssue(issue: Issue): readonly string[] {
  const onPages = issue.pages
    .flatMap((page) => page.blocks)
    .flatMap((block) => {
      return textsOfBlock(issue, block);
    });
  const all = [
    ...onPages,
    ...Object.keys(issue.articles).flatMap(articleTexts),
    ...Object.keys(issue.pictures).flatMap(pictureTexts),
    ...Object.keys(issue.adGrids).flatMap((grid) => cellTexts(issue, grid)),
  ];
  return [...new Set(all)].filter((name) => (wordsOfText(issue, name) ?? '') !== '');
}

/** Names of the texts that a block shows. */
export function textsOfBlock(issue: Issue, block: Block): readonly string[] {
  switch (block.kind) {
    case 'article': {
      const pictures = block.pictures.flatMap(({ picture }) => pictureTexts(picture));
      return [...articleTexts(block.article), ...pictures];
    }
    case 'group': {
      const members = block.members.flatMap(({ article }) => articleTexts(article));
      return [`block:${block.id}/standingHead`, ...members];
    }
    case 'picture':
      return pictureTexts(block.picture);
    case 'adGrid':
      return cellTexts(issue, block.adGrid);
    case 'imprint':
      return [`block:${block.id}/text`];
    case 'sectionFlag':
      return ['issue/supplement'];
    case 'folioLine':
    case 'rule':
      return [];
  }
}

function articleTexts(id: string): readonly string[] {
  return ['kicker', 'headline', 'deck', 'story'].map((field) => `article:${id}/${field}`);
}

function pictureTexts(id: string): readonly string[] {
  return [`picture:${id}/caption`, `picture:${id}/credit`];
}

function cellTexts(issue: Issue, grid: string): readonly string[] {
  const cells = issue.adGrids[grid]?.cells ?? [];
  return cells.flatMap((_, cell) =>
    ['text', 'name', 'latinName', 'slogan', 'label', 'number'].map(
      (field) => `adGrid:${grid}/cell:${cell}/${field}`,
    ),
  );
}

/** Full-width letters, figures and marks as half-width ones; the length stays the same. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

function isWhole(words: string, start: number, end: number, boundariesOf: WordBoundaries): boolean {
  const lineStart = words.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = words.indexOf('\n', start);
  const line = words.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const boundaries = new Set(boundariesOf(line));
  return boundaries.has(start - lineStart) && boundaries.has(end - lineStart);
}

function hitAt(words: string, span: TextSpan): Hit {
  const { start, end } = span;
  const lineStart = words.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = words.indexOf('\n', end);
  const lineEnd = nextBreak < 0 ? words.length : nextBreak;
  return {
    span,
    words: words.slice(start, end),
    before: words.slice(Math.max(lineStart, start - CONTEXT), start),
    after: words.slice(end, Math.min(lineEnd, end + CONTEXT)),
  };
}
