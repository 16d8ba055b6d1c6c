import type { Edit } from '#engine/model/edits/edit.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { CopyfitProposal } from './copyfit.ts';
import { judge, wishOf } from './copyfit.ts';
import type { CopyfitWish, Lever } from './copyfit-levers.ts';
import { leverTries } from './copyfit-levers.ts';
import type { CopyfitRequest, ThreadState } from './copyfit-thread.ts';
import { composeThread, spareLines, threadPlaces } from './copyfit-thread.ts';
import type { ThreadFit } from './fit-badges.ts';

/** Levers that together make a thread fit, or come nearest to it. */
export interface CopyfitPlan {
  /** In the order in which they were found, least visible first. */
  readonly levers: readonly Lever[];
  /** Carries all of them out. */
  readonly edit: Edit;
  readonly before: ThreadFit;
  readonly after: ThreadFit;
  /** True when the thread is full then: nothing overset, no hole left. */
  readonly closes: boolean;
}

/** A lever may be pulled so often in one plan, such as the foot of a block by three lines. */
const MOST_ROUNDS = 4;

/**
 * Finds levers that make a thread fit (凑齐): from the least visible on, each tried on the issue as
 * the ones before leave it, until nothing is overset or no hole is left. What turns out not to be
 * needed is left out again. Nothing is applied, and no text is ever taken away. Gives way after
 * every trial; returns undefined where the thread is full already or no lever helps.
 */
export function* planCopyfit(
  request: CopyfitRequest,
): Generator<undefined, CopyfitPlan | undefined> {
  const before = composeThread(request);
  const wish = before && wishOf(before.fit);
  if (before === undefined || wish === undefined || isClosed(request, before)) return undefined;
  const found = yield* pullLevers(request, wish, before);
  const needed = yield* withoutNeedless(request, found);
  const edits = needed.map(({ edit }) => edit);
  const [first] = edits;
  if (first === undefined) return undefined;
  const edit: Edit = edits.length === 1 ? first : { kind: 'editsTogether', edits };
  const after = stateAfter(request, needed);
  if (after === undefined) return undefined;
  return {
    levers: joinSteps(needed.map(({ lever }) => lever)),
    edit,
    before: before.fit,
    after: after.fit,
    closes: isClosed(request, after),
  };
}

type Pulled = Pick<CopyfitProposal, 'lever' | 'edit'>;

function* pullLevers(
  request: CopyfitRequest,
  wish: CopyfitWish,
  start: ThreadState,
): Generator<undefined, readonly Pulled[]> {
  const pulled: Pulled[] = [];
  let issue: Issue = request.issue;
  let state = start;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = pulled.length;
    const tried = new Set<string>();
    for (;;) {
      const now = { ...request, issue };
      if (isClosed(now, state)) return pulled;
      // Made anew every time: an edit carries a whole field, which the last one may have changed.
      const ways = leverTries(now, wish).find(([way]) => way && !tried.has(nameOf(way.lever)));
      if (ways === undefined) break;
      for (const way of ways) {
        tried.add(nameOf(way.lever));
        const proposal = judge(now, state, way);
        yield undefined;
        const next = proposal && tryEdit(issue, way.edit);
        const reached = next && composeThread({ ...request, issue: next });
        if (next === undefined || reached === undefined) continue;
        pulled.push(way);
        issue = next;
        state = reached;
        break;
      }
    }
    if (pulled.length === before) break;
  }
  return pulled;
}

/**
 * A strong lever late in the plan may have made earlier ones needless. Only looseness stands by
 * itself: other edits carry whole fields, in which the ones before them are contained.
 */
function* withoutNeedless(
  request: CopyfitRequest,
  pulled: readonly Pulled[],
): Generator<undefined, readonly Pulled[]> {
  let kept = pulled;
  const reached = stateAfter(request, kept);
  if (reached === undefined) return kept;
  const isClosing = isClosed(request, reached);
  for (const one of pulled.filter(({ lever }) => lever.kind === 'looseness')) {
    const fewer = kept.filter((other) => other !== one);
    const state = stateAfter(request, fewer);
    yield undefined;
    if (state === undefined) continue;
    const isAsGood = isClosing
      ? isClosed(request, state)
      : spareLines(state.fit) === spareLines(reached.fit);
    if (isAsGood) kept = fewer;
  }
  return kept;
}

function stateAfter(request: CopyfitRequest, pulled: readonly Pulled[]): ThreadState | undefined {
  const edits = pulled.map(({ edit }) => edit);
  const issue = tryEdit(request.issue, { kind: 'editsTogether', edits });
  return issue && composeThread({ ...request, issue });
}

/** Full: nothing overset, and no more free lines than level columns leave. */
function isClosed(request: CopyfitRequest, { fit }: ThreadState): boolean {
  if (fit.oversetLines > 0) return false;
  const last = threadPlaces(request).at(-1)?.block;
  return fit.freeLines < Math.max(2, last?.columns.count ?? 1);
}

/** The foot of a block by one line three times is the foot by three lines. */
function joinSteps(levers: readonly Lever[]): readonly Lever[] {
  const joined = new Map<string, Lever>();
  for (const lever of levers) {
    const key = targetOf(lever);
    const known = joined.get(key);
    if (known === undefined || !('by' in known) || !('by' in lever)) joined.set(key, lever);
    else joined.set(key, { ...lever, by: known.by + lever.by });
  }
  return [...joined.values()];
}

/** The same in every round, whatever the figures have become. */
function nameOf(lever: Lever): string {
  const isOtherLines = lever.kind === 'headlineExtent' && lever.lines !== undefined;
  const by = 'by' in lever ? lever.by : '';
  return `${targetOf(lever)} ${isOtherLines ? 'lines' : by}`;
}

function targetOf(lever: Lever): string {
  switch (lever.kind) {
    case 'looseness':
      return `looseness ${lever.article} ${lever.paragraph}`;
    case 'headlineExtent':
      return `headline ${lever.article}`;
    case 'pictureHeight':
      return `picture ${lever.picture}`;
    case 'blockHeight':
      return `block ${lever.block}`;
  }
}
