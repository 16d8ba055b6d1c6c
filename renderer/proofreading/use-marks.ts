import { useMemo } from 'react';
import { type SortedMarks, sortMarks } from '#engine/proofreading/dismissals.ts';
import { type ProofScore, scoreMarks } from '#engine/proofreading/score.ts';
import { useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { proofSessionOf } from './proof-session.ts';
import { SHIPPED_BOOK } from './shipped-book.ts';

const NONE: SortedMarks = { open: [], dismissed: [] };

/** Marks of the page that shows: those still open, and those that were let stand. */
export function useMarks(): SortedMarks {
  const session = proofSessionOf(useDesk().openIssue);
  const marks = useStore(session, (state) => state.marks);
  const page = useStore(session, (state) => state.page);
  const shown = useDeskState((state) => state.page);
  const { dismissals } = useIssue();
  return useMemo(
    () => (page === shown ? sortMarks(marks, dismissals) : NONE),
    [page, shown, marks, dismissals],
  );
}

/** The regulator's score of the page that shows; undefined until it was proofread. */
export function useScore(): ProofScore | undefined {
  const session = proofSessionOf(useDesk().openIssue);
  const characters = useStore(session, (state) => state.characters);
  const page = useStore(session, (state) => state.page);
  const shown = useDeskState((state) => state.page);
  const { open } = useMarks();
  return useMemo(
    () => (page === shown ? scoreMarks(open, characters, SHIPPED_BOOK) : undefined),
    [page, shown, open, characters],
  );
}
