import { useMemo } from 'react';
import { type SortedMarks, sortMarks } from '#engine/proofreading/dismissals.ts';
import type { ProofMark } from '#engine/proofreading/proof-mark.ts';
import { type ProofScore, scoreMarks } from '#engine/proofreading/score.ts';
import { useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { partedMarks } from './partner-marks.ts';
import { proofSessionOf } from './proof-session.ts';
import { SHIPPED_BOOK } from './shipped-book.ts';

/** Marks of a page, by what was done about them. */
interface ShownMarks extends SortedMarks {
  /** Open ones that the panel of findings tells of. */
  readonly ofPartners: readonly ProofMark[];
}

const NONE: ShownMarks = { open: [], dismissed: [], ofPartners: [] };

/** Marks of the page that shows: those still open, and those that were let stand. */
export function useMarks(): ShownMarks {
  const session = proofSessionOf(useDesk().openIssue);
  const marks = useStore(session, (state) => state.marks);
  const page = useStore(session, (state) => state.page);
  const shown = useDeskState((state) => state.page);
  const { dismissals } = useIssue();
  return useMemo(() => {
    if (page !== shown) return NONE;
    const { open, dismissed } = sortMarks(marks, dismissals);
    const { listed, ofPartners } = partedMarks(open);
    return { open: listed, dismissed, ofPartners };
  }, [page, shown, marks, dismissals]);
}

/** The regulator's score of the page that shows; undefined until it was proofread. */
export function useScore(): ProofScore | undefined {
  const session = proofSessionOf(useDesk().openIssue);
  const characters = useStore(session, (state) => state.characters);
  const page = useStore(session, (state) => state.page);
  const shown = useDeskState((state) => state.page);
  const { open, ofPartners } = useMarks();
  return useMemo(() => {
    if (page !== shown) return undefined;
    const score = scoreMarks([...open, ...ofPartners], characters, SHIPPED_BOOK);
    return { ...score, counts: scoreMarks(open, characters, SHIPPED_BOOK).counts };
  }, [page, shown, open, ofPartners, characters]);
}
