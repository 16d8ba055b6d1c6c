import type { z } from 'zod';
import type { Answer, Host, HostCall } from '#host/contract.ts';
import { HOST_CALLS, mostBytes } from '#host/contract.ts';
import { failed } from './answers.ts';
import { badRequest, REQUESTS } from './requests.ts';

/** What a call asks, as its schema lets it through. */
type Asked<Call extends HostCall> = z.output<(typeof REQUESTS)[Call]>;

/** How each call is answered; what is asked has been checked. */
export type DeskCalls = {
  readonly [Call in HostCall]: (request: Asked<Call>) => ReturnType<Host[Call]>;
};

/** The host contract over its calls: whatever the screen asks is checked first, for every door. */
export function createDeskHost(calls: DeskCalls): Host {
  const checked = (Object.keys(HOST_CALLS) as HostCall[]).map((call) => [
    call,
    (request: unknown) => answerChecked(calls, call, request),
  ]);
  return Object.fromEntries(checked) as Host;
}

async function answerChecked(
  calls: DeskCalls,
  call: HostCall,
  request: unknown,
): Promise<Answer<unknown>> {
  const read = REQUESTS[call].safeParse(request);
  if (!read.success) return failed(badRequest(call));
  const asked: object = read.data;
  if ('bytes' in asked && (asked.bytes as Uint8Array).length > mostBytes(call)) {
    const values = { call, megabytes: mostBytes(call) / 1024 / 1024 };
    return failed({ code: 'too-large', values });
  }
  return (calls[call] as (request: object) => Promise<Answer<unknown>>)(asked);
}
