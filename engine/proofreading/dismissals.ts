import type { Issue } from '#engine/model/issue.ts';
import type { Dismissal } from '#engine/model/issue-answers.ts';
import { contentClientId } from '#engine/model/issue-doc.ts';
import type { ProofMark } from './proof-mark.ts';

/** Marks that are still to be dealt with, and those that an editor has let stand. */
export interface SortedMarks {
  readonly open: readonly ProofMark[];
  readonly dismissed: readonly DismissedProofMark[];
}

/** A mark with the dismissal that holds for it. */
export interface DismissedProofMark {
  readonly id: string;
  readonly mark: ProofMark;
  readonly dismissal: Dismissal;
}

/** Who lets a mark stand, why and when. */
export interface DismissalWords {
  readonly reason: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

/** The dismissal of a mark, and the id it is filed under: the same mark, the same id. */
export function dismissalOf(
  mark: ProofMark,
  { reason, by, at }: DismissalWords,
): { readonly id: string; readonly dismissal: Dismissal } {
  const { rule, words, before, after } = mark;
  const hash = contentClientId([rule, words, before, after].join('\n')).toString(16);
  return { id: `${rule}-${hash}`, dismissal: { rule, words, before, after, reason, by, at } };
}

/**
 * Parts marks by the dismissals of the issue. A mark is the dismissed one when rule and words are
 * the same and so is what stands before or behind them: an edit close by changes one side only.
 */
export function sortMarks(
  marks: readonly ProofMark[],
  dismissals: Issue['dismissals'],
): SortedMarks {
  const filed = Map.groupBy(Object.entries(dismissals), ([, one]) => `${one.rule}\n${one.words}`);
  const open: ProofMark[] = [];
  const dismissed: DismissedProofMark[] = [];
  for (const mark of marks) {
    const known = filed.get(`${mark.rule}\n${mark.words}`) ?? [];
    const found = known.find(([, one]) => one.before === mark.before || one.after === mark.after);
    if (found === undefined) open.push(mark);
    else dismissed.push({ id: found[0], mark, dismissal: found[1] });
  }
  return { open, dismissed };
}
