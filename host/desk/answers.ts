import type { Answer, Failure } from '#host/contract.ts';

/** The answer of a call that went well. */
export function succeeded<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

/** The answer of a call that did not. */
export function failed({ code, values }: Failure): Answer<never> {
  return { ok: false, failure: { code, values } };
}
