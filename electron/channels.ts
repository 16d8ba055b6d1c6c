import type { HostCall } from '#host/contract.ts';

/** Name of the channel on which a call of the host contract travels. */
export function channelOf(call: HostCall): string {
  return `banxin:${call}`;
}
