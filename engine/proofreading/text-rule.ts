import type { ProofBook } from './proof-book.ts';
import type { TextFault } from './proof-mark.ts';
import type { ProofText, ProofTextKind } from './proof-text.ts';
import type { WordSense } from './word-sense.ts';

/** What a rule goes by beside the text. */
export interface ProofRoom {
  readonly book: ProofBook;
  /** ISO date of the issue. */
  readonly issueDate: string;
  /** The words of the language; undefined until they are loaded. */
  readonly sense?: WordSense | undefined;
}

/** A rule that needs one text only; what it finds is kept as long as the text stays the same. */
export type TextRule = (text: ProofText, room: ProofRoom) => readonly TextFault[];

/** A rule that is a pattern: what it matches is the fault. */
export interface PatternRule {
  readonly rule: string;
  /** Global and with the flag u; neighbours stand in lookarounds. */
  readonly pattern: RegExp;
  /** What is to stand there instead. */
  readonly fix?: string | ((found: RegExpExecArray) => string | undefined);
  /** Leaves out what only looks like a fault. */
  readonly isFault?: (found: RegExpExecArray, words: string) => boolean;
  readonly values?: (found: RegExpExecArray) => TextFault['values'];
  /** Kinds of text it holds for; all of them when left out. */
  readonly kinds?: readonly ProofTextKind[];
}

/** One text rule of many patterns. */
export function patternRule(patterns: readonly PatternRule[]): TextRule {
  return (text) => patterns.flatMap((pattern) => faultsOf(pattern, text));
}

function faultsOf(rule: PatternRule, { kind, words }: ProofText): readonly TextFault[] {
  if (rule.kinds !== undefined && !rule.kinds.includes(kind)) return [];
  const faults: TextFault[] = [];
  for (const found of words.matchAll(rule.pattern)) {
    if (found[0] === '' || rule.isFault?.(found, words) === false) continue;
    const fix = typeof rule.fix === 'function' ? rule.fix(found) : rule.fix;
    faults.push({
      rule: rule.rule,
      start: found.index,
      end: found.index + found[0].length,
      values: { words: found[0], ...rule.values?.(found) },
      ...(fix !== undefined && { fix }),
    });
  }
  return faults;
}
