import type { ProofMark, ProofSeverity } from '#engine/proofreading/proof-mark.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';

/** What proofreading found on the page that shows, and what the panel remembers. */
export interface ProofState {
  /** Id of the page that was proofread; empty before the first time. */
  readonly page: string;
  /** All marks, dismissed ones included. */
  readonly marks: readonly ProofMark[];
  /** Characters by the regulator's count. */
  readonly characters: number;
  readonly proofMs: number;
  /** The mark that is shown on the page. */
  readonly chosen: ProofMark | undefined;
  /** The group that the status line asked for; a fresh object asks anew. */
  readonly wish: { readonly severity: ProofSeverity } | undefined;
}

const FIRST: ProofState = {
  page: '',
  marks: [],
  characters: 0,
  proofMs: 0,
  chosen: undefined,
  wish: undefined,
};

const SESSIONS = new WeakMap<OpenIssue, Store<ProofState>>();

/** The proofreading of an open issue. */
export function proofSessionOf(issue: OpenIssue): Store<ProofState> {
  const known = SESSIONS.get(issue);
  if (known !== undefined) return known;
  const session = createStore(FIRST);
  SESSIONS.set(issue, session);
  return session;
}

/** Two marks of one reading after another that are the same to the eye. */
export function isSameMark(a: ProofMark | undefined, b: ProofMark | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.rule === b.rule && a.where.text === b.where.text && a.where.start === b.where.start;
}
