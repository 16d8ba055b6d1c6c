import type { SignOffRole } from '#engine/model/issue-answers.ts';
import words from '#templates/sentences/delivery.json' with { type: 'json' };
import type { Delivery } from './delivery-log.ts';

/** The name of a role. */
export function roleWords(role: SignOffRole, language: 'zh' | 'en'): string {
  return wordsIn(words[`role-${role}`], language);
}

/** How far a delivery is, in a word. */
export function stateWords(state: Delivery['state'], language: 'zh' | 'en'): string {
  return wordsIn(words[`state-${state}`], language);
}

function wordsIn([zh = '', en = '']: readonly string[], language: 'zh' | 'en'): string {
  return language === 'zh' ? zh : en;
}
