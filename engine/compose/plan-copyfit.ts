import type { Edit } from '#engine/model/edits/edit.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { pullLever, wishOf } from './copyfit.ts';
import type { CopyfitWish, Lever, LeverTry } from './copyfit-levers.ts';
import { leverTries } from './copyfit-levers.ts';
import type { CopyfitRequest, ThreadState } from './copyfit-thread.ts';
import { composeThread, threadPlaces } from './copyfit-thread.ts';
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

/** The foot of a block may move by so many lines in one plan, one at a time. */
const MOST_FOOT_STEPS = 12;

/**
 * Finds levers that make a thread fit (凑齐): from the least visible on, each tried on the issue as
 * the ones before leave it, until nothing is overset or no hole is left. What turns out not to be
 * needed is left out again, the most visible first. Nothing is applied, and no text is ever taken
 * away. Gives way after every trial; returns undefined where the thread is full already or no lever
 * helps.
 */
export function* planCopyfit(
  request: CopyfitRequest,
): Generator<undefined, CopyfitPlan | undefined> {
  const before = composeThread(request);
  const wish = before && wishOf(before.fit);
  if (before === undefined || wish === undefined || missOf(request, before) === 0) return undefined;
  const search = { request, wish };
  const found = yield* pullInTurn(search, before);
  const { pulled, state } = yield* withoutNeedless(search, found);
  const edits = pulled.map(({ edit }) => edit);
  const [first] = edits;
  if (first === undefined) return undefined;
  return {
    levers: joinSteps(pulled.map(({ lever }) => lever)),
    edit: edits.length === 1 ? first : { kind: 'editsTogether', edits },
    before: before.fit,
    after: state.fit,
    closes: missOf(request, state) === 0,
  };
}

interface Search {
  readonly request: CopyfitRequest;
  readonly wish: CopyfitWish;
}

/** Levers pulled one after the other, and how the thread stands then. */
interface Pulled {
  readonly pulled: readonly LeverTry[];
  readonly state: ThreadState;
}

function* pullInTurn(search: Search, start: ThreadState): Generator<undefined, Pulled> {
  const { request, wish } = search;
  let now: Pulled & { readonly issue: Issue } = { pulled: [], state: start, issue: request.issue };
  for (let round = 0; round < MOST_FOOT_STEPS; round++) {
    const tried = new Set<string>();
    const before = now;
    for (;;) {
      const on = { ...request, issue: now.issue };
      if (missOf(on, now.state) === 0) return now;
      // Made anew every time: an edit carries a whole field, which the last one may have changed.
      const ways = leverTries(on, wish).find(([way]) => {
        // Everything else shows too much when it is pulled twice.
        const isOffered = round === 0 || way?.lever.kind === 'blockHeight';
        return way !== undefined && isOffered && !tried.has(nameOf(way.lever));
      });
      const [first] = ways ?? [];
      if (ways === undefined || first === undefined) break;
      tried.add(nameOf(first.lever));
      for (const way of ways) {
        const pulled = pullLever(on, now.state, way);
        yield undefined;
        if (pulled === undefined) continue;
        now = { ...pulled, pulled: [...now.pulled, way] };
        break;
      }
    }
    if (now === before) break;
  }
  return now;
}

/** A strong lever late in the plan may have made others needless, or gone too far with them. */
function* withoutNeedless({ request, wish }: Search, found: Pulled): Generator<undefined, Pulled> {
  let best = found;
  for (let at = found.pulled.length - 1; at >= 0; at--) {
    const fewer = best.pulled.toSpliced(at, 1);
    const again = fewer.length === 0 ? undefined : pullAgain({ request, wish }, fewer);
    const state = again && composeThread({ ...request, issue: again.issue });
    yield undefined;
    if (again === undefined || state === undefined) continue;
    if (missOf(request, state) > missOf(request, best.state)) continue;
    best = { pulled: again.pulled, state };
  }
  return best;
}

/** The same levers on the issue as it is, each edit made for what the ones before leave. */
function pullAgain(
  { request, wish }: Search,
  levers: readonly LeverTry[],
): { readonly issue: Issue; readonly pulled: readonly LeverTry[] } | undefined {
  let issue: Issue | undefined = request.issue;
  const pulled: LeverTry[] = [];
  for (const { lever } of levers) {
    const ways: readonly LeverTry[] = leverTries({ ...request, issue }, wish).flat();
    const way = ways.find((one) => wayOf(one.lever) === wayOf(lever));
    issue = way && tryEdit(issue, way.edit);
    if (way === undefined || issue === undefined) return undefined;
    pulled.push(way);
  }
  return { issue, pulled };
}

/** Lines that are overset, or a hole; 0 when no more is free than level columns leave. */
function missOf(request: CopyfitRequest, { fit }: ThreadState): number {
  if (fit.oversetLines > 0) return OVERSET_WEIGHS * fit.oversetLines;
  const last = threadPlaces(request).at(-1)?.block;
  return fit.freeLines < Math.max(2, last?.columns.count ?? 1) ? 0 : fit.freeLines;
}

/** A line that is not printed is worse than any hole. */
const OVERSET_WEIGHS = 1000;

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

/** Which lever it is, in every round, whatever its figures have become. */
function nameOf(lever: Lever): string {
  const isOtherLines = lever.kind === 'headlineExtent' && lever.lines !== undefined;
  return `${targetOf(lever)} ${isOtherLines ? 'lines' : stepOf(lever)}`;
}

/** Which lever it is, and in which way it is pulled. */
function wayOf(lever: Lever): string {
  const how = lever.kind === 'headlineExtent' ? `${lever.sizePt} ${lever.lines}` : '';
  return `${targetOf(lever)} ${stepOf(lever)} ${how}`;
}

function stepOf(lever: Lever): number {
  if ('by' in lever) return lever.by;
  return lever.kind === 'tracking' ? lever.tracking : lever.looseness;
}

function targetOf(lever: Lever): string {
  switch (lever.kind) {
    case 'looseness':
      return `looseness ${lever.article} ${lever.paragraph}`;
    case 'tracking':
      return `tracking ${lever.article}`;
    case 'headlineExtent':
      return `headline ${lever.article}`;
    case 'pictureHeight':
      return `picture ${lever.picture}`;
    case 'blockHeight':
      return `block ${lever.block}`;
  }
}
