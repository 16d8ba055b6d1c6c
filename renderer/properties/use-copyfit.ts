import { useEffect, useState } from 'react';
import type { CopyfitProposal } from '#engine/compose/copyfit.ts';
import type { CopyfitPlan } from '#engine/compose/plan-copyfit.ts';
import type { CutProposal } from '#engine/compose/propose-cuts.ts';
import type { Issue } from '#engine/model/issue.ts';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { runAllTrials, type TrialsRun } from './run-trials.ts';

/** What can be done for a thread, as far as it is known. */
export interface Copyfit {
  readonly proposals: readonly CopyfitProposal[];
  readonly plan: CopyfitPlan | undefined;
  /** Sentences that might go; empty until they are asked for. */
  readonly cuts: readonly CutProposal[];
  /** True when every trial was made on the issue as it is now. */
  readonly isDone: boolean;
}

const NOTHING: Copyfit = { proposals: [], plan: undefined, cuts: [], isDone: false };
/** Trials begin when the issue has been at rest for so long. */
const PAUSE_MS = 250;

/** Tries levers on a block's thread, anew when the issue changes; and cuts, if they are wanted. */
export function useCopyfit(block: string, wantsCuts: boolean): Copyfit {
  const { composing } = useDesk();
  const issue = useIssue();
  const [found, setFound] = useState<{ readonly issue?: Issue; readonly copyfit: Copyfit }>({
    copyfit: NOTHING,
  });
  useEffect(() => {
    let isHere = true;
    const run = { composing, block, isWanted: () => isHere };
    const pause = setTimeout(async () => {
      const copyfit = await tryAll(run, wantsCuts);
      if (isHere && copyfit !== undefined) setFound({ issue, copyfit });
    }, PAUSE_MS);
    return () => {
      isHere = false;
      clearTimeout(pause);
    };
  }, [composing, block, issue, wantsCuts]);
  // What was found for the issue before shows on, but cannot be pressed.
  return found.issue === issue ? found.copyfit : { ...found.copyfit, isDone: false };
}

async function tryAll(
  run: Omit<TrialsRun, 'kind'>,
  wantsCuts: boolean,
): Promise<Copyfit | undefined> {
  const levers = await runAllTrials({ ...run, kind: 'levers' });
  const plan = levers && (await runAllTrials({ ...run, kind: 'plan' }));
  if (plan === undefined) return undefined;
  const cuts = wantsCuts ? await runAllTrials({ ...run, kind: 'cuts' }) : undefined;
  const { proposals } = levers ?? NOTHING;
  return { proposals, plan: plan.plan, cuts: cuts?.cuts ?? [], isDone: true };
}
