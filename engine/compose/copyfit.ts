import type { Edit } from '#engine/model/edits/edit.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { CopyfitWish, Lever, LeverTry } from './copyfit-levers.ts';
import { leverTries } from './copyfit-levers.ts';
import type { CopyfitRequest, ThreadState } from './copyfit-thread.ts';
import { composeThread, spareLines } from './copyfit-thread.ts';
import type { ThreadFit } from './fit-badges.ts';

/** A lever that may be pulled, and what comes of it. */
export interface CopyfitProposal {
  readonly lever: Lever;
  /** Carries it out. */
  readonly edit: Edit;
  readonly before: ThreadFit;
  readonly after: ThreadFit;
  /** Body lines that the text gains room for; negative where it takes up more. */
  readonly lines: number;
  /** Widening of the loosest line of the thread then, in em. */
  readonly loosestEm: number;
  /** What would be found that is not found now, such as a line alone at a column top. */
  readonly findings: readonly Finding[];
}

/**
 * The levers that help a thread to fit (挤版、凑版), least visible first: savings while it is
 * overset, fillings while it is short, nothing when it is full. Each is tried by the real composer
 * on a changed issue, so the effect is what the page will show; nothing is applied. After every
 * trial comes a proposal, or undefined where the lever has no effect or is not permitted: stop
 * asking, and it is cancelled.
 */
export function* proposeCopyfit(request: CopyfitRequest): Generator<CopyfitProposal | undefined> {
  const before = composeThread(request);
  const wish = before && wishOf(before.fit);
  if (before === undefined || wish === undefined) return;
  for (const ways of leverTries(request, wish)) {
    for (const way of ways) {
      const proposal = pullLever(request, before, way)?.proposal;
      yield proposal;
      if (proposal !== undefined) break;
    }
  }
}

/** What a thread asks for: savings, fillings, or nothing because it is full. */
export function wishOf({ oversetLines, freeLines }: ThreadFit): CopyfitWish | undefined {
  if (oversetLines > 0) return 'save';
  return freeLines > 0 ? 'fill' : undefined;
}

/** A lever pulled for trial: what comes of it, and the issue and thread as they are then. */
export interface PulledLever {
  readonly proposal: CopyfitProposal;
  readonly issue: Issue;
  readonly state: ThreadState;
}

/** Pulls a lever in one way for trial; undefined where that does not help, or is not permitted. */
export function pullLever(
  request: CopyfitRequest,
  before: ThreadState,
  { lever, edit }: LeverTry,
): PulledLever | undefined {
  const issue = tryEdit(request.issue, edit);
  const after = issue && composeThread({ ...request, issue });
  if (issue === undefined || after === undefined) return undefined;
  const lines = spareLines(after.fit) - spareLines(before.fit);
  const isOverset = before.fit.oversetLines > 0;
  // A filling that goes too far is no filling.
  const helps = isOverset ? lines > 0 : lines < 0 && after.fit.oversetLines === 0;
  const findings = newFindings(before, after);
  if (!helps || findings.some(forbids)) return undefined;
  const { loosestEm } = after;
  if (lever.kind === 'tracking' && loosestEm > before.loosestEm + MOST_TORN_EM) return undefined;
  const fits = { before: before.fit, after: after.fit, lines };
  return { proposal: { lever, edit, ...fits, loosestEm, findings }, issue, state: after };
}

/**
 * On a grid of whole characters the least tracking may push a character out of every line, and
 * justifying then tears the story further apart than tracking ever may (FIT_LIMITS: 5 %).
 */
const MOST_TORN_EM = 0.05;

function newFindings(before: ThreadState, after: ThreadState): readonly Finding[] {
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter(
    (finding) => !FIT_CODES.has(finding.code) && !known.has(keyOf(finding)),
  );
}

/** How full a thread is, is what the proposal tells anyway. */
const FIT_CODES = new Set(['story-overset', 'story-underset']);

function keyOf({ code, where }: Finding): string {
  return `${code} ${where.page} ${where.block} ${where.text} ${where.start}`;
}

/** A headline must not run out of its room, and nothing may hold the press. */
function forbids({ code, severity }: Finding): boolean {
  return severity === 'blocks press' || code === 'headline-overset';
}
