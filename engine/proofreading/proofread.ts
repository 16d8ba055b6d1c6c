import type { Issue, Page } from '#engine/model/issue.ts';
import { confusedWords } from './confused-words.ts';
import { counts } from './counts.ts';
import { dates } from './dates.ts';
import { headlineAndCaption } from './headline-and-caption.ts';
import { nameSpelling, shortBeforeFull } from './name-spelling.ts';
import { numerals } from './numerals.ts';
import type { PageRule, ProofPage } from './page-rule.ts';
import { pairedMarks } from './paired-marks.ts';
import { particles } from './particles.ts';
import { partnerWords } from './partner-words.ts';
import { phones } from './phones.ts';
import type { PageFault, ProofMark, TextFault } from './proof-mark.ts';
import { proofPageOf } from './proof-page.ts';
import type { ProofText } from './proof-text.ts';
import { nestedColons, punctuation } from './punctuation.ts';
import { repeatedSentences } from './repeated-sentences.ts';
import { repeatedWords } from './repeated-words.ts';
import type { ProofRoom, TextRule } from './text-rule.ts';
import { unlikelyCharacters } from './unlikely-characters.ts';

const TEXT_RULES: readonly TextRule[] = [
  confusedWords,
  repeatedWords,
  counts,
  pairedMarks,
  punctuation,
  nestedColons,
  numerals,
  dates,
  particles,
  phones,
  unlikelyCharacters,
];

const PAGE_RULES: readonly PageRule[] = [
  nameSpelling,
  shortBeforeFull,
  headlineAndCaption,
  partnerWords,
  repeatedSentences,
];

/** What was found in texts so far; a text that did not change is not read again. */
export interface ProofMemory {
  /** Room the faults hold for: another book or date begins anew. */
  room: ProofRoom | undefined;
  faults: ReadonlyMap<string, readonly TextFault[]>;
}

/** A memory of nothing. */
export function emptyProofMemory(): ProofMemory {
  return { room: undefined, faults: new Map() };
}

/** Proofreads a page of an issue (校对). */
export function proofreadIssuePage(issue: Issue, page: Page, book: ProofRoom['book']) {
  return proofreadPage(proofPageOf(issue, page), { book, issueDate: issue.date });
}

/** Proofreads what a page gives; marks in the order of the texts and in them from the start. */
export function proofreadPage(
  page: ProofPage,
  room: ProofRoom,
  memory: ProofMemory = emptyProofMemory(),
): readonly ProofMark[] {
  const byText = Map.groupBy(
    PAGE_RULES.flatMap((rule) => rule(page, room)),
    ({ text }) => text,
  );
  const recalled = memory.room === room ? memory.faults : new Map<string, readonly TextFault[]>();
  const read = new Map<string, readonly TextFault[]>();
  const marks = page.texts.flatMap((text) => {
    const key = contentKey(text);
    const own = recalled.get(key) ?? read.get(key) ?? faultsOf(text, room);
    read.set(key, own);
    return marksOf(text, [...own, ...(byText.get(text.name) ?? [])], room);
  });
  memory.room = room;
  memory.faults = read;
  return marks;
}

/** Proofreads one text by itself. */
export function proofreadText(text: ProofText, room: ProofRoom): readonly ProofMark[] {
  return marksOf(text, faultsOf(text, room), room);
}

/** Texts with equal keys have equal faults. */
function contentKey({ name, kind, words, openingLength, quoteRunsOn }: ProofText): string {
  const field = kind === 'partner' ? name.slice(name.lastIndexOf('/')) : '';
  return `${kind}${field}|${openingLength}|${quoteRunsOn}|${words}`;
}

function faultsOf(text: ProofText, room: ProofRoom): readonly TextFault[] {
  return TEXT_RULES.flatMap((rule) => rule(text, room));
}

/** Characters on either side by which a place is known again. */
const NEIGHBOURHOOD = 6;

function marksOf(
  text: ProofText,
  faults: readonly (TextFault | PageFault)[],
  { book }: ProofRoom,
): readonly ProofMark[] {
  const { name, words } = text;
  const sorted = faults.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const taken = new Set<string>();
  return sorted.flatMap((fault): readonly ProofMark[] => {
    const { rule, start, end, values = {}, fix } = fault;
    const range = `${start}-${end}`;
    // Two rules that mark the same characters say the same: the first is enough.
    if (taken.has(range)) return [];
    taken.add(range);
    const other = 'other' in fault ? fault.other : undefined;
    return [
      {
        rule,
        severity: book.rules.get(rule)?.severity ?? 'doubtful',
        where: { text: name, start, end },
        words: words.slice(start, end),
        before: words.slice(Math.max(0, start - NEIGHBOURHOOD), start),
        after: words.slice(end, end + NEIGHBOURHOOD),
        values: { words: words.slice(start, end), ...values },
        ...(fix !== undefined && { fix }),
        ...(other !== undefined && { other }),
      },
    ];
  });
}
