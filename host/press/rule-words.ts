import { findingRule } from '#engine/preflight/finding-rules.ts';
import { filledPattern } from '#engine/units/filled-pattern.ts';
import type { Finding } from '#engine/units/finding.ts';
import measures from '#templates/sentences/measures.json' with { type: 'json' };
import rules from '#templates/sentences/press-rules.json' with { type: 'json' };
import sources from '#templates/sentences/sources.json' with { type: 'json' };
import { inLanguage } from './finding-sentence.ts';
import type { PressProfileFile } from './press-profile-schema.ts';

type Language = 'zh' | 'en';

/** What a rule of docs/press-rules.md asks, with what limit, and who asks for it. */
export interface RuleWords {
  readonly asks: string;
  /** Empty where there is nothing to measure. */
  readonly limit: string;
  readonly source: string;
}

interface RulePairs {
  readonly asks: readonly string[];
  readonly limit: readonly string[];
  readonly source: readonly string[];
}

const RULES: Readonly<Record<string, RulePairs>> = rules;
const SOURCES: Readonly<Record<string, readonly string[]>> = sources;
const MEASURES: Readonly<
  Record<string, { readonly measured: readonly string[]; readonly limit: readonly string[] }>
> = measures;

/** The words of a rule with the limits of a press profile. */
export function ruleWords(rule: string, profile: PressProfileFile, language: Language): RuleWords {
  const { asks = [], limit = [], source = [] } = RULES[rule] ?? {};
  const { bleedMm, inkLimitPercent, outputCondition, trim } = profile;
  const values = { ...trim, bleedMm, inkLimitPercent, outputCondition: outputCondition.identifier };
  return {
    asks: inLanguage(asks, language),
    limit: filledPattern(inLanguage(limit, language), values),
    source: inLanguage(source, language),
  };
}

/** Who asks for what a finding is about; empty where the sentence is its own reason. */
export function sourceWords({ code, values }: Finding, language: Language): string {
  const rule = String(values.rule ?? findingRule(code).source ?? '');
  const own = RULES[rule];
  if (own !== undefined) return `${inLanguage(own.source, language)} ${rule}`;
  return inLanguage(SOURCES[rule] ?? [], language);
}

/** What was measured and what is allowed; empty where nothing is. */
export interface MeasureWords {
  readonly measured: string;
  readonly limit: string;
}

/** The figures of a finding, with their units. */
export function measureWords({ code, values }: Finding, language: Language): MeasureWords {
  const { measured = [], limit = [] } = MEASURES[code] ?? {};
  return {
    measured: filledPattern(inLanguage(measured, language), values),
    limit: filledPattern(inLanguage(limit, language), values),
  };
}
