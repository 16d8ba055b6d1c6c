import type { CutProposal } from '#engine/compose/propose-cuts.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';

/** What the copyfit panel marks on the page. */
export interface FitMarks {
  readonly cuts: readonly CutProposal[];
  /** The one that the pointer or the keyboard is on. */
  readonly current: CutProposal | undefined;
}

/** Nothing is marked. */
export const NO_MARKS: FitMarks = { cuts: [], current: undefined };

const SESSIONS = new WeakMap<OpenIssue, Store<FitMarks>>();

/** The marks on the pages of an open issue. */
export function fitMarksOf(issue: OpenIssue): Store<FitMarks> {
  const known = SESSIONS.get(issue);
  if (known !== undefined) return known;
  const made = createStore(NO_MARKS);
  SESSIONS.set(issue, made);
  return made;
}
