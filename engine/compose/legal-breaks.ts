import type { CharacterClass } from './character-class.ts';
import { clingsToPrevious, isWestern } from './character-class.ts';

/** What the break rules look at on either side of a possible break. */
export interface BreakNeighbour {
  readonly kind: CharacterClass;
  readonly text: string;
  readonly spaceBefore: string;
}

/**
 * Cost of a break that is legal but unwelcome, on a scale where the worst permitted stretch of a
 * line costs about 100 (composition rule K11: number and measure word, name after a byline space).
 */
const SOFT_BREAK = 8;
/** A line that starts with —— is legal on the basic level of CLREQ, and ugly. */
const DASH_AT_START = 24;

/** Marks that never start a line (GB/T 15834 5.1.1 to 5.1.9; …… by CLREQ's strict level). */
const NEVER_STARTS: ReadonlySet<CharacterClass> = new Set<CharacterClass>([
  'close',
  'comma',
  'period',
  'query',
  'queryRun',
  'connector',
  'middleDot',
  'slash',
  'ellipsis',
  'suffix',
  'asciiClose',
  'asciiStop',
  'hyphen',
]);

/** Marks that never end a line. */
const NEVER_ENDS: ReadonlySet<CharacterClass> = new Set<CharacterClass>([
  'open',
  'slash',
  'prefix',
  'asciiOpen',
]);

/** True when a line may begin with this class of character. */
export function mayStartLine(kind: CharacterClass): boolean {
  return !NEVER_STARTS.has(kind);
}

/** True when a line may finish with this class of character. */
export function mayEndLine(kind: CharacterClass): boolean {
  return !NEVER_ENDS.has(kind);
}

/**
 * Penalty of breaking between two neighbours, or undefined where a break is forbidden.
 * `before` is the character two places back, which tells a hyphen in a word from one in a number.
 */
export function breakPenalty(
  left: BreakNeighbour,
  right: BreakNeighbour,
  before: BreakNeighbour | undefined,
): number | undefined {
  if (!mayStartLine(right.kind) && !startsAfterSpace(right)) return undefined;
  if (!mayEndLine(left.kind)) return undefined;
  if (right.kind === 'han' && clingsToPrevious(right.text)) return undefined;
  if (right.spaceBefore !== '') return penaltyAfterSpace(left, right);
  if (right.kind === 'dash') return DASH_AT_START;
  if (isWestern(left.kind) && isWestern(right.kind)) return penaltyInWord(left, right, before);
  return penaltyAtNumber(left, right);
}

/** A typed space before `.NET` or `-5` makes it a word of its own. */
function startsAfterSpace(right: BreakNeighbour): boolean {
  if (right.spaceBefore === '') return false;
  return right.kind === 'asciiStop' || right.kind === 'hyphen';
}

function penaltyAfterSpace(left: BreakNeighbour, right: BreakNeighbour): number {
  if (right.kind === 'dash') return DASH_AT_START;
  return left.kind === 'han' && right.kind === 'han' ? SOFT_BREAK : 0;
}

/** Inside a Western word only a hyphen between letters lets go. */
function penaltyInWord(
  left: BreakNeighbour,
  right: BreakNeighbour,
  before: BreakNeighbour | undefined,
): number | undefined {
  const hyphenated = left.kind === 'hyphen' && left.spaceBefore === '';
  return hyphenated && right.kind === 'letter' && before?.kind === 'letter' ? 0 : undefined;
}

function penaltyAtNumber(left: BreakNeighbour, right: BreakNeighbour): number {
  const numberThenMeasure = left.kind === 'digit' && right.kind === 'han';
  const ordinal = left.text === '第' && right.kind === 'digit';
  const singleDash = left.text === '—';
  return numberThenMeasure || ordinal || singleDash ? SOFT_BREAK : 0;
}

/** Straight quotes open and close in turn: 0-based count of quotes before this one. */
export function asQuote(kind: CharacterClass, quotesBefore: number): CharacterClass {
  if (kind !== 'asciiQuote') return kind;
  return quotesBefore % 2 === 0 ? 'asciiOpen' : 'asciiClose';
}
