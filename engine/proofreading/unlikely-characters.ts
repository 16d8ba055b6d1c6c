import {
  type Lexicon,
  nameLogProbability,
  unknownLogProbability,
  wordsAt,
} from '#engine/words/word-lexicon.ts';
import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';
import type { ProofRoom } from './text-rule.ts';
import type { WordSense } from './word-sense.ts';

/**
 * How much likelier, as a natural logarithm, a clause has to be with one character changed. Own
 * trial on 18,000 characters of clean text: at 7 one false alarm in 9,000, at 5.5 three in 1,000.
 */
const LEAST_GAIN = 7;
/** The second best change must be behind by so much for the best to be offered as the fix. */
const LEAST_LEAD = 1.5;
/** Words of one character that stand anywhere: behind 街道, 为 is no slip for 办. */
const FUNCTION_WORDS = /[的了是在和不有与等将把被到对从向就也都为以]/u;
/** A person's name that no list has must be likelier than its characters by this much. */
const NAME_CAUTION = 2;
const LONGEST_WORD = 4;

/**
 * Wrong characters that no list names (形近音近): a clause that becomes much likelier when one
 * character is changed for one alike, and a known word stands there.
 */
export function unlikelyCharacters(text: ProofText, { sense }: ProofRoom): readonly TextFault[] {
  if (sense === undefined) return [];
  const { words, openingLength } = text;
  return [...words.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(({ 0: run, index }) => {
    if (index < openingLength) return [];
    return faultsIn(run, sense)
      .filter(({ start, end }) => !isMeant(words, index + start, index + end))
      .map(({ start, end, right, isClear }) => ({
        rule: 'unlikely-character',
        start: index + start,
        end: index + end,
        values: { words: run.slice(start, end), right },
        ...(isClear && { fix: right }),
      }));
  });
}

/** 一口井 is counted; within the name of a company any character may stand; twice is no slip. */
function isMeant(words: string, start: number, end: number): boolean {
  const isCounted = /[一二两三四五六七八九十百千几每这那\d]$/u.test(words.slice(0, start));
  const isNamed =
    /^\p{Script=Han}{0,10}?(?:有限公司|有限责任|股份|公司|集团)|^(?:[村镇乡组路街桥]|社区|街道)/u.test(
      words.slice(end),
    );
  const own = words.slice(start, end);
  return isCounted || isNamed || words.indexOf(own) !== words.lastIndexOf(own);
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  readonly gain: number;
}

interface JudgedChange extends Change {
  /** True when no other change comes near it. */
  readonly isClear: boolean;
}

function faultsIn(run: string, sense: WordSense): readonly JudgedChange[] {
  const path = likeliestPath(run, sense.lexicon);
  const changes = path.singles.flatMap((place) => changesAt(run, place, path, sense));
  const best = changes.filter(({ gain }) => gain >= LEAST_GAIN).toSorted((a, b) => b.gain - a.gain);
  const kept: JudgedChange[] = [];
  for (const change of best) {
    if (kept.some((other) => overlaps(other, change))) continue;
    const rivals = changes.filter((other) => overlaps(other, change) && !isSame(other, change));
    const isClear = rivals.every(({ gain }) => change.gain - gain >= LEAST_LEAD);
    kept.push({ ...change, isClear });
  }
  return kept;
}

function overlaps(a: Change, b: Change): boolean {
  return a.start < b.end && b.start < a.end;
}

/** One of two changes may be the longer word around the other: 设施 and 基础设施. */
function isSame(a: Change, b: Change): boolean {
  const [short, long] = a.right.length <= b.right.length ? [a, b] : [b, a];
  return long.right.startsWith(short.right, short.start - long.start);
}

interface Path {
  /** Logarithm of the chance of the best words before and behind each place. */
  readonly before: readonly number[];
  readonly behind: readonly number[];
  /** Where words of the best path begin and end. */
  readonly ends: ReadonlySet<number>;
  /** Places of characters that are a word by themselves beside another such. */
  readonly singles: readonly number[];
}

function likeliestPath(run: string, lexicon: Lexicon): Path {
  const { length } = run;
  const steps = Array.from({ length }, (_, start) => stepsAt(run, start, lexicon));
  const behind: number[] = new Array(length + 1).fill(Number.NEGATIVE_INFINITY);
  const next: number[] = new Array(length + 1).fill(length);
  behind[length] = 0;
  for (let start = length - 1; start >= 0; start -= 1) {
    for (const { to, chance } of steps[start] ?? []) {
      const whole = chance + (behind[to] ?? 0);
      if (whole > (behind[start] ?? 0)) {
        behind[start] = whole;
        next[start] = to;
      }
    }
  }
  const before: number[] = new Array(length + 1).fill(Number.NEGATIVE_INFINITY);
  before[0] = 0;
  for (let start = 0; start < length; start += 1) {
    for (const { to, chance } of steps[start] ?? []) {
      before[to] = Math.max(before[to] ?? 0, (before[start] ?? 0) + chance);
    }
  }
  const ends = new Set<number>([0]);
  for (let at = 0; at < length; at = next[at] ?? length) ends.add(next[at] ?? length);
  const isSingle = (at: number) => ends.has(at) && ends.has(at + 1) && at >= 0 && at < length;
  const singles = Array.from({ length }, (_, at) => at).filter(isSingle);
  return { before, behind, ends, singles };
}

interface WordStep {
  readonly to: number;
  readonly chance: number;
}

function stepsAt(run: string, start: number, lexicon: Lexicon): readonly WordStep[] {
  const words = wordsAt(lexicon, run, start).map(({ length, logProbability }) => ({
    to: start + length,
    chance: logProbability,
  }));
  const names = ([2, 3] as const).flatMap((length) => {
    if (start + length > run.length) return [];
    const chance = nameLogProbability(lexicon, run, { start, length });
    return chance === undefined ? [] : [{ to: start + length, chance: chance - NAME_CAUTION }];
  });
  const isKnown = words.some(({ to }) => to === start + 1);
  const single = isKnown ? [] : [{ to: start + 1, chance: unknownLogProbability(lexicon) }];
  return [...words, ...names, ...single];
}

/** Every known word that one changed character makes of whole words of the best path. */
function changesAt(run: string, place: number, path: Path, sense: WordSense): readonly Change[] {
  const whole = path.before[run.length] ?? 0;
  const changes: Change[] = [];
  for (const other of sense.alike.get(run[place] ?? '') ?? []) {
    for (let start = Math.max(0, place - LONGEST_WORD + 1); start <= place; start += 1) {
      if (!path.ends.has(start)) continue;
      const changed = run.slice(start, place) + other + run.slice(place + 1, start + LONGEST_WORD);
      for (const { length, logProbability } of wordsAt(sense.lexicon, changed, 0)) {
        const end = start + length;
        if (length < 2 || end <= place || !path.ends.has(end)) continue;
        if (length > 2 && FUNCTION_WORDS.test(run[place] ?? '')) continue;
        const chance = (path.before[start] ?? 0) + logProbability + (path.behind[end] ?? 0);
        changes.push({ start, end, right: changed.slice(0, length), gain: chance - whole });
      }
    }
  }
  return changes;
}
