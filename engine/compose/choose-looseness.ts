import type { FlowMatter, Placement } from './place-piece.ts';
import { placements, plainPlacement } from './place-piece.ts';

/** A way to set all pieces of a thread. */
export interface FlowPath {
  readonly placements: readonly Placement[];
  /** The slot after the last line; beyond the row's count: overset lines. */
  readonly end: number;
  /** Slots left empty on the way. */
  readonly empty: number;
  /** Sum of the faults left. */
  readonly severity: number;
  readonly score: number;
}

/** Where a text ends, and the slots it left empty on its way. */
export type PathEnd = Pick<FlowPath, 'end' | 'empty'>;

/** What the search may do. */
export interface LoosenessRequest {
  /** The filling without cures, the middle of the search. */
  readonly plain: FlowPath;
  /** Lines that the text may run ahead of the plain filling or behind it. */
  readonly reach: number;
  /** Is this a good place for the text to end? */
  readonly accepts: (last: PathEnd) => boolean;
}

/** Any fault outweighs any spacing: the paragraph engine has already refused what looks bad. */
export const FAULT_WEIGHT = 1e9;
/** Between equal costs, the paragraph that stays as it came. */
const LOOSENESS_COST = 1;

/** Fills the row with every paragraph as it comes. */
export function fillPlainly(matter: FlowMatter): FlowPath {
  const found: Placement[] = [];
  let end = 0;
  let empty = 0;
  let severity = 0;
  let score = 0;
  for (let index = 0; index < matter.pieces.length; index++) {
    const placement = plainPlacement(matter, index, end);
    found.push(placement);
    empty += placement.end - placement.lines - end;
    end = placement.end;
    severity += placement.severity;
    score += scoreOf(placement);
  }
  return { placements: found, end, empty, severity, score };
}

/**
 * Chooses the looseness of every paragraph, and the slots left empty, so that the text ends where
 * it is wanted with the least faults at column ends and, among those, the best spaced lines.
 *
 * An exact dynamic program: the state after a piece is the slot that the next one begins at, and a
 * later piece cares about nothing else. `reach` bounds the states. Undefined when no way is
 * accepted.
 */
export function chooseLooseness(
  matter: FlowMatter,
  request: LoosenessRequest,
): FlowPath | undefined {
  const { plain, reach, accepts } = request;
  // The plain way is one of the ways, so nothing graver than it can win.
  const gravest = accepts(plain) ? plain.severity : Number.POSITIVE_INFINITY;
  let states: ReadonlyMap<number, State> = new Map([[0, START]]);
  for (const [index, { end: middle }] of plain.placements.entries()) {
    const next = new Map<number, State>();
    for (const state of states.values()) {
      for (const placement of placements(matter, index, state.end)) {
        const severity = state.severity + placement.severity;
        if (severity > gravest || Math.abs(placement.end - middle) > reach) continue;
        const score = state.score + scoreOf(placement);
        const known = next.get(placement.end);
        if (known !== undefined && known.score <= score) continue;
        const empty = state.empty + placement.end - placement.lines - state.end;
        const { end } = placement;
        next.set(end, { end, empty, severity, score, placement, from: state });
      }
    }
    states = next;
  }
  const last = bestState(states, accepts);
  return last === undefined ? undefined : tracePath(last);
}

interface State {
  readonly end: number;
  readonly empty: number;
  readonly severity: number;
  readonly score: number;
  readonly placement: Placement | undefined;
  readonly from: State | undefined;
}

const START: State = {
  end: 0,
  empty: 0,
  severity: 0,
  score: 0,
  placement: undefined,
  from: undefined,
};

function scoreOf(placement: Placement): number {
  const departure = placement.looseness === 0 ? 0 : LOOSENESS_COST;
  return placement.severity * FAULT_WEIGHT + placement.cost + departure;
}

function bestState(
  states: ReadonlyMap<number, State>,
  accepts: (last: PathEnd) => boolean,
): State | undefined {
  let best: State | undefined;
  for (const state of states.values()) {
    if (!accepts(state)) continue;
    if (best === undefined || state.score < best.score) best = state;
  }
  return best;
}

function tracePath(last: State): FlowPath {
  const found: Placement[] = [];
  for (let state: State | undefined = last; state !== undefined; state = state.from) {
    if (state.placement !== undefined) found.push(state.placement);
  }
  const { end, empty, severity, score } = last;
  return { placements: found.reverse(), end, empty, severity, score };
}
