import type { DeliveryOrder, OrderedFile } from './delivery-entry.ts';
import type { Delivery } from './delivery-log.ts';

/** The files of an order as they are sent: what is announced, then what announces it. */
export interface FilesInTurn {
  readonly announced: readonly OrderedFile[];
  readonly announcing: readonly OrderedFile[];
}

/** The files of an order with its ready-files last, whatever order they were handed in. */
export function filesInTurn({ files }: Pick<DeliveryOrder, 'files'>): FilesInTurn {
  return {
    announced: files.filter(({ readyFor }) => readyFor === undefined),
    announcing: files.filter(({ readyFor }) => readyFor !== undefined),
  };
}

/**
 * Names of the ready-files at the target that would tell lies while the order is being sent: those
 * that stand for files whose names it takes, and those whose own names it takes.
 */
export function readyOfOld(
  order: DeliveryOrder,
  deliveries: readonly Delivery[],
): readonly string[] {
  const taken = new Set(order.files.map(({ name }) => name));
  const old = deliveries
    .filter((one) => one.order.target === order.target)
    .flatMap((one) => one.order.files)
    .filter(({ name, readyFor }) => {
      return readyFor !== undefined && [name, ...readyFor].some((one) => taken.has(one));
    });
  return [...new Set(old.map(({ name }) => name))];
}
