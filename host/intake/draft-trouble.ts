import type { Failure } from '#host/contract.ts';

/** Why a draft, or a file within it, is not read; caught in read-draft.ts and nowhere else. */
export class DraftTrouble extends Error {
  readonly failure: Failure;

  constructor(code: string, values: Failure['values'] = {}) {
    super(code);
    this.failure = { code, values };
  }
}
