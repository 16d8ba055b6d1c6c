import { findingRule } from '#engine/preflight/finding-rules.ts';
import { filledPattern } from '#engine/units/filled-pattern.ts';
import type { Finding } from '#engine/units/finding.ts';
import adSentences from '#templates/sentences/ads.json' with { type: 'json' };
import preflightSentences from '#templates/sentences/preflight.json' with { type: 'json' };
import readBackSentences from '#templates/sentences/read-back.json' with { type: 'json' };
import sentences from '#templates/sentences/sentences.json' with { type: 'json' };
import sources from '#templates/sentences/sources.json' with { type: 'json' };
import { catalogue } from './catalogue.ts';

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ...sentences,
  ...preflightSentences,
  ...readBackSentences,
  ...adSentences,
};

/** Sentences of findings, and words for how grave they are. */
export const findingStrings = catalogue({
  zhCn: {
    of: (finding: Pick<Finding, 'code' | 'values'>): string => sentenceOf(finding, 0),
    source: (finding: Pick<Finding, 'code' | 'values'>): string => sourceOf(finding, 0),
    severity: (severity: Finding['severity']): string =>
      ({ 'blocks press': '阻断', warns: '警告', informs: '提示' })[severity],
  },
  en: {
    of: (finding: Pick<Finding, 'code' | 'values'>): string => asSentence(sentenceOf(finding, 1)),
    source: (finding: Pick<Finding, 'code' | 'values'>): string => sourceOf(finding, 1),
    severity: (severity: Finding['severity']): string =>
      ({ 'blocks press': 'Blocks', warns: 'Warns', informs: 'Informs' })[severity],
  },
});

/** The command line sets English sentences after a place and a colon; here each stands alone. */
function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the newsroom reads for a code; `language` is 0 for Chinese, 1 for English. */
export function sentenceOf(
  { code, values }: Pick<Finding, 'code' | 'values'>,
  language: 0 | 1,
): string {
  const pattern = SENTENCES[code]?.[language];
  if (pattern === undefined) return language === 0 ? `出错了（${code}）。` : `Trouble (${code}).`;
  return filledPattern(pattern, values);
}

const SOURCES: Readonly<Record<string, readonly string[]>> = sources;

/** Who asks for it; empty where the sentence is its own reason. */
function sourceOf({ code, values }: Pick<Finding, 'code' | 'values'>, language: 0 | 1): string {
  const rule = String(values.rule ?? findingRule(code).source ?? '');
  const pattern = SOURCES[rule] ?? SOURCES[rule.charAt(0)];
  return pattern?.[language]?.replace('{rule}', rule) ?? '';
}
