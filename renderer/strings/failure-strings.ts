import type { Failure } from '#host/contract.ts';
import { catalogue } from './catalogue.ts';
import { sentenceOf } from './finding-strings.ts';

/** Sentences of the host's failures. */
export const failureStrings = catalogue({
  zhCn: { of: (failure: Failure): string => sentenceOf(failure, 0) },
  en: { of: (failure: Failure): string => sentenceOf(failure, 1) },
});
