import type { ReplacedText } from '#engine/model/edits/text-edit.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Article, Paragraph } from '#engine/model/issue.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import type { Lexicon } from '#engine/words/word-lexicon.ts';
import type { CopyfitRequest } from './copyfit-thread.ts';
import { composeThread, spareLines, threadArticles } from './copyfit-thread.ts';
import { readWords } from './segment-words.ts';
import type { Sentence } from './sentences.ts';
import { readSentences } from './sentences.ts';

/** A sentence that might go. The editor decides: nothing here is ever cut by itself. */
export interface CutProposal {
  readonly article: string;
  readonly paragraph: number;
  /** UTF-16 range in the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly characters: number;
  /** Body lines that the thread would save. */
  readonly lines: number;
  /** Carries the cut out. */
  readonly edit: ReplacedText;
}

/**
 * Whole sentences that a story could do without, from its end to its beginning, as news is written.
 * Left alone are the lede, crossheads, what somebody said with the sentence that names the speaker,
 * figures, people and their titles, and what the next sentence refers to, as far as that can be
 * told. After each sentence comes a proposal, or undefined where it has to stay or saves nothing.
 */
export function* proposeCuts(request: CopyfitRequest): Generator<CutProposal | undefined> {
  const before = composeThread(request);
  if (before === undefined) return;
  for (const article of threadArticles(request).toReversed()) {
    for (const candidate of candidates(article).toReversed()) {
      if (isProtected(candidate, request.composer.lexicon)) {
        yield undefined;
        continue;
      }
      const edit = cutOf(article, candidate);
      const issue = tryEdit(request.issue, edit);
      const after = issue && composeThread({ ...request, issue });
      const lines = after ? spareLines(after.fit) - spareLines(before.fit) : 0;
      const { paragraph, start, end, text } = candidate;
      const place = { article: article.id, paragraph, start, end, text };
      yield lines > 0 ? { ...place, characters: [...text].length, lines, edit } : undefined;
    }
  }
}

interface Candidate extends Sentence {
  readonly paragraph: number;
  readonly text: string;
  /** The sentences beside it in the paragraph. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly isLede: boolean;
  /** Nothing else is in its paragraph. */
  readonly isWhole: boolean;
  readonly runs: Paragraph['runs'];
}

function candidates({ story: { paragraphs } }: Article): readonly Candidate[] {
  return paragraphs.flatMap((value, paragraph) => {
    const text = paragraphText(value);
    const sentences = readSentences(text);
    if (value.kind === 'crosshead' || isOnlyUnderCrosshead(paragraphs, paragraph, sentences)) {
      return [];
    }
    return sentences.map(({ start, end }, index): Candidate => {
      const neighbour = (at: number) =>
        sentences[at] && text.slice(sentences[at].start, sentences[at].end);
      return {
        paragraph,
        start,
        end,
        text: text.slice(start, end),
        previous: neighbour(index - 1),
        next: neighbour(index + 1),
        isLede: paragraph === 0 && (index === 0 || paragraphs.length > 1),
        isWhole: sentences.length === 1,
        runs: value.runs,
      };
    });
  });
}

/** A crosshead needs something under it. */
function isOnlyUnderCrosshead(
  paragraphs: readonly Paragraph[],
  at: number,
  sentences: readonly Sentence[],
): boolean {
  const next = paragraphs[at + 1];
  const isLast = next === undefined || next.kind === 'crosshead';
  return sentences.length === 1 && isLast && paragraphs[at - 1]?.kind === 'crosshead';
}

function isProtected(candidate: Candidate, lexicon: Lexicon): boolean {
  const { text, previous, next, isLede } = candidate;
  if (isLede || hasRole(candidate)) return true;
  if ([SPEECH, REPORTED, FIGURE, TITLE].some((pattern) => pattern.test(text))) return true;
  if (previous !== undefined && SPEECH.test(previous)) return true;
  if (next !== undefined && REFERS_BACK.test(next)) return true;
  return readWords(text, lexicon).some(({ kind }) => kind === 'person');
}

/** 本报讯, a byline and strong words were set apart on purpose. */
function hasRole({ runs, start, end }: Candidate): boolean {
  let offset = 0;
  for (const { text, role } of runs) {
    const overlaps = offset < end && offset + text.length > start;
    if (role !== 'plain' && overlaps) return true;
    offset += text.length;
  }
  return false;
}

/** A quotation with a comma or stop in it was said by somebody; a quoted term was not. */
const SPEECH = /[“「『‘][^”」』’]*[，。！？；…][^”」』’]*[”」』’]|[说称]：/u;
/** Somebody said it, in other words. */
const REPORTED = /(?:表示|指出|强调|要求|认为|介绍|坦言|透露)[，：]/u;
/** Figures, and Chinese numbers with a unit that makes them facts. */
const FIGURE = /[0-9０-９]|[一二三四五六七八九十百千两]+(?:万|亿|年|月|日|成|倍|个百分点)/u;
const TITLE = new RegExp(
  [
    '负责人|总书记|总理|主席|书记|主任|部长|省长|市长|县长|区长|镇长|乡长|局长|厅长|处长|科长',
    '院长|校长|行长|会长|董事长|总经理|经理|总裁|教授|院士|工程师|代表|委员',
  ].join('|'),
  'u',
);
const REFERS_BACK = /^(?:这|该|此|其|他|她|它|上述|但|然而|不过|因此|因而|所以|于是|对此|为此)/u;

/** A paragraph that is cut whole goes with the line feed before it. */
function cutOf({ id, story: { paragraphs } }: Article, candidate: Candidate): ReplacedText {
  const { paragraph, start, end, isWhole } = candidate;
  const before = paragraphs
    .slice(0, paragraph)
    .reduce((sum, value) => sum + paragraphText(value).length + 1, 0);
  const from = before + start - (isWhole && paragraph > 0 ? 1 : 0);
  return { kind: 'replacedText', article: id, start: from, end: before + end, content: [] };
}
