import { type CopyfitProposal, proposeCopyfit } from '#engine/compose/copyfit.ts';
import type { CopyfitRequest } from '#engine/compose/copyfit-thread.ts';
import type { Composer } from '#engine/compose/page.ts';
import { type CopyfitPlan, planCopyfit } from '#engine/compose/plan-copyfit.ts';
import { type CutProposal, proposeCuts } from '#engine/compose/propose-cuts.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';

/** What is tried on a thread: single levers, levers together, or sentences that might go. */
export type TrialsKind = 'levers' | 'plan' | 'cuts';

/** Asks for the next trials of a run; a new number begins a new run on the issue as it is. */
export interface TrialsAsked {
  readonly kind: TrialsKind;
  readonly run: number;
  /** Id of a block of the thread. */
  readonly block: string;
}

/** What the trials since the last question have found. */
export interface TrialsAnswer {
  readonly proposals: readonly CopyfitProposal[];
  readonly cuts: readonly CutProposal[];
  readonly plan: CopyfitPlan | undefined;
  readonly isDone: boolean;
}

/** The trials that are under way, and the composer that they are made with. */
export interface RunningTrials {
  readonly composer: () => Composer;
  readonly now: () => number;
  current: { readonly run: number; readonly steps: Iterator<Partial<TrialsAnswer>> } | undefined;
}

/** Trials are made for so long before the worker sees if there is a keystroke to compose. */
const PATIENCE_MS = 12;

/** Goes on with a run for a few milliseconds. Nothing is applied. */
export function runTrials(
  trials: RunningTrials,
  { kind, run, block }: TrialsAsked,
  on: { readonly issue: Issue; readonly template: PageTemplate } | undefined,
): TrialsAnswer {
  const nothing: TrialsAnswer = { proposals: [], cuts: [], plan: undefined, isDone: true };
  if (on === undefined) return nothing;
  if (trials.current?.run !== run) {
    const request = { ...on, composer: trials.composer(), block };
    trials.current = { run, steps: stepsOf(kind, request) };
  }
  const { steps } = trials.current;
  const until = trials.now() + PATIENCE_MS;
  let answer: TrialsAnswer = { ...nothing, isDone: false };
  do {
    const { done, value } = steps.next();
    if (done) return { ...answer, isDone: true };
    answer = {
      proposals: [...answer.proposals, ...(value.proposals ?? [])],
      cuts: [...answer.cuts, ...(value.cuts ?? [])],
      plan: value.plan ?? answer.plan,
      isDone: false,
    };
  } while (trials.now() < until);
  return answer;
}

function* stepsOf(kind: TrialsKind, request: CopyfitRequest): Generator<Partial<TrialsAnswer>> {
  switch (kind) {
    case 'levers':
      for (const found of proposeCopyfit(request)) yield found ? { proposals: [found] } : {};
      return;
    case 'cuts':
      for (const found of proposeCuts(request)) yield found ? { cuts: [found] } : {};
      return;
    case 'plan': {
      const trials = planCopyfit(request);
      let step = trials.next();
      for (; step.done !== true; step = trials.next()) yield {};
      if (step.value !== undefined) yield { plan: step.value };
    }
  }
}
