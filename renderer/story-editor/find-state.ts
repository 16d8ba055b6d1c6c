import type { FindQuery } from './find-text.ts';

/** What the find panel remembers while an issue lies on the desk. */
export interface FindState {
  readonly query: FindQuery;
  readonly replacement: string;
  /** Number of the hit that is shown on the page; -1 for none yet. */
  readonly chosen: number;
  /** Which field of the panel wants the keyboard; a fresh object asks anew. */
  readonly wish: { readonly field: 'what' | 'replacement' } | undefined;
}

/** Nothing is looked for. */
export const FIRST_FINDING: FindState = {
  query: { what: '', isWholeWords: false, isExactWidth: false, isPattern: false },
  replacement: '',
  chosen: -1,
  wish: undefined,
};
