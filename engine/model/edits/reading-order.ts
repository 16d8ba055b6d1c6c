import type * as Y from 'yjs';
import { childMap, orderedKeys, orderOf } from '#engine/model/read-issue.ts';

/** True when the order names all of these once and nothing else. */
export function isOrderOf<Name>(order: readonly Name[], named: readonly Name[]): boolean {
  const names = new Set(order);
  return (
    names.size === order.length &&
    order.length === named.length &&
    named.every((name) => names.has(name))
  );
}

/**
 * The order number for a page or block that is to stand at an index: half way between its
 * neighbours. After some fifty halvings at one place there is no number left between; then all are
 * renumbered.
 */
export function orderAt(neighbours: Y.Map<unknown>, index: number): number {
  const keys = orderedKeys(neighbours);
  const orders = keys.map((id) => orderOf(childMap(neighbours, id)));
  const next = orders[index];
  const previous = orders[Math.min(index, orders.length) - 1];
  if (next === undefined) return (previous ?? -1) + 1;
  if (previous === undefined) return next - 1;
  const between = (previous + next) / 2;
  if (between > previous && between < next) return between;
  renumber(neighbours, keys);
  return index - 0.5;
}

/** Numbers pages or blocks in this order. */
export function renumber(neighbours: Y.Map<unknown>, order: readonly string[]): void {
  order.forEach((id, number) => {
    const map = childMap(neighbours, id);
    if (orderOf(map) !== number) map.set('order', number);
  });
}
