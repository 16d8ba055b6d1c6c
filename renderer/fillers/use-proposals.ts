import { useEffect, useState } from 'react';
import type { FillerProposal } from '#engine/fillers/propose-fillers.ts';
import type { Issue } from '#engine/model/issue.ts';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { fillerDeskOf } from './filler-desk.ts';
import { tryStock } from './filler-steps.ts';

/** What fits a hole, as far as it is known. */
export interface Proposals {
  readonly list: readonly FillerProposal[];
  /** True when the whole stock was tried on the issue as it is now. */
  readonly isDone: boolean;
}

/** Trials begin when the issue has been at rest for so long. */
const PAUSE_MS = 200;

/** Tries the stock on a hole, anew when issue or stock change. */
export function useProposals(hole: string | undefined): Proposals {
  const desk = useDesk();
  const issue = useIssue();
  const stock = useStore(fillerDeskOf(desk), (now) => now.stock);
  const [found, setFound] = useState<{
    readonly issue?: Issue;
    readonly hole?: string;
    readonly stock?: unknown;
    readonly list: readonly FillerProposal[];
  }>({ list: [] });
  useEffect(() => {
    if (hole === undefined) return;
    let isHere = true;
    const pause = setTimeout(async () => {
      const list = await tryStock(desk, hole, () => isHere);
      if (isHere && list !== undefined) setFound({ issue, hole, stock, list });
    }, PAUSE_MS);
    return () => {
      isHere = false;
      clearTimeout(pause);
    };
  }, [desk, issue, hole, stock]);
  const isNow = found.issue === issue && found.hole === hole && found.stock === stock;
  // What was found for the issue before shows on, but cannot be pressed.
  return { list: found.hole === hole ? found.list : [], isDone: isNow };
}
