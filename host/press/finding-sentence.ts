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

/** The sentence of a finding, in Chinese. */
export function findingSentence({ code, values }: Pick<Finding, 'code' | 'values'>): string {
  const [words = code] = FINDING_SENTENCES[code] ?? [];
  return filledPattern(words, values);
}
