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

/** What fillers are tried on. */
interface AskedOn {
  readonly issue: Issue;
  readonly templates: ReadonlyMap<string, PageTemplate>;
}

/** What was found since the last question. */
export interface FillersAnswer {
  readonly proposals: readonly FillerProposal[];
  readonly isDone: boolean;
}

type Steps = Iterator<FillerProposal | undefined>;

/** Runs that are under way, by number: a panel and a key may ask at the same time. */
const RUNS = new WeakMap<RunningTrials, Map<number, Steps>>();
/** Runs that were given up are never asked for again; the oldest goes first. */
const MOST_RUNS = 4;

/** Fillers are tried for so long before the worker sees if there is a keystroke to compose. */
const PATIENCE_MS = 12;

/** Goes on with a run for a few milliseconds. Nothing is applied. */
export function runFillerTrials(
  trials: RunningTrials,
  asked: FillersAsked,
  on: AskedOn,
): FillersAnswer {
  const steps = stepsOf(trials, asked, on);
  const proposals: FillerProposal[] = [];
  const until = trials.now() + PATIENCE_MS;
  do {
    const step = steps.next();
    if (step.done === true) return { proposals, isDone: true };
    if (step.value !== undefined) proposals.push(step.value);
  } while (trials.now() < until);
  return { proposals, isDone: false };
}

function stepsOf(trials: RunningTrials, asked: FillersAsked, on: AskedOn): Steps {
  const runs = RUNS.get(trials) ?? new Map<number, Steps>();
  RUNS.set(trials, runs);
  const known = runs.get(asked.run);
  if (known !== undefined) return known;
  const begun = beginRun(trials, asked, on);
  runs.set(asked.run, begun);
  for (const run of [...runs.keys()].slice(0, -MOST_RUNS)) runs.delete(run);
  return begun;
}

function beginRun(trials: RunningTrials, asked: FillersAsked, on: AskedOn): Steps {
  const { issue, templates } = on;
  const nothing = [][Symbol.iterator]();
  const page = issue.pages.find(({ id }) => id === asked.page);
  const template = templates.get(page?.template ?? '');
  if (page === undefined || template === undefined) return nothing;
  const composer = trials.composer();
  const at = { issue, page, template };
  const { fits } = composer.composePage(issue, page, template);
  const hole = pageHoles({ ...at, fits }).find((one: Hole) => holeKey(one) === asked.hole);
  if (hole === undefined) return nothing;
  return proposeFillers({ ...at, composer, hole, stock: asked.stock });
}
