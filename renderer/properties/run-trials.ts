import type { Composing } from '#renderer/composing/composing.ts';
import type { TrialsAnswer, TrialsKind } from '#renderer/composing/trials.ts';

/** A run of trials on the thread of a block, in the composing worker. */
export interface TrialsRun {
  readonly composing: Pick<Composing, 'ask'>;
  readonly kind: TrialsKind;
  readonly block: string;
  /** False as soon as nobody wants to know any more. */
  readonly isWanted?: () => boolean;
  /** Hears of what was found so far. */
  readonly onFound?: (found: TrialsAnswer) => void;
}

let runs = 0;

const NOTHING: TrialsAnswer = { proposals: [], cuts: [], plan: undefined, isDone: false };

/** Asks until every trial is made; undefined when the run was given up. */
export async function runAllTrials(wish: TrialsRun): Promise<TrialsAnswer | undefined> {
  const { composing, kind, block, isWanted = () => true, onFound } = wish;
  runs += 1;
  const run = runs;
  let found = NOTHING;
  while (isWanted()) {
    const answer = await composing.ask('trials', { kind, run, block });
    if (answer === undefined || !isWanted()) return undefined;
    found = {
      proposals: [...found.proposals, ...answer.proposals],
      cuts: [...found.cuts, ...answer.cuts],
      plan: answer.plan ?? found.plan,
      isDone: answer.isDone,
    };
    onFound?.(found);
    if (found.isDone) return found;
  }
  return undefined;
}
