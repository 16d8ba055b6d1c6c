import { filledPattern } from '#engine/units/filled-pattern.ts';
import type { Finding } from '#engine/units/finding.ts';
import adSentences from '#templates/sentences/ads.json' with { type: 'json' };
import preflightSentences from '#templates/sentences/preflight.json' with { type: 'json' };
import readBackSentences from '#templates/sentences/read-back.json' with { type: 'json' };
import sharedSentences from '#templates/sentences/sentences.json' with { type: 'json' };

/** What findings and failures say, in Chinese and in English; `{name}` stands for a value. */
export const FINDING_SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ...sharedSentences,
  ...preflightSentences,
  ...readBackSentences,
  ...adSentences,
};

/** The sentence of a finding. */
export function findingSentence(
  { code, values }: Pick<Finding, 'code' | 'values'>,
  language: 'zh' | 'en',
): string {
  const words = inLanguage(FINDING_SENTENCES[code] ?? [], language) || code;
  return filledPattern(words, values);
}

/** The one of two words that is of the language. */
export function inLanguage([zh = '', en = '']: readonly string[], language: 'zh' | 'en'): string {
  return language === 'zh' ? zh : en;
}
