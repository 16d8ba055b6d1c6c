import { type Answer, HOST_CALLS } from '#host/contract.ts';
import type { RunningHost } from '#host/desk/open-desk-host.ts';

type Answers = { readonly [Call in keyof RunningHost]?: (request: never) => unknown };

/** A host that refuses every call as `asked`, but for those that are planted. */
export function plantedHost(answers: Answers = {}): RunningHost {
  const refuse = async (): Promise<Answer<never>> => {
    return { ok: false, failure: { code: 'asked', values: {} } };
  };
  const calls = Object.keys(HOST_CALLS).map((call) => [call, refuse]);
  return { ...Object.fromEntries(calls), shut: async () => {}, ...answers };
}

/** The answer of a call that went well. */
export function answered<Value>(value: Value): Promise<Answer<Value>> {
  return Promise.resolve({ ok: true, value });
}
