import { type Hole, holeKey, pageHoles } from '#engine/fillers/page-holes.ts';
import { type FillerProposal, proposeFillers } from '#engine/fillers/propose-fillers.ts';
import type { HouseFiller } from '#engine/model/house-filler.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { RunningTrials } from './trials.ts';

/** Asks which fillers close a hole; a new number begins a new run on the issue as it is. */
export interface FillersAsked {
  readonly run: number;
  /** Id of the page. */
  readonly page: string;
  /** See `holeKey`. */
  readonly hole: string;
  readonly stock: readonly HouseFiller[];
}

/** What was found since the last question. */
export interface FillersAnswer {
  readonly proposals: readonly FillerProposal[];
  readonly isDone: boolean;
}

interface FillerRun {
  readonly run: number;
  readonly steps: Iterator<FillerProposal | undefined>;
}

/** The run of each composer of trials: one composer tries one thing at a time. */
const RUNS = new WeakMap<RunningTrials, FillerRun>();

/** Fillers are tried for so long before the worker sees if there is a keystroke to compose. */
const PATIENCE_MS = 12;

/** Goes on with a run for a few milliseconds. Nothing is applied. */
export function runFillerTrials(
  trials: RunningTrials,
  asked: FillersAsked,
  {
    issue,
    templates,
  }: {
    readonly issue: Issue;
    readonly templates: ReadonlyMap<string, PageTemplate>;
  },
): FillersAnswer {
  let current = RUNS.get(trials);
  if (current?.run !== asked.run) {
    const page = issue.pages.find(({ id }) => id === asked.page);
    const template = templates.get(page?.template ?? '');
    if (page === undefined || template === undefined) return { proposals: [], isDone: true };
    const composer = trials.composer();
    const { fits } = composer.composePage(issue, page, template);
    const at = { issue, page, template };
    const hole = pageHoles({ ...at, fits }).find((one: Hole) => holeKey(one) === asked.hole);
    if (hole === undefined) return { proposals: [], isDone: true };
    const steps = proposeFillers({ ...at, composer, hole, stock: asked.stock });
    current = { run: asked.run, steps };
    RUNS.set(trials, current);
  }
  const proposals: FillerProposal[] = [];
  const until = trials.now() + PATIENCE_MS;
  do {
    const step = current.steps.next();
    if (step.done === true) return { proposals, isDone: true };
    if (step.value !== undefined) proposals.push(step.value);
  } while (trials.now() < until);
  return { proposals, isDone: false };
}
