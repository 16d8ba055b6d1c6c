import type { Paragraph, TextRun } from '#engine/model/issue.ts';
import { leadInLength } from './bylines.ts';
import { joinedParagraphs, unwrapped } from './join-lines.ts';
import type { MarkedCopy } from './marked-copy.ts';
import { REPAIR_KINDS, type RepairKind } from './repair.ts';
import { repairedMarks, turnedQuotes } from './repair-line.ts';
import { pastedMatter, sourceOf } from './source-lines.ts';
import { workedLines } from './worked-lines.ts';

/** Pasted words made ready for a story. */
export interface CleanedText {
  /** At least one; without looseness of its own. */
  readonly paragraphs: readonly Paragraph[];
  /** How many places were changed, by what was done there. */
  readonly changes: CleaningChanges;
}

/** How many places were changed, by what was done there. */
export type CleaningChanges = Readonly<Record<Cleaning, number>>;

/** What cleaning does to pasted words: repairs, blank paragraphs gone, lead-ins found. */
export type Cleaning = 'emptyParagraphs' | RepairKind | 'leadIns';

/** Every kind of cleaning, in the order in which they are told. */
export const CLEANINGS: readonly Cleaning[] = ['emptyParagraphs', ...REPAIR_KINDS, 'leadIns'];

/** The number of all places that were changed. */
export function cleaningCount(changes: CleaningChanges): number {
  return CLEANINGS.reduce((sum, cleaning) => sum + changes[cleaning], 0);
}

/**
 * Cleans words that go into a story by the repairs that drafts get, and finds the lead-in with its
 * byline. No character but blanks is lost, none is added but the turned marks.
 */
export function cleanPastedText(pasted: string): CleanedText {
  const { lines, blank } = workedLines(sourceOf(pastedMatter(pasted)), 'parted');
  const copies = joinedParagraphs(unwrapped(lines)).map(({ copy }) =>
    turnedQuotes(repairedMarks(copy)),
  );
  const paragraphs = copies.map(({ text }) => paragraphOf(text.trimEnd()));
  // The line feed at the end of a copied line is no paragraph.
  const isLastBlank = /\n[\s\u3000]*$/.test(pasted) || pasted === '';
  return {
    paragraphs: paragraphs.length > 0 ? paragraphs : [NOTHING],
    changes: {
      ...countsOf(copies),
      emptyParagraphs: Math.max(0, blank - (isLastBlank ? 1 : 0)),
      leadIns: paragraphs.filter(({ runs }) => runs.some(({ role }) => role === 'leadIn')).length,
    },
  };
}

const NOTHING: Paragraph = { kind: 'body', runs: [], looseness: 0 };

function countsOf(copies: readonly MarkedCopy[]): Record<Cleaning, number> {
  const counts = Object.fromEntries(CLEANINGS.map((cleaning) => [cleaning, 0]));
  for (const { kind } of copies.flatMap((copy) => copy.repairs())) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts as Record<Cleaning, number>;
}

function paragraphOf(text: string): Paragraph {
  const { leadIn, byline } = leadInLength(text);
  const runs: readonly TextRun[] = [
    { text: text.slice(0, leadIn), role: 'leadIn' },
    { text: text.slice(leadIn, leadIn + byline), role: 'byline' },
    { text: text.slice(leadIn + byline), role: 'plain' },
  ];
  return { kind: 'body', runs: runs.filter((run) => run.text !== ''), looseness: 0 };
}
