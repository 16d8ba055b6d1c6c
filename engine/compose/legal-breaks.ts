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
/**
 * Thousands set with ，, a time set with ：, a telephone number with spaces: one number to the eye.
 */
const INSIDE_NUMBER = 40;
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

/** What stands beside the two neighbours of a possible break. */
export interface BreakSurroundings {
  /** Two places before the break: tells a hyphen in a word from one in a number. */
  readonly before: BreakNeighbour | undefined;
  /** Two places after the break. */
  readonly after: BreakNeighbour | undefined;
}

/** Penalty of breaking between two neighbours, or undefined where a break is forbidden. */
export function breakPenalty(
  left: BreakNeighbour,
  right: BreakNeighbour,
  around: BreakSurroundings,
): number | undefined {
  if (!mayStartLine(right.kind) && !startsAfterSpace(right, around.after)) return undefined;
  if (!mayEndLine(left.kind) || isJoined(left, right)) return undefined;
  if (right.kind === 'han' && clingsToPrevious(right.text)) return undefined;
  if (right.spaceBefore !== '') return penaltyAfterSpace(left, right);
  if (right.kind === 'dash') return DASH_AT_START;
  if (isInSquareWord(left, right, around)) return undefined;
  if (isWestern(left.kind) && isWestern(right.kind)) return penaltyInWord(left, right, around);
  return penaltyAtNumber(left, right, around);
}

/** A typed space before `.NET` or `-5` makes it a word of its own. */
function startsAfterSpace(right: BreakNeighbour, after: BreakNeighbour | undefined): boolean {
  const mayLead = right.kind === 'hyphen' || right.text === '.';
  if (right.spaceBefore === '' || !mayLead || after === undefined) return false;
  return after.spaceBefore === '' && (after.kind === 'letter' || after.kind === 'digit');
}

/** Blanks that hold their neighbours together (no-break, figure and narrow no-break space). */
const HOLDING_BLANK = /[\u00a0\u2007\u202f]/;
/** Word joiner, zero-width joiner and the old no-break space at the end of a character. */
const JOINER_AT_END = /[\u2060\u200d\ufeff]$/;

function isJoined(left: BreakNeighbour, right: BreakNeighbour): boolean {
  return HOLDING_BLANK.test(right.spaceBefore) || JOINER_AT_END.test(left.text);
}

/** Digits and letters that stand in squares: ２０２１, ＡＢＢ, and acronyms in vertical text. */
const SQUARE_WORD = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/;
const SQUARE_DIGIT = /^[０-９]/;

/** Numbers and words in full-width forms hold together like their narrow ones. */
function isInSquareWord(
  left: BreakNeighbour,
  right: BreakNeighbour,
  around: BreakSurroundings,
): boolean {
  if (left.kind !== 'han' && left.text !== '．') return false;
  if (right.kind !== 'han' || !SQUARE_WORD.test(right.text)) return false;
  if (left.text !== '．') return SQUARE_WORD.test(left.text);
  return SQUARE_DIGIT.test(right.text) && SQUARE_DIGIT.test(around.before?.text ?? '');
}

function penaltyAfterSpace(left: BreakNeighbour, right: BreakNeighbour): number {
  if (right.kind === 'dash') return DASH_AT_START;
  if (left.kind === 'digit' && right.kind === 'digit') return INSIDE_NUMBER;
  const isTypedInHan = left.kind === 'han' && right.kind === 'han';
  return isTypedInHan && right.spaceBefore !== ZERO_WIDTH_SPACE ? SOFT_BREAK : 0;
}

/**
 * Inside a Western word only a hyphen between letters lets go. ASCII marks after a Han character
 * belong to the Chinese sentence, and what follows them is a word of its own: 200亩,|2000.
 */
function penaltyInWord(
  left: BreakNeighbour,
  right: BreakNeighbour,
  { before }: BreakSurroundings,
): number | undefined {
  if (left.spaceBefore !== '') return undefined;
  const closesHan = left.kind === 'asciiStop' || left.kind === 'asciiClose';
  if (closesHan && before !== undefined && !isWestern(before.kind)) return 0;
  const hyphenated = left.kind === 'hyphen' && right.kind === 'letter';
  return hyphenated && before?.kind === 'letter' ? 0 : undefined;
}

function penaltyAtNumber(
  left: BreakNeighbour,
  right: BreakNeighbour,
  { before }: BreakSurroundings,
): number {
  if (left.kind === 'comma' && right.kind === 'digit' && before?.kind === 'digit') {
    return left.text === '，' || left.text === '：' ? INSIDE_NUMBER : 0;
  }
  const numberThenMeasure = left.kind === 'digit' && right.kind === 'han';
  const ordinal = left.text === '第' && right.kind === 'digit';
  return numberThenMeasure || ordinal || left.kind === 'connector' ? SOFT_BREAK : 0;
}

/** An invisible mark of the writer's: a break is welcome here. */
const ZERO_WIDTH_SPACE = '\u200b';

/** Straight quotes open and close in turn: 0-based count of quotes before this one. */
export function asQuote(kind: CharacterClass, quotesBefore: number): CharacterClass {
  if (kind !== 'asciiQuote') return kind;
  return quotesBefore % 2 === 0 ? 'asciiOpen' : 'asciiClose';
}
