import type { HostCall } from '#host/contract.ts';

/** Name of the channel on which a call of the host contract travels. */
export function channelOf(call: HostCall): string {
  return `banxin:${call}`;
}

/** The one channel on which the main process speaks of its own accord. */
export const ORDER_CHANNEL = 'banxin:order';
